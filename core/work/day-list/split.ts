/**
 * Who rings whom. An owner stays the owner, also of more promises, and of more that came to them on this day, than fit into it; what an absent owner has
 * is free. Free entries stay with whom they lay before, unless that member gave them up. Of the others, in their order, customers whom a member
 * looks after go to that member, and the rest to whom has least to do, those customers further down included: first of all to members who begin work
 * before it is due; each as long as that member will still come to them today. What no member has room for is given to none, and comes again on the next
 * day.
 */

import type { LocalDate } from '#core/time/local-date.ts'
import type { DayHours } from '#core/time/send-slot.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import type { LOOKED_AFTER_GONE, NotGiven, Why } from '#core/work/day-list/day-line.ts'
import type { DayEntry } from '#core/work/day-list/entries.ts'

export interface Caller {
  readonly address: string
  /** What is left of the day, in order; none for a member who is away. */
  readonly hours: readonly DayHours[]
  /** Of the whole day. */
  readonly calls: number
  /** Those that fit into what is left of the day. */
  readonly callsLeft: number
  /** Of these, done already. */
  readonly done: number
}

export interface Splitting {
  /** The members of the team. */
  readonly callers: readonly Caller[]
  /** The address of the one who answers for the team. */
  readonly lead: string | null
  /** By the id of work: with whom it lay when the list was made before. */
  readonly before: ReadonlyMap<string, string>
  readonly waits: (entry: DayEntry) => boolean
  readonly date: LocalDate
  readonly zone: string
}

export interface GivenEntry {
  readonly entry: DayEntry
  readonly agent: string | null
  readonly why: readonly Why[]
}

/** In the order of the entries. */
export function splitOver(entries: readonly DayEntry[], splitting: Splitting): readonly GivenEntry[] {
  const { callers, lead, before, waits, date, zone } = splitting
  const onShift = callers.filter(({ hours }) => hours.length > 0)
  if (!onShift.some(({ calls }) => calls > 0))
    return entries.map((entry) => ({ entry, agent: lead, why: [NOBODY, ...(lead === null ? [notGiven('no-lead')] : [])] }))
  const desks = desksOf(onShift, entries)
  const given = new Map<DayEntry, string>()
  const give = (entry: DayEntry, agent: string) => {
    given.set(entry, agent)
    desks.add(agent, entry)
  }
  const now = entries.filter((entry) => !waits(entry))
  const standings = new Map(now.map((entry) => [entry, ownerStanding(entry, splitting)]))
  const isOwned = (entry: DayEntry) => standings.get(entry) === 'there'
  const owned = now.filter(isOwned)
  // Promises, and what was handed over, before all other work of their owners: they go beyond what fits, the others do not.
  const isBeyond = ({ promiseAt, isHanded }: DayEntry) => promiseAt !== null || isHanded
  for (const entry of owned) if (isBeyond(entry) && entry.owner !== null) give(entry, entry.owner)
  for (const entry of owned) if (!isBeyond(entry) && entry.owner !== null && desks.hasRoom(entry.owner)) give(entry, entry.owner)
  const free = now.filter((entry) => !isOwned(entry))
  const isWanted = (entry: DayEntry, agent: string) => isThereFor(entry, agent, splitting) && !entry.givenUpBy.includes(agent)
  // A promise for a time at which the whole team is away is better rung at another time than not at all; what the only one gave up, too.
  const mayRing = (entry: DayEntry, agent: string) =>
    isWanted(entry, agent) || !onShift.some(({ address }) => isWanted(entry, address))
  for (const entry of free) {
    const agent = entry.work.map(({ workId }) => before.get(workId)).find((address) => address !== undefined)
    if (agent !== undefined && desks.hasRoom(agent) && mayRing(entry, agent)) give(entry, agent)
  }
  const isInTime = startsInTime(free, { onShift, date, zone })
  const lookingAfter = (entry: DayEntry): string | null => {
    const { lookedAfterBy: by } = entry
    return by !== null && isWanted(entry, by) && isInTime(entry, by) ? by : null
  }
  const rest = free.filter((entry) => !given.has(entry))
  for (const entry of rest) desks.await(lookingAfter(entry))
  // In order: a member's own customers further down keep nothing above them from being given out.
  for (const entry of rest) {
    const own = lookingAfter(entry)
    desks.awaitNoMore(own)
    const mayTake = (address: string) => mayRing(entry, address) && desks.hasTime(address, entry)
    const isOwnFree = own !== null && desks.hasRoom(own) && desks.hasTime(own, entry)
    const agent = isOwnFree
      ? own
      : (desks.leastBusy((address) => mayTake(address) && isInTime(entry, address)) ?? desks.leastBusy(mayTake))
    if (agent !== undefined) give(entry, agent)
  }
  return entries.map((entry) => {
    const agent = given.get(entry) ?? null
    const standing = standings.get(entry)
    const reason: NotGiven = waits(entry) ? 'spread' : standing === 'there' ? 'owner-full' : 'capacity'
    const hasRoom = (address: string) => desks.hasRoom(address) && desks.hasTime(address, entry)
    const whose = !given.has(entry) || isOwned(entry) ? [] : aboutLookingAfter(entry, { agent, splitting, isInTime, hasRoom })
    return { entry, agent, why: [...aboutOwner(entry, standing), ...whose, ...(agent === null ? [notGiven(reason)] : [])] }
  })
}

const NOBODY: Why = { is: 'nobody-on-shift' }
const notGiven = (because: NotGiven): Why => ({ is: 'not-given', because })

type Standing = 'none' | 'there' | 'away' | 'hour' | 'left'

function aboutOwner({ owner }: DayEntry, standing: Standing | undefined): readonly Why[] {
  if (owner === null || standing === undefined || standing === 'none') return []
  return [standing === 'there' ? { is: 'owner' } : { is: 'owner-gone', owner, because: standing }]
}

interface LookingAfter {
  readonly agent: string | null
  readonly splitting: Splitting
  readonly isInTime: (entry: DayEntry, agent: string) => boolean
  readonly hasRoom: (agent: string) => boolean
}

/** Nothing where a colleague rings though that member could: the work lay with the colleague, or that member gave it up. */
function aboutLookingAfter(entry: DayEntry, { agent, splitting, isInTime, hasRoom }: LookingAfter): readonly Why[] {
  const { lookedAfterBy: by, givenUpBy } = entry
  const member = splitting.callers.find(({ address }) => address === by)
  if (by === null || member === undefined || givenUpBy.includes(by)) return []
  if (agent === by) return [{ is: 'looked-after' }]
  const gone = (because: (typeof LOOKED_AFTER_GONE)[number]): readonly Why[] => [{ is: 'looked-after-gone', by, because }]
  if (member.hours.length === 0) return gone('away')
  if (!isThereFor(entry, by, splitting) || !isInTime(entry, by)) return gone('hour')
  return hasRoom(by) ? [] : gone('full')
}

function ownerStanding(entry: DayEntry, splitting: Splitting): Standing {
  if (entry.owner === null) return 'none'
  const caller = splitting.callers.find(({ address }) => address === entry.owner)
  if (!caller) return 'left'
  if (caller.hours.length === 0) return 'away'
  return isThereFor(entry, entry.owner, splitting) ? 'there' : 'hour'
}

/** At the time of a promise of the day, breaks included: the customer chose it. A promise of a day before is kept at any time. */
function isThereFor({ promiseAt }: DayEntry, agent: string, { callers, date, zone }: Splitting): boolean {
  const hours = callers.find(({ address }) => address === agent)?.hours ?? []
  const [first, last] = [hours[0], hours.at(-1)]
  if (!first || !last) return false
  if (promiseAt === null || localDateAt(promiseAt, zone) !== date) return true
  const time = localTimeAt(promiseAt, zone)
  // A member who is still there rings also when the time has passed.
  return time < last.to
}

/**
 * Whether a member begins work before an entry is due on that day; what is urgent and late already is for those who begin first. A promise has a rule of
 * its own.
 */
function startsInTime(entries: readonly DayEntry[], { onShift, date, zone }: StartsAsked) {
  const starts = new Map(onShift.flatMap(({ address, hours: [first] }) => (first ? [[address, first.from] as const] : [])))
  const earliest = [...starts.values()].toSorted()[0] ?? ''
  const latestFor = ({ promiseAt, dueAt, urgent }: DayEntry): string | null => {
    const dueOn = localDateAt(dueAt, zone)
    if (promiseAt !== null || dueOn > date || (dueOn < date && urgent === null)) return null
    const due = dueOn === date ? localTimeAt(dueAt, zone) : earliest
    return due < earliest ? earliest : due
  }
  const latest = new Map(entries.map((entry) => [entry, latestFor(entry)]))
  return (entry: DayEntry, agent: string): boolean => {
    const [from, until] = [starts.get(agent), latest.get(entry) ?? null]
    return from !== undefined && (until === null || from <= until)
  }
}

interface StartsAsked extends Pick<Splitting, 'date' | 'zone'> {
  readonly onShift: readonly Caller[]
}

function desksOf(onShift: readonly Caller[], entries: readonly DayEntry[]) {
  const places = new Map(entries.map((entry, at) => [entry, at]))
  const placeOf = (entry: DayEntry) => places.get(entry) ?? entries.length
  const taken = new Map(onShift.map(({ address }): [string, DayEntry[]] => [address, []]))
  const callsLeft = new Map(onShift.map((caller) => [caller.address, caller.callsLeft]))
  const load = new Map(onShift.map(({ address, done }) => [address, done]))
  const calls = new Map(onShift.map((caller) => [caller.address, caller.calls]))
  const loadOf = (address: string) => load.get(address) ?? 0
  const hasRoom = (address: string) => loadOf(address) < (calls.get(address) ?? 0)
  const awaited = new Map<string, number>()
  const awaitMore = (address: string | null, more: number) => {
    if (address !== null) awaited.set(address, (awaited.get(address) ?? 0) + more)
  }
  const share = (address: string) => (loadOf(address) + (awaited.get(address) ?? 0) + 1) / (calls.get(address) ?? 1)
  const inOrder = [...load.keys()].toSorted()
  return {
    hasRoom,
    /** They ring from the top: only what stands before it takes the time that is left. */
    hasTime: (address: string, entry: DayEntry) =>
      (taken.get(address) ?? []).filter((other) => placeOf(other) < placeOf(entry)).length < (callsLeft.get(address) ?? 0),
    add: (address: string, entry: DayEntry) => {
      load.set(address, loadOf(address) + 1)
      taken.get(address)?.push(entry)
    },
    /** A customer whom a member looks after stands further down: it makes that member busier, and takes no room until it is given. */
    await: (address: string | null) => awaitMore(address, 1),
    awaitNoMore: (address: string | null) => awaitMore(address, -1),
    leastBusy: (isThere: (address: string) => boolean): string | undefined =>
      inOrder
        .filter((address) => hasRoom(address) && isThere(address))
        .reduce<string | undefined>((best, next) => (best === undefined || share(next) < share(best) ? next : best), undefined),
  }
}
