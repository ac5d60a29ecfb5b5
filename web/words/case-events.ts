/** What happened to a case in words, with what staff wrote apart from it. */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { CASE_FIELDS } from '#core/campaign/case-terms.ts'
import { type Department, departmentNamed } from '#core/campaign/departments.ts'
import { type Theme, themeNamed } from '#core/campaign/themes.ts'
import type { CaseEvent, ClockPoint, Described } from '#core/work/case/case-event.ts'
import { isCompensationEvent } from '#core/work/case/compensation-event.ts'
import { isQuestionEvent } from '#core/work/case/question-event.ts'
import type { EventBy } from '#core/work/event-by.ts'
import { nameOf } from '#core/work/event-staff.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import {
  CLOCK_WORDS,
  FIELD_WORDS,
  LEVEL_WORDS,
  STEP_WORDS,
  severityNamed,
  TYPE_WORDS,
  whyThisSeverity,
} from '#web/words/cases.ts'
import { compensationEventInWords } from '#web/words/compensation-events.ts'
import { FILE_EVENT_WORDS, fileInWords } from '#web/words/files.ts'
import { questionEventInWords } from '#web/words/question-events.ts'
import { saidByInWords } from '#web/words/questions.ts'

const WORDS = bothLanguages({
  vi: {
    moved: (at: string, who: string, to: string) => `${who} chuyển sang bước ${to} lúc ${at}`,
    described: (at: string, who: string) => `${who} mô tả vụ việc lúc ${at}`,
    severity: (at: string, who: string, severity: string) => `${who} đặt mức ${severity} lúc ${at}`,
    severityAlone: (at: string, severity: string, why: string) => `Mức ${severity} lúc ${at}, ${why}`,
    waiting: (at: string, who: string) => `${who} chờ khách trả lời từ ${at}`,
    wrote: (at: string, who: string) => `Khách trả lời lúc ${at}, ${who} ghi`,
    wroteAlone: (at: string) => `Khách trả lời lúc ${at}`,
    thanked: (at: string) => `Khách cảm ơn lúc ${at}`,
    mailed: (at: string, who: string) => `${who} viết cho khách lúc ${at}`,
    mailedAs: (at: string, who: string, subject: string) => `${who} gửi thư cho khách lúc ${at}: ${subject}`,
    askedByMail: (at: string, who: string, subject: string) => `${who} gửi thư hỏi khách và chờ trả lời từ ${at}: ${subject}`,
    askedSolved: (at: string, who: string, subject: string) => `${who} gửi thư hỏi khách đã ổn chưa lúc ${at}: ${subject}`,
    toldHours: {
      from: (at: string, when: string) => `Tự báo cho khách lúc ${at}: sẽ có người xem từ ${when}`,
      by: (at: string, when: string) => `Tự báo cho khách lúc ${at}: sẽ có người xem trước ${when}`,
    },
    followedUp: (at: string) => `Tự gửi thư hỏi thăm khách sau khi đóng, lúc ${at}`,
    saidSolved: (at: string) => `Khách nói đã ổn lúc ${at}`,
    saidUnsolved: (at: string) => `Khách nói vẫn chưa ổn lúc ${at}`,
    wroteByMail: (at: string) => `Khách gửi thư lúc ${at}`,
    noWords: 'Thư không có lời nào đọc được; xem thư gốc ở trang khách hàng.',
    notMailed: {
      'no-address': (at: string) => `Thư không gửi được lúc ${at}: khách không có địa chỉ email`,
      suppressed: (at: string) => `Thư không gửi được lúc ${at}: địa chỉ của khách đã ngừng nhận thư`,
      refused: (at: string) => `Thư không gửi được lúc ${at}: máy chủ thư từ chối`,
      unknown: (at: string) => `Không rõ thư đã đi hay chưa, ${at}: đã thử hai lần, máy chủ thư không trả lời`,
    },
    escalated: (at: string, who: string, to: string) => `${who} báo lên ${to} lúc ${at}`,
    byClock: (at: string, to: string, why: string) => `Báo lên ${to} lúc ${at}: ${why}`,
    handedBack: (at: string, who: string) => `${who} giao lại cho người phụ trách lúc ${at}`,
    reminded: (at: string, to: string, clocks: string) => `Nhắc ${to} lúc ${at}: ${clocks}`,
    alerted: (at: string, to: string) => `Báo cho ${to} lúc ${at}`,
    noOneLeft: (at: string) => `Lúc ${at} không còn ai để báo`,
    toldNews: {
      answer: (at: string, to: string) => `Báo cho ${to} lúc ${at}: bộ phận đã trả lời`,
      approval: (at: string, to: string) => `Báo cho ${to} lúc ${at}: bù đắp chờ duyệt`,
    },
    nobody: 'không ai',
    seen: (at: string, who: string) => `${who} mở vụ việc lúc ${at}`,
    tookOver: (at: string, who: string) => `${who} gộp một vụ việc khác của khách vào đây lúc ${at}`,
    merged: (at: string, who: string) => `${who} gộp vào một vụ việc khác của khách lúc ${at}`,
    themeSet: {
      added: (at: string, who: string, theme: string) => `${who} thêm chủ đề “${theme}” lúc ${at}`,
      removed: (at: string, who: string, theme: string) => `${who} bỏ chủ đề “${theme}” lúc ${at}`,
    },
    percent: (clock: string, percent: number) => `${clock} ${percent}%`,
    department: 'Bộ phận',
    because: 'Vì sao',
    unnamed: 'nhân viên không ghi tên',
  },
  en: {
    moved: (at: string, who: string, to: string) => `${who} moved it to “${to}” at ${at}`,
    described: (at: string, who: string) => `${who} described it at ${at}`,
    severity: (at: string, who: string, severity: string) => `${who} set it to ${severity} at ${at}`,
    severityAlone: (at: string, severity: string, why: string) => `${severity} at ${at}, ${why}`,
    waiting: (at: string, who: string) => `${who} waits for the customer since ${at}`,
    wrote: (at: string, who: string) => `The customer answered at ${at}, noted by ${who}`,
    wroteAlone: (at: string) => `The customer answered at ${at}`,
    thanked: (at: string) => `The customer said thanks at ${at}`,
    mailed: (at: string, who: string) => `${who} wrote to the customer at ${at}`,
    mailedAs: (at: string, who: string, subject: string) => `${who} sent the customer a mail at ${at}: ${subject}`,
    askedByMail: (at: string, who: string, subject: string) =>
      `${who} asked by mail and waits for the customer since ${at}: ${subject}`,
    askedSolved: (at: string, who: string, subject: string) => `${who} asked by mail whether it is solved at ${at}: ${subject}`,
    toldHours: {
      from: (at: string, when: string) => `The customer was told at ${at}: somebody will look from ${when} on`,
      by: (at: string, when: string) => `The customer was told at ${at}: somebody will look before ${when}`,
    },
    followedUp: (at: string) => `A mail asked some days after the closing whether all is well, at ${at}`,
    saidSolved: (at: string) => `The customer said that it is solved at ${at}`,
    saidUnsolved: (at: string) => `The customer said that it is not solved at ${at}`,
    wroteByMail: (at: string) => `The customer wrote a mail at ${at}`,
    noWords: 'The mail has no words that could be read; see the mail itself on the page of the customer.',
    notMailed: {
      'no-address': (at: string) => `The mail did not go out at ${at}: the customer has no e-mail address`,
      suppressed: (at: string) => `The mail did not go out at ${at}: the address of the customer is suppressed`,
      refused: (at: string) => `The mail did not go out at ${at}: the mail service refused it`,
      unknown: (at: string) => `Whether the mail went out is not known, ${at}: tried twice, and the mail service did not answer`,
    },
    escalated: (at: string, who: string, to: string) => `${who} took it up to ${to} at ${at}`,
    byClock: (at: string, to: string, why: string) => `It went up to ${to} at ${at}: ${why}`,
    handedBack: (at: string, who: string) => `${who} handed it back down at ${at}`,
    reminded: (at: string, to: string, clocks: string) => `${to} reminded at ${at}: ${clocks}`,
    alerted: (at: string, to: string) => `${to} told at ${at}`,
    noOneLeft: (at: string) => `At ${at} there was nobody left to tell`,
    toldNews: {
      answer: (at: string, to: string) => `${to} told at ${at} that the department answered`,
      approval: (at: string, to: string) => `${to} told at ${at} that a compensation waits for approval`,
    },
    nobody: 'nobody',
    seen: (at: string, who: string) => `${who} opened it at ${at}`,
    tookOver: (at: string, who: string) => `${who} made another case of the customer part of this one at ${at}`,
    merged: (at: string, who: string) => `${who} made it part of another case of the customer at ${at}`,
    themeSet: {
      added: (at: string, who: string, theme: string) => `${who} added the theme “${theme}” at ${at}`,
      removed: (at: string, who: string, theme: string) => `${who} removed the theme “${theme}” at ${at}`,
    },
    percent: (clock: string, percent: number) => `${clock} ${percent}%`,
    department: 'Department',
    because: 'Why',
    unnamed: 'a member of staff, not named',
  },
})

interface Telling {
  readonly locale: PageLocale
  readonly at: (instant: string) => string
  readonly cases?: CasePolicy
  readonly departments?: readonly Department[]
  readonly themes?: readonly Theme[]
}

export function caseEventInWords(event: CaseEvent, { locale, at: written, cases, departments = [], themes = [] }: Telling) {
  if (isQuestionEvent(event)) {
    const departmentName = (department: string) => departmentNamed(departments, department, locale)
    return questionEventInWords(event, { locale, at: written, departmentName })
  }
  if (isCompensationEvent(event)) return compensationEventInWords(event, { locale, at: written })
  const words = WORDS[locale]
  const at = written(event.at)
  const who = whoIn(event.by, locale)
  switch (event.is) {
    case 'moved':
      return { what: words.moved(at, who, STEP_WORDS[locale][event.to]), note: event.note }
    case 'described':
      return { what: words.described(at, who), note: descriptionInWords(event, { locale, cases, departments }) }
    case 'severity-set': {
      const severity = cases ? severityNamed(event.severity, { cases, locale }) : event.severity.toUpperCase()
      return event.because.is === 'reason'
        ? { what: words.severity(at, who, severity), note: event.because.text }
        : { what: words.severityAlone(at, severity, whyThisSeverity(event.because, locale)), note: null }
    }
    case 'waiting': {
      const asked = event.solved ? words.askedSolved : words.askedByMail
      return { what: event.mail ? asked(at, who, event.mail.subject) : words.waiting(at, who), note: event.note }
    }
    case 'customer-said':
      return { what: event.solved ? words.saidSolved(at) : words.saidUnsolved(at), note: event.note === '' ? null : event.note }
    case 'customer-wrote': {
      const alone = event.replyId === undefined ? words.wroteAlone(at) : words.wroteByMail(at)
      const wrote = event.by.is === 'system' ? alone : words.wrote(at, who)
      const isWordless = event.note === '' && event.replyId !== undefined
      return { what: event.thanks ? words.thanked(at) : wrote, note: isWordless ? words.noWords : event.note }
    }
    case 'mailed':
      return { what: event.mail ? words.mailedAs(at, who, event.mail.subject) : words.mailed(at, who), note: event.note }
    case 'told-hours':
      return { what: words.toldHours[event.says](at, written(event.when)), note: null }
    case 'followed-up':
      return { what: words.followedUp(at), note: null }
    case 'not-mailed':
      return { what: words.notMailed[event.because](at), note: null }
    case 'escalated':
      if (event.clock) {
        const why = pointInWords(event.clock, locale)
        return { what: words.byClock(at, LEVEL_WORDS[locale][event.to], why), note: null }
      }
      return { what: words.escalated(at, who, LEVEL_WORDS[locale][event.to]), note: event.because }
    case 'handed-back':
      return { what: words.handedBack(at, who), note: event.because }
    case 'reminded': {
      const clocks = event.clocks.map((point) => pointInWords(point, locale)).join(', ')
      return { what: words.reminded(at, event.to?.name ?? words.nobody, clocks), note: null }
    }
    case 'alerted':
      return { what: event.to === null ? words.noOneLeft(at) : words.alerted(at, event.to.name), note: null }
    case 'told-news':
      return { what: event.to === null ? words.noOneLeft(at) : words.toldNews[event.news.is](at, event.to.name), note: null }
    case 'seen':
      return { what: words.seen(at, who), note: null }
    case 'took-over':
      return { what: words.tookOver(at, who), note: null }
    case 'merged':
      return { what: words.merged(at, who), note: null }
    case 'theme-set':
      return { what: words.themeSet[event.as](at, who, themeNamed(themes, event.theme, locale)), note: null }
    case 'added-file': {
      const adder = event.said?.is === 'link' ? saidByInWords(event.said, locale) : who
      const file = `${event.name} (${fileInWords(event, locale)})`
      return { what: FILE_EVENT_WORDS[locale].added(at, adder, file), note: event.note === '' ? null : event.note }
    }
  }
}

/** `Bắt đầu 50%`. */
const pointInWords = ({ clock, percent }: ClockPoint, locale: PageLocale): string =>
  WORDS[locale].percent(CLOCK_WORDS[locale][clock], percent)

const whoIn = (by: EventBy, locale: PageLocale): string => nameOf(by) ?? WORDS[locale].unnamed

/** `Giao hàng chậm; Mã đơn hàng: DH-1; Bộ phận: Kho`. */
export function descriptionInWords(
  { type, category, fields, department, because }: Described,
  {
    locale,
    cases,
    departments,
  }: { readonly locale: PageLocale; readonly cases: CasePolicy | undefined; readonly departments: readonly Department[] },
): string {
  const named = cases?.categories.find(({ id }) => id === category)?.name[locale] ?? category
  return [
    ...(type === undefined ? [] : [TYPE_WORDS[locale][type]]),
    named,
    ...CASE_FIELDS.flatMap((field) => (fields[field] === undefined ? [] : [`${FIELD_WORDS[locale][field]}: ${fields[field]}`])),
    ...(department === undefined ? [] : [`${WORDS[locale].department}: ${departmentNamed(departments, department, locale)}`]),
    ...(because === undefined ? [] : [`${WORDS[locale].because}: ${because}`]),
  ].join('; ')
}
