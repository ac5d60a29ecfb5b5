/**
 * Who bought when, of everybody and by segment. From the beginning to the day before today: the same for every period that is counted on one day, so
 * periods that are counted together share it.
 *
 * A customer counts in the segment in which they stood when the period began, with all their purchases: by the rows alone, who bought in silver and came
 * back in gold would be lost to both. Their latest purchase before the period tells it, or their first of all.
 */
import type { DatedFact } from '#core/facts/fact-tables.ts'
import type { PersonIndex } from '#core/kpi/counting/persons.ts'
import { type DaysBought, historyOf, type PurchaseHistory, purchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import { type Stood, stoodIn } from '#core/kpi/counting/stood-in.ts'
import type { Period } from '#core/kpi/period.ts'
import type { Segment } from '#core/kpi/segment.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** The segments that purchases know: those of customers. */
export const CUSTOMER_COLUMNS = ['tier', 'country'] as const
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number]

export interface PurchaseHistories {
  readonly add: (rows: readonly DatedFact<'purchases'>[]) => void
  readonly ofAll: () => PurchaseHistory
  /** Of those who stood in the segment when a period began; empty for one that purchases do not know. */
  readonly of: (segment: Segment, began: LocalDate) => PurchaseHistory
  /** Where a customer stood when a period began; undefined where none of their purchases up to its end tells it. */
  readonly stood: (
    place: number,
    asked: { readonly column: CustomerColumn; readonly period: Period },
  ) => string | null | undefined
  /** Those in which customers bought. */
  readonly segments: () => readonly Segment[]
}

export function purchaseHistories(persons: PersonIndex): PurchaseHistories {
  const all = purchaseHistory(persons)
  const stood: Readonly<Record<CustomerColumn, Stood>> = { tier: stoodIn(), country: stoodIn() }
  const partsOf = { tier: latest(split('tier')), country: latest(split('country')) }

  function split(column: CustomerColumn) {
    return (began: LocalDate): ReadonlyMap<string, DaysBought> => {
      const parts = new Map<string, Map<number, readonly number[]>>()
      for (const [place, days] of all.days) {
        const value = stood[column].at(place, began)
        if (value === null) continue
        const part = parts.get(value) ?? new Map<number, readonly number[]>()
        parts.set(value, part.set(place, days))
      }
      return parts
    }
  }

  return {
    add: (rows) => {
      for (const row of rows) {
        all.add(row)
        if (row.person === null) continue
        for (const column of CUSTOMER_COLUMNS)
          stood[column].add(persons.placeOf(row.person), { day: row.day, value: row[column] })
      }
    },
    ofAll: () => all,
    of: (segment, began) => {
      if (segment.by === 'all') return all
      if (segment.by !== 'tier' && segment.by !== 'country') return historyOf(new Map())
      return historyOf(partsOf[segment.by](began).get(segment.is) ?? new Map())
    },
    stood: (place, { column, period }) =>
      stood[column].isTold(place, period.to) ? stood[column].at(place, period.from) : undefined,
    segments: () => CUSTOMER_COLUMNS.flatMap((by) => stood[by].values().map((is): Segment => ({ by, is }))),
  }
}

/** Periods are counted one after another, each with all its segments: what one day split is kept until another is asked for. */
function latest<Made>(make: (day: LocalDate) => Made): (day: LocalDate) => Made {
  let known: { readonly day: LocalDate; readonly made: Made } | undefined
  return (day) => {
    if (known?.day !== day) known = { day, made: make(day) }
    return known.made
  }
}
