/**
 * Where each customer stood when: a value of one column, from the days on which a row of theirs told it. Rows of one day that differ tell the last in the
 * order of the alphabet, and a value before none: it is the same whatever the order in which those of a day are read. Days are read in their order.
 */
import type { LocalDate } from '#core/time/local-date.ts'

interface Told {
  readonly day: LocalDate
  readonly value: string | null
}

export interface Stood {
  readonly add: (place: number, told: Told) => void
  /** As the latest row before the day tells it, or the first of all where there is none before. Null: in none. */
  readonly at: (place: number, day: LocalDate) => string | null
  /** Whether a row of that day or before tells anything. */
  readonly isTold: (place: number, by: LocalDate) => boolean
  /** Every value that was told of somebody. */
  readonly values: () => readonly string[]
}

export function stoodIn(): Stood {
  const toldOf = new Map<number, Told[]>()
  const values = new Set<string>()
  return {
    add: (place, told) => {
      if (told.value !== null) values.add(told.value)
      const known = toldOf.get(place)
      if (known === undefined) toldOf.set(place, [told])
      else if (!saysNothingNew(told, known)) known.push(told)
    },
    at: (place, day) => {
      const known = toldOf.get(place) ?? []
      const before = known.filter((told) => told.day < day)
      const wins = before.length > 0 ? isLater : isEarlier
      const [first, ...rest] = before.length > 0 ? before : known
      return first === undefined ? null : rest.reduce((best, told) => (wins(told, best) ? told : best), first).value
    },
    isTold: (place, by) => toldOf.get(place)?.some(({ day }) => day <= by) ?? false,
    values: () => [...values],
  }
}

/** A million customers have a row or two each, however often they buy: files are read day by day, and most tell what the day before told. */
function saysNothingNew(told: Told, known: readonly Told[]): boolean {
  const last = known.at(-1)
  return last?.value === told.value && known.every(({ day }) => day <= last.day) && last.day <= told.day
}

const isLater = (a: Told, b: Told): boolean => a.day > b.day || (a.day === b.day && isAfter(a.value, b.value))
const isEarlier = (a: Told, b: Told): boolean => a.day < b.day || (a.day === b.day && isAfter(a.value, b.value))
const isAfter = (a: string | null, b: string | null): boolean => a !== null && (b === null || a > b)
