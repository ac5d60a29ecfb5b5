/**
 * Work from mails, with a limit: ten thousand mails in a minute must not bury the desk. Limits: of one customer twenty complaints a day, and twenty
 * other mails, make an item each; of mails that match no customer, twenty an hour. Beyond the limit one more item says that there are many. Every
 * mail beyond the limit is kept as a reply, and that item leads staff to it. Mails handled at the same moment do not see each other's items at once,
 * so a few more may be opened.
 */
import { caseSaid } from '#app/desk/case-said.ts'
import { openItem } from '#app/desk/open-item.ts'
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { NoticeQueue } from '#app/ports/notices.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { CaseSaid } from '#core/work/case/severity-by-rule.ts'
import { hoursToTell } from '#core/work/case/tell-hours.ts'
import { replyWork } from '#core/work/reply-work.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkFact } from '#core/work/work-fact.ts'
import { type Case, type CaseSubject, openedAt, type WorkItem } from '#core/work/work-item.ts'

export interface ReplyWorkPorts {
  readonly listOrders: ListOrders
  readonly work: WorkStore
  readonly customers: CustomerStore
  readonly companyRules: CompanyRules
  readonly notices: Pick<NoticeQueue, 'mailOfCase'>
  readonly events: Events
}

const MOST_OF_CUSTOMER_A_DAY = 20
const MOST_STRAY_AN_HOUR = 20

/** What one mail may be about; `many-replies` stands for many. */
export type MailSubject = Exclude<CaseSubject, { is: 'many-replies' | 'told' }>

/** Subjects that share a limit. A complaint has its own, so that no number of other mails keeps it from staff. */
const LIMITED_TOGETHER: Readonly<Record<MailSubject['is'], readonly MailSubject['is'][]>> = {
  complaint: ['complaint'],
  request: ['request', 'unclear-reply'],
  'unclear-reply': ['request', 'unclear-reply'],
}

/** among-many: the mail has no item of its own; the item about many mails stands for it. */
export type Opened = 'opened' | 'among-many'

export interface MailCase {
  readonly customerId: string
  readonly subject: MailSubject
  readonly holds: readonly WorkFact[]
  /** What the customer wrote. */
  readonly text: string
  /** An automatic mail may answer it. */
  readonly mayAnswer: boolean
  readonly at: Instant
}

/** Opens a case of one mail, once however often it is asked for. */
export async function openLimited(ports: ReplyWorkPorts, mail: MailCase): Promise<Opened> {
  const { customerId, subject, text, at } = mail
  const day = localDateAt(at, ports.companyRules.company.zone)
  const others = await ports.work.ofCustomer(customerId)
  if (hasRoom(ports, { mail, day, others })) {
    const workId = ownWorkId(subject)
    const said = await caseSaid(ports, { workId, customerId, text })
    const item = replyWork(ports.companyRules, { customerId, subject, holds: mail.holds, at, workId, said })
    const told = mail.mayAnswer ? hoursToTell(item, others, ports.companyRules) : null
    await openAndTell(ports, told ? { ...item, events: [...item.events, told] } : item)
    return 'opened'
  }
  const { replyId, campaignId, occurrenceId } = subject
  await joinMany(ports, {
    workId: `many-replies_${customerId}_${day}`,
    customerId,
    subject: { is: 'many-replies', replyId, campaignId, occurrenceId },
    at,
  })
  return 'among-many'
}

/** The mail stands in the case first. Where the case was opened before, the delivery before this one may have broken off between the two. */
async function openAndTell(ports: ReplyWorkPorts, item: Case): Promise<void> {
  const isNew = (await openItem(ports, item)) === 'written'
  const stored = isNew ? item : await ports.work.get(item.workId)
  const told = stored?.events.find((event) => event.is === 'told-hours')
  if (told?.is === 'told-hours' && item.customerId !== null)
    await ports.notices.mailOfCase({ customerId: item.customerId, workId: item.workId, mailId: told.mailId })
}

/** For a mail that matches no customer. */
export async function openForNobody(
  ports: ReplyWorkPorts,
  { replyId, text, at }: { readonly replyId: string; readonly text: string; readonly at: Instant },
): Promise<Opened> {
  const mail = { replyId, campaignId: null, occurrenceId: null }
  const many = {
    workId: `many-replies_unmatched_${hourOf(at)}`,
    customerId: null,
    subject: { is: 'many-replies', ...mail },
    at,
  } as const
  // Read first: in a flood each mail costs one read.
  if (await ports.work.get(many.workId)) {
    await joinMany(ports, many)
    return 'among-many'
  }
  for (let place = 1; place <= MOST_STRAY_AN_HOUR; place++) {
    const workId = strayWorkId(at, place)
    const subject = { is: 'unclear-reply', ...mail, score: null } as const
    const item = replyWork(ports.companyRules, { workId, customerId: null, subject, said: { ...NOTHING_KNOWN, text }, at })
    if ((await openItem(ports, item)) === 'written') return 'opened'
    if ((await ports.work.get(workId))?.subject.replyId === replyId) return 'opened'
  }
  await joinMany(ports, many)
  return 'among-many'
}

/** The item that a mail of an unknown sender has opened; undefined when it has none of its own. */
export async function strayItemOf(
  work: Pick<WorkStore, 'get'>,
  { replyId, at }: { readonly replyId: string; readonly at: Instant },
): Promise<WorkItem | undefined> {
  for (let place = 1; place <= MOST_STRAY_AN_HOUR; place++) {
    const item = await work.get(strayWorkId(at, place))
    if (!item || item.subject.replyId === replyId) return item
  }
  return undefined
}

const NOTHING_KNOWN: CaseSaid = { text: null, tier: null, others: [] }

const hourOf = (at: Instant) => at.slice(0, 13)
const strayWorkId = (at: Instant, place: number) => `unmatched_${hourOf(at)}_${String(place).padStart(2, '0')}`

/** The item that stands for many mails. An item that staff have closed does not cover later mails: another is opened. */
async function joinMany(
  ports: ReplyWorkPorts,
  { workId: many, ...about }: { workId: string; customerId: string | null; subject: CaseSubject; at: Instant },
): Promise<void> {
  for (let nth = 1; ; nth++) {
    const workId = nth === 1 ? many : `${many}_${nth}`
    const known = await ports.work.get(workId)
    if (known && isOpen(known)) return
    if (known) continue
    await openItem(ports, replyWork(ports.companyRules, { ...about, workId, said: NOTHING_KNOWN }))
    return
  }
}

/** Counts the day's items that stand for one mail each. A mail that comes again finds its own item among them. */
function hasRoom(
  { companyRules }: ReplyWorkPorts,
  { mail: { subject }, day, others }: { readonly mail: MailCase; readonly day: LocalDate; readonly others: readonly WorkItem[] },
): boolean {
  const { zone } = companyRules.company
  const counted = LIMITED_TOGETHER[subject.is]
  const ofToday = others.filter(
    (item) =>
      counted.some((is) => item.workId === ownWorkId({ is, replyId: item.subject.replyId })) &&
      localDateAt(openedAt(item), zone) === day,
  )
  return ofToday.length < MOST_OF_CUSTOMER_A_DAY || ofToday.some(({ workId }) => workId === ownWorkId(subject))
}

export const ownWorkId = ({ is, replyId }: { readonly is: MailSubject['is']; readonly replyId: string | null }) =>
  `${is}_${replyId}`
