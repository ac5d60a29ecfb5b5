/** The id of an occurrence: `tet-greeting_2027-02-06`. Made here, and taken apart here alone. */
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'

interface OccurrenceParts {
  readonly campaignId: string
  readonly date: LocalDate
}

/** A campaign's id has no underscore. */
export const occurrenceIdOf = ({ campaignId, date }: OccurrenceParts): string => `${campaignId}_${date}`

/** The reverse. Throws on any other text. */
export function partsOfOccurrenceId(occurrenceId: string): OccurrenceParts {
  const parts = occurrenceNamed(occurrenceId)
  if (!parts) throw new RangeError(`not the id of an occurrence: ${occurrenceId}`)
  return parts
}

/**
 * As `partsOfOccurrenceId`, where the id may name something else: ledger and touches also hold opt-out confirmations, which belong to no
 * occurrence.
 */
export function occurrenceNamed(id: string): OccurrenceParts | undefined {
  const [campaignId, date, ...more] = id.split('_')
  return campaignId && date !== undefined && more.length === 0 && isLocalDate(date) ? { campaignId, date } : undefined
}
