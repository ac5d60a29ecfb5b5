/**
 * May the customer of a call task be rung now? The first reason against it is the answer, with the time from which it no longer holds. Noting an
 * outcome asks nothing of this: the customer may ring by themselves.
 */
import type { Skip } from '#core/audience/skip.ts'
import { type CallLaw, type ContactTimes, callDayRefusal, callHours, callTimeRefusal, isWithin } from '#core/duty/call-time.ts'
import { type Instant, plusMs } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { commonHours, type DayHours, hoursOutside, nextSlot } from '#core/time/send-slot.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { isBroken, PROMISE_TOLERANCE_MS, promiseEnds } from '#core/work/promise-time.ts'

/** In the order in which they are looked for, after what stands against any call to the customer. */
export const RING_REFUSALS = [
  'law-unknown',
  /** A colleague is on the call. */
  'held-by-colleague',
  /** A colleague agreed on a time with the customer. */
  'promised-to-colleague',
  /** The customer was promised a call at a later time. */
  'promised-later',
  'blackout',
  'public-holiday',
  'closed-weekday',
  'outside-hours',
  'noon',
  'rung-today',
] as const
export type RingRefusal = (typeof RING_REFUSALS)[number]

export type MayRing =
  | { readonly may: true }
  /** `from`: null where time alone changes nothing, or not within a month. */
  | { readonly may: false; readonly because: RingRefusal | Skip['reason']; readonly from: Instant | null }

export interface RingFacts extends ContactTimes {
  /** Why no call reaches the customer as things stand, by the rules that planning asks; null when one may. */
  readonly standing: Skip | null
  /** Of the customer's country and zone; null where it is not known what the law allows. */
  readonly law: CallLaw | null
  /** When staff ring no customer who did not ask for it, in the customer's own day; none for one who likes to be rung at noon. */
  readonly breaks: readonly DayHours[]
  /** The agreed time, and whether the member of staff who asks is to keep it; null without one. */
  readonly promise: { readonly at: Instant; readonly isOwn: boolean } | null
  /** Until when a colleague holds the call; null where none does. */
  readonly heldUntil: Instant | null
  /** When the number was rung last, for whatever task and customer; null: never. */
  readonly rungAt: Instant | null
  readonly now: Instant
}

const SEARCHED_DAYS = 31

export function mayRing(facts: RingFacts): MayRing {
  const { standing, law, promise, now } = facts
  if (standing) return { may: false, because: standing.reason, from: null }
  if (law === null) return { may: false, because: 'law-unknown', from: null }
  if (facts.heldUntil !== null) return { may: false, because: 'held-by-colleague', from: facts.heldUntil }
  if (promise && !promise.isOwn && !isBroken(promise.at, now))
    return { may: false, because: 'promised-to-colleague', from: promiseEnds(promise.at) }
  if (promise && now < plusMs(promise.at, -PROMISE_TOLERANCE_MS))
    return { may: false, because: 'promised-later', from: plusMs(promise.at, -PROMISE_TOLERANCE_MS) }
  return againstDay(facts, law) ?? { may: true }
}

function againstDay(facts: RingFacts, law: CallLaw): MayRing | undefined {
  const { blackouts, breaks, promise, rungAt, now } = facts
  const { zone } = law
  const [today, time] = [localDateAt(now, zone), localTimeAt(now, zone)]
  const isPromisedToday = promise !== null && localDateAt(promise.at, zone) === today
  const asked = promise === null ? null : localTimeAt(promise.at, zone)
  const forbidden = breaks.filter((one) => !(isPromisedToday && asked !== null && isWithin(asked, one)))
  const hours = commonHours([callHours(law, facts), hoursOutside(forbidden)])
  const isAllowed = (day: LocalDate) => callDayRefusal(day, law) === null
  const refused = (because: RingRefusal, from: LocalDate = today): MayRing => {
    const found = nextSlot({ date: from, hours, zone, graceDays: SEARCHED_DAYS, blackouts, isAllowed, now })
    const slot = 'slot' in found ? found.slot.from : null
    return { may: false, because, from: slot !== null && slot > now ? slot : null }
  }
  const refusal = callTimeRefusal(now, law, facts)
  if (refusal) return refused(refusal)
  if (forbidden.some((part) => isWithin(time, part))) return refused('noon')
  // An agreed call-back is exempt: the customer chose the time.
  if (rungAt !== null && !isPromisedToday && localDateAt(rungAt, zone) === today) return refused('rung-today', addDays(today, 1))
  return undefined
}
