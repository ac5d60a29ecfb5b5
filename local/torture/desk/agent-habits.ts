/** When agents ring, and how a call ends: each follows from the seed and the call, whatever the order in which processes answer. */

import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import type { Disposition } from '#core/work/disposition.ts'
import { keyedChance } from '#local/torture/keyed-chance.ts'

/** The days of the run on which the team works; in Vietnam no clock is ever changed. */
const DAYS: readonly LocalDate[] = ['2027-03-26', '2027-03-29', '2027-03-30', '2027-03-31']
/** Half of them in hours in which Paris may be rung, too. */
const TIMES = ['08:40', '10:30', '13:20', '15:10', '16:30']
const at = (date: LocalDate, time: string): Instant => new Date(`${date}T${time}:00+07:00`).toISOString() as Instant

export const ROUNDS: readonly Instant[] = DAYS.flatMap((date) => TIMES.map((time) => at(date, time)))
/** In the company's zone. */
export const dateAt = (instant: Instant): LocalDate => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10)

const ENDS: readonly (readonly [Disposition, number])[] = [
  ['no-answer', 0.24],
  ['busy', 0.06],
  ['call-back', 0.26],
  ['satisfied', 0.2],
  ['complaint', 0.05],
  ['request', 0.04],
  ['refused', 0.05],
  ['wrong-number', 0.03],
  ['do-not-call', 0.07],
]

export interface CallEnds {
  readonly disposition: Disposition
  readonly note: string
  readonly callBackAt: Instant | null
  readonly stop: 'person' | 'number'
}

/** What happens around one call. */
export interface Luck {
  readonly ends: CallEnds
  /** In a second tab the agent had chosen something else, and both are sent at the same time. */
  readonly otherTab: CallEnds | null
  /** The button is pressed twice at the same time. */
  readonly isPressedTwice: boolean
  /** And once more later, from a page that was left open. */
  readonly isPressedLater: boolean
}

export function luckOf({ seed, workId, seen, now }: CallMade): Luck {
  const chance = keyedChance(`call ${seed} ${workId} ${seen}`)
  const end = (kind: string): CallEnds => {
    const disposition = endAt(chance.number(kind))
    return {
      disposition,
      note: disposition === 'complaint' || disposition === 'request' ? `trà bị ẩm, ${kind}` : '',
      callBackAt: disposition === 'call-back' ? promised(chance.number(`${kind} time`), now) : null,
      stop: chance.happens(`${kind} stop`, 0.3) ? 'number' : 'person',
    }
  }
  const ends = end('end')
  return {
    ends,
    otherTab: chance.happens('other tab', 0.15) ? end('other end') : null,
    isPressedTwice: chance.happens('twice', 0.15),
    isPressedLater: chance.happens('later', 0.15),
  }
}

function endAt(lot: number): Disposition {
  let left = lot
  for (const [disposition, share] of ENDS) {
    left -= share
    if (left < 0) return disposition
  }
  return 'no-answer'
}

interface CallMade {
  readonly seed: number
  readonly workId: string
  readonly seen: number
  readonly now: Instant
}

/** At the time of a round: later on that day, or on the next working day. Now and then a time at which no call can be promised. */
function promised(lot: number, now: Instant): Instant {
  if (lot < 0.05) return at(addDays(dateAt(now), 1), '22:00')
  const ahead = ROUNDS.filter((round) => round > now)
  const today = ahead.filter((round) => dateAt(round) === dateAt(now))
  const next = ahead.find((round) => dateAt(round) > dateAt(now))
  const later = next === undefined ? at(addDays(dateAt(now), 1), '10:30') : next
  const choice = [...today, ...ROUNDS.filter((round) => dateAt(round) === dateAt(later)), ...(next === undefined ? [later] : [])]
  return choice[Math.floor(((lot - 0.05) / 0.95) * choice.length)] ?? later
}

/** Not every customer is rung in the first round of their day. */
export const comesTo = ({ seed, workId, round }: { readonly seed: number; readonly workId: string; readonly round: Instant }) =>
  keyedChance(`turn ${seed} ${workId} ${round}`).happens('turn', 0.6)
