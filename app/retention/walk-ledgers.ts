/**
 * A walk over all customers' ledgers, for rows that no occurrence leads to: contacts of customers who were not written to since, and confirmations of
 * stops. A walk that does not finish in a night continues from its marker in the next.
 */
import { type ForgetContactsPorts, forgetContacts } from '#app/claims/forget-contacts.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LedgerWalk, RetentionLog } from '#app/ports/retention.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import type { Instant } from '#core/time/instant.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'

export interface WalkPorts extends ForgetContactsPorts {
  readonly customers: Pick<CustomerStore, 'inPartitions'>
  readonly retentionLog: Pick<RetentionLog, 'walk' | 'putWalk'>
}

export interface Walking {
  readonly today: LocalDate
  /** Contacts from before this instant are over. */
  readonly before: Instant
  /** Asked before every page. */
  readonly hasTime: () => boolean
}

/** The partitions under one key of the customers' index. */
const STEP = 16
/** A walk over so few customers is cheap and is made every night; a longer one once a week. */
const FEW_PEOPLE = 20_000
const WEEK = 7

export async function walkLedgers(
  ports: WalkPorts,
  walking: Walking,
): Promise<{ readonly ledgers: number; readonly finished: boolean }> {
  let walk = await walkOf(ports, walking.today)
  let ledgers = 0
  let unmarked = 0
  while (walk.next < PARTITIONS) {
    const range = { first: walk.next, last: Math.min(walk.next + STEP, PARTITIONS) - 1 }
    let people = 0
    for await (const page of ports.customers.inPartitions(range)) {
      if (!walking.hasTime()) {
        await ports.retentionLog.putWalk(walk)
        return { ledgers, finished: false }
      }
      const customerIds = page.map(({ customer: { customerId } }) => customerId)
      ledgers += await forgetContacts(ports, { customerIds, before: walking.before })
      people += page.length
    }
    walk = { ...walk, next: range.last + 1, people: walk.people + people }
    unmarked += people
    if (unmarked < FEW_PEOPLE && walk.next < PARTITIONS) continue
    await ports.retentionLog.putWalk(walk)
    unmarked = 0
  }
  return { ledgers, finished: true }
}

/** The unfinished walk, a new one, or a finished one that rests. */
async function walkOf({ retentionLog }: WalkPorts, today: LocalDate): Promise<LedgerWalk> {
  const known = await retentionLog.walk()
  if (known && known.next < PARTITIONS) return known
  const rests = known && known.people > FEW_PEOPLE && daysBetween(known.began, today) < WEEK
  return rests ? known : { next: 0, began: today, people: 0 }
}
