/**
 * Who is told at once of what cannot wait: outside the hours of the team its people on call, one after the other. A night is one turn, that of the day on
 * which it begins and of the day on which it ends: who is away on either of them is not on call in it, before midnight or after.
 */

import { holdsOn } from '#core/campaign/weekly-hours.ts'
import { changesInForce, type DutyChange } from '#core/duty/duty-change.ts'
import type { DutyPlan, OnCallLine, Team } from '#core/duty/team.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

export interface OnCallQuestion {
  readonly plan: DutyPlan
  readonly team: Team
  /** Of everybody on the roster. */
  readonly known: readonly string[]
  /** Of that time, as `changesInNight` gives them, in the order in which they were made. */
  readonly changes: readonly DutyChange[]
}

/** In the morning a lead can look at the day again. */
const NIGHT_ENDS = '08:00'
/** Teams have gone home by then; who is off from the next day on has their evening. */
const NIGHT_BEGINS = '18:00'

/** How far from the day at a time the other day of that night lies; 0 by day. */
export const otherDayOfNight = (time: string): -1 | 0 | 1 => (time < NIGHT_ENDS ? -1 : time < NIGHT_BEGINS ? 0 : 1)

/**
 * What is changed about a night, at a time of it. After midnight a change of the evening before still holds, because who fell ill then is ill at one in the
 * morning too; before midnight it holds that somebody is away on all of the next day. What was changed about a person on the day itself goes before both.
 */
export function changesInNight(
  time: string,
  { today, other }: { readonly today: readonly DutyChange[]; readonly other: readonly DutyChange[] },
): readonly DutyChange[] {
  const inForce = [...changesInForce(other).values()]
  switch (otherDayOfNight(time)) {
    case -1:
      return [...inForce.map((change) => ({ ...change, from: null })), ...today]
    case 0:
      return today
    case 1: {
      const own = changesInForce(today)
      return [...own.values(), ...inForce.filter(({ is, from, address }) => is === 'away' && from === null && !own.has(address))]
    }
  }
}

/** Addresses in the order in which they are told; none where the plan names no person for that time, or all of them are away. */
export function onCallAt(
  { plan, team, known, changes }: OnCallQuestion,
  { date, time }: { readonly date: LocalDate; readonly time: string },
): readonly string[] {
  const inForce = changesInForce(changes)
  const isThere = (address: string): boolean => isAtHand({ plan, known, changes }, { address, date, time })
  /** A colleague who covers the day of a person on call is on call in their place, unless away as well. */
  const inTheirPlace = (address: string): readonly string[] => {
    const change = inForce.get(address)
    const stands = change?.is === 'covered' && (change.from === null || change.from <= time) ? change.with : address
    return isThere(stands) ? [stands] : []
  }
  return [...new Set(namedAt(team, { date, time }).flatMap(inTheirPlace))]
}

/** Whether the plan names a person at any time of that part of the day. Leave and changes are not asked. */
export function isNamedWithin(
  team: Pick<Team, 'onCall'>,
  address: string,
  { date, from, to }: { readonly date: LocalDate; readonly from: string; readonly to: string },
): boolean {
  const turns = team.onCall.flatMap(({ hours }) => hours.flatMap((part) => [part.from, part.to]))
  return [from, ...turns].some((time) => from <= time && time < to && namedAt(team, { date, time }).includes(address))
}

function namedAt({ onCall }: Pick<Team, 'onCall'>, at: { readonly date: LocalDate; readonly time: string }): readonly string[] {
  const holding = onCall.filter((line) => holds(line, at))
  const dated = holding.filter(isDated)
  return (dated.length > 0 ? dated : holding).flatMap(({ people }) => people)
}

/** Whether a person works here, and is not on leave or marked away at that time, or on the other day of its night. The hours of their work are not asked. */
export function isAtHand(
  { plan, known, changes }: Omit<OnCallQuestion, 'team'>,
  { address, date, time }: { readonly address: string; readonly date: LocalDate; readonly time: string },
): boolean {
  const days = [date, addDays(date, otherDayOfNight(time))]
  const isOnLeave = plan.people.some(
    (person) =>
      person.address === address && person.leave?.some(({ from, to }) => days.some((day) => from <= day && day <= to)) === true,
  )
  const change = changesInForce(changes).get(address)
  return known.includes(address) && !isOnLeave && (change === undefined || (change.from !== null && change.from > time))
}

/** A line for Tết goes before the one of every night. */
const isDated = ({ from, to }: OnCallLine): boolean => from !== undefined || to !== undefined

function holds(line: OnCallLine, { date, time }: { readonly date: LocalDate; readonly time: string }): boolean {
  const { from = date, to = date, hours, weekdays = EVERY_DAY } = line
  if (date < from || date > to || !holdsOn({ ...line, weekdays }, date)) return false
  return hours.some((part) => part.from <= time && time < part.to)
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
