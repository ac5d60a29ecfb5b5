/** The days on which each customer bought, from the beginning: whether customers stay cannot be told from one period. */
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { append } from '#core/kpi/counting/append.ts'
import { type Looking, lastDayOfData, lastDaySeen } from '#core/kpi/counting/looking.ts'
import type { PersonIndex } from '#core/kpi/counting/persons.ts'
import { isCalendarMonth, type Period } from '#core/kpi/period.ts'
import { boughtBetween, firstOf, type Horizon, isActiveOn, isRetained } from '#core/kpi/purchase-days.ts'
import type { Part } from '#core/kpi/retention.ts'
import { epochDayOf, type LocalDate } from '#core/time/local-date.ts'

/** By place, epoch days in any order. */
export type DaysBought = ReadonlyMap<number, readonly number[]>

export interface PurchaseHistory {
  /** Of those who first bought in the period: how many bought again within so many days, of how many for whom it can be told. */
  readonly retained: (horizon: Horizon, asked: Looking) => Part
  /** Of those active before the period: how many are so at its end, or at that of the data while it runs. */
  readonly kept: (asked: Looking) => Part
  /** Null for a period that is no calendar month. */
  readonly activeIn: (period: Period) => Part | null
  readonly boughtWithin: (place: number, asked: { readonly after: LocalDate; readonly days: number }) => boolean
  /** The places of all who bought within the activity window that ends with the day. */
  readonly activeOn: (day: LocalDate) => Iterable<number>
}

export interface GrowingHistory extends PurchaseHistory {
  readonly add: (row: DatedFact<'purchases'>) => void
  readonly days: DaysBought
}

export function purchaseHistory(persons: PersonIndex): GrowingHistory {
  const days = new Map<number, number[]>()
  const add = ({ person, day }: DatedFact<'purchases'>): void => {
    if (person !== null) append(days, persons.placeOf(person), epochDayOf(day))
  }
  return { ...historyOf(days), add, days }
}

/** What the days tell, as they are when it is asked. */
export function historyOf(daysOf: DaysBought): PurchaseHistory {
  /** Null: in no denominator. */
  const counted = (holds: (days: readonly number[]) => boolean | null): Part => {
    let [part, whole] = [0, 0]
    for (const days of daysOf.values()) {
      const told = holds(days)
      if (told === null) continue
      whole++
      if (told) part++
    }
    return { part, whole }
  }
  return {
    retained: (horizon, { period, today }) => {
      const cohort = epochDaysOf(period)
      const end = epochDayOf(lastDayOfData({ today }))
      return counted((days) => {
        const first = firstOf(days)
        return cohort.from <= first && first <= cohort.to ? isRetained(days, { horizon, end }) : null
      })
    },
    kept: (asked) => {
      const { from } = epochDaysOf(asked.period)
      const to = epochDayOf(lastDaySeen(asked))
      return counted((days) => (isActiveOn(days, from - 1) ? isActiveOn(days, to) : null))
    },
    activeIn: (period) => {
      if (!isCalendarMonth(period)) return null
      const month = epochDaysOf(period)
      return counted((days) => (firstOf(days) <= month.to ? boughtBetween(days, month) : null))
    },
    boughtWithin: (place, { after, days: within }) => {
      const decided = epochDayOf(after)
      return boughtBetween(daysOf.get(place) ?? [], { from: decided + 1, to: decided + within })
    },
    *activeOn(day) {
      const date = epochDayOf(day)
      for (const [place, days] of daysOf) if (isActiveOn(days, date)) yield place
    },
  }
}

const epochDaysOf = ({ from, to }: Period) => ({ from: epochDayOf(from), to: epochDayOf(to) })
