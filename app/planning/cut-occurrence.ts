/**
 * Takes the cut of a campaign of calls: how many of its customers its team has time for on the day, beside what is open and due for it and what other
 * campaigns hand over. It is stored with the occurrence before any slice is planned by it, so that a slice planned twice, or after a crash, is planned
 * by the same.
 */
import { type TeamRoomPorts, teamRoom } from '#app/desk/team-room.ts'
import { type InParts, sumOver } from '#app/ports/base-parts.ts'
import type { AcceptedCampaign, CampaignStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { WorkQueues } from '#app/ports/orders.ts'
import type { OutcomeState } from '#core/audience/outcome.ts'
import { type CallTouch, callTouchOf, fillsCapacity } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { channelOf } from '#core/channel/channel.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import { isTaken } from '#core/planning/arrange-batches.ts'
import { cutOff } from '#core/planning/call-places.ts'
import { firstLeaving } from '#core/planning/hand-over.ts'
import type { Batch, Cut, Occurrence } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import { instantAt } from '#core/time/zone.ts'
import { lastDayFrom } from '#core/work/check-in.ts'

export interface CutPorts extends TeamRoomPorts, InParts {
  readonly campaigns: Pick<CampaignStore, 'version' | 'state'>
  readonly occurrences: Pick<OccurrenceStore, 'get' | 'update' | 'ranks' | 'batchPages'>
  readonly queues: Pick<WorkQueues, 'planSlices'>
}

interface Cutting {
  readonly occurrence: Occurrence
  /** Those in force. */
  readonly campaigns: readonly AcceptedCampaign[]
  readonly now: Instant
}

/**
 * `not-yet`: a slice has not told who may be rung, a campaign of higher priority has not taken its places, or the occurrence has changed meanwhile; the
 * next look tries again.
 */
export async function cutOccurrence(
  ports: CutPorts,
  { occurrence, campaigns, now }: Cutting,
): Promise<'cut' | 'none' | 'not-yet'> {
  const { occurrenceId, slices, pass } = occurrence
  if (occurrence.cut) return 'none'
  const campaign = await definitionOf(ports, occurrence, campaigns)
  const call = campaign && fillsCapacity(campaign) ? callTouchOf(campaign) : undefined
  if (!campaign || !call) return 'none'
  const told = (await ports.occurrences.ranks(occurrenceId)).filter((ranks) => ranks.pass === pass)
  if (told.length < slices) return 'not-yet'
  const cut = await takeCut(ports, {
    occurrence,
    campaign,
    call,
    others: campaigns,
    places: told.flatMap(({ places }) => places),
    now,
  })
  if (cut === 'not-yet') return 'not-yet'
  const next = { ...occurrence, cut, passAt: now, version: occurrence.version + 1 }
  if ((await ports.occurrences.update(next)) === 'lost') return 'not-yet'
  await ports.queues.planSlices(sliceOrders(next))
  return 'cut'
}

export const sliceOrders = ({ occurrenceId, slices, pass }: Occurrence) =>
  Array.from({ length: slices }, (_, slice) => ({ occurrenceId, slice, pass }))

/** Campaigns that fill the capacity of one team take their places in this order. */
export function inOrderOfPriority(open: readonly Occurrence[], campaigns: readonly AcceptedCampaign[]): readonly Occurrence[] {
  const priorityOf = new Map(campaigns.map(({ definition: { id, limits } }) => [id, limits.priority]))
  const of = ({ campaignId }: Occurrence) => priorityOf.get(campaignId) ?? 0
  // By the id of the campaign, as `isBefore`: ids of occurrences sort otherwise where one campaign's id begins with another's.
  return open.toSorted((a, b) => of(b) - of(a) || (a.campaignId < b.campaignId ? -1 : 1))
}

/** Of the version that the slices are planned with. */
async function definitionOf(
  { campaigns: store }: CutPorts,
  { campaignId, campaignVersion }: Occurrence,
  campaigns: readonly AcceptedCampaign[],
): Promise<CampaignDefinition | undefined> {
  const latest = campaigns.find(({ definition }) => definition.id === campaignId)
  if (latest?.version === campaignVersion) return latest.definition
  return (await store.version(campaignId, campaignVersion))?.definition
}

interface Taking {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  readonly call: CallTouch
  readonly others: readonly AcceptedCampaign[]
  readonly places: readonly string[]
  readonly now: Instant
}

async function takeCut(ports: CutPorts, { occurrence, campaign, call, others, places, now }: Taking): Promise<Cut | 'not-yet'> {
  const { occurrenceId, date } = occurrence
  const { team, openDays } = call
  const { company, channels, calendar } = ports.companyRules
  const leavesAt = instantAt(date, firstLeaving(campaign, channelOf(channels, campaign.touch.channel), company), company.zone)
  // Rows that a sender has taken, for customers of zones where the day began before: they are not planned anew.
  const own = await heldIn(ports, occurrenceId, isTaken)
  let elsewhere = 0
  const counted = new Set([occurrenceId])
  for (const { definition } of others) {
    if (definition.id === campaign.id || callTouchOf(definition)?.team !== team) continue
    const other = await ports.occurrences.get(occurrenceIdOf({ campaignId: definition.id, date }))
    if (!other || (await ports.campaigns.state(definition.id)) === 'cancelled') continue
    // Both as their slices are planned: by other versions two campaigns could each wait for the other.
    const planned = (await definitionOf(ports, other, others)) ?? definition
    const held = await heldByOther(ports, { own: campaign, other, definition: planned })
    // Its slices are late. The customers of this one are not kept waiting for them beyond their own hours.
    if (held === 'first' && now < leavesAt) return 'not-yet'
    if (held === 'first' || held === 'later') continue
    counted.add(other.occurrenceId)
    elsewhere += held
  }
  const through = lastDayFrom(date, openDays, calendar)
  const { workday, capacity, open } = await teamRoom(ports, { team, date, through, apart: counted })
  const held = open + elsewhere
  const { last, count } = cutOff(places, capacity - held - own)
  return { workday, capacity, held, handed: own + count, last }
}

/** Not decided for the day yet: `later`, of lower priority, takes what is left; `first`, of higher, takes its places before. */
async function heldByOther(
  ports: CutPorts,
  {
    own,
    other,
    definition,
  }: { readonly own: CampaignDefinition; readonly other: Occurrence; readonly definition: CampaignDefinition },
): Promise<number | 'first' | 'later'> {
  if (!fillsCapacity(definition)) return heldIn(ports, other.occurrenceId, () => true)
  const isFirst = isBefore(definition, own)
  if (other.cut && (other.pass === 'refresh' || isFirst)) return other.cut.handed
  return isFirst ? 'first' : 'later'
}

const isBefore = (a: CampaignDefinition, b: CampaignDefinition): boolean =>
  a.limits.priority === b.limits.priority ? a.id < b.id : a.limits.priority > b.limits.priority

const HOLDING: ReadonlySet<OutcomeState> = new Set(['planned', 'deferred', 'sent'])

/** How many calls those rows hold. */
async function heldIn(ports: CutPorts, occurrenceId: string, isCounted: (batch: Batch) => boolean): Promise<number> {
  let held = 0
  for await (const page of ports.occurrences.batchPages(occurrenceId))
    for (const batch of page)
      if (!batch.instead && isCounted(batch)) held += batch.recipients.filter(({ outcome }) => HOLDING.has(outcome.state)).length
  return sumOver(ports, `held ${occurrenceId}`, held)
}
