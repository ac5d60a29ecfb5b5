/**
 * Work from mails. One mail makes one item, whatever it contains: the gravest reason names it, and the item holds the rest. The order: what
 * somebody asks about their own data, because the law's clocks run; a complaint; a low score; a request; what nobody understood. Only where
 * an item exists already, of an earlier mail or answer, does what it does not tell make another.
 *
 * There is a limit, so that ten thousand mails in a minute do not bury everybody's desk: of one customer at most twenty complaints a day make
 * work, and twenty other mails, each its own; of mails that belong to nobody, twenty an hour. One item more then says that there are many.
 * Every mail beyond is kept as a reply all the same, where that item sends the staff who work on it. Rights have no limit: one item for each
 * right and day. Mails handled at the same moment do not see each other's work at once, so there may be a few more.
 */
import type { Events } from '#app/events.ts'
import type { WorkStore } from '#app/listening-ports.ts'
import type { CustomerStore } from '#app/ports.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type LowScore, lowScoreItem } from '#core/work/follow-up.ts'
import { type ReplyWork, type ReplyWorkReason, replyWork } from '#core/work/reply-work.ts'
import { rightsItem } from '#core/work/rights.ts'
import type { Right, WorkFact, WorkItem } from '#core/work/work-item.ts'

export interface ReplyWorkPorts {
  readonly work: WorkStore
  readonly customers: CustomerStore
  readonly house: HouseRules
  readonly events: Events
}

const MOST_OF_CUSTOMER_A_DAY = 20
const MOST_STRAY_AN_HOUR = 20

/** What shares a limit: other mails, however many, never keep a complaint from being heard. */
const LIMITED_TOGETHER: Readonly<Record<ReplyWorkReason, readonly ReplyWorkReason[]>> = {
  complaint: ['complaint'],
  request: ['request', 'unclear-reply'],
  'unclear-reply': ['request', 'unclear-reply'],
}

/** A word for staff pages, as in the reasons of a reading. */
const MANY = 'many-replies'

/** A mail of a customer, and what must be done about it. */
export interface MailWork extends Omit<ReplyWork, 'workId' | 'customerId' | 'reason' | 'holds'> {
  readonly customerId: string
  readonly replyId: string
  readonly rights: readonly Right[]
  /** The answer it gave, if its score is low. */
  readonly low: LowScore | null
  readonly complaint: boolean
  readonly request: boolean
  /** A person must read it even if it holds nothing else. */
  readonly unread: boolean
  /** What staff should know beside. */
  readonly beside: readonly WorkFact[]
}

/** among-many: no work of its own; it is one of those that the item about many mails speaks of. */
export type Opened = 'opened' | 'among-many'

/** Opens the work of one mail, once however often it is asked for; null when it leaves nothing to do. */
export async function openForMail(ports: ReplyWorkPorts, mail: MailWork): Promise<Opened | null> {
  const joined = mail.rights.length > 0 ? await openRights(ports, mail) : { own: false, reopen: [] }
  if (joined.own) return 'opened'
  const rest = { ...mail, beside: [...joined.reopen, ...mail.beside], request: mail.request || joined.reopen.length > 0 }
  if (mail.complaint) {
    const opened = await openCase(ports, rest, 'complaint')
    if (opened === 'opened' || !mail.low) return opened
  }
  if (mail.low && (await openLowScore(ports, rest, mail.low))) return 'opened'
  if (mail.complaint) return 'among-many'
  if (rest.request) return openCase(ports, rest, 'request')
  if (mail.rights.length > 0) return 'opened'
  return mail.unread ? openCase(ports, rest, 'unclear-reply') : null
}

/** What the item of a mail holds beside its own reason. */
const factsOf = (mail: MailWork, reason: ReplyWorkReason | 'low-score' | 'rights'): readonly WorkFact[] => [
  ...(mail.complaint && reason !== 'complaint' ? [{ is: 'complaint' } as const] : []),
  ...(mail.low && reason !== 'low-score' ? [{ is: 'low-score' } as const] : []),
  ...(mail.request && reason !== 'request' ? [{ is: 'request' } as const] : []),
  ...mail.beside,
]

/**
 * One item for all rights that a mail asks for, named by the one that must be done first. `own`: it is this mail's. A right that was asked
 * for on the same day is told there already, unless staff have closed that item: then it must be looked at again.
 */
async function openRights(
  ports: ReplyWorkPorts,
  mail: MailWork,
): Promise<{ readonly own: boolean; readonly reopen: readonly WorkFact[] }> {
  const items = (await rightsItemsOf(ports, mail)).toSorted((a, b) => ((doneBy(a) ?? '~') < (doneBy(b) ?? '~') ? -1 : 1))
  const facts = items.map(({ ask, item }) => ({ is: 'right', ask, doneBy: item.right?.doneBy ?? null }) as const)
  const reopen: WorkFact[] = []
  for (const [n, { item }] of items.entries()) {
    const holds = [...item.holds, ...facts.slice(n + 1), ...reopen, ...factsOf(mail, 'rights')]
    const state = await openOwn(ports, { ...item, holds })
    if (state === 'own') return { own: true, reopen: [] }
    const fact = facts[n]
    if (state === 'closed' && fact) reopen.push(fact)
  }
  return { own: false, reopen }
}

interface AskedRight {
  readonly ask: Right
  readonly item: WorkItem
}

const doneBy = ({ item }: AskedRight): Instant | null => item.right?.doneBy ?? null

/** With the law's clocks; where no policy pack knows them, a request, because a person must. */
async function rightsItemsOf({ customers, house }: ReplyWorkPorts, mail: MailWork): Promise<readonly AskedRight[]> {
  const { customerId, replyId, at, campaignId, occurrenceId, score, note } = mail
  const country = (await customers.get(customerId))?.customer.country ?? house.company.country
  return [...new Set(mail.rights)].map((ask) => {
    const workId = `request_rights-${ask}_${localDateAt(at, house.company.zone)}_${customerId}`
    const holds = [{ is: 'right', ask, doneBy: null } as const]
    const about = { workId, reason: 'request', customerId, campaignId, occurrenceId, replyId, score, note, holds, at } as const
    return { ask, item: rightsItem(house, { ask, customerId, country, at, replyId }) ?? replyWork(house, about) }
  })
}

/** False when the invitation has its follow-up already, of another mail or of the page: then only what else is said makes work. */
async function openLowScore(ports: ReplyWorkPorts, mail: MailWork, low: LowScore): Promise<boolean> {
  const item = lowScoreItem({ ...low, replyId: mail.replyId, holds: factsOf(mail, 'low-score') }, ports.house)
  return (await openOwn(ports, item)) === 'own'
}

/** own: opened for this mail, now or when it came before. */
async function openOwn(ports: ReplyWorkPorts, item: WorkItem): Promise<'own' | WorkItem['state']> {
  if ((await open(ports, item)) === 'written') return 'own'
  const known = await ports.work.get(item.workId)
  return known === undefined || known.replyId === item.replyId ? 'own' : known.state
}

async function openCase(ports: ReplyWorkPorts, mail: MailWork, reason: ReplyWorkReason): Promise<Opened> {
  const { customerId, campaignId, occurrenceId, replyId, score, note, at } = mail
  const about = { customerId, campaignId, occurrenceId, replyId, score, note, at, reason }
  const day = localDateAt(at, ports.house.company.zone)
  if (await hasRoom(ports, about, day)) {
    await open(ports, replyWork(ports.house, { ...about, workId: ownWorkId(about), holds: factsOf(mail, reason) }))
    return 'opened'
  }
  const many = `many-replies_${customerId}_${day}`
  await joinMany(ports, { many, about: { ...about, reason: 'unclear-reply', score: null } })
  return 'among-many'
}

/** Of a mail whose customer nobody can tell. */
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
  // Asked first: in a flood one read is all that a mail costs.
  if (await ports.work.get(many)) {
    await joinMany(ports, { many, about })
    return 'among-many'
  }
  for (let place = 1; place <= MOST_STRAY_AN_HOUR; place++) {
    const workId = `unmatched_${hour}_${String(place).padStart(2, '0')}`
    if ((await open(ports, replyWork(ports.house, { ...about, workId, note: null }))) === 'written') return 'opened'
    if ((await ports.work.get(workId))?.replyId === replyId) return 'opened'
  }
  await joinMany(ports, { many, about })
  return 'among-many'
}

/** The item that speaks of many mails. One that staff have closed already says nothing of what came after: then there is another. */
async function joinMany(
  ports: ReplyWorkPorts,
  { many, about }: { readonly many: string; readonly about: Omit<ReplyWork, 'workId' | 'note'> },
): Promise<void> {
  for (let nth = 1; ; nth++) {
    const workId = nth === 1 ? many : `${many}_${nth}`
    const known = await ports.work.get(workId)
    if (known?.state === 'open') return
    if (known) continue
    await open(ports, replyWork(ports.house, { ...about, workId, note: MANY }))
    return
  }
}

/** Counts the day's items that stand for one mail each; a mail that comes again finds the room it had. */
async function hasRoom(
  { work, house }: ReplyWorkPorts,
  mail: { readonly customerId: string; readonly replyId: string; readonly reason: ReplyWorkReason },
  day: LocalDate,
): Promise<boolean> {
  const { zone } = house.company
  const ofToday = (await work.ofCustomer(mail.customerId)).filter(
    (item) =>
      LIMITED_TOGETHER[mail.reason].some((reason) => item.workId === ownWorkId({ reason, replyId: item.replyId })) &&
      localDateAt(item.openedAt, zone) === day,
  )
  return ofToday.length < MOST_OF_CUSTOMER_A_DAY || ofToday.some(({ workId }) => workId === ownWorkId(mail))
}

const ownWorkId = ({ reason, replyId }: { readonly reason: ReplyWorkReason; readonly replyId: string | null }) =>
  `${reason}_${replyId}`

async function open(ports: ReplyWorkPorts, item: WorkItem) {
  const written = await ports.work.open(item)
  if (written === 'written') tell(ports, item)
  return written
}

const tell = ({ events }: ReplyWorkPorts, { workId, reason, dueAt }: WorkItem) => events.workOpened({ workId, reason, dueAt })
