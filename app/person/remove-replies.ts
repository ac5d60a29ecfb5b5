/** Removes a customer's replies, each with its raw mail: for the erasure, and for the sweep that ends it. */
import type { RawMails, ReplyStore } from '#app/ports/listening.ts'
import type { Reply } from '#core/reply/reply.ts'

export interface RemoveRepliesPorts {
  readonly rawMails: Pick<RawMails, 'remove' | 'exists'>
  readonly replies: Pick<ReplyStore, 'remove'>
}

/** The mail first: only the row leads to it. Answers the mails that could not be removed. */
export async function removeReplies(
  { rawMails, replies }: RemoveRepliesPorts,
  pages: AsyncIterable<readonly Reply[]>,
): Promise<readonly string[]> {
  const left: string[] = []
  for await (const page of pages) {
    for (const { customerId, replyId, rawKey } of page) {
      await rawMails.remove(rawKey)
      if (await rawMails.exists(rawKey)) left.push(rawKey)
      await replies.remove({ customerId, replyId })
    }
  }
  return left
}
