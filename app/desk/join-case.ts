/** A customer's mail to the address of a case joins it, instead of making work of its own: one mail, one piece of work. */
import { type Change, changeWork } from '#app/desk/change-work.ts'
import type { Events } from '#app/events.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { NoticeQueue } from '#app/ports/notices.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type CameBack, withMailBack } from '#core/work/case/case-mail.ts'
import { typeOf } from '#core/work/case/case-standing.ts'
import { mergedInto } from '#core/work/case/merging.ts'
import { hoursToTell, type ToldHours } from '#core/work/case/tell-hours.ts'
import { mayTakeNoMore } from '#core/work/history.ts'
import type { Case, WorkItem } from '#core/work/work-item.ts'

export interface JoinCasePorts {
  readonly work: Pick<WorkStore, 'get' | 'update' | 'ofCustomer'>
  readonly notices: Pick<NoticeQueue, 'mailOfCase'>
  readonly listOrders: ListOrders
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'caseHeard'>
}

/**
 * The case that has the mail. Harmless when repeated. no-room: the case is full, closed too long ago, or had too many mails today; the mail then makes
 * work like any other.
 * A complaint that is open again, or graver by these words, interrupts like a new one. A mail to a case that became part of another joins that one.
 */
export async function joinCase(ports: JoinCasePorts, mail: CameBack & { readonly workId: string }): Promise<Case | 'no-room'> {
  const { work, notices, listOrders, companyRules, events } = ports
  const { workId: addressed, ...back } = mail
  const workId = await goesOn(work, { addressed, back })
  const result = await changeWork(
    work,
    workId,
    async (item): Promise<Change<Case, { readonly joined: Case } | 'no-room' | 'part'>> => {
      if (item.kind !== 'case') return { instead: 'no-room' }
      // It became one since the way was looked for.
      if (mergedInto(item) !== null && !hasMail(item, back)) return { instead: 'part' }
      const next = withMailBack(item, back, companyRules)
      if (next === 'joined') return { instead: { joined: item } }
      if (next === 'no-room') return { instead: next }
      const told = await hoursTold(ports, { item, next, back })
      return { next: told ? { ...next, events: [...next.events, told] } : next }
    },
  )
  if ('changed' in result) events.caseHeard({ workId, reopened: isReopenedBy(result.changed, back) })
  const joined = 'changed' in result ? { joined: result.changed } : result.instead
  if (joined === 'no-room') return joined
  if (joined === 'part') return joinCase(ports, { ...back, workId })
  if ('refused' in joined) {
    if (joined.refused === 'contended') throw new Error(`${workId}: lost too often to others`)
    return 'no-room'
  }
  // Also for a mail that joined before: its earlier delivery may have ended before the order to interrupt.
  if ((isReopenedBy(joined.joined, back) || isRaisedBy(joined.joined, back)) && typeOf(joined.joined) === 'complaint')
    await listOrders.makeAgain({ workId, at: back.at })
  // The mail stands in the case first; a delivery before this one may have broken off between the two.
  const told = joined.joined.events.find((event) => event.is === 'told-hours' && event.at === back.at)
  if (told?.is === 'told-hours' && joined.joined.customerId !== null)
    await notices.mailOfCase({ customerId: joined.joined.customerId, workId, mailId: told.mailId })
  return joined.joined
}

interface Joining {
  /** Before the mail. */
  readonly item: Case
  readonly next: Case
  readonly back: CameBack
}

/** A customer who asks or complains at night, in a case as in a new mail, is told when staff will look; who thanks, stops or is content is not. */
async function hoursTold({ work, companyRules }: JoinCasePorts, { item, next, back }: Joining): Promise<ToldHours | null> {
  const { says, mayAnswer, at } = back
  if (!mayAnswer || (says !== 'more' && says !== 'complaint') || next.customerId === null || mayTakeNoMore(next)) return null
  const others = (await work.ofCustomer(next.customerId)).filter(({ workId }) => workId !== item.workId)
  return hoursToTell(next, [item, ...others], companyRules, at)
}

/** The longest way of cases that became part of others; an older one is the end of each. */
const MOST_MERGED = 10

/** The case that goes on where this one became part of another; a part that has the mail already, from before it became one. */
async function goesOn(
  work: Pick<WorkStore, 'get'>,
  { addressed, back }: { readonly addressed: string; readonly back: CameBack },
): Promise<string> {
  let at = addressed
  for (let step = 0; step < MOST_MERGED; step++) {
    const item = await work.get(at)
    const into = item?.kind === 'case' ? mergedInto(item) : null
    if (into === null || (item && hasMail(item, back))) return at
    at = into
  }
  return at
}

export const hasMail = ({ events }: WorkItem, { replyId }: Pick<CameBack, 'replyId'>): boolean =>
  events.some((event) => event.is === 'customer-wrote' && event.replyId === replyId)

const isReopenedBy = ({ events }: Case, { at }: CameBack): boolean =>
  events.some((event) => event.is === 'reopened' && event.by.is === 'system' && event.at === at)

const isRaisedBy = ({ events }: Case, { at }: CameBack): boolean =>
  events.some((event) => event.is === 'severity-set' && event.by.is === 'system' && event.at === at)
