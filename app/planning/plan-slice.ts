/**
 * Decides every due customer of one slice and writes the verdicts as batches, each with its alarm. Repeatable: the same facts give the same rows.
 * Rows that a sender has taken are left alone.
 */

import { reserveForSlice, trimReservation } from '#app/gifts/reserve-for-slice.ts'
import { type DecidePorts, decideMembers, type SliceWork } from '#app/planning/decide-members.ts'
import { rankSlice, withinCut } from '#app/planning/rank-slice.ts'
import { type InParts, isDivided, sumOver, WHOLE_BASE } from '#app/ports/base-parts.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { BatchAlarms, SliceOrder } from '#app/ports/orders.ts'
import { fillsCapacity } from '#core/campaign/call-touch.ts'
import { arrangeBatches, bucketsFor, type DecidedMember, isTaken, rowsWaiting } from '#core/planning/arrange-batches.ts'
import type { Batch, Occurrence, Recipient } from '#core/planning/occurrence.ts'
import { firstDueAt } from '#core/planning/unfinished.ts'
import type { Instant } from '#core/time/instant.ts'

export interface PlanSlicePorts extends DecidePorts, InParts {
  readonly occurrences: OccurrenceStore
  readonly budgets: BudgetStore
  readonly alarms: BatchAlarms
}

/** Another writer changed a batch more often than senders can take it: the slice goes back to the queue for another try. */
export class SliceContendedError extends Error {
  name = 'SliceContendedError'
}

const TRIES = 5

export async function planSlice(ports: PlanSlicePorts, order: SliceOrder, now: Instant): Promise<void> {
  const occurrence = await ports.occurrences.get(order.occurrenceId)
  // Closed, or a late order of an earlier pass: the later pass has newer facts.
  if (!occurrence || occurrence.state === 'closed' || (occurrence.pass === 'refresh' && order.pass === 'open')) return
  const accepted = await ports.campaigns.version(occurrence.campaignId, occurrence.campaignVersion)
  if (!accepted)
    throw new Error(`occurrence ${occurrence.occurrenceId} names version ${occurrence.campaignVersion}, which is not stored`)
  const campaign = accepted.definition

  const fills = fillsCapacity(campaign)
  const work = { occurrence, campaign, slice: order.slice, now }
  if (fills && !occurrence.cut) return rankSlice(ports, work)

  // The cut was taken over verdicts with every ledger read: the same are needed here.
  const [existing, known, isWithin] = await Promise.all([
    ports.occurrences.batchesOfSlice(order.occurrenceId, order.slice),
    ports.occurrences.slice(order.occurrenceId, order.slice),
    withinCut(ports.occurrences, work),
  ])
  const planned = order.pass === 'refresh' && !fills ? plannedIn(existing) : NOBODY
  const members = await decideMembers(ports, { ...work, planned, ...(isWithin && { isWithin }) })
  const buckets =
    known?.buckets ?? bucketsFor(await sumOver(ports, `members ${occurrence.occurrenceId} ${order.slice}`, members.length))
  const { standing, waitsElsewhere } = await layDown(ports, {
    occurrence,
    campaign,
    slice: order.slice,
    buckets,
    members,
    existing,
    now,
  })

  for (const batch of standing) {
    const waits = batch.recipients.some(isPlanned) || waitsElsewhere.has(batch.batchId)
    if (batch.state === 'planned' && waits) await ports.alarms.set(batch)
  }
  const audience = countedAudience(members, standing)
  await ports.occurrences.putSlice({
    occurrenceId: occurrence.occurrenceId,
    slice: order.slice,
    pass: order.pass,
    plannedAt: now,
    audience,
    buckets,
    firstDueAt: firstDueAt(standing),
  })
  ports.events.slicePlanned({
    occurrenceId: occurrence.occurrenceId,
    slice: order.slice,
    pass: order.pass,
    audience,
    planned: standing.reduce((sum, { recipients }) => sum + recipients.filter(isPlanned).length, 0),
  })
}

const NOBODY: ReadonlySet<string> = new Set()

const isPlanned = ({ outcome }: Recipient): boolean => outcome.state === 'planned'

const plannedIn = (batches: readonly Batch[]): ReadonlySet<string> =>
  new Set(batches.flatMap(({ recipients }) => recipients.filter(isPlanned).map(({ customerId }) => customerId)))

/** Counted from the decisions, not from the rows: a customer missing from the rows shows as a mismatch at closing. */
function countedAudience(members: readonly DecidedMember[], standing: readonly Batch[]): number {
  const fixed = standing.filter(isTaken).flatMap(({ recipients }) => recipients)
  return new Set([...members, ...fixed].map(({ customerId }) => customerId)).size
}

interface LaidDown {
  readonly standing: readonly Batch[]
  /** Ids of rows in which a customer of another part waits. */
  readonly waitsElsewhere: ReadonlySet<string>
}

/** Such a row is due, rings and is taken as a whole, also where all its customers of this part are skipped. */
async function waitingElsewhere(
  ports: InParts,
  { occurrence, ...planned }: Parameters<typeof rowsWaiting>[0] & { readonly occurrence: Occurrence },
): Promise<ReadonlySet<string>> {
  if (!isDivided(ports, occurrence)) return NOBODY
  const { occurrenceId, pass } = occurrence
  const { parts = WHOLE_BASE } = ports
  return new Set(await parts.all(`waiting ${occurrenceId} ${planned.slice} ${pass}`, rowsWaiting(planned)))
}

/** Where a sender has taken a row in one part, every part keeps its id free: the planner puts whoever comes later into the next row, as on the whole base. */
async function takenInAnyPart(
  ports: InParts,
  {
    occurrence,
    slice,
    existing,
  }: { readonly occurrence: Occurrence; readonly slice: number; readonly existing: readonly Batch[] },
): Promise<ReadonlySet<string>> {
  if (!isDivided(ports, occurrence)) return NOBODY
  const { parts = WHOLE_BASE } = ports
  const here = existing.filter(isTaken).map(({ batchId }) => batchId)
  return new Set(await parts.all(`taken ${occurrence.occurrenceId} ${slice} ${occurrence.pass}`, here))
}

/** Writes rows in an order in which no customer ever stands in two of them. Starts again from the store when a sender was quicker. */
async function layDown(
  ports: PlanSlicePorts,
  work: SliceWork & { buckets: number; members: readonly DecidedMember[]; existing: readonly Batch[] },
): Promise<LaidDown> {
  const { occurrence, slice, buckets, now } = work
  let { existing } = work
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) existing = await ports.occurrences.batchesOfSlice(occurrence.occurrenceId, slice)
    const members = await reserveForSlice(ports, { ...work, existing })
    const place = { slice, slices: occurrence.slices, buckets }
    const takenElsewhere = await takenInAnyPart(ports, { occurrence, slice, existing })
    const waitsElsewhere = await waitingElsewhere(ports, { ...place, occurrence, members, existing, takenElsewhere })
    const arrangement = arrangeBatches({
      occurrenceId: occurrence.occurrenceId,
      campaignVersion: occurrence.campaignVersion,
      ...place,
      members,
      existing,
      takenElsewhere,
      waitsElsewhere,
      now,
    })
    if (!(await write(ports.occurrences, arrangement))) continue
    await trimReservation(ports, { ...work, standing: arrangement.standing })
    return { standing: arrangement.standing, waitsElsewhere }
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
