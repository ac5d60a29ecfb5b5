/**
 * Whose turn it is in a recurring occasion: every customer has one day in so many, found from the partition that the id hashes to, so that a day
 * reads only those partitions. The round of each campaign begins on another day: otherwise two surveys would ask the same customers together.
 */
import { PARTITIONS, partitionOf, stableHash } from '#core/customer/stable-hash.ts'
import { epochDayOf, type LocalDate } from '#core/time/local-date.ts'

/** The partitions whose day an anchor is: `first` to `last`, both inclusive, in the round numbered `round`. */
export interface Turn {
  readonly anchor: LocalDate
  readonly round: number
  readonly first: number
  readonly last: number
}

/**
 * Partition p has its day floor(p × everyDays ÷ 256) days into every round. Undefined on a day without a partition: there are such days when
 * `everyDays` is more than the number of partitions.
 */
export function turnOn({
  campaignId,
  everyDays,
  anchor,
}: {
  campaignId: string
  everyDays: number
  anchor: LocalDate
}): Turn | undefined {
  const count = epochDayOf(anchor) + (stableHash(`turn|${campaignId}`) % everyDays)
  const round = Math.floor(count / everyDays)
  const day = count - round * everyDays
  const first = Math.ceil((day * PARTITIONS) / everyDays)
  const last = Math.ceil(((day + 1) * PARTITIONS) / everyDays) - 1
  return first > last ? undefined : { anchor, round, first, last }
}

export function isTurnOf({ first, last }: Turn, customerId: string): boolean {
  const partition = partitionOf(customerId)
  return first <= partition && partition <= last
}

const WHOLE = 2 ** 32

/** The same customers in every round, whatever the size of the customer base. */
export const isSampled = ({ campaignId, percent }: { campaignId: string; percent: number }, customerId: string): boolean =>
  stableHash(`sample|${campaignId}|${customerId}`) < (percent / 100) * WHOLE
