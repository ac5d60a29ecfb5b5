/** A day given on the command line. */
import { InvalidArgumentError } from 'commander'
import { isLocalDate, type LocalDate } from '#core/time/local-date.ts'

/** Refuses a text that is no day as wrong usage. */
export function dayArgument(text: string): LocalDate {
  if (!isLocalDate(text)) throw new InvalidArgumentError(`Expected a day that exists, written YYYY-MM-DD, such as 2027-02-06.`)
  return text
}
