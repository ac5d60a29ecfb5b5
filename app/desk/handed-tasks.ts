/** Everybody whom an occurrence handed to the desk, from its own rows, and their tasks. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import { checkInId } from '#core/work/check-in.ts'
import type { Handed } from '#core/work/desk-balance.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface HandedPorts {
  readonly occurrences: Pick<OccurrenceStore, 'batchPages'>
  readonly work: Pick<WorkStore, 'getMany'>
}

/** Page by page, so that memory does not grow with the audience. */
export async function* handedTasks(
  { occurrences, work }: HandedPorts,
  occurrenceId: string,
): AsyncGenerator<{ readonly handed: readonly Handed[]; readonly tasks: readonly WorkItem[] }> {
  for await (const batches of occurrences.batchPages(occurrenceId)) {
    const calls = batches.filter(({ instead }) => !instead)
    const handed = calls.flatMap(({ recipients }) =>
      recipients
        .filter(({ outcome }) => outcome.state === 'sent')
        .map(({ customerId }) => ({ workId: isErasedName(customerId) ? null : checkInId({ customerId, occurrenceId }) })),
    )
    const ids = handed.flatMap(({ workId }) => workId ?? [])
    yield { handed, tasks: await work.getMany(ids) }
  }
}
