/** Every customer whose mail has an unknown outcome, over open and closed occurrences, with what was recorded since; but those who were erased. */
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import { undecidedOf } from '#core/planning/balance.ts'
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { Touch } from '#core/planning/touch.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface UnknownOutcome {
  readonly occurrenceId: string
  readonly campaignId: string
  readonly date: LocalDate
  readonly customerId: string
  readonly since: Instant
  readonly evidence: string
  /** The touch recorded meanwhile, with the provider's event in it. A customer with a touch can be settled by it. */
  readonly touch: Touch | null
}

interface UnknownPorts {
  readonly occurrences: Pick<OccurrenceStore, 'between' | 'batches'>
  readonly touches: Pick<TouchStore, 'getMany'>
}

/** By date, occurrence and customer. */
export async function unknownOutcomes(
  ports: UnknownPorts,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly UnknownOutcome[]> {
  const found: UnknownOutcome[] = []
  for (const occurrence of await ports.occurrences.between(from, to)) {
    // A closed occurrence has a balance: most have no unknown outcome, and their rows need not be read.
    if (occurrence.balance === null || undecidedOf(occurrence.balance) !== 0) found.push(...(await unknownOf(ports, occurrence)))
  }
  return found
}

/** Those of one occurrence. */
async function unknownOf(
  { occurrences, touches }: UnknownPorts,
  { occurrenceId, campaignId, date }: Occurrence,
): Promise<readonly UnknownOutcome[]> {
  const recipients = (await occurrences.batches(occurrenceId)).flatMap((batch) => batch.recipients)
  const unknown = recipients.flatMap(({ customerId, outcome }) =>
    outcome.state === 'unknown' && !isErasedName(customerId) ? [{ customerId, outcome }] : [],
  )
  if (unknown.length === 0) return []
  const made = await touches.getMany(unknown.map(({ customerId }) => ({ customerId, occurrenceId })))
  const touchOf = new Map(made.map((touch) => [touch.customerId, touch]))
  return unknown
    .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1))
    .map(({ customerId, outcome: { since, evidence } }) => ({
      occurrenceId,
      campaignId,
      date,
      customerId,
      since,
      evidence,
      touch: touchOf.get(customerId) ?? null,
    }))
}
