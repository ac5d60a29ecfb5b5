/** What happened to work for staff, in words: an event each, with what staff wrote apart from it. */
import type { CasePolicy } from '#core/campaign/case-policy.ts'
import type { Department } from '#core/campaign/departments.ts'
import type { Theme } from '#core/campaign/themes.ts'
import { isCaseEvent } from '#core/work/case/case-event.ts'
import { isSameStaff } from '#core/work/event-staff.ts'
import type { Assigned, WorkEvent } from '#core/work/work-event.ts'
import { reasonOf, type WorkItem, type WorkReason } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { dispositionInWords, WAY_WORDS } from '#web/words/calls.ts'
import { caseEventInWords } from '#web/words/case-events.ts'
import { atFirstInWords, closingInWords } from '#web/words/closings.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { aside, en, type TimeTelling, timeOf, vi } from '#web/words/when.ts'

const EVENT_WORDS = bothLanguages({
  vi: {
    opened: (at: string) => `Mở${vi.when(at)}`,
    openedBy: (at: string, who: string, did: string) => `Mở${vi.when(at)}: ${who} ${did}`,
    noted: (at: string, who: string) => `${who} ghi${vi.when(at)}`,
    taken: (at: string, who: string) => `${who} nhận việc${vi.when(at)}`,
    handed: (at: string, who: string, to: string) => `${who} giao cho ${to}${vi.when(at)}`,
    givenBack: (at: string, who: string) => `${who} trả việc lại cho mọi người${vi.when(at)}`,
    team: (team: string) => `nhóm ${team}`,
    everybody: 'mọi người',
    reopened: (at: string, who: string) => `${who} mở lại${vi.when(at)}`,
    reopenedAlone: (at: string) => `Mở lại${vi.when(at)}, vì khách liên hệ lại`,
    attempted: (at: string, who: string, how: string, as: string) => `${who}${aside(at)}, ${how}: ${as}`,
    until: (at: string) => `gọi lại lúc ${at}`,
    guide: 'khách hỏi hướng dẫn qua email',
    extended: (at: string | null, who: string) => `Gia hạn${at === null ? ' (không ghi lúc nào)' : vi.when(at)}, ${who}`,
    closed: (at: string, who: string) => `Đóng${vi.when(at)}, ${who}`,
    closedAlone: (at: string) => `Đóng${vi.when(at)}`,
    closedBecause: {
      'customer-said': (at: string) => `Đóng${vi.when(at)}, vì khách nói đã ổn`,
      'no-answer': (at: string) => `Đóng${vi.when(at)}, vì đã hỏi đủ số lần mà khách không trả lời`,
    },
    handedAlone: (at: string, to: string) => `Giao cho ${to}${vi.when(at)}, theo quy định`,
  },
  en: {
    opened: (at: string) => `Opened${en.when(at)}`,
    openedBy: (at: string, who: string, did: string) => `Opened${en.when(at)}: ${who} ${did}`,
    noted: (at: string, who: string) => `${who} noted${en.when(at)}`,
    taken: (at: string, who: string) => `${who} took it${en.when(at)}`,
    handed: (at: string, who: string, to: string) => `${who} handed it to ${to}${en.when(at)}`,
    givenBack: (at: string, who: string) => `${who} gave it back to everybody${en.when(at)}`,
    team: (team: string) => `the team ${team}`,
    everybody: 'everybody',
    reopened: (at: string, who: string) => `${who} reopened it${en.when(at)}`,
    reopenedAlone: (at: string) => `Reopened${en.when(at)}, because the customer was in touch again`,
    attempted: (at: string, who: string, how: string, as: string) => `${who}${aside(at)}, ${how}: ${as}`,
    until: (at: string) => `ring at ${at}`,
    guide: 'asked for the guide by mail',
    extended: (at: string | null, who: string) => `Extended${at === null ? ' (when is not recorded)' : en.when(at)}, ${who}`,
    closed: (at: string, who: string) => `Closed${en.when(at)}, ${who}`,
    closedAlone: (at: string) => `Closed${en.when(at)}`,
    closedBecause: {
      'customer-said': (at: string) => `Closed${en.when(at)}, because the customer said that it is solved`,
      'no-answer': (at: string) => `Closed${en.when(at)}, because the customer was asked often enough and did not answer`,
    },
    handedAlone: (at: string, to: string) => `Handed to ${to}${en.when(at)}, as the company’s settings say`,
  },
})

/** What a member of staff did by opening it; the other kinds are mostly opened by the system. */
const OPENED_WORDS = bothLanguages<Readonly<Record<WorkReason, string>>>({
  vi: {
    complaint: 'ghi nhận khiếu nại',
    request: 'ghi lại yêu cầu',
    question: 'ghi lại câu hỏi',
    suggestion: 'ghi lại góp ý',
    rights: 'ghi lại yêu cầu',
    'follow-up': 'hẹn gọi hỏi thăm lại',
    contact: 'ghi lại lần liên hệ',
    'missed-hotline': 'ghi lại cuộc gọi nhỡ',
    'low-score': 'mở việc này',
    'unclear-reply': 'mở việc này',
    'check-in': 'mở việc này',
  },
  en: {
    complaint: 'noted a complaint',
    request: 'noted a request',
    question: 'noted a question',
    suggestion: 'noted a suggestion',
    rights: 'noted a request',
    'follow-up': 'agreed to ring again',
    contact: 'noted a contact',
    'missed-hotline': 'noted a missed call',
    'low-score': 'opened it',
    'unclear-reply': 'opened it',
    'check-in': 'opened it',
  },
})

export interface EventTelling extends TimeTelling {
  readonly locale: PageLocale
  /** With which categories and severities have their names; without it they are told by their ids. */
  readonly cases?: CasePolicy
  /** With which departments have their names. */
  readonly departments?: readonly Department[]
  /** With which themes have their names. */
  readonly themes?: readonly Theme[]
}

export interface ToldEvent {
  readonly what: string
  /** What staff wrote with it. */
  readonly note: string | null
}

/** One event of an item: what it was, when and who; apart from it what staff wrote. */
export function eventInWords(event: WorkEvent, item: WorkItem, telling: EventTelling): ToldEvent {
  if (isCaseEvent(event)) return caseEventInWords(event, telling)
  const { locale, at } = telling
  const words = EVENT_WORDS[locale]
  const who = (name: string | null) => staffNamed(name, locale)
  switch (event.is) {
    case 'opened': {
      const { by } = event
      if (by.is === 'system') return { what: words.opened(timeOf(event.at, telling)), note: null }
      const what = words.openedBy(timeOf(event.at, telling), who(by.name), OPENED_WORDS[locale][reasonOf(item)])
      return { what, note: null }
    }
    case 'noted':
      return { what: words.noted(timeOf(event.at, telling), who(event.by.name)), note: event.note }
    case 'attempted': {
      const { disposition, way, callBackAt, note, guide } = event
      const more = [...(callBackAt === null ? [] : [words.until(at(callBackAt))]), ...(guide ? [words.guide] : [])]
      const as = [dispositionInWords(disposition, locale), ...more].join(', ')
      return { what: words.attempted(timeOf(event.at, telling), who(event.by.name), WAY_WORDS[locale][way], as), note }
    }
    case 'extended':
      return {
        what: words.extended(event.at === null ? null : timeOf(event.at, telling), who(event.by.name)),
        note: event.because,
      }
    case 'assigned':
      return { what: handedInWords(event, telling), note: event.note ?? null }
    case 'reopened':
      return event.by.is === 'system'
        ? { what: words.reopenedAlone(timeOf(event.at, telling)), note: null }
        : { what: words.reopened(timeOf(event.at, telling), who(event.by.name)), note: event.because }
    case 'closed': {
      const marks = [closingInWords(item, event, locale), atFirstInWords(event, locale)].filter((mark) => mark !== null)
      const { by } = event
      const alone = event.because === undefined ? words.closedAlone : words.closedBecause[event.because]
      const what = by.is === 'system' ? alone(timeOf(event.at, telling)) : words.closed(timeOf(event.at, telling), who(by.name))
      return { what: [what, ...marks].join(', '), note: event.note }
    }
  }
}

/** A person hands an item to themself by taking it. */
function handedInWords({ by, to, at: handedAt }: Assigned, telling: EventTelling): string {
  const words = EVENT_WORDS[telling.locale]
  const at = timeOf(handedAt, telling)
  if (by.is === 'system') {
    const desk = to.is === 'person' ? to.name : to.is === 'team' ? words.team(to.team) : words.everybody
    return words.handedAlone(at, desk)
  }
  const who = staffNamed(by.name, telling.locale)
  switch (to.is) {
    case 'person':
      return isSameStaff(to, by) ? words.taken(at, who) : words.handed(at, who, to.name)
    case 'team':
      return words.handed(at, who, words.team(to.team))
    case 'everybody':
      return words.givenBack(at, who)
  }
}
