/** The queue of orders: a slice to plan, a batch to send, a confirmation to send, lists of calls to make, clocks of cases. The required fields of each kind tell them apart. */
import { byKind, type QueueHandler } from '#functions/queues/by-kind.ts'
import { LIST_CALLS } from '#functions/queues/list-calls.ts'
import { LOOK_AT_CLOCKS, RING_CASE } from '#functions/queues/ring-case.ts'

export type OrderKind = 'slice' | 'batch' | 'notice' | 'lists' | 'clocks'

/** A message that is no order goes to the batch handler, which refuses it by name. */
export function orderKindOf(body: string): OrderKind {
  const order = parsed(body)
  if (typeof order !== 'object' || order === null) return 'batch'
  if (Object.hasOwn(order, 'batchId')) return 'batch'
  if (Object.hasOwn(order, 'slice')) return 'slice'
  if ('kind' in order) return KINDS.get(order.kind) ?? 'notice'
  return 'batch'
}

const KINDS: ReadonlyMap<unknown, OrderKind> = new Map([
  [LIST_CALLS, 'lists'],
  [RING_CASE, 'clocks'],
  [LOOK_AT_CLOCKS, 'clocks'],
])

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

export const carryOutOrdersHandler = (handlers: Readonly<Record<OrderKind, QueueHandler>>): QueueHandler =>
  byKind({ kindOf: orderKindOf, handlers })
