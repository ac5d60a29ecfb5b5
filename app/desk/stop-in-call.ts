/** What holds when the person on the telephone wants no more calls: the customer of the task, or a caller who is no customer. */
import { type EndCallsPorts, endCalls } from '#app/desk/end-calls.ts'
import { type CallStop, type StopCallsPorts, stopCalls, stopNumber } from '#app/desk/stop-calls.ts'
import type { Attempted } from '#core/work/work-event.ts'
import { type CallTask, callersNumber } from '#core/work/work-item.ts'

interface Stopping {
  readonly item: CallTask
  readonly event: Attempted
  readonly stop: CallStop
}

/** Harmless when repeated. */
export async function stopInCall(
  ports: StopCallsPorts & EndCallsPorts,
  { item, event, stop }: Stopping,
): Promise<'stop-in-force'> {
  const { customerId, workId } = item
  const { at, by } = event
  const caller = callersNumber(item)
  if (caller !== null) await stopNumber(ports, { phone: caller, at, evidence: workId })
  if (customerId !== null) {
    await stopCalls(ports, { customerId, stop, at, evidence: workId })
    await endCalls(ports, { whose: { customerId }, except: workId, as: 'stopped', by, at })
  }
  // Nothing stands against ringing back a missed call: a call-back to the number is rung unless it ends here.
  const phone = caller ?? (customerId !== null && stop === 'number' ? await numberOf(ports, customerId) : null)
  if (phone !== null) await endCalls(ports, { whose: { phone }, except: workId, as: 'stopped', by, at })
  return 'stop-in-force'
}

const numberOf = async ({ customers }: StopCallsPorts, customerId: string): Promise<string | null> =>
  (await customers.get(customerId))?.customer.phone ?? null
