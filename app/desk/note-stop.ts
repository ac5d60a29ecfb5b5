/** A stop holds although its task takes no attempt any more: what the customer said stands in the task all the same, once. */
import { changeWork } from '#app/desk/change-work.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { noted } from '#core/work/history.ts'
import type { Attempted } from '#core/work/work-event.ts'

interface NoteStopPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'>
  readonly companyRules: CompanyRules
}

export async function noteStop(
  { work, companyRules }: NoteStopPorts,
  { workId, event: { at, by, note } }: { readonly workId: string; readonly event: Attempted },
): Promise<void> {
  if (note === null) return
  await changeWork(work, workId, (item) => {
    const isSaid = item.events.some((each) => each.is === 'noted' && each.note === note)
    const next = isSaid ? 'said' : noted(item, { is: 'noted', at, by, note }, companyRules)
    return typeof next === 'string' ? { instead: next } : { next }
  })
}
