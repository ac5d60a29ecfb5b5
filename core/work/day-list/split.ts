/**
 * Who rings whom. Agreed call-backs and what is urgent are given out before ordinary calls, which give way to them also when the list is made again; of
 * those a promise or a complaint waits for no other day. An owner stays the owner, also of more promises and complaints, and of more that came to them on
 * this day, than fit into it; what an absent owner has is free. Free entries stay with whom they lay before, unless that member gave them up. Of the others, in their order, customers whom a member
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
  /** By the id of work: the address of the member who is on it at this moment. */
  readonly held: ReadonlyMap<string, string>
  /** By the id of work: from whom it was taken for what goes first, as the list said before. */
  readonly gaveWay: ReadonlyMap<string, string>
}

export interface GivenEntry {
  readonly entry: DayEntry
  readonly agent: string | null
  readonly why: readonly Why[]
}

/** Two rounds: what cannot wait for the next day, then all other work. In the order of the entries. */
export function splitOver(entries: readonly DayEntry[], splitting: Splitting): readonly GivenEntry[] {
  const { callers, lead, before, waits, held, date, zone } = splitting
  const onShift = callers.filter(({ hours }) => hours.length > 0)
  if (!onShift.some(({ calls }) => calls > 0))
    return entries.map((entry) => ({ entry, agent: lead, why: [NOBODY, ...(lead === null ? [notGiven('no-lead')] : [])] }))
  const desks = desksOf(onShift, entries)
  const given = new Map<DayEntry, string>()
  const places = placesTaken()
  const beyond = new Set<DayEntry>()
  const now = entries.filter((entry) => !waits(entry))
  const standings = new Map(now.map((entry) => [entry, ownerStanding(entry, splitting)]))
  const ownerOf = (entry: DayEntry) => (standings.get(entry) === 'there' ? entry.owner : null)
  const lainWith = (entry: DayEntry) =>
    entry.work.map(({ workId }) => before.get(workId)).find((address) => address !== undefined) ?? null
  const isHeld = (entry: DayEntry, agent: string | null) =>
    entry.work.some(({ workId }) => agent !== null && held.get(workId) === agent)
  const give = (entry: DayEntry, agent: string) => {
    given.set(entry, agent)
    desks.add(agent, entry)
    if (goesFirst(entry) && lainWith(entry) !== agent) places.take(agent)
  }
  const giveBeyond = (entry: DayEntry, agent: string) => {
    if (!desks.hasRoom(agent)) beyond.add(entry)
    give(entry, agent)
  }
  const isWanted = (entry: DayEntry, agent: string) => isThereFor(entry, agent, splitting) && !entry.givenUpBy.includes(agent)
  // A promise for a time at which the whole team is away is better rung at another time than not at all, and so where only a member is there who is given
  // no calls; what the only one gave up, too.
  const mayRing = (entry: DayEntry, agent: string) =>
    isWanted(entry, agent) || !onShift.some(({ address, calls }) => calls > 0 && isWanted(entry, address))
  const mayKeep = (entry: DayEntry) => {
    const agent = lainWith(entry)
    return agent !== null && onShift.some(({ address }) => address === agent) && mayRing(entry, agent) ? agent : null
  }
  const isInTime = startsInTime(
    now.filter((entry) => ownerOf(entry) === null),
    { onShift, date, zone },
  )
  const lookingAfter = (entry: DayEntry): string | null => {
    const { lookedAfterBy: by } = entry
    return by !== null && isWanted(entry, by) && isInTime(entry, by) ? by : null
  }
  const round = (some: readonly DayEntry[]) => {
    for (const entry of some) {
      const owner = ownerOf(entry)
      if (owner === null) continue
      desks.awaitNoMore(entry)
      if (desks.hasRoom(owner)) give(entry, owner)
      else if (lainWith(entry) === owner) places.giveWay(entry, owner)
    }
    const free = some.filter((entry) => ownerOf(entry) === null)
    for (const entry of free) {
      const agent = mayKeep(entry)
      if (agent === null) continue
      desks.awaitNoMore(entry)
      if (desks.hasRoom(agent)) give(entry, agent)
      else if (!goesFirst(entry)) places.giveWay(entry, agent)
    }
    const rest = free.filter((entry) => !given.has(entry))
    for (const entry of rest) desks.await(lookingAfter(entry), entry)
    // In order: a member's own customers further down keep nothing above them from being given out.
    for (const entry of rest) {
      const own = lookingAfter(entry)
      desks.awaitNoMore(entry)
      const mayTake = (address: string) => mayRing(entry, address) && desks.hasTime(address, entry)
      const isOwnFree = own !== null && desks.hasRoom(own) && desks.hasTime(own, entry)
      const choose = goesFirst(entry) ? desks.leastDisturbed : desks.leastBusy
      const agent = isOwnFree ? own : (choose((address) => mayTake(address) && isInTime(entry, address)) ?? choose(mayTake))
      if (agent !== undefined) give(entry, agent)
      else if (waitsForNoDay(entry)) {
        const there = (address: string) => mayRing(entry, address)
        const anyone = mayKeep(entry) ?? desks.leastBusy(there) ?? desks.leastFull(there)
        if (anyone !== undefined) giveBeyond(entry, anyone)
      }
    }
  }
  // What stays beyond what fits: of their owners, and calls that a member is on at this moment.
  for (const entry of now) {
    const [owner, lain] = [ownerOf(entry), mayKeep(entry)]
    if (owner !== null && (entry.promiseAt !== null || entry.isHanded)) give(entry, owner)
    else if (owner !== null && waitsForNoDay(entry)) giveBeyond(entry, owner)
    else if (lain !== null && isHeld(entry, lain) && (owner ?? lain) === lain) give(entry, lain)
  }
  const left = now.filter((entry) => !given.has(entry))
  const ordinary = left.filter((entry) => !goesFirst(entry))
  for (const entry of ordinary) desks.await(ownerOf(entry) ?? mayKeep(entry) ?? lookingAfter(entry), entry)
  round(left.filter(goesFirst))
  round(ordinary)
  return entries.map((entry) => {
    const agent = given.get(entry) ?? null
    const standing = standings.get(entry)
    const reason: NotGiven = waits(entry) ? 'spread' : standing === 'there' ? 'owner-full' : 'capacity'
    const hasRoom = (address: string) => desks.hasRoom(address) && desks.hasTime(address, entry)
    const isFree = given.has(entry) && ownerOf(entry) === null
    const why: readonly Why[] = [
      ...aboutOwner(entry, standing),
      ...(isFree ? aboutLookingAfter(entry, { agent, atWork: splitting, isInTime, hasRoom }) : []),
      ...aboutGivingWay(entry, { agent, from: places.gaveWay(entry), splitting }),
      ...(beyond.has(entry) ? [{ is: 'beyond-room' as const }] : []),
      ...(agent === null ? [notGiven(reason)] : []),
    ]
    return { entry, agent, why }
  })
}

/** Before ordinary calls, also where those lay with a member when the list was made before. */
const goesFirst = ({ promiseAt, urgent }: DayEntry): boolean => promiseAt !== null || urgent !== null

/** Given out as long as a member works, beyond what fits where nothing can give way. */
const waitsForNoDay = ({ promiseAt, urgent }: DayEntry): boolean => promiseAt !== null || urgent?.is === 'complaint'

/** The places that newly went to what goes first, each of which one ordinary call gave way to. */
function placesTaken() {
  const taken = new Map<string, number>()
  const gaveWay = new Map<DayEntry, string>()
  return {
    take: (agent: string) => taken.set(agent, (taken.get(agent) ?? 0) + 1),
    giveWay: (entry: DayEntry, agent: string) => {
      const places = taken.get(agent) ?? 0
      if (places === 0) return
      taken.set(agent, places - 1)
      gaveWay.set(entry, agent)
    },
    gaveWay: (entry: DayEntry) => gaveWay.get(entry),
  }
}

interface GivingWay {
  readonly agent: string | null
  readonly from: string | undefined
  readonly splitting: Pick<Splitting, 'gaveWay'>
}

/** What the list said before is said again, until it lies with that member once more. */
function aboutGivingWay({ work }: DayEntry, { agent, from, splitting }: GivingWay): readonly Why[] {
  const said = from ?? work.map(({ workId }) => splitting.gaveWay.get(workId)).find((address) => address !== undefined)
  return said === undefined || said === agent ? [] : [{ is: 'gave-way', from: said }]
}

const NOBODY: Why = { is: 'nobody-on-shift' }
const notGiven = (because: NotGiven): Why => ({ is: 'not-given', because })
