/**
 * The customers behind a figure of purchases, page by page, the newest day first. Whether a customer belongs there only all their purchases tell: a page
 * looks through so many customers at most, and then goes on from there, however few it found.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { Customer } from '#core/customer/customer.ts'
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import { type BuyersAsked, type BuyersBehind, buyersBehind } from '#core/kpi/buyers-behind.ts'
import { isOfCustomers } from '#core/kpi/counting/where-customers-stood.ts'
import type { Segment } from '#core/kpi/segment.ts'
import { epochDayOf, isLocalDate, type LocalDate } from '#core/time/local-date.ts'
import { daysBack } from '#functions/staff/newest-by-day.ts'
import { stoodByFacts } from '#functions/staff/report/stood-by-facts.ts'

export interface BuyersPorts {
  readonly customers: Pick<CustomerStore, 'getMany' | 'pseudonymsOf'>
  readonly facts: Pick<FactStore, 'read'>
  readonly purchases: Pick<PurchaseStore, 'onDays' | 'ofCustomer'>
}

export interface BuyerListed {
  readonly customer: Customer
  /** When they first bought, or last: what the figure asks. */
  readonly day: LocalDate
}

export interface BuyersListed {
  readonly buyers: readonly BuyerListed[]
  /** From where the next page goes on; null when the days hold no more. */
  readonly next: string | null
}

export interface ListAsked extends BuyersAsked {
  /** A tier or a country is that in which the customer stood when the period began, as in the figure. Other parts hold no purchases. */
  readonly segment: Segment
  /** `next` of the page before; null, and what is none, for the newest. */
  readonly before: string | null
}

const PER_PAGE = 50
const LOOKED_THROUGH = 1_000
const READ_AT_ONCE = 16
const DAYS_AT_ONCE = 8
const EVERYBODY = { first: 0, last: PARTITIONS - 1 }

/** Null where the figure lists no customers. */
export async function buyersListed(ports: BuyersPorts, asked: ListAsked): Promise<BuyersListed | null> {
  const behind = buyersBehind(asked)
  if (behind === null) return null
  const isInPart = partOf(ports, asked)
  if (isInPart === null) return { buyers: [], next: null }
  const { from, to } = behind.span
  const before = asked.before !== null && isLocalDate(asked.before.slice(0, DAY_LENGTH)) ? asked.before : null
  const last = before === null || before.slice(0, DAY_LENGTH) > to ? to : before.slice(0, DAY_LENGTH)
  const buyers: BuyerListed[] = []
  let looked = 0
  for await (const { day, ids } of buyersByDay(ports, daysBack({ first: from, last }))) {
    const left = ids.filter((id) => before === null || placeOf(day, id) < before)
    for (let start = 0; start < left.length; start += PER_PAGE) {
      const chunk = left.slice(start, start + PER_PAGE)
      buyers.push(...(await thoseWho(ports, { ...asked, behind, day, isInPart }, chunk)))
      looked += chunk.length
      const reached = placeOf(day, chunk.at(-1) ?? '')
      if (buyers.length > PER_PAGE) return { buyers: buyers.slice(0, PER_PAGE), next: placeOfLast(buyers.slice(0, PER_PAGE)) }
      if (looked >= LOOKED_THROUGH) return { buyers, next: reached }
    }
  }
  return { buyers, next: null }
}

/** Who bought on each day, from the last id to the first. */
async function* buyersByDay({ purchases }: BuyersPorts, days: readonly LocalDate[]) {
  const read = async (day: LocalDate) => {
    const ids = new Set<string>()
    for await (const page of purchases.onDays({ by: 'purchase', days: [day], range: EVERYBODY }))
      for (const { customerId } of page) ids.add(customerId)
    return { day, ids: [...ids].toSorted().toReversed() }
  }
  for (let start = 0; start < days.length; start += DAYS_AT_ONCE)
    yield* await Promise.all(days.slice(start, start + DAYS_AT_ONCE).map(read))
}

async function thoseWho(
  { customers, purchases }: BuyersPorts,
  {
    behind,
    day,
    end,
    isInPart,
  }: ListAsked & { readonly behind: BuyersBehind; readonly day: LocalDate; readonly isInPart: IsInPart },
  ids: readonly string[],
): Promise<readonly BuyerListed[]> {
  const people = await customers.getMany(ids)
  const belong = new Map<string, Customer>()
  const daysOf = new Map<string, readonly LocalDate[]>()
  await eachBounded(people, {
    limit: READ_AT_ONCE,
    act: async ({ customer }) => {
      const bought = await purchases.ofCustomer(customer.customerId)
      const days = bought.flatMap(({ purchasedOn }) => (purchasedOn <= end ? [purchasedOn] : []))
      if (!behind.standsOn(days.map(epochDayOf), epochDayOf(day))) return
      belong.set(customer.customerId, customer)
      daysOf.set(customer.customerId, days)
    },
  })
  const ofPart = await isInPart(daysOf)
  return ids.flatMap((id) => {
    const customer = belong.get(id)
    return customer && ofPart.has(id) ? [{ customer, day }] : []
  })
}

/** Of customers by the days on which they bought, those of the part. */
type IsInPart = (bought: ReadonlyMap<string, readonly LocalDate[]>) => Promise<ReadonlySet<string>>

/** Null for a part that holds no purchases. */
function partOf(ports: BuyersPorts, { segment, period }: ListAsked): IsInPart | null {
  if (segment.by === 'all') return async (bought) => new Set(bought.keys())
  return isOfCustomers(segment) ? stoodByFacts(ports, { segment, period }) : null
}

const DAY_LENGTH = 'yyyy-mm-dd'.length
const placeOf = (day: LocalDate, customerId: string) => `${day} ${customerId}`
const placeOfLast = (buyers: readonly BuyerListed[]): string | null => {
  const last = buyers.at(-1)
  return last ? placeOf(last.day, last.customer.customerId) : null
}
