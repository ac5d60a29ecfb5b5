/**
 * A campaign of calls that fills the capacity of its team is planned in two steps: each slice tells the places of its customers who may be rung; once all
 * have, the hourly planner takes the cut over them, and each slice writes its rows by it. So the cut does not depend on which slice is first.
 */
import { type DecidePorts, decideMembers, type SliceWork } from '#app/planning/decide-members.ts'
import { type InParts, WHOLE_BASE } from '#app/ports/base-parts.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import { isTaken } from '#core/planning/arrange-batches.ts'
import { isWithin, MOST_PLACES } from '#core/planning/call-places.ts'

type Ranking = Pick<SliceWork, 'occurrence' | 'campaign' | 'slice' | 'now'>

/** Customers in rows that a sender has taken keep their place there, and need none. */
export async function rankSlice(ports: DecidePorts & InParts, work: Ranking): Promise<void> {
  const { occurrence, slice } = work
  const { occurrenceId, pass } = occurrence
  const decided = await decideMembers(ports, { ...work, planned: new Set() })
  const taken = (await ports.occurrences.batchesOfSlice(occurrenceId, slice)).filter(isTaken)
  const fixed = new Set(taken.flatMap(({ recipients }) => recipients.map(({ customerId }) => customerId)))
  const places = decided
    .filter(({ customerId, verdict }) => verdict.state === 'planned' && !fixed.has(customerId))
    .flatMap(({ place }) => place ?? [])
  const { parts = WHOLE_BASE } = ports
  const first = (some: readonly string[]) => some.toSorted().slice(0, MOST_PLACES)
  const all = await parts.all(`places ${occurrenceId} ${slice} ${pass}`, first(places))
  await ports.occurrences.putRanks({ occurrenceId, slice, pass, places: first(all) })
}

/** Who of the slice is handed to the team by the cut; undefined where none was taken. A customer who came after it is not. */
export async function withinCut(
  occurrences: Pick<OccurrenceStore, 'ranksOfSlice'>,
  { occurrence, slice }: Ranking,
): Promise<((place: string) => boolean) | undefined> {
  const { cut, occurrenceId } = occurrence
  if (!cut) return undefined
  const ranked = new Set((await occurrences.ranksOfSlice(occurrenceId, slice))?.places)
  return (place) => isWithin(cut, { place, ranked })
}
