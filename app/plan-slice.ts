/**
 * Decides every due customer of one slice and lays the verdicts down as batches, each with its alarm. Repeatable: the same facts give
 * the same rows, and rows that a sender has taken are left alone.
 */
import type { Events } from '#app/events.ts'
import { liveCampaigns } from '#app/live-campaigns.ts'
import { type DueMember, dueMembers } from '#app/members.ts'
import type {
  BatchAlarms,
  BudgetStore,
  CampaignStore,
  CustomerStore,
  LedgerStore,
  OccurrenceStore,
  PurchaseStore,
  Seals,
  SliceOrder,
  SuppressionList,
} from '#app/ports.ts'
import { reserveForSlice } from '#app/reserve-for-slice.ts'
import { capsFor } from '#core/audience/caps.ts'
import { eligibility } from '#core/audience/eligibility.ts'
import { emptyLedger } from '#core/audience/ledger.ts'
import { isMember } from '#core/audience/membership.ts'
import type { Verdict } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { classRules, type HouseRules } from '#core/campaign/house-rules.ts'
import { partitionsOfSlice } from '#core/customer/stable-hash.ts'
import { dueOn } from '#core/occasion/due.ts'
import { isAlive, outrankedBy, type Rivals, rivalsOf } from '#core/planning/arbitration.ts'
import { arrangeBatches, bucketsFor, type DecidedMember, isTaken } from '#core/planning/arrange-batches.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { slotsFor } from '#core/planning/slots-for.ts'
import { type Instant, later } from '#core/time/instant.ts'

export interface PlanSlicePorts {
  readonly campaigns: CampaignStore
  readonly customers: CustomerStore
  readonly purchases: PurchaseStore
  readonly occurrences: OccurrenceStore
  readonly ledgers: LedgerStore
  readonly suppressions: SuppressionList
  readonly budgets: BudgetStore
  readonly alarms: BatchAlarms
  readonly seals: Pick<Seals, 'addressHash'>
  readonly house: HouseRules
  readonly events: Events
}

/** A batch changed under our hands more often than senders can take it: something is wrong, let the queue try again. */
export class SliceContendedError extends Error {
  name = 'SliceContendedError'
}

const TRIES = 5

export async function planSlice(ports: PlanSlicePorts, order: SliceOrder, now: Instant): Promise<void> {
  const occurrence = await ports.occurrences.get(order.occurrenceId)
  // Closed, or an order of an earlier pass that came late: the later pass knows better.
  if (!occurrence || occurrence.state === 'closed' || (occurrence.pass === 'refresh' && order.pass === 'open')) return
  const accepted = await ports.campaigns.version(occurrence.campaignId, occurrence.campaignVersion)
  if (!accepted)
    throw new Error(`occurrence ${occurrence.occurrenceId} names version ${occurrence.campaignVersion}, which is not stored`)
  const campaign = accepted.definition

  const members = await decideMembers(ports, { occurrence, campaign, slice: order.slice, now })
  const known = (await ports.occurrences.slices(occurrence.occurrenceId)).find(({ slice }) => slice === order.slice)
  const buckets = known?.buckets ?? bucketsFor(members.length)
  const standing = await layDown(ports, { occurrence, campaign, slice: order.slice, buckets, members, now })

  for (const batch of standing) {
    if (batch.state === 'planned' && batch.recipients.some(({ outcome }) => outcome.state === 'planned'))
      await ports.alarms.set(batch)
  }
  const audience = countedAudience(members, standing)
  const planned = standing.reduce(
    (sum, { recipients }) => sum + recipients.filter(({ outcome }) => outcome.state === 'planned').length,
    0,
  )
  await ports.occurrences.putSlice({
    occurrenceId: occurrence.occurrenceId,
    slice: order.slice,
    pass: order.pass,
    plannedAt: now,
    audience,
    buckets,
  })
  ports.events.slicePlanned({ occurrenceId: occurrence.occurrenceId, slice: order.slice, pass: order.pass, audience, planned })
}

/** Counted from the decisions, not from the rows: whoever a row lost shows as a mismatch at closing. */
function countedAudience(members: readonly DecidedMember[], standing: readonly Batch[]): number {
  const fixed = standing.filter(isTaken).flatMap(({ recipients }) => recipients)
  return new Set([...members, ...fixed].map(({ customerId }) => customerId)).size
}

interface SliceWork {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  readonly slice: number
  readonly now: Instant
}

async function decideMembers(ports: PlanSlicePorts, { occurrence, campaign, slice, now }: SliceWork): Promise<DecidedMember[]> {
  const { house } = ports
  const { date, slices } = occurrence
  const due = isAlive(campaign, date)
    ? dueOn({ rule: campaign.occasion, date, company: house.company, calendar: house.calendar })
    : undefined
  if (!due) return []
  const others = await liveCampaigns(ports.campaigns)
  const rivals = rivalsOf({ campaign, date, others, house })
  const decided: DecidedMember[] = []
  for await (const page of dueMembers(ports, { due, range: partitionsOfSlice({ slice, slices }), company: house.company })) {
    const meant = page.filter(({ person }) => isMember({ audience: campaign.audience, customer: person.customer, date }))
    if (meant.length > 0) decided.push(...(await decidePage(ports, { occurrence, campaign, slice, now, rivals, page: meant })))
  }
  return decided
}

async function decidePage(
  ports: PlanSlicePorts,
  { occurrence, campaign, now, rivals, page }: SliceWork & { rivals: Rivals; page: readonly DueMember[] },
): Promise<DecidedMember[]> {
  const { house } = ports
  const hashes = page.map(({ person }) => (person.customer.email === null ? '' : ports.seals.addressHash(person.customer.email)))
  const [suppressions, ledgerList] = await Promise.all([
    ports.suppressions.among(hashes.filter((hash) => hash !== '')),
    ports.ledgers.getMany(page.map(({ person }) => person.customer.customerId)),
  ])
  const ledgers = new Map(ledgerList.map((ledger) => [ledger.customerId, ledger]))
  return page.map(({ person: { customer, consents }, occasion }, index) => {
    const rules = classRules(house, { country: customer.country, contentClass: campaign.contentClass, date: occurrence.date })
    if (!rules) throw new Error(`no policy pack covers ${campaign.contentClass} in ${customer.country} on ${occurrence.date}`)
    const { slot, nominal } = slotsFor({
      campaign,
      company: house.company,
      rules,
      date: occurrence.date,
      zone: customer.zone,
      now,
    })
    const goesOut = 'slot' in slot ? slot.slot : nominal
    const verdict = eligibility({
      campaign,
      rules,
      caps: capsFor(house.company, rules),
      occurrenceId: occurrence.occurrenceId,
      occasionKey: `${campaign.id}:${occasion.key}`,
      customer,
      stillDue: true,
      consents,
      suppression: suppressions.get(hashes[index] ?? ''),
      ledger: ledgers.get(customer.customerId) ?? emptyLedger(customer.customerId),
      outrankedBy: outrankedBy({ rivals, customer, consents, house }),
      slot,
      at: later(goesOut.from, now),
    })
    tellUnreadable(ports.events, customer.customerId, verdict)
    return {
      customerId: customer.customerId,
      occasionKey: `${campaign.id}:${occasion.key}`,
      verdict,
      slot: goesOut,
    }
  })
}

/** Failing closed is not enough: somebody has to mend what could not be read. */
function tellUnreadable(events: Events, customerId: string, verdict: Verdict): void {
  if (verdict.state !== 'skipped') return
  if (verdict.reason === 'consent-unreadable') events.consentUnreadable({ customerId })
  if (verdict.reason === 'suppression-unreadable') events.suppressionUnreadable({ customerId })
}

/** Writes rows in an order in which nobody ever stands in two of them; begins again from the store when a sender was quicker. */
async function layDown(
  ports: PlanSlicePorts,
  work: SliceWork & { buckets: number; members: readonly DecidedMember[] },
): Promise<readonly Batch[]> {
  const { occurrence, slice, buckets, now } = work
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const existing = await ports.occurrences.batchesOfSlice(occurrence.occurrenceId, slice)
    const members = await reserveForSlice(ports, { ...work, existing })
    const arrangement = arrangeBatches({
      occurrenceId: occurrence.occurrenceId,
      campaignVersion: occurrence.campaignVersion,
      slice,
      slices: occurrence.slices,
      buckets,
      members,
      existing,
      now,
    })
    if (await write(ports.occurrences, arrangement)) return arrangement.standing
  }
  throw new SliceContendedError(`slice ${slice} of ${occurrence.occurrenceId}`)
}

async function write(
  occurrences: OccurrenceStore,
  { shrink, remove, put }: { shrink: readonly Batch[]; remove: readonly Batch[]; put: readonly Batch[] },
): Promise<boolean> {
  for (const batch of remove) if ((await occurrences.removeBatch(batch)) === 'lost') return false
  for (const batch of [...shrink, ...put]) if ((await occurrences.putBatch(batch)) === 'lost') return false
  return true
}
