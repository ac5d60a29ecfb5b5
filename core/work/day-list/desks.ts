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
