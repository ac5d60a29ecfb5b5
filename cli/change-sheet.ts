/** The sheet of a comparison: changes.csv, with one row per customer, campaign and day whose decision is another. */

import type { Sheet } from '#adapters/csv/csv-sheet.ts'
import { type Change, changesBetween } from '#app/rehearsal/compare-rehearsals.ts'
import type { Decision, Decisions } from '#app/rehearsal/decisions.ts'

export const CHANGE_COLUMNS = ['customer', 'campaign', 'date', 'before', 'after', 'reason'] as const

export async function writeChanges(
  sheet: Sheet,
  { before, after }: { readonly before: { readonly decisions: Decisions }; readonly after: { readonly decisions: Decisions } },
): Promise<void> {
  for (const change of changesBetween(before.decisions, after.decisions)) await sheet.write(rowOf(change))
  await sheet.close()
}

const rowOf = ({ customer, campaign, date, before, after, reason }: Change) => [
  customer,
  campaign,
  date,
  written(before),
  written(after),
  reason,
]

/** `sent email`, `skipped frequency-cap`; empty where the customer was not meant. */
function written(decision: Decision | null): string {
  if (decision === null) return ''
  return decision.outcome === 'sent' ? `sent ${decision.channel}` : `${decision.outcome} ${decision.reason}`.trim()
}
