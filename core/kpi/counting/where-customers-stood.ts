/**
 * In which tier and country each customer counts in a period: in one, however often they came to another in it. A customer stands where they stood when the
 * period began: as their latest purchase before it tells, or else their first in it, or else the first row of the period about them.
 */
import type { DatedFact, FactKind } from '#core/facts/fact-tables.ts'
import { type CountedPeriod, isIn } from '#core/kpi/counting/counted-period.ts'
import { CUSTOMER_COLUMNS, type CustomerColumn } from '#core/kpi/counting/purchase-histories.ts'
import { stoodIn } from '#core/kpi/counting/stood-in.ts'
import type { Segment } from '#core/kpi/segment.ts'

/** A segment that tells customers apart, and not only what happened to them. */
export interface CustomerSegment {
  readonly by: CustomerColumn
  readonly is: string
}

export const isOfCustomers = (segment: Segment): segment is CustomerSegment =>
  CUSTOMER_COLUMNS.some((column) => column === segment.by)

/** The tables whose rows tell where customers without a purchase stood. */
export type TellingRow = DatedFact<Extract<FactKind, 'touches' | 'answers' | 'replies' | 'gifts' | 'work'>>

export interface CustomersStood {
  readonly add: (row: Pick<TellingRow, 'day' | 'person' | CustomerColumn>) => void
  readonly isOf: (segment: CustomerSegment) => (place: number) => boolean
}

export function customersStood({
  period,
  persons,
  purchases,
}: Pick<CountedPeriod, 'period' | 'persons' | 'purchases'>): CustomersStood {
  const first = { tier: stoodIn(), country: stoodIn() }
  return {
    add: (row) => {
      if (row.person === null || !isIn(period, row.day)) return
      const place = persons.placeOf(row.person)
      // A million customers have bought: what tells nothing new of them is not kept.
      if (purchases.stood(place, { column: 'tier', period }) !== undefined) return
      for (const column of CUSTOMER_COLUMNS) first[column].add(place, { day: row.day, value: row[column] })
    },
    isOf:
      ({ by: column, is }) =>
      (place) => {
        const bought = purchases.stood(place, { column, period })
        return (bought === undefined ? first[column].at(place, period.from) : bought) === is
      },
  }
}
