/**
 * One mail makes one item of work: the gravest reason names it, and the item holds the other reasons. The order: a request about the customer's own
 * data, because the law's clocks run; a complaint; a low score; a request; a mail that was not understood. A second item is opened only when the
 * first exists already, from an earlier mail or answer, and does not hold a reason of this mail. Rights and low scores have no limit: one item for
 * each right and day, one for each invitation.
 */
import { type MailSubject, type Opened, openLimited, ownWorkId, type ReplyWorkPorts } from '#app/desk/limited-reply-work.ts'
import { openItem } from '#app/desk/open-item.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { type LowScore, lowScoreItem } from '#core/work/follow-up.ts'
import { replyWork } from '#core/work/reply-work.ts'
import { rightsItem } from '#core/work/rights.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Right, WorkFact } from '#core/work/work-fact.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** A mail of a customer, and what must be done about it. */
export interface MailWork {
  readonly customerId: string
  readonly replyId: string
  /** The mail of ours that it answers, if any. */
  readonly campaignId: string | null
  readonly occurrenceId: string | null
  readonly score: number | null
  /** What the customer wrote. */
  readonly text: string
  /** When it came in. */
  readonly at: Instant
  readonly rights: readonly Right[]
  /** The answer in the mail, if its score is low. */
  readonly low: LowScore | null
  readonly complaint: boolean
  readonly request: boolean
  /** A person must read it even if it holds nothing else. */
  readonly unread: boolean
  /** Words beside its answer must be read by a person, unless another reason has them read. */
  readonly words: boolean
  /** An automatic mail may answer it: it asks for no stop, and the mail service warns of nothing. */
  readonly mayAnswer: boolean
  /** Further facts for staff. */
  readonly beside: readonly WorkFact[]
}

/** Opens the work of one mail, once however often it is asked for; null when it leaves nothing to do. */
export async function openForMail(ports: ReplyWorkPorts, mail: MailWork): Promise<Opened | null> {
  const opened = await openReasons(ports, mail)
  // Also for one that was opened before: the delivery before this one may have broken off between the two. What many mails share orders nothing.
  if (opened === null || opened === 'among-many') return opened
  if (mail.complaint) await ports.listOrders.makeAgain({ workId: opened.workId, at: mail.at })
  return 'opened'
}

/** The item that is the mail's own. */
type OwnItem = { readonly workId: string }

async function openReasons(ports: ReplyWorkPorts, mail: MailWork): Promise<OwnItem | 'among-many' | null> {
  const joined = mail.rights.length > 0 ? await openRights(ports, mail) : { own: null, known: null, reopen: [] }
  if (joined.own) return joined.own
  const rest = { ...mail, beside: [...joined.reopen, ...mail.beside], request: mail.request || joined.reopen.length > 0 }
  if (mail.complaint) {
    const opened = await openCase(ports, rest, 'complaint')
    if (opened !== 'among-many' || !mail.low) return opened
  }
  const low = mail.low && (await openLowScore(ports, rest, mail.low))
  if (low) return low
  if (mail.complaint) return 'among-many'
  if (rest.request) return openCase(ports, rest, 'request')
  if (joined.known) return joined.known
  return mail.unread || mail.words ? openCase(ports, rest, 'unclear-reply') : null
}

/** The facts that a mail's item holds beside its own reason. */
const factsOf = (mail: MailWork, reason: MailSubject['is'] | 'low-score' | 'right'): readonly WorkFact[] => [
  ...(mail.complaint && reason !== 'complaint' ? [{ is: 'complaint' } as const] : []),
  ...(mail.low && reason !== 'low-score' ? [{ is: 'low-score' } as const] : []),
  ...(mail.request && reason !== 'request' ? [{ is: 'request' } as const] : []),
  ...(mail.words && reason === 'unclear-reply' ? [{ is: 'words-to-read' } as const] : []),
  ...mail.beside,
]

/**
 * One item for all rights that a mail asks for, named by the one with the earliest deadline. `own`: the item is this mail's; `known`: an earlier mail's. A right that was asked
 * for on the same day has an item already. If staff have closed that item, the right is reopened.
 */
async function openRights(
  ports: ReplyWorkPorts,
  mail: MailWork,
): Promise<{ readonly own: OwnItem | null; readonly known: OwnItem | null; readonly reopen: readonly WorkFact[] }> {
  const items = (await rightsItemsOf(ports, mail)).toSorted((a, b) => ((a.done ?? '~') < (b.done ?? '~') ? -1 : 1))
  const facts = items.map(({ ask, country }) => ({ is: 'right', ask, law: { by: 'country', country } }) as const)
  const reopen: WorkFact[] = []
  for (const [n, { item }] of items.entries()) {
    const holds = [...item.holds, ...facts.slice(n + 1), ...reopen, ...factsOf(mail, 'right')]
    const state = await openOwn(ports, { ...item, holds })
    if (state === 'own') return { own: item, known: null, reopen: [] }
    const fact = facts[n]
    if (state === 'closed' && fact) reopen.push(fact)
  }
  return { own: null, known: items[0]?.item ?? null, reopen }
}

interface AskedRight {
  readonly ask: Right
  readonly country: string
  readonly item: WorkItem
  readonly done: Instant | null
}

/** With the law's clocks. Where no policy pack knows them it is a plain request, because staff must read it. */
async function rightsItemsOf({ customers, companyRules }: ReplyWorkPorts, mail: MailWork): Promise<readonly AskedRight[]> {
  const { customerId, replyId, at } = mail
  const said = { text: mail.text, tier: null, others: [] }
  const country = (await customers.get(customerId))?.customer.country ?? companyRules.company.country
  return [...new Set(mail.rights)].map((ask) => {
    const workId = `request_rights-${ask}_${localDateAt(at, companyRules.company.zone)}_${customerId}`
    const holds = [{ is: 'right', ask, law: { by: 'country', country } } as const]
    const item =
      rightsItem(companyRules, { ask, customerId, country, at, replyId }) ??
      replyWork(companyRules, { workId, customerId, subject: subjectOf(mail, 'request'), holds, said, at })
    return { ask, country, item, done: deadlinesOf(item, companyRules).done }
  })
}

/** Null when another mail or the page has opened the invitation's follow-up already: then only the mail's other reasons make work. */
async function openLowScore(ports: ReplyWorkPorts, mail: MailWork, low: LowScore): Promise<OwnItem | null> {
  const item = lowScoreItem({ ...low, replyId: mail.replyId, holds: factsOf(mail, 'low-score') }, ports.companyRules)
  return (await openOwn(ports, item)) === 'own' ? item : null
}

/** own: opened for this mail, now or at an earlier delivery of it. */
async function openOwn(ports: ReplyWorkPorts, item: WorkItem): Promise<'own' | 'open' | 'closed'> {
  if ((await openItem(ports, item)) === 'written') return 'own'
  const known = await ports.work.get(item.workId)
  if (known === undefined || known.subject.replyId === item.subject.replyId) return 'own'
  return isOpen(known) ? 'open' : 'closed'
}

async function openCase(ports: ReplyWorkPorts, mail: MailWork, is: MailSubject['is']): Promise<OwnItem | 'among-many'> {
  const subject = subjectOf(mail, is)
  const opened = await openLimited(ports, {
    customerId: mail.customerId,
    subject,
    holds: factsOf(mail, is),
    text: mail.text,
    mayAnswer: mail.mayAnswer,
    at: mail.at,
  })
  return opened === 'opened' ? { workId: ownWorkId(subject) } : opened
}

const subjectOf = ({ replyId, campaignId, occurrenceId, score }: MailWork, is: MailSubject['is']): MailSubject => ({
  is,
  replyId,
  campaignId,
  occurrenceId,
  score,
})
