/** What is kept of a case while many are counted, so that a month of them needs little room. */
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { descriptionOf, typeOf } from '#core/work/case/case-standing.ts'
import { closingOf } from '#core/work/standing.ts'
import { type Case, openedAt } from '#core/work/work-item.ts'

export interface CaseSeen {
  readonly workId: string
  readonly customerId: string | null
  readonly isComplaint: boolean
  /** Null while none is chosen. */
  readonly category: string | null
  /** As its description names it; null where it names none. */
  readonly product: string | null
  /** Of the order that the description names; null where it names none. */
  readonly orderId: string | null
  readonly openedAt: Instant
  readonly openedOn: LocalDate
  /** Null while it is open. */
  readonly closedOn: LocalDate | null
}

export function caseSeen(item: Case, zone: string): CaseSeen {
  const described = descriptionOf(item)
  const opened = openedAt(item)
  return {
    workId: item.workId,
    customerId: item.customerId,
    isComplaint: typeOf(item) === 'complaint',
    category: described?.category ?? null,
    product: described?.fields.product ?? null,
    orderId: described?.fields['order-id'] ?? null,
    openedAt: opened,
    openedOn: localDateAt(opened, zone),
    closedOn: closingOf(item)?.on ?? null,
  }
}
