/** Every date is opened and closed, and its balance counts exactly the rows and exactly the due customers. */
import type { Evidence, OccurrenceFacts } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

export const exactBalances = ({ expected, occurrences }: Evidence): readonly Breach[] =>
  expected.flatMap(({ occurrenceId, due }) => {
    const found = occurrences.find((occurrence) => occurrence.occurrenceId === occurrenceId)
    return found
      ? judgeBalance(found, due.size)
      : [breach('not-closed', { occurrenceId, detail: `never opened, though ${due.size} were due` })]
  })

function judgeBalance({ occurrenceId, state, mismatch, balance, rows }: OccurrenceFacts, due: number): readonly Breach[] {
  if (state !== 'closed' || balance === null) return [breach('not-closed', { occurrenceId, detail: state })]
  const counted: Record<string, number> = { sent: 0, skipped: 0, deferred: 0, withheld: 0, failed: 0, unknown: 0, planned: 0 }
  for (const { outcome } of rows) counted[outcome.state] = (counted[outcome.state] ?? 0) + 1
  const lines = Object.entries(counted).filter(([line, count]) => Reflect.get(balance, line) !== count)
  const sum = Object.values(counted).reduce((total, count) => total + count, 0)
  const wrong = [
    ...lines.map(([line, count]) => `${line}: balance ${Reflect.get(balance, line)}, rows ${count}`),
    ...(balance.audience === due ? [] : [`audience ${balance.audience}, due ${due}`]),
    ...(sum === due ? [] : [`rows ${sum}, due ${due}`]),
    ...(mismatch ? ['marked as a mismatch'] : []),
  ]
  return wrong.map((detail) => breach('balance-inexact', { occurrenceId, detail }))
}
