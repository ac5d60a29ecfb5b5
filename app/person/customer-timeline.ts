/** What one customer got and did not get, with the reason: touches from their own rows, everything else from the batches. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import { occurrenceNamed } from '#core/occasion/occurrence-id.ts'
import type { Touch } from '#core/planning/touch.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface TimelineEntry {
  readonly occurrenceId: string
  readonly campaignId: string
  readonly date: LocalDate
  /** Null where the touch alone was read. */
  readonly outcome: Outcome | null
  readonly touch: Touch | null
}

interface TimelinePorts {
  readonly occurrences: Pick<OccurrenceStore, 'between' | 'batchesOfSlice'>
  readonly touches: Pick<TouchStore, 'ofCustomer'>
}

interface TimelineOf {
  readonly customerId: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** The company's: in it a touch that stands in no occurrence has its date. */
  readonly zone: string
}

/** Occurrences looked into at once. */
const AT_ONCE = 32

/**
 * Every outcome in an occurrence of the dates, and every touch ever made, page by page: the occurrences, newest first, then the touches that belong
 * to none of them. Looks into every occurrence, so that what is handed out or erased misses nothing; a page shows `shownTimeline`.
 */
export async function* timelinePages(
  { occurrences, touches }: TimelinePorts,
  { customerId, from, to, zone }: TimelineOf,
): AsyncGenerator<readonly TimelineEntry[], void> {
  const [made, found] = await Promise.all([touches.ofCustomer(customerId), occurrences.between(from, to)])
  const left = new Map(made.map((touch) => [touch.occurrenceId, touch]))
  const someone = found.filter(({ balance }) => balance === null || balance.audience > 0).toReversed()
  for (let start = 0; start < someone.length; start += AT_ONCE) {
    const looked = await Promise.all(
      someone.slice(start, start + AT_ONCE).map(async ({ occurrenceId, campaignId, date, slices }) => {
        const outcome = await outcomeIn(occurrences, { occurrenceId, customerId, slices })
        return outcome && { occurrenceId, campaignId, date, outcome, touch: left.get(occurrenceId) ?? null }
      }),
    )
    const page = looked.filter((entry) => entry !== undefined)
    for (const { occurrenceId } of page) left.delete(occurrenceId)
    if (page.length > 0) yield page
  }
  const older = [...left.values()].map((touch): TimelineEntry => {
    const { occurrenceId, campaignId } = touch
    return { occurrenceId, campaignId, date: dateOfTouch(touch, zone), outcome: null, touch }
  })
  if (older.length > 0) yield older.toSorted((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1))
}

/** Undefined for a customer who does not stand in it. */
export async function outcomeIn(
  occurrences: Pick<OccurrenceStore, 'batchesOfSlice'>,
  { occurrenceId, customerId, slices }: { occurrenceId: string; customerId: string; slices: number },
): Promise<Outcome | undefined> {
  const slice = Math.floor((partitionOf(customerId) * slices) / PARTITIONS)
  for (const { recipients } of await occurrences.batchesOfSlice(occurrenceId, slice)) {
    const own = recipients.find((recipient) => recipient.customerId === customerId)
    if (own) return own.outcome
  }
  return undefined
}

/** The confirmation of a stop stands in no occurrence: it is of the day on which it was sent. */
export const dateOfTouch = ({ occurrenceId, at }: Touch, zone: string): LocalDate =>
  occurrenceNamed(occurrenceId)?.date ?? localDateAt(at, zone)
