/**
 * Each customer whom an occurrence handed to the desk has one task there, and no other customer has any; an erased one has none any more. A customer
 * is rung or written to, never both. No call is ever unknown: the desk can tell whether it has the task.
 */
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { isCheckIn } from '#local/torture/verdict/desk/call-ends.ts'
import { rowsOfTheDue } from '#local/torture/verdict/rows-of-the-due.ts'

export function oneTaskEach(evidence: Evidence): readonly Breach[] {
  const { desk, expected, mails, people } = evidence
  const tasks = Map.groupBy(desk.tasks.filter(isCheckIn), keyOf)
  const due = new Set(
    expected.flatMap(({ occurrenceId, due }) => [...due].map((customerId) => keyOf({ occurrenceId, customerId }))),
  )
  const written = new Set(mails.map(keyOf))
  return [
    ...[...tasks.values()].flatMap((same) => {
      const [first] = same
      if (!first) return []
      const whose = { occurrenceId: first.occurrenceId ?? '', customerId: first.customerId }
      return [
        ...(same.length > 1 ? [breach('task-twice', { ...whose, detail: same.map(({ workId }) => workId).join(', ') })] : []),
        ...(due.has(keyOf(first)) ? [] : [breach('task-for-customer-not-due', { ...whose, detail: first.workId })]),
        ...(written.has(keyOf(first)) ? [breach('rung-and-written-to', { ...whose, detail: first.workId })] : []),
      ]
    }),
    ...desk.tasks.flatMap(({ customerId, workId }) => {
      const doneAt = desk.log.erasures.get(customerId ?? '')?.doneAt
      return doneAt ? [breach('erased-and-still-there', { occurrenceId: workId, customerId, detail: `erased ${doneAt}` })] : []
    }),
    ...rowsOfTheDue(evidence).flatMap(({ outcome, onDesk, ...row }) => {
      if (!onDesk) return []
      const has = tasks.has(keyOf(row))
      if (outcome.state === 'unknown') return [breach('row-belies-desk', { ...row, detail: 'unknown, and the desk could tell' })]
      if (people.get(row.customerId)?.isErased) return []
      if ((outcome.state === 'sent') === has) return []
      return [breach('row-belies-desk', { ...row, detail: `${outcome.state}, and ${has ? 'a task' : 'no task'} is on the desk` })]
    }),
  ]
}

const keyOf = ({ occurrenceId, customerId }: { readonly occurrenceId: string | null; readonly customerId: string | null }) =>
  `${occurrenceId} ${customerId}`
