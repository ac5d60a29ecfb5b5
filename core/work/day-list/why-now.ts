/**
 * What a stored line says about its place, as it is now. A time that was agreed, changed or missed since the list was made is told instead of what was
 * true then; all else stays as the list was made, because it put the line where it stands.
 */
import type { Instant } from '#core/time/instant.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { Why } from '#core/work/day-list/day-line.ts'
import { isBroken } from '#core/work/promise-time.ts'

export interface PlaceNow {
  /** For this day or one before; null where nothing is agreed. */
  readonly promiseAt: Instant | null
  /** The earliest of its open work, an agreed time counted as such; null where nothing is open. */
  readonly dueAt: Instant | null
  readonly date: LocalDate
  readonly zone: string
  readonly now: Instant
}

export function whyNow(why: readonly Why[], { promiseAt, dueAt, date, zone, now }: PlaceNow): readonly Why[] {
  const promised = promiseAt === null ? [] : [promiseFact(promiseAt, now)]
  const facts = why.filter((fact) => !isPromise(fact))
  if ((why.find(isPromise)?.at ?? null) === promiseAt) return [...promised, ...facts]
  const age = dueAt === null ? 0 : daysBetween(localDateAt(dueAt, zone), date)
  const time: readonly Why[] =
    age > 0 ? [{ is: 'leftover', days: age }] : promiseAt === null && dueAt !== null ? [{ is: 'due', at: dueAt }] : []
  const lasting = facts.filter(({ is }) => is !== 'leftover' && is !== 'due')
  return [...promised, ...lasting.filter(isAboveTime), ...time, ...lasting.filter((fact) => !isAboveTime(fact))]
}

type Promised = Extract<Why, { is: 'promise' | 'broken-promise' }>

/** One that was missed is told as such. */
export const promiseFact = (at: Instant, now: Instant): Promised => ({
  is: isBroken(at, now) ? 'broken-promise' : 'promise',
  at,
})

const isPromise = (fact: Why): fact is Promised => fact.is === 'promise' || fact.is === 'broken-promise'

/** What counts before the time at which it is due. */
const isAboveTime = ({ is }: Why): boolean => is === 'complaint' || is === 'low-score' || is === 'missed-hotline' || is === 'tier'
