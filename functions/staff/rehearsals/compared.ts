/** Two stored rehearsals of the same days, compared as `care rehearse --against` compares two folders. */
import { compareRehearsals, type RehearsedVersion } from '#app/rehearsal/compare-rehearsals.ts'
import { decisionsOf } from '#app/rehearsal/kept-findings.ts'
import type { RehearsedSums } from '#core/rehearsal/rehearsed-sums.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'
import type { RehearsalSystem } from '#functions/staff/rehearsals/rehearsal-system.ts'
import type { ComparisonShown } from '#web/staff/rehearsal/comparison-page.ts'

interface Compared {
  readonly after: StoredRehearsal
  /** As it stands in the address. */
  readonly before: string | undefined
}

export async function comparedWith(
  { rehearsals: { book } }: RehearsalSystem,
  { after, before: beforeId }: Compared,
): Promise<ComparisonShown> {
  const all = await book.all()
  const isComparable = ({ rehearsalId, from, to, state }: StoredRehearsal) =>
    rehearsalId !== after.rehearsalId && state.is === 'finished' && from === after.from && to === after.to
  const others = all.filter(isComparable)
  const before = others.find(({ rehearsalId }) => rehearsalId === beforeId) ?? null
  const isFinished = after.state.is === 'finished'
  const refused = isFinished ? (beforeId !== undefined && before === null ? 'not-comparable' : null) : 'not-finished'
  if (before === null || !isFinished) return { after, before, others, refused, comparison: null }
  const [was, is] = await Promise.all([book.sums(before.rehearsalId), book.sums(after.rehearsalId)])
  if (!was || !is || was.currency !== is.currency)
    return { after, before: null, others, refused: 'not-comparable', comparison: null }
  const pair = { before: before.rehearsalId, after: after.rehearsalId }
  const known = await book.comparison(pair)
  if (known) return { after, before, others, refused: null, comparison: known }
  const versions = {
    before: await versionOf(book, { rehearsal: before, sums: was }),
    after: await versionOf(book, { rehearsal: after, sums: is }),
  }
  const comparison = compareRehearsals({ ...versions, currency: is.currency, spoken: is.spoken })
  // Every sheet of both is read for it, which takes seconds of a large company: whoever looks again does not wait.
  await book.putComparison(pair, comparison)
  return { after, before, others, refused: null, comparison }
}

async function versionOf(
  book: RehearsalSystem['rehearsals']['book'],
  { rehearsal, sums }: { readonly rehearsal: StoredRehearsal; readonly sums: RehearsedSums },
): Promise<RehearsedVersion> {
  const ids = rehearsal.campaigns.map(({ id }) => id)
  return {
    campaigns: sums.campaigns.map(({ campaign, cost }) => ({ campaign, cost: { amount: cost, currency: sums.currency } })),
    decisions: await decisionsOf(book.sheets(rehearsal.rehearsalId), ids),
    callDays: sums.calls.length,
  }
}
