/**
 * A call that an agent was told has been logged stands in the history of its task, once, as it was written, with what followed from it; a call that
 * agents never wrote stands nowhere; and of two that were written from the same page one alone was taken.
 */

import { isTold, type Sent } from '#local/torture/desk/agents-log.ts'
import type { TaskFacts } from '#local/torture/desk/desk-evidence.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { endByOutcome, lineOf } from '#local/torture/verdict/desk/call-ends.ts'

export function attemptsStand({ desk: { log, tasks }, people }: Evidence): readonly Breach[] {
  const taskOf = new Map(tasks.map((task) => [task.workId, task]))
  // What was written of a customer who was erased went with them.
  const sent = [...log.sent.values()].filter(({ customerId }) => !people.get(customerId)?.isErased)
  return [
    ...sent.flatMap((one) => (isTold(one, 'logged') ? standsOnce(one, taskOf.get(one.form.workId)) : [])),
    ...sent.flatMap((one) => (isTold(one, 'logged') || isTold(one, 'kept') ? hasItsCase(one, taskOf) : [])),
    ...tasks.flatMap((task) => ofNobody(task, log.sent)),
    ...fromOnePage(sent),
  ]
}

const whose = (task: Pick<TaskFacts, 'workId' | 'customerId' | 'occurrenceId'>) => ({
  occurrenceId: task.occurrenceId ?? task.workId,
  customerId: task.customerId,
})

function standsOnce({ form, customerId }: Sent, task: TaskFacts | undefined): readonly Breach[] {
  const { attemptId, workId, disposition } = form
  if (!task) return [breach('attempt-lost', { occurrenceId: workId, customerId, detail: `${attemptId}: no such task` })]
  const own = task.events.filter((event) => event.attemptId === attemptId)
  const [event] = own
  if (!event) return [breach('attempt-lost', { ...whose(task), detail: `${attemptId} as ${disposition}` })]
  const end = endByOutcome(form)
  return [
    ...(own.length > 1 ? [breach('attempt-twice', { ...whose(task), detail: `${attemptId}: ${own.length} times` })] : []),
    ...(event.disposition === disposition
      ? []
      : [breach('attempt-belied', { ...whose(task), detail: `${attemptId}: ${event.disposition}` })]),
    ...(end === undefined || lineOf(task) === end
      ? []
      : [breach('attempt-belied', { ...whose(task), detail: `${attemptId}: ${disposition}, and the task is ${lineOf(task)}` })]),
  ]
}

/** What the customer said holds, also where a colleague had ended the task before. */
function hasItsCase({ form: { attemptId, workId, disposition }, customerId }: Sent, taskOf: ReadonlyMap<string, TaskFacts>) {
  if (disposition !== 'complaint' && disposition !== 'request') return []
  return taskOf.has(`told_${workId}_${attemptId}`)
    ? []
    : [breach('case-lost', { occurrenceId: workId, customerId, detail: `${attemptId}: a ${disposition}` })]
}

const ofNobody = (task: TaskFacts, sent: ReadonlyMap<string, Sent>): readonly Breach[] =>
  task.events.flatMap(({ is, attemptId = '' }) =>
    is === 'attempted' && !sent.has(attemptId)
      ? [breach('attempt-of-nobody', { ...whose(task), detail: attemptId || 'without an id' })]
      : [],
  )

/** A customer who wants no more calls is heard whatever was agreed before. */
function fromOnePage(sent: readonly Sent[]): readonly Breach[] {
  const logged = sent.filter((one) => one.form.disposition !== 'do-not-call' && isTold(one, 'logged'))
  const pages = Map.groupBy(logged, ({ form: { workId, round, seen } }) => `${workId} ${round} ${seen}`)
  return [...pages.values()].flatMap((same) => {
    const [first] = same
    if (!first || same.length < 2) return []
    const detail = same.map(({ form }) => form.attemptId).join(', ')
    return [breach('overwritten-unseen', { occurrenceId: first.form.workId, customerId: first.customerId, detail })]
  })
}
