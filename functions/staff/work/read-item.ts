/** Everything that the screen of one item of work shows; undefined when there is no such item. */

import { randomUUID } from 'node:crypto'
import { caseThatGoesOn } from '#app/desk/case-that-goes-on.ts'
import { noteSeen } from '#app/desk/note-seen.ts'
import { countryOf } from '#app/person/extend-right.ts'
import type { Person } from '#app/ports/customers.ts'
import { COMPENSATION_BOOK, roomIn } from '#core/budget/compensation-book.ts'
import { periodKey } from '#core/budget/reserve.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { isWrongPhone } from '#core/customer/wrong-phone.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { draftOf } from '#core/work/draft-note.ts'
import { reopened } from '#core/work/history.ts'
import { extended } from '#core/work/rights.ts'
import { isOpen } from '#core/work/standing.ts'
import { wantsNoCalls } from '#core/work/wants-no-calls.ts'
import { whyDue } from '#core/work/why-due.ts'
import { isMissedHotline, openedAt, type WorkItem } from '#core/work/work-item.ts'
import { toldOfPerson } from '#functions/staff/customers/told-of-person.ts'
import { type KnownCampaigns, knownCampaigns } from '#functions/staff/known-campaigns.ts'
import { todayOf } from '#functions/staff/visit/frame-of.ts'
import { behindWork } from '#functions/staff/work/behind-work.ts'
import { guideOffer } from '#functions/staff/work/guide-offer.ts'
import { sharersOf } from '#functions/staff/work/number-sharers.ts'
import { ringNow } from '#functions/staff/work/ring-now.ts'
import { scriptOfItem } from '#functions/staff/work/script-of-item.ts'
import { telephoneOf } from '#functions/staff/work/telephone-of.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import type { CorrectionOutcome } from '#web/staff/customers/correct-profile.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { CustomerBeside } from '#web/staff/work/item-customer.ts'
import type { Draft, Outlook } from '#web/staff/work/item-forms.ts'
import type { ItemShown } from '#web/staff/work/item-shown.ts'

/** The whole stands on the customer's page. */
const EVENTS_SHOWN = 12
/** The latest of them. */
const MAILS_SHOWN = 20

interface Reading {
  readonly workId: string
  readonly frame: Frame
  readonly said: string | undefined
  readonly draft: Draft | null
  readonly correction: CorrectionOutcome | null
}

export async function readItem(
  system: WorkSystem,
  { workId, frame, said, draft, correction }: Reading,
): Promise<ItemShown | undefined> {
  const { stores, companyRules } = system
  const found = await stores.work.get(workId)
  if (!found) return undefined
  const { visitor } = frame
  const item = visitor
    ? await noteSeen({ work: stores.work, companyRules }, { item: found, viewer: visitor, at: frame.now })
    : found
  const campaigns = await knownCampaigns(system, frame.locale)
  const [published, beside, drafts, room, goesOn, mails, [behind]] = await Promise.all([
    stores.roster.current(),
    besideItem(system, { item, campaigns, frame }),
    stores.work.draftsOf(workId),
    item.kind === 'case' ? compensationRoom(system, frame.now) : null,
    caseThatGoesOn(stores.work, item),
    mailsWithFiles(system, item),
    behindWork({ ...stores, companyRules }, [{ item, deadlines: deadlinesOf(item, companyRules) }]),
  ])
  if (!behind) return undefined
  const person = beside?.person
  const sharers = item.kind === 'call-task' && isOpen(item) ? await sharersOf(system, item, person) : []
  const ring = visitor ? await ringNow(system, { item, person, visitor, now: frame.now, sharers }) : null
  const country = behind.customer?.country ?? (await countryOf(item, { customers: stores.customers, companyRules }))
  return {
    behind,
    why: whyDue(item, companyRules),
    campaigns,
    companyRules,
    people: published?.people ?? NOBODY,
    beside: beside?.shown ?? null,
    ring,
    sharing: sharers
      .filter(({ isWrong }) => !isWrong)
      .map(({ customer, work }) => ({ customer, call: work.find((one) => one.kind === 'call-task' && isOpen(one)) ?? null })),
    wrongWith:
      person && isWrongPhone(person.customer) ? [] : sharers.filter(({ isWrong }) => isWrong).map(({ customer }) => customer),
    canRing: visitor?.extension !== undefined && (await telephoneOf(system)) !== null,
    outlook: outlookOf(item, { companyRules, now: frame.now, country }),
    draft,
    stored: visitor && draftOf(drafts, visitor.address),
    attemptId: randomUUID(),
    caseId: randomUUID(),
    compensationRoom: room,
    goesOn,
    guide: guideOffer({ campaigns, person, stops: behind.stops, today: todayOf(system), companyRules }),
    script: await scriptOfItem(system, { item, customer: behind.customer, agent: frame.visitor?.name ?? '' }),
    isStopped:
      beside !== null && !isMissedHotline(item) && wantsNoCalls(beside.shown, { channels: companyRules.channels, items: [item] }),
    correction,
    mails,
    said,
  }
}

/** Null in a company without a catalogue. */
async function compensationRoom({ stores, companyRules }: WorkSystem, now: Instant): Promise<number | null> {
  const { compensation, company } = companyRules
  if (compensation === null) return null
  const period = periodKey(compensation.period, localDateAt(now, company.zone))
  return roomIn(await stores.budgets.get(COMPENSATION_BOOK, period), compensation.limit)
}

/** What joined a case after it was opened; what opened it stands on the screen already. */
async function mailsWithFiles({ stores }: WorkSystem, { customerId, events }: WorkItem): Promise<readonly Reply[]> {
  const ids = events.flatMap((event) => (event.is === 'customer-wrote' && event.replyId !== undefined ? [event.replyId] : []))
  const mails = await Promise.all(ids.slice(-MAILS_SHOWN).map((replyId) => stores.replies.get({ customerId, replyId })))
  return mails.flatMap((mail) => (mail && mail.attachments.length > 0 ? [mail] : []))
}

const NOBODY: readonly StaffMember[] = []

async function besideItem(
  system: WorkSystem,
  { item, campaigns, frame }: { readonly item: WorkItem; readonly campaigns: KnownCampaigns; readonly frame: Frame },
): Promise<{ readonly person: Person; readonly shown: CustomerBeside } | null> {
  const { customerId, workId } = item
  const person = customerId === null ? undefined : await system.stores.customers.get(customerId)
  if (!person) return null
  const told = await toldOfPerson(system, { person, campaigns, frame })
  const shown = {
    consents: person.consents,
    zone: person.customer.zone,
    events: await told.shown(0, EVENTS_SHOWN),
    hasMore: told.events.length > EVENTS_SHOWN,
    otherWork: told.work.filter((other) => other.workId !== workId).toSorted((a, b) => (openedAt(a) > openedAt(b) ? -1 : 1)),
  }
  return { person, shown }
}

/** The acts tried on a copy, by the rules that the real ones follow: what a form says it will do is what it does. */
function outlookOf(
  item: WorkItem,
  { companyRules, now, country }: { readonly companyRules: CompanyRules; readonly now: Instant; readonly country: string },
): Outlook {
  const by = { is: 'staff', name: null } as const
  if (!isOpen(item)) {
    const again = reopened(item, { is: 'reopened', at: now, by, because: '' }, companyRules)
    return { reopened: again === 'full' ? 'full' : deadlinesOf(again, companyRules).begin, extended: null }
  }
  if (item.kind !== 'data-request') return { reopened: null, extended: null }
  const later = extended(companyRules, item, { at: now, by: '', because: '', country })
  if (typeof later === 'string') return { reopened: null, extended: later }
  const [from, to] = [deadlinesOf(item, companyRules).done, deadlinesOf(later, companyRules).done]
  return { reopened: null, extended: from === null || to === null ? 'no-clock' : { from, to } }
}
