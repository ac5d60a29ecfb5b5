/** What happened to a case in words, with what staff wrote apart from it. */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import { type Department, departmentNamed } from '#core/campaign/departments.ts'
import { type Theme, themeNamed } from '#core/campaign/themes.ts'
import type { CaseEvent, ClockPoint } from '#core/work/case/case-event.ts'
import { isCompensationEvent } from '#core/work/case/compensation-event.ts'
import { isQuestionEvent } from '#core/work/case/question-event.ts'
import type { EventBy } from '#core/work/event-by.ts'
import { nameOf } from '#core/work/event-staff.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { descriptionInWords } from '#web/words/case-description.ts'
import { CLOCK_WORDS, LEVEL_WORDS, STEP_WORDS, severityNamed, whyThisSeverity } from '#web/words/cases.ts'
import { compensationEventInWords } from '#web/words/compensation-events.ts'
import { FILE_EVENT_WORDS, fileInWords } from '#web/words/files.ts'
import { questionEventInWords } from '#web/words/question-events.ts'
import { saidByInWords } from '#web/words/questions.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { aside, en, type TimeTelling, timeOf, vi } from '#web/words/when.ts'

const WORDS = bothLanguages({
  vi: {
    moved: (at: string, who: string, to: string) => `${who} chuyển sang bước ${to}${vi.when(at)}`,
    described: (at: string, who: string) => `${who} mô tả vụ việc${vi.when(at)}`,
    severity: (at: string, who: string, severity: string) => `${who} đặt mức ${severity}${vi.when(at)}`,
    severityAlone: (at: string, severity: string, why: string) => `Mức ${severity}${vi.when(at)}, ${why}`,
    waiting: (at: string, who: string) => `${who} chờ khách trả lời${vi.since(at)}`,
    wrote: (at: string, who: string) => `Khách trả lời${vi.when(at)}, ${who} ghi`,
    wroteAlone: (at: string) => `Khách trả lời${vi.when(at)}`,
    thanked: (at: string) => `Khách cảm ơn${vi.when(at)}`,
    mailed: (at: string, who: string) => `${who} viết cho khách${vi.when(at)}`,
    mailedAs: (at: string, who: string, subject: string) => `${who} gửi thư cho khách${vi.when(at)}: ${subject}`,
    askedByMail: (at: string, who: string, subject: string) =>
      `${who} gửi thư hỏi khách và chờ trả lời${vi.since(at)}: ${subject}`,
    askedSolved: (at: string, who: string, subject: string) => `${who} gửi thư hỏi khách đã ổn chưa${vi.when(at)}: ${subject}`,
    toldHours: {
      from: (at: string, looksAt: string) => `Tự báo cho khách${vi.when(at)}: sẽ có người xem từ ${looksAt}`,
      by: (at: string, looksAt: string) => `Tự báo cho khách${vi.when(at)}: sẽ có người xem trước ${looksAt}`,
    },
    followedUp: (at: string) => `Sau khi đóng, tự gửi thư hỏi thăm khách${vi.when(at)}`,
    saidSolved: (at: string) => `Khách nói đã ổn${vi.when(at)}`,
    saidUnsolved: (at: string) => `Khách nói vẫn chưa ổn${vi.when(at)}`,
    wroteByMail: (at: string) => `Khách gửi thư${vi.when(at)}`,
    noWords: 'Thư không có lời nào đọc được; xem thư gốc ở trang khách hàng.',
    notMailed: {
      'no-address': (at: string) => `Thư không gửi được${vi.when(at)}: khách không có địa chỉ email`,
      suppressed: (at: string) => `Thư không gửi được${vi.when(at)}: địa chỉ của khách đã ngừng nhận thư`,
      refused: (at: string) => `Thư không gửi được${vi.when(at)}: máy chủ thư từ chối`,
      unknown: (at: string) => `Không rõ thư đã đi hay chưa${aside(at)}: đã thử hai lần, máy chủ thư không trả lời`,
    },
    escalated: (at: string, who: string, to: string) => `${who} báo lên ${to}${vi.when(at)}`,
    byClock: (at: string, to: string, why: string) => `Báo lên ${to}${vi.when(at)}: ${why}`,
    handedBack: (at: string, who: string) => `${who} giao lại cho người phụ trách${vi.when(at)}`,
    reminded: (at: string, to: string, clocks: string) => `Nhắc ${to}${vi.when(at)}: ${clocks}`,
    alerted: (at: string, to: string) => `Báo cho ${to}${vi.when(at)}`,
    noOneLeft: (at: string) => `Không còn ai để báo${vi.when(at)}`,
    toldNews: {
      answer: (at: string, to: string) => `Báo cho ${to}${vi.when(at)}: bộ phận đã trả lời`,
      approval: (at: string, to: string) => `Báo cho ${to}${vi.when(at)}: bù đắp chờ duyệt`,
    },
    nobody: 'không ai',
    seen: (at: string, who: string) => `${who} mở vụ việc${vi.when(at)}`,
    tookOver: (at: string, who: string) => `${who} gộp một vụ việc khác của khách vào đây${vi.when(at)}`,
    merged: (at: string, who: string) => `${who} gộp vào một vụ việc khác của khách${vi.when(at)}`,
    themeSet: {
      added: (at: string, who: string, theme: string) => `${who} thêm chủ đề “${theme}”${vi.when(at)}`,
      removed: (at: string, who: string, theme: string) => `${who} bỏ chủ đề “${theme}”${vi.when(at)}`,
    },
    percent: (clock: string, percent: number) => `${clock} ${percent}%`,
  },
  en: {
    moved: (at: string, who: string, to: string) => `${who} moved it to “${to}”${en.when(at)}`,
    described: (at: string, who: string) => `${who} described it${en.when(at)}`,
    severity: (at: string, who: string, severity: string) => `${who} set it to ${severity}${en.when(at)}`,
    severityAlone: (at: string, severity: string, why: string) => `${severity}${en.when(at)}, ${why}`,
    waiting: (at: string, who: string) => `${who} waits for the customer${en.since(at)}`,
    wrote: (at: string, who: string) => `The customer answered${en.when(at)}, noted by ${who}`,
    wroteAlone: (at: string) => `The customer answered${en.when(at)}`,
    thanked: (at: string) => `The customer said thanks${en.when(at)}`,
    mailed: (at: string, who: string) => `${who} wrote to the customer${en.when(at)}`,
    mailedAs: (at: string, who: string, subject: string) => `${who} sent the customer a mail${en.when(at)}: ${subject}`,
    askedByMail: (at: string, who: string, subject: string) =>
      `${who} asked by mail and waits for the customer${en.since(at)}: ${subject}`,
    askedSolved: (at: string, who: string, subject: string) =>
      `${who} asked by mail whether it is solved${en.when(at)}: ${subject}`,
    toldHours: {
      from: (at: string, looksAt: string) => `The customer was told${en.when(at)}: somebody will look from ${looksAt} on`,
      by: (at: string, looksAt: string) => `The customer was told${en.when(at)}: somebody will look before ${looksAt}`,
    },
    followedUp: (at: string) => `Some days after the closing a mail asked${en.when(at)} whether all is well`,
    saidSolved: (at: string) => `The customer said that it is solved${en.when(at)}`,
    saidUnsolved: (at: string) => `The customer said that it is not solved${en.when(at)}`,
    wroteByMail: (at: string) => `The customer wrote a mail${en.when(at)}`,
    noWords: 'The mail has no words that could be read; see the mail itself on the page of the customer.',
    notMailed: {
      'no-address': (at: string) => `The mail did not go out${en.when(at)}: the customer has no e-mail address`,
      suppressed: (at: string) => `The mail did not go out${en.when(at)}: the address of the customer is suppressed`,
      refused: (at: string) => `The mail did not go out${en.when(at)}: the mail service refused it`,
      unknown: (at: string) =>
        `Whether the mail went out is not known${aside(at)}: tried twice, and the mail service did not answer`,
    },
    escalated: (at: string, who: string, to: string) => `${who} took it up to ${to}${en.when(at)}`,
    byClock: (at: string, to: string, why: string) => `It went up to ${to}${en.when(at)}: ${why}`,
    handedBack: (at: string, who: string) => `${who} handed it back down${en.when(at)}`,
    reminded: (at: string, to: string, clocks: string) => `${to} reminded${en.when(at)}: ${clocks}`,
    alerted: (at: string, to: string) => `${to} told${en.when(at)}`,
    noOneLeft: (at: string) => `There was nobody left to tell${en.when(at)}`,
    toldNews: {
      answer: (at: string, to: string) => `${to} told${en.when(at)} that the department answered`,
      approval: (at: string, to: string) => `${to} told${en.when(at)} that a compensation waits for approval`,
    },
    nobody: 'nobody',
    seen: (at: string, who: string) => `${who} opened it${en.when(at)}`,
    tookOver: (at: string, who: string) => `${who} made another case of the customer part of this one${en.when(at)}`,
    merged: (at: string, who: string) => `${who} made it part of another case of the customer${en.when(at)}`,
    themeSet: {
      added: (at: string, who: string, theme: string) => `${who} added the theme “${theme}”${en.when(at)}`,
      removed: (at: string, who: string, theme: string) => `${who} removed the theme “${theme}”${en.when(at)}`,
    },
    percent: (clock: string, percent: number) => `${clock} ${percent}%`,
  },
})

interface Telling extends TimeTelling {
  readonly locale: PageLocale
  readonly cases?: CasePolicy
  readonly departments?: readonly Department[]
  readonly themes?: readonly Theme[]
}

export function caseEventInWords(event: CaseEvent, telling: Telling) {
  const { locale, at: written, cases, departments = [], themes = [] } = telling
  if (isQuestionEvent(event)) {
    const departmentName = (department: string) => departmentNamed(departments, department, locale)
    return questionEventInWords(event, { ...telling, departmentName })
  }
  if (isCompensationEvent(event)) return compensationEventInWords(event, telling)
  const words = WORDS[locale]
  const at = timeOf(event.at, telling)
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
    case 'told-news': {
      const told = event.to === null ? [] : [event.to, ...(event.others ?? [])].map(({ name }) => name)
      return { what: told.length === 0 ? words.noOneLeft(at) : words.toldNews[event.news.is](at, told.join(', ')), note: null }
    }
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

const whoIn = (by: EventBy, locale: PageLocale): string => staffNamed(nameOf(by), locale)
