/** What a customer said that opened a piece of work, in one sentence for a mail to staff. */
import type { ReplyStore } from '#app/ports/listening.ts'
import { inOneSentence } from '#core/reply/in-one-sentence.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** Null where no words are kept. */
export async function wordsBehind(
  { replies }: { readonly replies: Pick<ReplyStore, 'get'> },
  { customerId, subject, events }: WorkItem,
): Promise<string | null> {
  const reply = subject.replyId === null ? undefined : await replies.get({ customerId, replyId: subject.replyId })
  // What a customer told in a call stands in the first note.
  const note = events.find((event) => event.is === 'noted')
  return inOneSentence(reply?.reading.text ?? (note?.is === 'noted' ? note.note : ''))
}
