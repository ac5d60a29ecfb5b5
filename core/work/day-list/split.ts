/**
 * Who rings whom. An owner stays the owner, also of more promises, and of more that came to them on this day, than fit into it; what an absent owner has
 * is free. Free entries stay with whom they lay before, unless that member gave them up. Of the others, in their order, customers whom a member
 * looks after go to that member, and the rest to whom has least to do, those customers further down included: first of all to members who begin work
 * before it is due; each as long as that member will still come to them today. What no member has room for is given to none, and comes again on the next
 * day.
 */

import { type AtWork, isThereFor, ownerStanding, startsInTime } from '#core/work/day-list/at-work.ts'
import type { NotGiven, Why } from '#core/work/day-list/day-line.ts'
import { desksOf } from '#core/work/day-list/desks.ts'
import type { DayEntry } from '#core/work/day-list/entries.ts'
import { aboutLookingAfter, aboutOwner } from '#core/work/day-list/why-this-agent.ts'

export interface Splitting extends AtWork {
  /** The address of the one who answers for the team. */
  readonly lead: string | null
  /** By the id of work: with whom it lay when the list was made before. */
  readonly before: ReadonlyMap<string, string>
  readonly waits: (entry: DayEntry) => boolean
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
    const whose =
      !given.has(entry) || isOwned(entry) ? [] : aboutLookingAfter(entry, { agent, atWork: splitting, isInTime, hasRoom })
    return { entry, agent, why: [...aboutOwner(entry, standing), ...whose, ...(agent === null ? [notGiven(reason)] : [])] }
  })
}

const NOBODY: Why = { is: 'nobody-on-shift' }
const notGiven = (because: NotGiven): Why => ({ is: 'not-given', because })
