/** What each member on shift is given while a list is split: how much room and time is left, and who has least to do. */
import type { DayHours } from '#core/time/send-slot.ts'
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

export function desksOf(onShift: readonly Caller[], entries: readonly DayEntry[]) {
  const places = new Map(entries.map((entry, at) => [entry, at]))
  const placeOf = (entry: DayEntry) => places.get(entry) ?? entries.length
  const taken = new Map(onShift.map(({ address }): [string, DayEntry[]] => [address, []]))
  const callsLeft = new Map(onShift.map((caller) => [caller.address, caller.callsLeft]))
  const load = new Map(onShift.map(({ address, done }) => [address, done]))
  const calls = new Map(onShift.map((caller) => [caller.address, caller.calls]))
  const callsOf = (address: string) => calls.get(address) ?? 0
  const loadOf = (address: string) => load.get(address) ?? 0
  const hasRoom = (address: string) => loadOf(address) < callsOf(address)
  const awaitedBy = new Map(onShift.map(({ address }) => [address, new Set<DayEntry>()]))
  const awaits = (address: string): ReadonlySet<DayEntry> => awaitedBy.get(address) ?? new Set()
  const awaitNoMore = (entry: DayEntry) => {
    for (const awaited of awaitedBy.values()) awaited.delete(entry)
  }
  const share = (address: string) => (loadOf(address) + awaits(address).size + 1) / callsOf(address)
  const inOrder = [...load.keys()].toSorted()
  const leastBusy = (isAsked: (address: string) => boolean): string | undefined =>
    best(inOrder.filter(isAsked), (next, chosen) => share(next) < share(chosen))
  const lastPlace = (address: string) => Math.max(-1, ...[...awaits(address)].map(placeOf))
  return {
    hasRoom,
    /** They ring from the top: only what stands before it takes the time that is left. */
    hasTime: (address: string, entry: DayEntry) =>
      (taken.get(address) ?? []).filter((other) => placeOf(other) < placeOf(entry)).length < (callsLeft.get(address) ?? 0),
    add: (address: string, entry: DayEntry) => {
      awaitNoMore(entry)
      load.set(address, loadOf(address) + 1)
      taken.get(address)?.push(entry)
    },
    /** What is likely to come to a member makes that member busier, and takes no room until it is given. */
    await: (address: string | null, entry: DayEntry) => {
      awaitNoMore(entry)
      if (address !== null) awaitedBy.get(address)?.add(entry)
    },
    awaitNoMore,
    leastBusy: (isThere: (address: string) => boolean) => leastBusy((address) => hasRoom(address) && isThere(address)),
    /** For what goes before the entries that are awaited: who has room besides them, and else with whom the last of them stands. */
    leastDisturbed: (isThere: (address: string) => boolean) => {
      const free = leastBusy((address) => loadOf(address) + awaits(address).size < callsOf(address) && isThere(address))
      const full = inOrder.filter((address) => hasRoom(address) && isThere(address))
      return free ?? best(full, (next, chosen) => lastPlace(next) > lastPlace(chosen))
    },
    /** Beyond what fits. */
    leastFull: (isThere: (address: string) => boolean) => leastBusy((address) => callsOf(address) > 0 && isThere(address)),
  }
}

/** The first one of several that are as good. */
const best = (addresses: readonly string[], isBetter: (next: string, chosen: string) => boolean): string | undefined =>
  addresses.reduce<string | undefined>(
    (chosen, next) => (chosen === undefined || isBetter(next, chosen) ? next : chosen),
    undefined,
  )
