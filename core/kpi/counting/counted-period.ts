/** The period that is counted, with what all counters share: who is who, who bought when, and from when it is looked at. */
import type { PersonIndex } from '#core/kpi/counting/persons.ts'
import type { PurchaseHistories } from '#core/kpi/counting/purchase-histories.ts'
import type { Period } from '#core/kpi/period.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'

export interface CountedPeriod {
  readonly period: Period
  /** The day, in the company's zone, from which it is looked at: facts are there up to the day before. */
  readonly today: LocalDate
  /** Of the company. */
  readonly zone: string
  readonly persons: PersonIndex
  /** Filled before the figures are asked for. */
  readonly purchases: PurchaseHistories
}

export const isIn = ({ from, to }: Period, day: LocalDate): boolean => from <= day && day <= to

/** Nothing is known that happened later. */
export const lookedAt = ({ today, zone }: Pick<CountedPeriod, 'today' | 'zone'>): Instant => dayStart(today, zone)

export const lastDayOfData = ({ today }: Pick<CountedPeriod, 'today'>): LocalDate => addDays(today, -1)

/** Adds to one of several counts. */
export function count<Name extends string>(counts: Partial<Record<Name, number>>, name: Name, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by
}
