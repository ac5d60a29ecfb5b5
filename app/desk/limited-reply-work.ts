/**
 * Work from mails, with a limit: ten thousand mails in a minute must not bury the desk. Limits: of one customer twenty complaints a day, and twenty
 * other mails, make an item each; of mails that match no customer, twenty an hour. Beyond the limit one more item says that there are many. Every
 * mail beyond the limit is kept as a reply, and that item leads staff to it. Mails handled at the same moment do not see each other's items at once,
 * so a few more may be opened.
 */
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type ReplyWork, type ReplyWorkReason, replyWork } from '#core/work/reply-work.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface ReplyWorkPorts {
  readonly work: WorkStore
  readonly customers: CustomerStore
  readonly companyRules: CompanyRules
  readonly events: Events
}

const MOST_OF_CUSTOMER_A_DAY = 20
const MOST_STRAY_AN_HOUR = 20

/** Reasons that share a limit. A complaint has its own, so that no number of other mails keeps it from staff. */
const LIMITED_TOGETHER: Readonly<Record<ReplyWorkReason, readonly ReplyWorkReason[]>> = {
  complaint: ['complaint'],
  request: ['request', 'unclear-reply'],
  'unclear-reply': ['request', 'unclear-reply'],
}

/** A reason code for staff pages, as in the reasons of a reading. */
const MANY = 'many-replies'

/** among-many: the mail has no item of its own; the item about many mails stands for it. */
export type Opened = 'opened' | 'among-many'

/** Opens a case of one mail, once however often it is asked for. */
export async function openLimited(
  ports: ReplyWorkPorts,
  mail: Omit<ReplyWork, 'workId'> & { readonly customerId: string; readonly replyId: string },
): Promise<Opened> {
  const { customerId, at } = mail
  const day = localDateAt(at, ports.companyRules.company.zone)
  if (await hasRoom(ports, mail, day)) {
    await openItem(ports, replyWork(ports.companyRules, { ...mail, workId: ownWorkId(mail) }))
    return 'opened'
  }
  const many = `many-replies_${customerId}_${day}`
  await joinMany(ports, { many, about: { ...mail, reason: 'unclear-reply', score: null, holds: [] } })
  return 'among-many'
}

/** For a mail that matches no customer. */
export async function openForNobody(
  ports: ReplyWorkPorts,
  { replyId, at }: { readonly replyId: string; readonly at: Instant },
): Promise<Opened> {
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
  // Read first: in a flood each mail costs one read.
  if (await ports.work.get(many)) {
    await joinMany(ports, { many, about })
    return 'among-many'
  }
  for (let place = 1; place <= MOST_STRAY_AN_HOUR; place++) {
    const workId = `unmatched_${hour}_${String(place).padStart(2, '0')}`
    if ((await openItem(ports, replyWork(ports.companyRules, { ...about, workId, note: null }))) === 'written') return 'opened'
    if ((await ports.work.get(workId))?.replyId === replyId) return 'opened'
  }
  await joinMany(ports, { many, about })
  return 'among-many'
}

/** The item that stands for many mails. An item that staff have closed does not cover later mails: another is opened. */
async function joinMany(
  ports: ReplyWorkPorts,
  { many, about }: { readonly many: string; readonly about: Omit<ReplyWork, 'workId' | 'note'> },
): Promise<void> {
  for (let nth = 1; ; nth++) {
    const workId = nth === 1 ? many : `${many}_${nth}`
    const known = await ports.work.get(workId)
    if (known?.state === 'open') return
    if (known) continue
    await openItem(ports, replyWork(ports.companyRules, { ...about, workId, note: MANY }))
    return
  }
}

/** Counts the day's items that stand for one mail each. A mail that comes again finds its own item among them. */
async function hasRoom(
  { work, companyRules }: ReplyWorkPorts,
  mail: { readonly customerId: string; readonly replyId: string; readonly reason: ReplyWorkReason },
  day: LocalDate,
): Promise<boolean> {
  const { zone } = companyRules.company
  const ofToday = (await work.ofCustomer(mail.customerId)).filter(
    (item) =>
      LIMITED_TOGETHER[mail.reason].some((reason) => item.workId === ownWorkId({ reason, replyId: item.replyId })) &&
      localDateAt(item.openedAt, zone) === day,
  )
  return ofToday.length < MOST_OF_CUSTOMER_A_DAY || ofToday.some(({ workId }) => workId === ownWorkId(mail))
}

const ownWorkId = ({ reason, replyId }: { readonly reason: ReplyWorkReason; readonly replyId: string | null }) =>
  `${reason}_${replyId}`

/** Emits its event once. */
export async function openItem(ports: ReplyWorkPorts, item: WorkItem) {
  const written = await ports.work.open(item)
  if (written === 'written') tell(ports, item)
  return written
}

const tell = ({ events }: ReplyWorkPorts, { workId, reason, dueAt }: WorkItem) => events.workOpened({ workId, reason, dueAt })
