/** Which item of work each answer and each mail has made, read through the customers of one page. */
import { strayItemOf } from '#app/desk/limited-reply-work.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Heard } from '#functions/staff/listening/heard.ts'

/** In the order of what was heard; undefined for what made none, or has no item of its own. */
export async function workOfHeard(
  work: Pick<WorkStore, 'get' | 'ofCustomer'>,
  heard: readonly Heard[],
): Promise<readonly (WorkItem | undefined)[]> {
  const ids = [...new Set(heard.flatMap((each) => customerOf(each) ?? []))]
  const byCustomer = new Map<string, readonly WorkItem[]>()
  const strays = new Map<Heard, WorkItem | undefined>()
  await eachBounded([...ids, ...heard.filter(isStray)], {
    limit: AT_ONCE,
    act: async (one) => {
      if (typeof one === 'string') byCustomer.set(one, await work.ofCustomer(one))
      else strays.set(one, await strayItemOf(work, { replyId: one.reply.replyId, at: one.reply.receivedAt }))
    },
  })
  return heard.map((each) => {
    const customerId = customerOf(each)
    return customerId === null ? strays.get(each) : byCustomer.get(customerId)?.find((item) => isMadeBy(item, each))
  })
}

/** Half of the connections that a client keeps: the page reads names meanwhile. */
const AT_ONCE = 25

/** A mail that belongs to no known customer. */
const isStray = (heard: Heard): heard is Extract<Heard, { reply: unknown }> => 'reply' in heard && heard.reply.customerId === null

export const customerOf = (heard: Heard): string | null =>
  'response' in heard ? heard.response.customerId : heard.reply.customerId

/** An answer makes one call for each invitation, whether it came on the page or by mail. */
function isMadeBy({ subject }: WorkItem, heard: Heard): boolean {
  if ('reply' in heard) return subject.replyId === heard.reply.replyId
  return subject.is === 'low-score' && subject.occurrenceId === heard.response.occurrenceId
}
