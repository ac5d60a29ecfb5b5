/** An item of work as a row, and back; rows of the version before are read as well, and become rows of this version when they are next written. */
import * as z from 'zod'
import { utcDay } from '#adapters/dynamo/filled-days.ts'
import { placeOf } from '#adapters/dynamo/places.ts'
import { jsonIn, type Row, readAs } from '#adapters/dynamo/rows.ts'
import { EarlierWorkItemSchema } from '#adapters/dynamo/work-rows-before.ts'
import { teamOfOwner } from '#core/work/owner.ts'
import { closingOf, isOpen, latestAt, ownerOf } from '#core/work/standing.ts'
import { TurnSchema, turnsOf, type WorkTurns } from '#core/work/turns.ts'
import { callersNumber, type WorkItem, WorkItemSchema, type WorkKind } from '#core/work/work-item.ts'

/** The one key of all open items: as many as a team can have on its desk. */
export const OPEN = 'open'

/**
 * Work about no customer is in the index of customers only under the number of its caller, if it has one. Among closed items it has the place of the
 * empty id.
 */
export const rowOf = (item: WorkItem): Row => ({
  workId: item.workId,
  version: item.version,
  item: JSON.stringify(item),
  turns: JSON.stringify(turnsOf(item).events),
  dueAt: item.dueAt,
  openKey: isOpen(item) ? OPEN : undefined,
  teamKey: teamKeyOf(item),
  personKey: personKeyOf(item),
  customerId: item.customerId ?? keyOfCaller(item),
  closedDay: closedDayOf(item),
  changedDay: changedDayOf(item),
  place: placeOf(item.customerId ?? '', item.workId),
})

/** No id of a customer has a `#`. */
export const keyOfNumber = (phone: string): string => `number#${phone}`

function keyOfCaller(item: WorkItem): string | undefined {
  const phone = callersNumber(item)
  return phone === null ? undefined : keyOfNumber(phone)
}

/** Undefined for a closed item. No team can be named like the key of what is everybody's. */
export const teamKeyOf = (item: WorkItem): string | undefined =>
  isOpen(item) ? keyOfTeam(teamOfOwner(ownerOf(item))) : undefined

/** Undefined for what is closed, and for what no person has. */
export function personKeyOf(item: WorkItem): string | undefined {
  const owner = ownerOf(item)
  return isOpen(item) && owner.is === 'person' ? owner.address : undefined
}

export const keyOfTeam = (team: string | null): string => (team === null ? '#unassigned' : `team#${team}`)

/** Requests about data share the key of cases: the version before stored them as cases, and the purge of a day must find both. */
export const closedKey = (kind: WorkKind, day: string) => `${kind === 'data-request' ? 'case' : kind}#${day}`

/** The day in a key that `closedKey` made. */
export const dayOfKey = (key: string): string => key.slice(key.lastIndexOf('#') + 1)

export function closedDayOf(item: WorkItem): string | undefined {
  const closing = closingOf(item)
  return closing && closedKey(item.kind, closing.on)
}

/** In UTC: it does not follow the company into another zone. */
export const changedDayOf = (item: WorkItem): string => utcDay(latestAt(item))

/** What leads from a call of the telephone system to its task: found by the customer too, so that it goes with them. No id of work has a `#`. */
export const callKey = (callId: string): string => `call#${callId}`

/** What remembers that who rang was answered begins with it (answered-calls.ts). No id of work has a `#`. */
export const ANSWERED = 'answered#'

export const isItem = ({ workId }: Row): boolean => !['call#', ANSWERED].some((begin) => String(workId).startsWith(begin))

/** A caller who is no customer is not found by it: such a row goes with its task. */
export const callRowOf = (call: {
  readonly callId: string
  readonly workId: string
  readonly customerId: string | null
}): Row => ({
  workId: callKey(call.callId),
  task: call.workId,
  customerId: call.customerId ?? undefined,
})

export const taskOf = (row: Row): string => readAs(CallRow, row, 'a call').task

const CallRow = z.object({ task: z.string() })

export function itemOf(row: Row): WorkItem {
  const { workId, item } = readAs(WorkRow, row, 'a work item')
  const name = `work item ${workId}`
  return readAs(StoredItem, jsonIn(item, name), name)
}

/** What `itemOf` reads. The rest are keys of indexes, made of the item. */
export const ITEM_ATTRIBUTES = ['workId', 'item'] as const

const WorkRow = z.object({ workId: z.string(), item: z.string() })

/** What `turnsIn` reads. */
export const TURN_ATTRIBUTES = ['workId', 'turns'] as const

/** `events` is undefined in a row of before, in which only the item itself tells them. */
export function turnsIn(row: Row): { readonly workId: string; readonly events: WorkTurns['events'] | undefined } {
  const { workId, turns } = readAs(TurnsRow, row, 'a work item')
  if (turns === undefined) return { workId, events: undefined }
  const name = `the turns of work item ${workId}`
  return { workId, events: readAs(StoredTurns, jsonIn(turns, name), name) }
}

const TurnsRow = z.object({ workId: z.string(), turns: z.string().optional() })
const StoredTurns = z.array(TurnSchema)

/** Only rows of this version hold events. */
const StoredItem = z.union([WorkItemSchema, EarlierWorkItemSchema])
