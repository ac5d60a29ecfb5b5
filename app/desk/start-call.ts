/** Has the telephone system ring a customer for a call task. Whether the customer may be rung now was asked before. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { CallsMade, Telephone } from '#app/ports/telephony.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Instant } from '#core/time/instant.ts'
import { withAskedCall, withoutAskedCall, withStartedCall } from '#core/work/asked-call.ts'
import { isOpen } from '#core/work/standing.ts'
import type { CallTask } from '#core/work/work-item.ts'

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

/** started: the id by which the telephone system tells of the call; null where it will tell nothing of it. */
export type StartedCall =
  | { readonly started: string | null }
  | { readonly refused: CallRefused | 'telephone-busy' | 'telephone-refused' }

type CallRefused = 'no-such-work' | 'no-call' | 'already-closed' | 'call-under-way' | 'full' | 'contended'

/** The call stands on the task before the telephone system is asked, and stays there where the system may ring without saying so. */
export async function startCall({ work, telephone }: StartCallPorts, order: CallToStart): Promise<StartedCall> {
  const { workId, extension, phone } = order
  const asked = await askCall(work, order)
  if ('refused' in asked) return asked
  const { askedId, customerId } = asked
  const answer = await telephone.startCall({ extension, phone, workId })
  if ('failed' in answer) {
    if (answer.failed === 'busy') return { refused: 'telephone-busy' }
    await changeWork(work, workId, (item) =>
      item.kind === 'call-task' ? { next: withoutAskedCall(item, askedId) } : { instead: 'not-there' as const },
    )
    return { refused: 'telephone-refused' }
  }
  const { callId } = answer
  const noted = await changeWork(work, workId, (item) => {
    const next = item.kind === 'call-task' ? withStartedCall(item, { askedId, callId }) : undefined
    return next ? { next } : { instead: 'not-there' as const }
  })
  // The customer is rung all the same. A task that is gone must not be led to, and neither must a call that the task does not hold.
  if (callId === null || 'instead' in noted) return { started: null }
  // Last: what leads from the call to the task must find the call there.
  await work.keepCall({ callId, workId, customerId })
  return { started: callId }
}

type Asked = { readonly askedId: string; readonly customerId: string | null } | { readonly refused: CallRefused }

async function askCall(work: StartCallPorts['work'], { workId, by, at }: CallToStart): Promise<Asked> {
  let askedId = ''
  const result = await changeWork(work, workId, (item): Change<CallTask, { readonly refused: CallRefused }> => {
    if (item.kind !== 'call-task') return { instead: { refused: 'no-call' } }
    if (!isOpen(item)) return { instead: { refused: 'already-closed' } }
    const asked = withAskedCall(item, { by, at })
    if ('refused' in asked) return { instead: asked }
    askedId = asked.askedId
    return { next: asked.next }
  })
  return 'instead' in result ? result.instead : { askedId, customerId: result.changed.customerId }
}
