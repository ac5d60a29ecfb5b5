/**
 * A call-back that an agent was told has been saved is never lost: it stands on the list of its day and, as long as it is not kept, as broken on that of
 * every day after; or the customer was rung about it before; or it was ended with a reason that may end it: a stop, or the customer's erasure. No night
 * and no cancelling is one.
 */
import type { LocalDate } from '#core/time/local-date.ts'
import { dateAt } from '#local/torture/desk/agent-habits.ts'
import { isTold, type Sent } from '#local/torture/desk/agents-log.ts'
import type { ListFacts, TaskFacts } from '#local/torture/desk/desk-evidence.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

export function promisesStand({ desk: { log, tasks, lists }, people }: Evidence): readonly Breach[] {
  const taskOf = new Map(tasks.map((task) => [task.workId, task]))
  return [...log.sent.values()].flatMap((sent) => {
    if (sent.form.callBackAt === null || !isTold(sent, 'logged') || people.get(sent.customerId)?.isErased) return []
    const lost = whyLost(sent, { task: taskOf.get(sent.form.workId), lists })
    if (lost === undefined) return []
    const { occurrenceId, customerId } = taskOf.get(sent.form.workId) ?? { occurrenceId: null, customerId: sent.customerId }
    const detail = `${sent.form.attemptId} for ${sent.form.callBackAt}: ${lost}`
    return [breach('promise-lost', { occurrenceId: occurrenceId ?? sent.form.workId, customerId, detail })]
  })
}

/** Nothing but these ends what was promised before it was kept. */
const MAY_END: ReadonlySet<string> = new Set(['stopped'])

function whyLost(
  { form: { attemptId, callBackAt, workId } }: Sent,
  { task, lists }: { readonly task: TaskFacts | undefined; readonly lists: readonly ListFacts[] },
): string | undefined {
  const at = task?.events.findIndex((event) => event.attemptId === attemptId) ?? -1
  if (!task || at < 0) return 'not in the history'
  if (task.events[at]?.callBackAt !== callBackAt) return `stored ${task.events[at]?.callBackAt ?? 'without a time'}`
  const next = task.events.slice(at + 1).find(({ is }) => is === 'attempted' || is === 'closed')
  if (next?.is === 'attempted') return undefined
  if (next) return MAY_END.has(next.as ?? '') ? undefined : `ended as ${next.as ?? 'closed'}, and the customer was not rung`
  const day = dateAt(callBackAt ?? '')
  // None, where the run was over before the day began.
  const missing = lists.filter((list) => list.date >= day && !standsOn(list, { workId, day }))
  return missing.length === 0 ? undefined : `open, and not on the list of ${missing.map(({ date }) => date).join(', ')}`
}

/** On a later day as a broken promise. On the day on which it was given, the line is that of the call itself. */
function standsOn({ date, lines }: ListFacts, { workId, day }: { readonly workId: string; readonly day: LocalDate }): boolean {
  const line = lines.find(({ workIds }) => workIds.includes(workId))
  return line !== undefined && (date === day || line.why.includes('broken-promise'))
}
