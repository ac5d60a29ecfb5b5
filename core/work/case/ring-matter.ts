/** What is done next of all that a case is to ring for now: one matter, which is one mail or one step up. */
import { epochMsOf, type Instant } from '#core/time/instant.ts'
import type { ClockPoint } from '#core/work/case/case-event.ts'
import type { AlertDue, CaseRing, EscalationDue, NewsDue, ReminderDue } from '#core/work/case/case-rings.ts'
import { escalationRank } from '#core/work/case/case-standing.ts'
import type { CaseNews } from '#core/work/case/news-event.ts'
import { workMark } from '#core/work/day-list/mails-due.ts'

export type RingMatter =
  | { readonly is: 'escalate'; readonly ring: EscalationDue }
  | (AlertDue & Mailed)
  | (NewsDue & Mailed)
  | (Mailed & {
      readonly is: 'remind'
      /** The furthest of each clock, the most urgent first. */
      readonly clocks: readonly [ReminderDue, ...ReminderDue[]]
      /** All that the mail settles. */
      readonly points: readonly ClockPoint[]
    })

interface Mailed {
  /** Of the mail: the same for every run that writes it. It names no customer. */
  readonly about: string
  readonly at: Instant
}

/** Going up comes first: the person who is told reads the case as it stands then. What rings together is one mail, so that after a night an owner does not get three. */
export function nextMatter(workId: string, due: readonly CaseRing[]): RingMatter | undefined {
  const up = due
    .flatMap((ring) => (ring.is === 'escalate' ? [ring] : []))
    .toSorted((a, b) => escalationRank(b.to) - escalationRank(a.to))
  if (up[0]) return { is: 'escalate', ring: up[0] }
  const mark = workMark(workId)
  const alert = due.find((ring) => ring.is === 'alert')
  if (alert?.is === 'alert')
    return { ...alert, about: `raised ${mark} ${alert.since} ${alert.turn}${alert.before === 0 ? '' : ` ${alert.before}`}` }
  const news = due.find((ring) => ring.is === 'news')
  if (news?.is === 'news')
    return { ...news, about: `news ${mark} ${nameOfNews(news.news)}${news.turn === 0 ? '' : ` ${news.turn}`}` }
  const reminders = due.flatMap((ring) => (ring.is === 'remind' ? [ring] : [])).toSorted(byUrgency)
  const [first, ...others] = reminders.filter((ring, at) => reminders.findIndex(({ clock }) => clock === ring.clock) === at)
  if (!first) return undefined
  const { clock, since, percent, at } = first
  return {
    is: 'remind',
    clocks: [first, ...others],
    points: reminders.map((ring) => ({ clock: ring.clock, since: ring.since, percent: ring.percent })),
    about: `clock ${mark} ${clock} ${since} ${percent}`,
    at,
  }
}

const nameOfNews = (news: CaseNews): string => (news.is === 'answer' ? news.questionId : news.compensationId)

/** What has run furthest; of two that ran equally far, what is due first. */
const byUrgency = (a: ReminderDue, b: ReminderDue): number => b.percent - a.percent || epochMsOf(a.dueAt) - epochMsOf(b.dueAt)
