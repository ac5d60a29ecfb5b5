/** Work in memory. */
import { frozen } from '#adapters/frozen.ts'
import { shardIndex } from '#adapters/memory/shards.ts'
import { byDueAt, placeIn, placeText } from '#adapters/work-order.ts'
import type { AnsweredCall } from '#app/ports/telephony.ts'
import type { WorkDesk, WorkStore } from '#app/ports/work.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { isWithin } from '#core/time/instant.ts'
import type { WorkDrafts } from '#core/work/draft-note.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { closingOf, latestAt, ownerOf } from '#core/work/standing.ts'
import { turnsOf } from '#core/work/turns.ts'
import { callersNumber, WORK_KINDS, type WorkItem } from '#core/work/work-item.ts'

export function memoryWorkStore(): WorkStore {
  const items = new Map<string, WorkItem>()
  const open = new Set<WorkItem>()
  const calls = new Map<string, string>()
  const byCustomer = new Map<string, Set<WorkItem>>()
  const answered = new Map<string, AnsweredCall>()
  const drafts = new Map<string, WorkDrafts>()
  const byClosedDay = shardIndex<WorkItem>(({ customerId }) => customerId ?? '')

  const forget = (item: WorkItem) => {
    items.delete(item.workId)
    open.delete(item)
    const closing = closingOf(item)
    if (closing) byClosedDay.remove(closedKey(item.kind, closing.on), item.customerId ?? '', item)
    if (item.customerId !== null) byCustomer.get(item.customerId)?.delete(item)
  }
  const keep = (item: WorkItem) => {
    const before = items.get(item.workId)
    if (before) forget(before)
    items.set(item.workId, frozen(item))
    const closing = closingOf(item)
    if (closing) byClosedDay.add(closedKey(item.kind, closing.on), item.customerId ?? '', item)
    else open.add(item)
    if (item.customerId !== null) byCustomer.set(item.customerId, (byCustomer.get(item.customerId) ?? new Set()).add(item))
  }

  return {
    open: async (item) => {
      if (item.version !== 0 || items.has(item.workId)) return 'lost'
      keep(item)
      return 'written'
    },
    get: async (workId) => items.get(workId),
    getMany: async (workIds) => [...new Set(workIds)].flatMap((workId) => items.get(workId) ?? []),
    turnsOf: async (workIds) => [...new Set(workIds)].flatMap((workId) => items.get(workId) ?? []).map(turnsOf),
    update: async (item) => {
      if (items.get(item.workId)?.version !== item.version - 1) return 'lost'
      keep(item)
      return 'written'
    },
    allOpen: async () => [...open].toSorted(byDueAt),
    openOn: async ({ desk, after, through, limit }) => {
      const from = placeIn(after)
      const found = [...open]
        .filter((item) => isOn(item, desk) && (through === null || item.dueAt <= through) && (!from || byDueAt(from, item) < 0))
        .toSorted(byDueAt)
      return {
        found: found.slice(0, limit).map((item) => ({ item, place: placeText(item) })),
        isMore: found.length > limit,
      }
    },
    countOpenOn: async (desk, limit) => Math.min([...open].filter((item) => isOn(item, desk)).length, limit),
    openAtGlance: async (limit) => ({ items: [...open].toSorted(byDueAt).slice(0, limit), isMore: open.size > limit }),
    openOfTeam: async function* ({ team, through }) {
      const found = [...open].filter((item) => teamOfOwner(ownerOf(item)) === team && item.dueAt <= through)
      if (found.length > 0) yield found.toSorted(byDueAt)
    },
    ofCustomer: async (customerId) => [...(byCustomer.get(customerId) ?? [])].toSorted((a, b) => (a.workId < b.workId ? -1 : 1)),
    pagesOfCustomer: async function* (customerId) {
      const own = [...(byCustomer.get(customerId) ?? [])].toSorted((a, b) => (a.workId < b.workId ? -1 : 1))
      if (own.length > 0) yield own
    },
    ofNumber: async (phone) =>
      [...items.values()].filter((item) => callersNumber(item) === phone).toSorted((a, b) => (a.workId < b.workId ? -1 : 1)),
    closedOn: async function* ({ kind, days, range }) {
      const keys = days.map((day) => closedKey(kind, day))
      yield* byClosedDay.pages(keys, range)
    },
    closedDays: async function* (through) {
      const closed = [...items.values()].flatMap((item) => closingOf(item)?.on ?? [])
      yield [...new Set([...closed, ...[...answered.values()].map(({ on }) => on)])].filter((day) => day <= through)
    },
    closedDuring: async function* (days) {
      const keys = days.flatMap((day) => WORK_KINDS.map((kind) => closedKey(kind, day)))
      yield* byClosedDay.pages(keys, { first: 0, last: PARTITIONS - 1 })
    },
    changedDuring: async function* (span) {
      const found = [...items.values()].filter((item) => isWithin(latestAt(item), span))
      if (found.length > 0) yield found
    },
    keepCall: async ({ callId, workId }) => void calls.set(callId, workId),
    taskOfCall: async (callId) => calls.get(callId),
    keepAnswered: async (call) => {
      const before = answered.get(call.numberName)
      if (!before || before.at < call.at) answered.set(call.numberName, call)
    },
    answeredAt: async (numberName) => answered.get(numberName)?.at,
    answeredOn: async function* (day) {
      const names = [...answered.values()].filter(({ on }) => on === day).map(({ numberName }) => numberName)
      if (names.length > 0) yield names
    },
    removeAnswered: async (numberName) => void answered.delete(numberName),
    remove: async (workId) => {
      for (const [callId, of] of calls) if (of === workId) calls.delete(callId)
      const item = items.get(workId)
      if (item) forget(item)
      drafts.delete(workId)
    },
    draftsOf: async (workId) => drafts.get(workId) ?? { workId, notes: [], version: 0 },
    keepDrafts: async (next) => {
      if (next.version < 1 || (drafts.get(next.workId)?.version ?? 0) !== next.version - 1) return 'lost'
      drafts.set(next.workId, frozen(next))
      return 'written'
    },
  }
}

function isOn(item: WorkItem, desk: WorkDesk): boolean {
  const owner = ownerOf(item)
  switch (desk.of) {
    case 'all':
      return true
    case 'team':
      return teamOfOwner(owner) === desk.team
    case 'person':
      return owner.is === 'person' && owner.address === desk.address
  }
}

const closedKey = (kind: WorkItem['kind'], day: string) => `${kind}#${day}`
