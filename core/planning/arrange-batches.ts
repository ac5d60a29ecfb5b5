/**
 * From verdicts to batches. Buckets are fixed by a stable hash of the customer id, so that planning again puts the same customers into the same
 * rows. A row that a sender has taken is never changed and keeps its customers. No customer is ever in two rows.
 */

import type { Verdict } from '#core/audience/outcome.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { batchIdOf } from '#core/planning/batch-id.ts'
import type { Batch, Recipient } from '#core/planning/occurrence.ts'
import { epochMsOf, type Instant, instantOf, later, MINUTE_MS } from '#core/time/instant.ts'
import type { Slot } from '#core/time/send-slot.ts'

/** A row of 500 recipients is about 50 KB, an eighth of the store's limit, and takes a sender about a minute. */
export const MAX_RECIPIENTS = 500

/** The last part of a window stays free for batches that must be retried. */
const SPREAD_OVER = 0.8

/** Buckets are cut for fewer, so that an uneven hash and customers who are added later still fit. */
const WANTED_RECIPIENTS = 400

export const bucketsFor = (audience: number): number => Math.max(1, Math.ceil(audience / WANTED_RECIPIENTS))

export interface DecidedMember {
  readonly customerId: string
  readonly occasionKey: string
  readonly verdict: Verdict
  /** Where the touch goes out, or would have. Decides which customers share a row, because a row is due at one instant. */
  readonly slot: Slot
  /** In a campaign that fills the capacity of its team: the customer's place among those who may be rung. */
  readonly place?: string
  /** Written to because the team has no time to ring them; the verdict is about the letter. */
  readonly instead?: true
}

export interface Arrangement {
  /** Written first, in this order: removals of rows that have no customer left, then rows without the customers who move to another row. */
  readonly remove: readonly Batch[]
  readonly shrink: readonly Batch[]
  /** Rows that are new or have changed. */
  readonly put: readonly Batch[]
  /** Every row of the slice after the change. */
  readonly standing: readonly Batch[]
}

/** A sender has taken it at least once: its recipients and their outcomes are facts. */
export const isTaken = (batch: Batch) => batch.state !== 'planned' || batch.takenAt !== null

export function arrangeBatches(given: {
  readonly occurrenceId: string
  readonly campaignVersion: number
  readonly slice: number
  readonly slices: number
  readonly buckets: number
  readonly members: readonly DecidedMember[]
  readonly existing: readonly Batch[]
  /** Ids of rows that a sender has taken in another part of the base: this part may have no customer in them. */
  readonly takenElsewhere?: ReadonlySet<string>
  /** Ids of rows of which another part of the base plans customers too, and one of those waits. */
  readonly waitsElsewhere?: ReadonlySet<string>
  readonly now: Instant
}): Arrangement {
  const taken = given.existing.filter(isTaken)
  const known = new Map(given.existing.map((batch) => [batch.batchId, batch]))

  const wanted = new Map<string, Batch>()
  for (const [group, rows] of rowsIn(given)) {
    for (const [batchId, members] of rows) {
      const before = known.get(batchId)
      wanted.set(batchId, {
        occurrenceId: given.occurrenceId,
        batchId,
        slice: given.slice,
        campaignVersion: given.campaignVersion,
        state: 'planned',
        dueAt: dueAt({
          ...given,
          bucket: group.bucket,
          slot: group.slot,
          waits: members.some(isPlanned) || given.waitsElsewhere?.has(batchId) === true,
        }),
        takenAt: null,
        ...(group.instead && { instead: group.instead }),
        recipients: members.map(({ customerId, occasionKey, verdict }) => ({ customerId, occasionKey, outcome: verdict })),
        version: before ? before.version + 1 : 0,
      })
    }
  }
  return compare({ taken, existing: given.existing.filter((batch) => !isTaken(batch)), wanted })
}

/** The ids of the rows in which a customer would wait for a sender. */
export const rowsWaiting = (planned: Planned): readonly string[] =>
  [...rowsIn(planned)].flatMap(([, rows]) => rows.flatMap(([batchId, members]) => (members.some(isPlanned) ? [batchId] : [])))

const isPlanned = ({ verdict }: DecidedMember): boolean => verdict.state === 'planned'

const NONE: ReadonlySet<string> = new Set()

interface Planned {
  readonly slice: number
  readonly buckets: number
  readonly members: readonly DecidedMember[]
  readonly existing: readonly Batch[]
  readonly takenElsewhere?: ReadonlySet<string>
}

/** Without the customers of rows that a sender has taken. */
function* rowsIn({
  members,
  existing,
  takenElsewhere = NONE,
  ...place
}: Planned): Generator<readonly [Group, [string, DecidedMember[]][]]> {
  const taken = existing.filter(isTaken)
  const fixed = new Set(taken.flatMap(({ recipients }) => recipients.map(({ customerId }) => customerId)))
  const takenIds = new Set([...takenElsewhere, ...taken.map(({ batchId }) => batchId)])
  const open = members.filter(({ customerId }) => !fixed.has(customerId))
  for (const group of groups(open, place)) yield [group, rowsOf(group, takenIds)]
}

interface Group {
  readonly slice: number
  readonly bucket: number
  readonly slot: Slot
  readonly instead: true | undefined
  readonly members: DecidedMember[]
}

function groups(members: readonly DecidedMember[], { slice, buckets }: { slice: number; buckets: number }): Iterable<Group> {
  const found = new Map<string, Group>()
  for (const member of members) {
    // The upper bits chose the partition, so the lower bits are still evenly spread within a slice.
    const bucket = (stableHash(member.customerId) & 0xffffff) % buckets
    const { slot, instead } = member
    const first = batchIdOf({ slice, bucket, slot, instead }, 0)
    const group = found.get(first) ?? { slice, bucket, slot, instead, members: [] }
    group.members.push(member)
    found.set(first, group)
  }
  return found.values()
}

/** Cuts a group into rows of at most MAX_RECIPIENTS, leaving out the ids of rows that are taken. */
function rowsOf(group: Group, takenIds: ReadonlySet<string>): [string, DecidedMember[]][] {
  const sorted = [...group.members].sort((a, b) => (a.customerId < b.customerId ? -1 : 1))
  const rows: [string, DecidedMember[]][] = []
  for (let n = 0; rows.length * MAX_RECIPIENTS < sorted.length; n++) {
    const batchId = batchIdOf(group, n)
    if (takenIds.has(batchId)) continue
    rows.push([batchId, sorted.slice(rows.length * MAX_RECIPIENTS, (rows.length + 1) * MAX_RECIPIENTS)])
  }
  return rows
}

/**
 * Spreads the rows evenly over the slot. A row that is still to be sent is due no earlier than the next full minute, because schedules are exact to
 * the minute.
 */
function dueAt({ slice, slices, buckets, bucket, slot, now, waits }: DueAt): Instant {
  const start = epochMsOf(slot.from)
  const share = (slice * buckets + bucket) / (slices * buckets)
  const spread = start + Math.floor(((epochMsOf(slot.to) - start) * SPREAD_OVER * share) / MINUTE_MS) * MINUTE_MS
  const soonest = Math.ceil((epochMsOf(now) + 1) / MINUTE_MS) * MINUTE_MS
  return waits ? later(instantOf(spread), instantOf(soonest)) : instantOf(spread)
}

interface DueAt {
  readonly slice: number
  readonly slices: number
  readonly buckets: number
  readonly bucket: number
  readonly slot: Slot
  readonly now: Instant
  readonly waits: boolean
}

function compare({
  taken,
  existing,
  wanted,
}: {
  taken: readonly Batch[]
  existing: readonly Batch[]
  wanted: ReadonlyMap<string, Batch>
}): Arrangement {
  const shrink: Batch[] = []
  const remove: Batch[] = []
  const put = new Map(wanted)
  const rowOf = new Map(
    [...wanted.values()].flatMap(({ batchId, recipients }) => recipients.map(({ customerId }) => [customerId, batchId])),
  )
  const standing: Batch[] = [...taken]
  for (const before of existing) {
    const after = wanted.get(before.batchId)
    if (!after) {
      remove.push(before)
      continue
    }
    // A customer who moves to another row leaves this one first: no customer may be in two rows at any moment.
    const left = before.recipients.filter(({ customerId }) => (rowOf.get(customerId) ?? before.batchId) === before.batchId)
    const shrunk = left.length < before.recipients.length ? { ...before, recipients: left, version: before.version + 1 } : before
    if (shrunk !== before) shrink.push(shrunk)
    if (samePlan(shrunk, after)) {
      put.delete(before.batchId)
      standing.push(shrunk)
    } else put.set(after.batchId, { ...after, version: shrunk.version + 1 })
  }
  return { shrink, remove, put: [...put.values()], standing: [...standing, ...put.values()] }
}

/** The same customers with the same verdicts at the same time: planning again writes nothing. */
function samePlan(a: Batch, b: Batch): boolean {
  return a.dueAt === b.dueAt && a.campaignVersion === b.campaignVersion && textOf(a.recipients) === textOf(b.recipients)
}

const textOf = (recipients: readonly Recipient[]) =>
  JSON.stringify(recipients.map(({ customerId, occasionKey, outcome }) => [customerId, occasionKey, outcome]))
