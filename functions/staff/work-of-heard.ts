/** Which item of work each answer and each mail has made, read through the customers of one page. */
import { strayItemOf } from '#app/desk/limited-reply-work.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Heard } from '#functions/staff/heard.ts'

/** In the order of what was heard; undefined for what made none, or has no item of its own. */
export async function workOfHeard(
  work: Pick<WorkStore, 'get' | 'ofCustomer'>,
  heard: readonly Heard[],
): Promise<readonly (WorkItem | undefined)[]> {
  const ids = [...new Set(heard.flatMap((each) => customerOf(each) ?? []))]
  const read = await Promise.all(ids.map(async (id) => [id, await work.ofCustomer(id)] as const))
  const byCustomer = new Map(read)
  return Promise.all(
    heard.map((each) => {
      const customerId = customerOf(each)
      if (customerId !== null) return byCustomer.get(customerId)?.find((item) => isMadeBy(item, each))
      return 'reply' in each ? strayItemOf(work, { replyId: each.reply.replyId, at: each.reply.receivedAt }) : undefined
    }),
  )
}

export const customerOf = (heard: Heard): string | null =>
  'response' in heard ? heard.response.customerId : heard.reply.customerId

/** An answer makes one call for each invitation, whether it came on the page or by mail. */
function isMadeBy({ subject }: WorkItem, heard: Heard): boolean {
  if ('reply' in heard) return subject.replyId === heard.reply.replyId
  return subject.is === 'low-score' && subject.occurrenceId === heard.response.occurrenceId
}
