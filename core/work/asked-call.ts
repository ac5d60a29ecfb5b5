/**
 * A call is written onto its task before the telephone system is asked for it: of two presses of the button one rings the customer, and a call whose
 * answer is lost is not asked for again at once.
 */
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { withCall } from '#core/work/history.ts'
import { startedCall, type TelephoneCall } from '#core/work/telephone-call.ts'
import type { CallTask } from '#core/work/work-item.ts'

/** So long a call counts as under way whose end the telephone system does not tell: a lost event must not keep the task shut. */
const UNDER_WAY_MINUTES = 15

const isUnderWay = ({ state, at }: TelephoneCall, now: Instant): boolean =>
  state !== 'missed' && state !== 'ended' && now < plusMs(at, UNDER_WAY_MINUTES * MINUTE_MS)

/** The task with the call that is to be asked for, as its next version. The call's id is the task's own until the telephone system gives one. */
export function withAskedCall(
  item: CallTask,
  { by, at }: Pick<TelephoneCall, 'by' | 'at'>,
): { readonly next: CallTask; readonly askedId: string } | { readonly refused: 'call-under-way' | 'full' } {
  const { calls = [] } = item
  if (calls.some((call) => isUnderWay(call, at))) return { refused: 'call-under-way' }
  const askedId = `asked-${calls.length + 1}`
  const next = withCall(item, { ...startedCall({ callId: askedId, by, at }), state: 'asked' })
  return next === 'full' ? { refused: 'full' } : { next, askedId }
}

/** The task whose call the telephone system makes, as its next version; undefined where the call is not there. Null: the system does not name it. */
export function withStartedCall(
  item: CallTask,
  { askedId, callId }: { readonly askedId: string; readonly callId: string | null },
): CallTask | undefined {
  const { calls = [] } = item
  if (!calls.some((call) => call.callId === askedId)) return undefined
  const started = calls.map((call) => (call.callId === askedId ? startedCall({ ...call, callId: callId ?? askedId }) : call))
  return { ...item, calls: started, version: item.version + 1 }
}

/** The task without a call that the telephone system does not make, as its next version. */
export function withoutAskedCall(item: CallTask, askedId: string): CallTask {
  const left = (item.calls ?? []).filter(({ callId }) => callId !== askedId)
  return { ...item, calls: left.length === 0 ? undefined : left, version: item.version + 1 }
}
