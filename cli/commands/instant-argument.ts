/** A day and a time given on the command line, in the company's zone; undefined for anything else. */
import type { Instant } from '#core/time/instant.ts'
import { isLocalDate } from '#core/time/local-date.ts'
import { instantAt } from '#core/time/zone.ts'

export function instantArgument(text: string, zone: string): Instant | undefined {
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? []
  return isLocalDate(date) ? instantAt(date, time, zone) : undefined
}
