/**
 * Work from mails, with a limit, so that ten thousand mails in a minute do not bury everybody's desk. The rule: of one customer at most
 * twenty mails a day make work, each its own; of mails that belong to nobody, twenty an hour. One item more then says that there are many.
 * Every mail beyond is kept as a reply all the same, where that item sends whoever works on it. Mails that are handled at the same moment do
 * not see each other's work at once, so there may be a few more.
 */
import { askRight } from '#app/ask-right.ts'
import type { Events } from '#app/events.ts'
import type { WorkStore } from '#app/listening-ports.ts'
import type { CustomerStore } from '#app/ports.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type ReplyWork, replyWork } from '#core/work/reply-work.ts'
import type { Right, WorkItem } from '#core/work/work-item.ts'

export interface ReplyWorkPorts {
  readonly work: WorkStore
  readonly customers: CustomerStore
  readonly house: HouseRules
  readonly events: Events
}

export const MOST_OF_CUSTOMER_A_DAY = 20
export const MOST_STRAY_AN_HOUR = 20

/** A word for staff pages, as in the reasons of a reading. */
const MANY = 'many-replies'

export interface CustomerMail extends Omit<ReplyWork, 'workId' | 'customerId' | 'note'> {
  readonly customerId: string
  readonly replyId: string
  readonly note?: string
}

/** Opens the work of one mail, once however often it is asked for. */
export async function openForCustomer(ports: ReplyWorkPorts, mail: CustomerMail): Promise<void> {
  if (!(await hasRoom(ports, mail))) return
  await open(ports, replyWork(ports.house, { note: null, ...mail, workId: `${mail.reason}_${mail.replyId}` }))
}

/** The same for somebody who asks about their own data, with the law's clocks; where no pack knows them, a person must. */
export async function openRight(ports: ReplyWorkPorts, mail: CustomerMail & { readonly ask: Right }): Promise<void> {
  const { ask, ...about } = mail
  if (!(await hasRoom(ports, mail))) return
  const { customerId, replyId, at } = mail
  const asked = await askRight(ports, { customerId, replyId, ask, at })
  if ('refused' in asked) return openForCustomer(ports, { ...about, note: `rights:${ask}` })
  tell(ports, asked.item)
}

/** Of a mail whose customer nobody can tell. */
export async function openForNobody(
  ports: ReplyWorkPorts,
  { replyId, at }: { readonly replyId: string; readonly at: Instant },
): Promise<void> {
  const about = {
    reason: 'unclear-reply',
    customerId: null,
    campaignId: null,
    occurrenceId: null,
    replyId,
    score: null,
    at,
  } as const
  const hour = at.slice(0, 13)
  const many = `many-replies_unmatched_${hour}`
  // Asked first: in a flood one read is all that a mail costs.
  if (await ports.work.get(many)) return
  for (let place = 1; place <= MOST_STRAY_AN_HOUR; place++) {
    const workId = `unmatched_${hour}_${String(place).padStart(2, '0')}`
    if ((await open(ports, replyWork(ports.house, { ...about, workId, note: null }))) === 'written') return
    if ((await ports.work.get(workId))?.replyId === replyId) return
  }
  await open(ports, replyWork(ports.house, { ...about, workId: many, note: MANY }))
}

async function hasRoom(ports: ReplyWorkPorts, mail: CustomerMail): Promise<boolean> {
  const { customerId, replyId, at } = mail
  const { zone } = ports.house.company
  const day = localDateAt(at, zone)
  const ofToday = (await ports.work.ofCustomer(customerId)).filter(
    (item) => item.replyId !== null && localDateAt(item.openedAt, zone) === day,
  )
  if (ofToday.length < MOST_OF_CUSTOMER_A_DAY || ofToday.some((item) => item.replyId === replyId)) return true
  const workId = `many-replies_${customerId}_${day}`
  await open(ports, replyWork(ports.house, { ...mail, reason: 'unclear-reply', score: null, workId, note: MANY }))
  return false
}

async function open(ports: ReplyWorkPorts, item: WorkItem) {
  const written = await ports.work.open(item)
  if (written === 'written') tell(ports, item)
  return written
}

const tell = ({ events }: ReplyWorkPorts, { workId, reason, dueAt }: WorkItem) => events.workOpened({ workId, reason, dueAt })
