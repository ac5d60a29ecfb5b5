/** Who hears at once of a complaint, and when the team is back: by day the one who rings, outside the hours of the team the person on call. */
import type { Duty } from '#core/duty/duty-of-day.ts'
import { type OnCallQuestion, onCallAt } from '#core/duty/on-call.ts'
import type { Team } from '#core/duty/team.ts'
import { nextTeamDay, teamHours } from '#core/duty/team-hours.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { DayHours } from '#core/time/send-slot.ts'
import type { WorkingCalendar } from '#core/time/working-days.ts'

/** duty: a member works on a day of a long holiday. break: the team is back on the same day. no-one: the plan names no person for that time, or all are away. */
export type ToldBecause = 'at-work' | 'on-call' | 'duty' | 'break' | 'no-one'

export interface ToldAtOnce {
  readonly because: ToldBecause
  /** Addresses in the order in which they are told: the next one when the mail to the one before cannot be delivered. */
  readonly addresses: readonly string[]
  /** When the team works again, in the company's zone; null while it is at work, and for a team without hours. */
  readonly back: { readonly date: LocalDate; readonly time: string } | null
}

export interface ToldQuestion extends OnCallQuestion {
  readonly duties: readonly Duty[]
  readonly calendar: WorkingCalendar
  /** On whose list of calls of this day the work stands; null for none. */
  readonly rings: string | null
  /** Who answers for the team; null where there is no such person. */
  readonly lead: string | null
}

export function toldAtOnce(asked: ToldQuestion, { date, time }: { readonly date: LocalDate; readonly time: string }): ToldAtOnce {
  const { team, duties, calendar, rings, lead } = asked
  const today = teamHours(team, date, calendar)
  const working = duties.filter(({ hours }) => holds(hours, time)).map(({ address }) => address)
  const told = (because: ToldBecause, first: readonly (string | null)[]): ToldAtOnce => ({
    because,
    addresses: [...new Set([...first, lead].flatMap((address) => address ?? []))],
    back: because === 'at-work' ? null : backAfter(team, { date, time, today, calendar }),
  })
  if (holds(today, time))
    return told(
      'at-work',
      working.filter((address) => address === rings),
    )
  const onCall = onCallAt(asked, { date, time })
  if (onCall.length > 0) return told('on-call', onCall)
  if (working.length > 0) return told('duty', working)
  return told(today.some(({ to }) => to <= time) && today.some(({ from }) => from > time) ? 'break' : 'no-one', [])
}

const holds = (hours: readonly DayHours[], time: string): boolean => hours.some(({ from, to }) => from <= time && time < to)

interface Leaving {
  readonly date: LocalDate
  readonly time: string
  readonly today: readonly DayHours[]
  readonly calendar: WorkingCalendar
}

function backAfter(team: Team, { date, time, today, calendar }: Leaving): ToldAtOnce['back'] {
  const later = today.find(({ from }) => from > time)
  if (later) return { date, time: later.from }
  const next = nextTeamDay(team, date, calendar)
  const [first] = next === undefined ? [] : teamHours(team, next, calendar)
  return next === undefined || !first ? null : { date: next, time: first.from }
}
