/**
 * How the account's executions are shared. The queues may take only so many that the pages keep their share: a customer who opens a page must not
 * wait for a queue. Every number is the most that can run at once.
 */

export interface Concurrency {
  readonly accountConcurrency: number
  readonly senderConcurrency: number
  readonly deliveryConcurrency: number
  readonly replyConcurrency: number
  readonly senderReservedConcurrency: number
  readonly pagesReservedConcurrency: number
  readonly staffReservedConcurrency: number
}

/**
 * The hourly planner run, and one of the nightly ones: the figures begin at half past midnight, with all their tries are
 * over by a quarter to three, and the deletion begins at twenty to four. Each ends before its next run begins.
 */
const BY_THE_CLOCK = 2
/** For the pages of customers and of staff together, unless some are reserved. At 50 ms a page, two at a time are 40 pages a second. */
export const ROOM_FOR_PAGES = 2
/** AWS refuses a reservation that leaves less than this to the account's other functions. */
const AWS_KEEPS_FREE = 100

/** Why these numbers cannot work, in the words of the operator who sets them; undefined when they can. */
export function concurrencyRefusal(given: Concurrency): string | undefined {
  const { accountConcurrency, senderConcurrency, senderReservedConcurrency, pagesReservedConcurrency, staffReservedConcurrency } =
    given
  if (senderReservedConcurrency > 0 && senderReservedConcurrency < senderConcurrency)
    return 'senderReservedConcurrency must be 0 or at least senderConcurrency, or batches are thrown back'

  const reserved = senderReservedConcurrency + pagesReservedConcurrency + staffReservedConcurrency
  if (reserved > 0 && accountConcurrency - reserved < AWS_KEEPS_FREE)
    return `reservations of ${reserved} need accountConcurrency of at least ${reserved + AWS_KEEPS_FREE}: AWS keeps ${AWS_KEEPS_FREE} free of them (docs/deploy.md says how to ask for more)`

  const queues = Math.max(senderConcurrency, senderReservedConcurrency) + given.deliveryConcurrency + given.replyConcurrency
  const pages = Math.max(ROOM_FOR_PAGES, pagesReservedConcurrency) + staffReservedConcurrency
  const needed = queues + BY_THE_CLOCK + pages
  if (needed > accountConcurrency)
    return `queues may take ${queues}, schedules ${BY_THE_CLOCK} and the pages need ${pages}: together ${needed}, and accountConcurrency is ${accountConcurrency}. Lower senderConcurrency, deliveryConcurrency or replyConcurrency, or ask AWS for more (docs/deploy.md)`
  return undefined
}
