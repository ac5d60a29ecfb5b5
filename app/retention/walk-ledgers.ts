/**
 * A walk over all customers' ledgers, for rows that no occurrence leads to: contacts of customers who were not written to since, and confirmations of
 * stops. A walk that does not finish in a night continues from its marker in the next.
 */
import { type ForgetContactsPorts, forgetContacts } from '#app/claims/forget-contacts.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerWalk, RetentionLog } from '#app/ports/retention.ts'
import { PARTITIONS, partitionOf } from '#core/customer/stable-hash.ts'
import type { Instant } from '#core/time/instant.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'

export interface WalkPorts extends ForgetContactsPorts {
  readonly customers: Pick<CustomerStore, 'idsInPartitions'>
  readonly retentionLog: Pick<RetentionLog, 'walk' | 'putWalk'>
}

export interface Walking {
  readonly today: LocalDate
  /** Contacts from before this instant are over. */
  readonly before: Instant
  /** Asked before every page of customers. */
  readonly hasTime: () => boolean
}

/** Customers whose ledgers are read in one go; a page of the index may hold a few of a small company. */
const CUSTOMERS_AT_ONCE = 100
/** A walk over so few customers is cheap and is made every night; a longer one once a week. */
const FEW_PEOPLE = 20_000
const WEEK = 7

export async function walkLedgers(
  ports: WalkPorts,
  walking: Walking,
): Promise<{ readonly ledgers: number; readonly finished: boolean }> {
  let walk = await walkOf(ports, walking.today)
  if (walk.next >= PARTITIONS) return { ledgers: 0, finished: true }
  let ledgers = 0
  let unmarked = 0
  let read: string[] = []
  /** What was read so far; the walk goes on with partition `next`. */
  const forget = async (next: number) => {
    if (read.length > 0) ledgers += await forgetContacts(ports, { customerIds: read, before: walking.before })
    walk = { ...walk, next, people: walk.people + read.length }
    unmarked += read.length
    read = []
  }
  for await (const page of ports.customers.idsInPartitions({ first: walk.next, last: PARTITIONS - 1 })) {
    const hasTime = walking.hasTime()
    // A partition may go on from the page before: a walk that goes on with it reads a part of it again.
    const next = partitionOf(page[0] ?? '')
    if (!hasTime || read.length + page.length > CUSTOMERS_AT_ONCE) await forget(next)
    if (!hasTime || unmarked >= FEW_PEOPLE) {
      await ports.retentionLog.putWalk(walk)
      unmarked = 0
    }
    if (!hasTime) return { ledgers, finished: false }
    read.push(...page)
  }
  await forget(PARTITIONS)
  await ports.retentionLog.putWalk(walk)
  return { ledgers, finished: true }
}

/** The unfinished walk, a new one, or a finished one that rests. */
async function walkOf({ retentionLog }: WalkPorts, today: LocalDate): Promise<LedgerWalk> {
  const known = await retentionLog.walk()
  if (known && known.next < PARTITIONS) return known
  const rests = known && known.people > FEW_PEOPLE && daysBetween(known.began, today) < WEEK
  return rests ? known : { next: 0, began: today, people: 0 }
}
