/** Every due customer stands in exactly one row of their date, and no other customer in any. */
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

export function oneRowEach({ expected, occurrences }: Evidence): readonly Breach[] {
  return expected.flatMap(({ occurrenceId, due }) => {
    const found = occurrences.find((occurrence) => occurrence.occurrenceId === occurrenceId)
    // A date that was never opened is named once, as not closed, and not for each customer.
    if (!found) return []
    const rows = Map.groupBy(found.rows, ({ customerId }) => customerId)
    return [
      ...[...due].flatMap((customerId) => {
        const count = rows.get(customerId)?.length ?? 0
        if (count === 0) return [breach('left-out', { occurrenceId, customerId, detail: 'due, and in no row' })]
        return count > 1 ? [breach('stands-in-two-rows', { occurrenceId, customerId, detail: `${count} rows` })] : []
      }),
      ...[...rows.keys()]
        .filter((customerId) => !due.has(customerId))
        .map((customerId) => breach('row-for-customer-not-due', { occurrenceId, customerId, detail: 'not due' })),
    ]
  })
}
