/** The period that is counted, with what all counters share: who is who, who bought when, and from when it is looked at. */
import type { Looking } from '#core/kpi/counting/looking.ts'
import type { PersonIndex } from '#core/kpi/counting/persons.ts'
import type { PurchaseHistories } from '#core/kpi/counting/purchase-histories.ts'
import type { Period } from '#core/kpi/period.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'

export interface CountedPeriod extends Looking {
  /** Of the company. */
  readonly zone: string
  readonly persons: PersonIndex
  /** Within so many days the same customer and category is a repeat. */
  readonly repeatDays: number
  /** Filled before the figures are asked for. */
  readonly purchases: PurchaseHistories
}

export const isIn = ({ from, to }: Period, day: LocalDate): boolean => from <= day && day <= to

/** Nothing is known that happened later. */
export const lookedAt = ({ today, zone }: Pick<CountedPeriod, 'today' | 'zone'>): Instant => dayStart(today, zone)

/** Adds to one of several counts. */
export function count<Name extends string>(counts: Partial<Record<Name, number>>, name: Name, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by
}
