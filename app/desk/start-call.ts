/** Has the telephone system ring a customer for a call task. Whether the customer may be rung now was asked before. */
import { changeWork } from '#app/desk/change-work.ts'
import type { CallsMade, Telephone } from '#app/ports/telephony.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Instant } from '#core/time/instant.ts'
import { MOST_CALLS, withCall } from '#core/work/history.ts'
import { isOpen } from '#core/work/standing.ts'
import { startedCall } from '#core/work/telephone-call.ts'

export interface StartCallPorts {
  readonly work: Pick<WorkStore, 'get' | 'update'> & CallsMade
  readonly telephone: Telephone
}

export interface CallToStart {
  readonly workId: string
  readonly extension: string
  readonly phone: string
  /** The address of the member of staff. */
  readonly by: string
  readonly at: Instant
}

export type StartedCall =
  | { readonly started: string | null }
  | { readonly refused: 'no-such-work' | 'no-call' | 'already-closed' | 'full' | 'telephone-busy' | 'telephone-refused' }

/** The call rings before it is noted: where the note is lost, the member of staff still speaks with the customer, and logs the attempt as before. */
export async function startCall({ work, telephone }: StartCallPorts, order: CallToStart): Promise<StartedCall> {
  const { workId, extension, phone, by, at } = order
  const item = await work.get(workId)
  if (!item) return { refused: 'no-such-work' }
  if (item.kind !== 'call-task') return { refused: 'no-call' }
  if (!isOpen(item)) return { refused: 'already-closed' }
  if ((item.calls?.length ?? 0) >= MOST_CALLS) return { refused: 'full' }
  const started = await telephone.startCall({ extension, phone, workId })
  if ('failed' in started) return { refused: started.failed === 'busy' ? 'telephone-busy' : 'telephone-refused' }
  const { callId } = started
  if (callId === null) return { started: null }
  const call = startedCall({ callId, by, at })
  await changeWork(work, workId, (now) => {
    const next = now.kind === 'call-task' ? withCall(now, call) : 'full'
    return next === 'full' ? { instead: 'full' as const } : { next }
  })
  // Last: what leads from the call to the task must find the call there.
  await work.keepCall({ callId, workId, customerId: item.customerId })
  return { started: callId }
}
