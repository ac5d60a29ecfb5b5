/**
 * Stores that note the day of a row before they write it, where facts of that day may have been written. So every use case that writes such a row notes it,
 * and none can forget to.
 */
import type { NoteLate } from '#app/note-late.ts'
import type { ReplyStore, ResponseStore } from '#app/ports/listening.ts'
import type { HotlineCallers } from '#app/ports/numbers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { purchaseName } from '#core/facts/purchase-facts.ts'
import type { NumberOf } from '#core/facts/who.ts'
import { occurrenceNamed } from '#core/occasion/occurrence-id.ts'

export const notingResponses = (responses: ResponseStore, noteLate: NoteLate): ResponseStore => ({
  ...responses,
  put: async (response) => {
    await noteLate({ days: [response.answeredOn] })
    return responses.put(response)
  },
})

export const notingReplies = (replies: ReplyStore, noteLate: NoteLate): ReplyStore => ({
  ...replies,
  add: async (reply) => {
    await noteLate({ days: [reply.receivedOn] })
    return replies.add(reply)
  },
})

/** Closing comes after everything that was written about an open occurrence, and a decision about a closed one counts its balance anew. */
export const notingOccurrences = (occurrences: OccurrenceStore, noteLate: NoteLate): OccurrenceStore => ({
  ...occurrences,
  update: async (occurrence) => {
    if (occurrence.state === 'closed') await noteLate({ days: [occurrence.date] })
    return occurrences.update(occurrence)
  },
})

/** What the provider tells after its occurrence was closed. */
export function notingTouches(touches: TouchStore, noteLate: NoteLate): TouchStore {
  // The confirmation of a stop belongs to no occurrence, and to no day.
  const note = (occurrenceIds: readonly string[]) =>
    noteLate({ days: occurrenceIds.flatMap((id) => occurrenceNamed(id)?.date ?? []), untilClosed: true })
  return {
    ...touches,
    record: async (made) => {
      await note(made.map(({ occurrenceId }) => occurrenceId))
      await touches.record(made)
    },
    add: async (touch) => {
      await note([touch.occurrenceId])
      return touches.add(touch)
    },
    noteDelivery: async (noted) => {
      await note([noted.occurrenceId])
      return touches.noteDelivery(noted)
    },
  }
}

export const notingCallers = (callers: HotlineCallers, noteLate: NoteLate): HotlineCallers => ({
  ...callers,
  note: async (caller) => {
    await noteLate({ days: [caller.day] })
    await callers.note(caller)
  },
})

/** Reads what is stored of each, once more: one that is moved must not be counted on both days. */
export const notingPurchases = (
  purchases: PurchaseStore,
  { noteLate, numberOf }: { readonly noteLate: NoteLate; readonly numberOf: () => Promise<NumberOf> },
): PurchaseStore => ({
  ...purchases,
  put: async (next) => {
    const stored = await purchases.getMany(next)
    const dayOf = new Map(next.map((purchase) => [purchaseName(purchase), purchase.purchasedOn]))
    const moved = stored.filter((purchase) => dayOf.get(purchaseName(purchase)) !== purchase.purchasedOn)
    await noteLate({ days: [...dayOf.values(), ...stored.map(({ purchasedOn }) => purchasedOn)] })
    for (const [day, gone] of Map.groupBy(moved, ({ purchasedOn }) => purchasedOn))
      await noteLate({ days: [day], moved: gone.map(purchaseName).map(await numberOf()) })
    await purchases.put(next)
  },
})
