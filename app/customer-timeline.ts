/** What one customer got and what they did not get, with the reason: touches from their own rows, everything else from the rows of the batches. */
import type { OccurrenceStore, TouchStore } from '#app/ports.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import type { Touch } from '#core/planning/touch.ts'
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'

export interface TimelineEntry {
  readonly occurrenceId: string
  readonly campaignId: string
  readonly date: LocalDate
  /** Null for a touch older than the dates looked through: its own row says all there is. */
  readonly outcome: Outcome | null
  readonly touch: Touch | null
}

interface TimelinePorts {
  readonly occurrences: Pick<OccurrenceStore, 'between' | 'batchesOfSlice'>
  readonly touches: Pick<TouchStore, 'ofCustomer'>
}

/** Newest first: every outcome in an occurrence of the dates, and every touch ever made. */
export async function customerTimeline(
  { occurrences, touches }: TimelinePorts,
  { customerId, from, to }: { customerId: string; from: LocalDate; to: LocalDate },
): Promise<readonly TimelineEntry[]> {
  const [made, found] = await Promise.all([touches.ofCustomer(customerId), occurrences.between(from, to)])
  const touchOf = new Map(made.map((touch) => [touch.occurrenceId, touch]))
  const someone = found.filter(({ balance }) => balance === null || balance.audience > 0)
  const looked = await Promise.all(
    someone.map(async ({ occurrenceId, campaignId, date, slices }): Promise<TimelineEntry | undefined> => {
      const slice = Math.floor((partitionOf(customerId) * slices) / PARTITIONS)
      const recipients = (await occurrences.batchesOfSlice(occurrenceId, slice)).flatMap((batch) => batch.recipients)
      const outcome = recipients.find((recipient) => recipient.customerId === customerId)?.outcome
      return outcome && { occurrenceId, campaignId, date, outcome, touch: touchOf.get(occurrenceId) ?? null }
    }),
  )
  const within = looked.filter((entry) => entry !== undefined)
  const shown = new Set(within.map(({ occurrenceId }) => occurrenceId))
  const older = made
    .filter(({ occurrenceId }) => !shown.has(occurrenceId))
    .map((touch): TimelineEntry => {
      const { occurrenceId, campaignId } = touch
      return { occurrenceId, campaignId, date: dateOf(touch), outcome: null, touch }
    })
  return [...within, ...older].toSorted((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1))
}

/** The local date stands at the end of the occurrence's id. */
function dateOf({ occurrenceId, at }: Touch): LocalDate {
  const date = occurrenceId.slice(-10)
  return isLocalDate(date) ? date : at.slice(0, 10)
}
