/** Occurrences in memory, with their slices and batches. */

import { frozen } from '#adapters/frozen.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { checkBatchId } from '#core/planning/batch-id.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Batch, Occurrence, Ranks, Slice } from '#core/planning/occurrence.ts'

export function memoryOccurrenceStore(): OccurrenceStore {
  const occurrences = new Map<string, Occurrence>()
  /** Ids of open occurrences: a year has many occurrences, and the planner asks every hour. */
  const open = new Set<string>()
  const troubles = new Map<string, Set<string>>()
  const mailed = new Map<string, number>()
  /** Ids of the batches in which an outcome is unknown, or once was. */
  const unknown = new Map<string, Set<string>>()
  const decisions = new Map<string, Map<string, Decision>>()
  const slices = new Map<string, Map<number, Slice>>()
  const ranks = new Map<string, Map<number, Ranks>>()
  const batches = new Map<string, Map<string, Batch>>()
  const keep = (occurrence: Occurrence) => {
    occurrences.set(occurrence.occurrenceId, frozen(occurrence))
    if (occurrence.state === 'open') open.add(occurrence.occurrenceId)
    else open.delete(occurrence.occurrenceId)
  }
  const slicesOf = (occurrenceId: string) => [...(slices.get(occurrenceId)?.values() ?? [])].sort((a, b) => a.slice - b.slice)
  const batchesOf = (occurrenceId: string) =>
    [...(batches.get(occurrenceId)?.values() ?? [])].sort((a, b) => (a.batchId < b.batchId ? -1 : 1))
  return {
    get: async (occurrenceId) => occurrences.get(occurrenceId),
    between: async (from, to) =>
      [...occurrences.values()]
        .filter(({ date }) => date >= from && date <= to)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    ofCampaign: async ({ campaignId, before, limit }) =>
      [...occurrences.values()]
        .filter((occurrence) => occurrence.campaignId === campaignId && (before === undefined || occurrence.date < before))
        .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
        .slice(0, limit),
    stillOpen: async () =>
      [...open].flatMap((id) => occurrences.get(id) ?? []).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    open: async (occurrence) => {
      if (occurrences.has(occurrence.occurrenceId)) return 'lost'
      keep(occurrence)
      return 'written'
    },
    update: async (occurrence) => {
      if (occurrences.get(occurrence.occurrenceId)?.version !== occurrence.version - 1) return 'lost'
      keep(occurrence)
      return 'written'
    },
    slices: async (occurrenceId) => slicesOf(occurrenceId),
    slice: async (occurrenceId, slice) => slices.get(occurrenceId)?.get(slice),
    slicesEventually: async (wanted) => new Map(wanted.map(({ occurrenceId }) => [occurrenceId, slicesOf(occurrenceId)])),
    putSlice: async (slice) => {
      slices.set(slice.occurrenceId, (slices.get(slice.occurrenceId) ?? new Map<number, Slice>()).set(slice.slice, frozen(slice)))
    },
    putRanks: async (told) => {
      const known = ranks.get(told.occurrenceId) ?? new Map<number, Ranks>()
      const before = known.get(told.slice)?.pass
      if (before === told.pass || before === 'refresh') return 'lost'
      ranks.set(told.occurrenceId, known.set(told.slice, frozen(told)))
      return 'written'
    },
    ranks: async (occurrenceId) => [...(ranks.get(occurrenceId)?.values() ?? [])].sort((a, b) => a.slice - b.slice),
    ranksOfSlice: async (occurrenceId, slice) => ranks.get(occurrenceId)?.get(slice),
    batches: async (occurrenceId) => batchesOf(occurrenceId),
    batchPages: async function* (occurrenceId) {
      for (const batch of batchesOf(occurrenceId)) yield [batch]
    },
    batchesEventually: async (occurrenceId) => batchesOf(occurrenceId),
    unfinishedBatches: async (occurrenceId) => batchesOf(occurrenceId).filter(({ state }) => state !== 'done'),
    batchesOfSlice: async (occurrenceId, slice) => batchesOf(occurrenceId).filter((batch) => batch.slice === slice),
    batch: async (occurrenceId, batchId) => batches.get(occurrenceId)?.get(batchId),
    putBatch: async (batch) => {
      const known = batches.get(batch.occurrenceId) ?? new Map<string, Batch>()
      checkBatchId(batch)
      const before = known.get(batch.batchId)?.version
      if (before !== (batch.version === 0 ? undefined : batch.version - 1)) return 'lost'
      batches.set(batch.occurrenceId, known.set(batch.batchId, frozen(batch)))
      if (batch.recipients.some(({ outcome }) => outcome.state === 'unknown'))
        unknown.set(batch.occurrenceId, (unknown.get(batch.occurrenceId) ?? new Set<string>()).add(batch.batchId))
      return 'written'
    },
    batchesOnceUnknown: async ({ occurrenceId, limit }) =>
      batchesOf(occurrenceId)
        .filter(({ batchId }) => unknown.get(occurrenceId)?.has(batchId))
        .slice(0, limit),
    marksThroughout: async () => true,
    noteTrouble: async ({ occurrenceId, customerId, kind }) => {
      troubles.set(occurrenceId, (troubles.get(occurrenceId) ?? new Set<string>()).add(`${kind}#${customerId}`))
    },
    troubles: async (occurrenceId) => {
      const noted = [...(troubles.get(occurrenceId) ?? [])]
      const count = (kind: string) => noted.filter((each) => each.startsWith(`${kind}#`)).length
      return { bounced: count('bounced'), complained: count('complained') }
    },
    countMailed: async ({ occurrenceId, people }) => {
      mailed.set(occurrenceId, (mailed.get(occurrenceId) ?? 0) + people)
    },
    mailed: async (occurrenceId) => mailed.get(occurrenceId) ?? 0,
    removeBatch: async ({ occurrenceId, batchId, version }) => {
      const known = batches.get(occurrenceId)?.get(batchId)
      if (known?.version !== version || known.state !== 'planned') return 'lost'
      batches.get(occurrenceId)?.delete(batchId)
      return 'written'
    },
    decide: async (decision) => {
      const known = decisions.get(decision.occurrenceId) ?? new Map<string, Decision>()
      const place = decisionPlace(decision)
      if (!known.has(place)) decisions.set(decision.occurrenceId, known.set(place, frozen({ ...decision })))
    },
    decisions: async (occurrenceId) =>
      [...(decisions.get(occurrenceId) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, decision]) => decision),
    rename: async ({ occurrenceId, customerId, as }) => {
      const noted = troubles.get(occurrenceId)
      for (const kind of ['bounced', 'complained']) if (noted?.delete(`${kind}#${customerId}`)) noted.add(`${kind}#${as}`)
      const known = [...(decisions.get(occurrenceId)?.values() ?? [])]
      const renamed = known.map((decision) =>
        decision.customerId === customerId ? frozen({ ...decision, customerId: as }) : decision,
      )
      if (known.length > 0) decisions.set(occurrenceId, new Map(renamed.map((decision) => [decisionPlace(decision), decision])))
    },
    removeExpired: async ({ occurrenceId, batchId }) => {
      batches.get(occurrenceId)?.delete(batchId)
    },
    removeNames: async (occurrenceId) => {
      for (const named of [batches, decisions, unknown, ranks]) named.delete(occurrenceId)
      const noted = [...(troubles.get(occurrenceId) ?? [])]
      troubles.set(occurrenceId, new Set(noted.map((each, n) => `${each.split('#', 1)[0]}##${n}`)))
    },
  }
}

const decisionPlace = ({ at, customerId, decision }: Decision) => `${at}#${customerId}#${decision}`

const placeOf = ({ date, occurrenceId }: Occurrence) => `${date}#${occurrenceId}`
