/** The verdict on every due customer of a slice: whether they are in the audience, whether they may be contacted, and when. */

import { liveCampaigns } from '#app/campaigns/live-campaigns.ts'
import { doNotCallFacts } from '#app/consent/do-not-call-facts.ts'
import type { Events } from '#app/events.ts'
import { type RemindedPorts, remindedInvitations } from '#app/listening/reminded-invitations.ts'
import { type DueMember, dueMembers, type MemberPorts } from '#app/planning/members.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { DoNotCallList, SuppressionList } from '#app/ports/consent.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { ContactKeys } from '#app/ports/secrets.ts'
import { eligibility } from '#core/audience/eligibility.ts'
import { emptyLedger } from '#core/audience/ledger.ts'
import { isMember } from '#core/audience/membership.ts'
import type { Verdict } from '#core/audience/outcome.ts'
import { fillsCapacity, insteadOfCalls } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { channelOf, contactPointOf } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import { partitionsOfSlice } from '#core/customer/stable-hash.ts'
import { type Due, dueOn } from '#core/occasion/due.ts'
import { occasionKeyOf } from '#core/occasion/occasion-key.ts'
import { isAlive, type Rivals, rivalsOf } from '#core/planning/arbitration.ts'
import type { DecidedMember } from '#core/planning/arrange-batches.ts'
import { placeOf } from '#core/planning/call-places.ts'
import { factsOf } from '#core/planning/facts-of.ts'
import { spreadOver } from '#core/planning/hand-over.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import { slotOn } from '#core/time/send-slot.ts'

export interface DecidePorts extends MemberPorts, RemindedPorts {
  readonly campaigns: CampaignStore
  readonly occurrences: OccurrenceStore
  readonly ledgers: LedgerStore
  readonly suppressions: SuppressionList
  readonly doNotCall: Pick<DoNotCallList, 'inForce' | 'among'>
  readonly seals: ContactKeys
  readonly work: MemberPorts['work'] & RemindedPorts['work']
  readonly companyRules: CompanyRules
  readonly events: Events
}

export interface SliceWork {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  readonly slice: number
  readonly now: Instant
  /** Whether a customer of that place is handed to the team, where it has time for some only; absent where all are. */
  readonly isWithin?: (place: string) => boolean
}

/**
 * A customer `planned` by an earlier pass is judged anew without their ledger and suppression: a million reads of each are expensive, and the sender
 * reads both again at send time.
 */
export async function decideMembers(
  ports: DecidePorts,
  work: SliceWork & { readonly planned: ReadonlySet<string> },
): Promise<DecidedMember[]> {
  const { occurrence, campaign, slice } = work
  const { companyRules } = ports
  const { date, slices } = occurrence
  const due = isAlive(campaign, date)
    ? dueOn({ campaign, date, company: companyRules.company, calendar: companyRules.calendar })
    : undefined
  if (!due) return []
  let rivals: Rivals | undefined
  const decided: DecidedMember[] = []
  for await (const page of dueMembers(ports, {
    due,
    range: partitionsOfSlice({ slice, slices }),
    company: companyRules.company,
  })) {
    const meant = page.filter(({ person }) => isMember({ audience: campaign.audience, customer: person.customer, date }))
    if (meant.length === 0) continue
    // Most slices of most days have no member: their rivals are not read.
    rivals ??= rivalsOf({ campaign, date, others: await liveCampaigns(ports.campaigns), companyRules })
    decided.push(...(await decidePage(ports, { ...work, due, rivals, page: meant })))
  }
  return decided
}

interface PageOfSlice extends SliceWork {
  readonly planned: ReadonlySet<string>
  readonly due: Due
  readonly rivals: Rivals
  readonly page: readonly DueMember[]
}

/** Who is not handed to the team is judged as the campaign's letter judges: by its own address, consent, hours and caps. */
async function decidePage(ports: DecidePorts, asked: PageOfSlice): Promise<DecidedMember[]> {
  const { campaign, page, isWithin } = asked
  const judged = await judgePage(ports, asked)
  if (!isWithin) return judged
  const letter = insteadOfCalls(campaign, ports.companyRules.channels)
  const isHanded = ({ verdict, place }: DecidedMember) => verdict.state === 'planned' && place !== undefined && isWithin(place)
  const rest = judged.filter((member) => !isHanded(member) && member.verdict.state !== 'withheld')
  if (!letter) {
    const full = new Set(rest.filter(({ verdict }) => verdict.state === 'planned'))
    return judged.map((member) => (full.has(member) ? { ...member, verdict: TEAM_FULL } : member))
  }
  const ids = new Set(rest.map(({ customerId }) => customerId))
  if (ids.size === 0) return judged
  const written = await judgePage(ports, {
    ...asked,
    campaign: letter,
    page: page.filter(({ person }) => ids.has(person.customer.customerId)),
  })
  return [
    ...judged.filter(({ customerId }) => !ids.has(customerId)),
    ...written.map((member) => ({ ...member, instead: true as const })),
  ]
}

const TEAM_FULL: Verdict = { state: 'skipped', reason: 'team-full' }

async function judgePage(
  ports: DecidePorts,
  { occurrence, campaign, now, planned, due, rivals, page }: PageOfSlice,
): Promise<DecidedMember[]> {
  const { companyRules } = ports
  const channel = channelOf(companyRules.channels, campaign.touch.channel)
  const contactKeys = page.map(({ person: { customer } }) => {
    const point = planned.has(customer.customerId) ? undefined : contactPointOf(channel, customer)
    return point && ports.seals.contactKey(point)
  })
  const people = page.map(({ person, occasion }) => ({
    customerId: person.customer.customerId,
    occasionKey: occasionKeyOf({ campaignId: campaign.id, key: occasion.key }),
  }))
  const [suppressions, doNotCall, ledgerList, invitations] = await Promise.all([
    ports.suppressions.among(contactKeys.filter((key) => key !== undefined)),
    doNotCallFacts(ports, {
      customers: page.map(({ person }) => person.customer),
      contentClasses: [campaign.contentClass],
      channel: channel.id,
      date: occurrence.date,
    }),
    ports.ledgers.getManyEventually(people.map(({ customerId }) => customerId).filter((id) => !planned.has(id))),
    remindedInvitations(ports, { campaign, people }),
  ])
  const ledgers = new Map(ledgerList.map((ledger) => [ledger.customerId, ledger]))
  const ofOccurrence = { campaign, occurrence, due, rivals, companyRules, now }
  const isRanked = fillsCapacity(campaign)
  const { tiers } = companyRules.company.calls
  return page.map(({ person, occasion }, index) => {
    const { customer } = person
    const { customerId } = customer
    const occasionKey = occasionKeyOf({ campaignId: campaign.id, key: occasion.key })
    const known = factsOf(ofOccurrence, {
      person,
      occasionKey,
      stillDue: true,
      suppression: suppressions.get(contactKeys[index] ?? ''),
      doNotCall: doNotCall.get(customerId),
      ledger: ledgers.get(customerId) ?? emptyLedger(customerId),
      invitation: invitations.get(customerId),
    })
    if (!known) return noPolicy(ports, { occurrence, campaign, customer, occasionKey })
    const verdict = eligibility(known.facts)
    tellUnreadable(ports.events, customerId, verdict)
    const place = isRanked ? { place: placeOf({ campaign, customer, occasion, tiers }) } : {}
    return { customerId, occasionKey, verdict, slot: spreadOver(known.slots.slotOrNominal, channel), ...place }
  })
}

/** Failing closed is not enough: the operator must repair the unreadable row. */
function tellUnreadable(events: Events, customerId: string, verdict: Verdict): void {
  if (verdict.state !== 'skipped') return
  if (verdict.reason === 'consent-unreadable') events.consentUnreadable({ customerId })
  if (verdict.reason === 'suppression-unreadable') events.suppressionUnreadable({ customerId })
}

/** A country without a known policy stops its own customers only. */
function noPolicy(
  ports: DecidePorts,
  {
    occurrence,
    campaign,
    customer,
    occasionKey,
  }: { occurrence: Occurrence; campaign: CampaignDefinition; customer: Customer; occasionKey: string },
): DecidedMember {
  const { occurrenceId, date } = occurrence
  ports.events.policyMissing({ occurrenceId, contentClass: campaign.contentClass, country: customer.country })
  return {
    customerId: customer.customerId,
    occasionKey,
    verdict: { state: 'skipped', reason: 'policy-missing', country: customer.country },
    slot: slotOn({ date, hours: campaign.window, zone: customer.zone }),
  }
}
