/** Who of a team works on a day, in which hours and for how many calls: the team's hours, the person's shifts and leave, and what the lead changed. */

import { hoursOfWeek, minutesOf, type WeeklyLine } from '#core/campaign/weekly-hours.ts'
import { changesInForce, type DutyChange, type DutyChangeInForce } from '#core/duty/duty-change.ts'
import { type DutyPlan, type PersonalTime, type Team, teamOf } from '#core/duty/team.ts'
import { dayWorkedLike, holidayOn, teamHours } from '#core/duty/team-hours.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { commonHours, type DayHours, joined } from '#core/time/send-slot.ts'
import type { WorkingCalendar } from '#core/time/working-days.ts'

/**
 * Why a member works, or does not. shift: by the plan. cover: also hours of a colleague. duty: on a day of a long holiday. away: for a part of the day
 * or all of it. covered: a colleague works instead. off: no hours on that day.
 */
export type DutyBecause = 'shift' | 'cover' | 'duty' | 'leave' | 'away' | 'covered' | 'off'

export interface Duty {
  readonly address: string
  /** Parts of the day in order; none on a day without work. */
  readonly hours: readonly DayHours[]
  readonly because: DutyBecause
  /** How many calls they can be given; 0 on a day without work. */
  readonly calls: number
  /** What the lead changed about this person's day. */
  readonly change: DutyChangeInForce | null
  /** Hours that were given to a colleague who does not work them: they are away themselves, or no longer in the team. */
  readonly uncovered: readonly DayHours[]
}

export interface DutyQuestion {
  readonly plan: DutyPlan
  /** The name of the team. */
  readonly team: string
  /** Who is in it. */
  readonly people: readonly { readonly address: string }[]
  readonly date: LocalDate
  readonly calendar: WorkingCalendar
  /** Of that day, in the order in which they were made. */
  readonly changes: readonly DutyChange[]
}

export function dutyOfDay({ plan, team: name, people, date, calendar, changes }: DutyQuestion): readonly Duty[] {
  const team = teamOf(plan, name)
  const inForce = changesInForce(changes)
  const planned = new Map(people.map(({ address }) => [address, plannedHours({ team, plan, address, date, calendar })]))
  const whole = wholeDayMinutes(team, date, calendar)
  const givenBy = (address: string): readonly DayHours[] => {
    const change = inForce.get(address)
    return change?.is === 'covered' ? after(planned.get(address)?.hours ?? [], change.from) : []
  }
  const givenTo = (address: string): readonly DayHours[] =>
    people.flatMap((other) => {
      const change = inForce.get(other.address)
      return change?.is === 'covered' && change.with === address ? givenBy(other.address) : []
    })
  const worked = new Map(
    people.map(({ address }) => {
      const all = joined([...(planned.get(address)?.hours ?? []), ...givenTo(address)])
      return [address, before(all, inForce.get(address))]
    }),
  )
  return people.map(({ address }) => {
    const { because } = planned.get(address) ?? NOTHING
    const [hours, change] = [worked.get(address) ?? [], inForce.get(address) ?? null]
    const covers = commonHours([joined(givenTo(address)), hours]).length > 0
    const uncovered = change?.is === 'covered' ? without(givenBy(address), worked.get(change.with) ?? []) : []
    const calls = callsFor(hours, { whole, most: callsADay(plan, team, address) })
    return { address, hours, because: change?.is ?? (covers ? 'cover' : because), calls, change, uncovered }
  })
}

interface Planned {
  readonly hours: readonly DayHours[]
  readonly because: Extract<DutyBecause, 'shift' | 'duty' | 'leave' | 'off'>
}
const NOTHING: Planned = { hours: [], because: 'off' }

interface OnePerson {
  readonly team: Team
  readonly plan: DutyPlan
  readonly address: string
  readonly date: LocalDate
  readonly calendar: WorkingCalendar
}

function plannedHours({ team, plan, address, date, calendar }: OnePerson): Planned {
  const onDuty = holidayOn(team, date)?.duty.filter((day) => day.date === date && day.people.includes(address)) ?? []
  if (onDuty.length > 0) return { hours: joined(onDuty.flatMap(({ hours }) => hours)), because: 'duty' }
  const hours = teamHours(team, date, calendar)
  if (hours.length === 0) return NOTHING
  const { leave = [], shifts } = timeOf(plan, address) ?? {}
  if (leave.some(({ from, to }) => from <= date && date <= to)) return { hours: [], because: 'leave' }
  const own = shifts ? commonHours([hours, shiftsOn(shifts, { team, date, calendar })]) : hours
  return own.length === 0 ? NOTHING : { hours: own, because: 'shift' }
}

/** On a day worked instead of another a person without a shift of that weekday has the one of the day that it is worked like. */
function shiftsOn(shifts: readonly WeeklyLine[], { team, date, calendar }: Pick<OnePerson, 'team' | 'date' | 'calendar'>) {
  const ofDay = hoursOfWeek(shifts, date)
  return ofDay.length > 0 ? ofDay : hoursOfWeek(shifts, dayWorkedLike(team, date, calendar))
}

/** What a member still works who is away, or covered, from a time of the day on. */
const before = (hours: readonly DayHours[], change: DutyChangeInForce | undefined): readonly DayHours[] =>
  change === undefined ? hours : change.from === null ? [] : commonHours([hours, [{ from: '00:00', to: change.from }]])

const after = (hours: readonly DayHours[], from: string | null): readonly DayHours[] =>
  from === null ? hours : commonHours([hours, [{ from, to: '24:00' }]])

/** The parts of `hours` in which none of the others lies. */
const without = (hours: readonly DayHours[], others: readonly DayHours[]): readonly DayHours[] =>
  others.reduce<readonly DayHours[]>(
    (left, { from, to }) =>
      left.flatMap((part) =>
        commonHours([
          [part],
          [
            { from: '00:00', to: from },
            { from: to, to: '24:00' },
          ],
        ]),
      ),
    hours,
  )

const timeOf = ({ people }: DutyPlan, address: string): PersonalTime | undefined =>
  people.find((person) => person.address === address)

/** For a whole working day; 0 for a member who is given no calls, such as a lead. */
export const callsADay = (plan: DutyPlan, team: Team, address: string): number =>
  timeOf(plan, address)?.callsADay ?? team.callsADay

/** Part of a day is part of the calls. A day with more hours than usual brings no more of them. */
function callsFor(hours: readonly DayHours[], { whole, most }: { readonly whole: number; readonly most: number }): number {
  const worked = minutesOf(hours)
  if (worked === 0 || most === 0) return 0
  return Math.max(1, Math.floor(most * Math.min(1, worked / whole)))
}

/** The longest day of that week; on a duty of a holiday a week without days, a working day of eight hours. */
function wholeDayMinutes(team: Team, date: LocalDate, calendar: WorkingCalendar): number {
  const days = Array.from({ length: 13 }, (_, at) => minutesOf(teamHours(team, addDays(date, at - 6), calendar)))
  return Math.max(...days) || EIGHT_HOURS
}
const EIGHT_HOURS = 480
