/** Replies in memory. */
import { frozen } from '#adapters/frozen.ts'
import { rowsByOwner } from '#adapters/memory/rows-by-owner.ts'
import type { ReplyStore } from '#app/ports/listening.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** Owner of unmatched replies; no customer's id is empty. */
const NOBODY = ''

export function memoryReplyStore(): ReplyStore {
  const rows = rowsByOwner<Reply>(({ replyId }) => replyId)
  const byDay = new Map<LocalDate, Set<Reply>>()
  return {
    add: async (reply) => {
      const owner = reply.customerId ?? NOBODY
      if (rows.get(owner, reply.replyId)) return 'lost'
      rows.put(owner, frozen(reply))
      byDay.set(reply.receivedOn, (byDay.get(reply.receivedOn) ?? new Set()).add(reply))
      return 'written'
    },
    get: async ({ customerId, replyId }) => rows.get(customerId ?? NOBODY, replyId),
    ofCustomer: async (customerId) => rows.all(customerId),
    pagesOf: async function* (customerId) {
      const own = rows.all(customerId ?? NOBODY)
      if (own.length > 0) yield own
    },
    unmatched: async () => rows.all(NOBODY),
    receivedOn: async function* (day) {
      const replies = [...(byDay.get(day) ?? [])]
      if (replies.length > 0) yield replies
    },
    receivedDays: async function* (through) {
      yield [...byDay].flatMap(([day, replies]) => (replies.size > 0 && day <= through ? [day] : []))
    },
    remove: async ({ customerId, replyId }) => {
      const reply = rows.get(customerId ?? NOBODY, replyId)
      if (reply) byDay.get(reply.receivedOn)?.delete(reply)
      rows.remove(customerId ?? NOBODY, replyId)
    },
  }
}
