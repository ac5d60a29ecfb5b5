/** The rows of every due customer, date by date, for the promises about rows; a date that was never opened has none. */
import type { Outcome } from '#core/audience/outcome.ts'
import type { Evidence, ExpectedOccurrence } from '#local/torture/evidence.ts'

export interface RowOfTheDue {
  readonly expected: ExpectedOccurrence
  readonly occurrenceId: string
  readonly customerId: string
  readonly outcome: Outcome
  readonly onDesk: boolean
}

export function rowsOfTheDue({ expected, occurrences }: Evidence): readonly RowOfTheDue[] {
  const rowsBy = new Map(occurrences.map(({ occurrenceId, rows }) => [occurrenceId, rows]))
  return expected.flatMap((date) =>
    (rowsBy.get(date.occurrenceId) ?? [])
      .filter(({ customerId }) => date.due.has(customerId))
      .map((row) => ({ ...row, expected: date, occurrenceId: date.occurrenceId })),
  )
}
