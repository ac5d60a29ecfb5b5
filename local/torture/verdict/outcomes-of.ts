/** How many rows came to what, in words for the report. */
import type { OccurrenceFacts } from '#local/torture/evidence.ts'

export function outcomesOf(rows: readonly Pick<OccurrenceFacts['rows'][number], 'outcome'>[]): Readonly<Record<string, number>> {
  const outcomes: Record<string, number> = {}
  for (const { outcome } of rows) {
    const word = outcome.state === 'skipped' ? `skipped ${outcome.reason}` : outcome.state
    outcomes[word] = (outcomes[word] ?? 0) + 1
  }
  return outcomes
}
