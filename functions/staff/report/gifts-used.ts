/** The vouchers behind the count of gifts that were used, the latest first: a day is read by the index of used vouchers, whatever else there is. */
import type { CustomerStore } from '#app/ports/customers.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { Customer } from '#core/customer/customer.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import type { Period } from '#core/kpi/period.ts'
import type { Segment } from '#core/kpi/segment.ts'
import { plusMs } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'
import { daysBack, newestByDay, type Placed } from '#functions/staff/newest-by-day.ts'

export interface GiftPorts {
  readonly vouchers: Pick<VoucherStore, 'redeemedDuring'>
  readonly customers: Pick<CustomerStore, 'getMany'>
}

export interface GiftUsed {
  readonly voucher: Voucher
  /** Undefined where the customer was erased, or is not known. */
  readonly customer: Customer | undefined
}

export interface GiftsAsked {
  readonly period: Period
  /** The last day that is counted. */
  readonly end: LocalDate
  /** Of the company: its days are those of the figures. */
  readonly zone: string
  /** Null: of every one. */
  readonly currency: string | null
  /** By the campaign that gave it; by the tier and the country of today. */
  readonly segment: Segment
  /** `next` of the page before; null for the newest. */
  readonly before: string | null
}

const PER_PAGE = 50

export async function giftsUsed(
  ports: GiftPorts,
  { period: { from, to }, end, before, segment, ...asked }: GiftsAsked,
): Promise<{ readonly gifts: readonly GiftUsed[]; readonly next: string | null }> {
  const { items, next } = await newestByDay({
    days: daysBack({ first: from, last: to < end ? to : end }),
    ofDay: (day) => usedOn(ports, { ...asked, day }),
    before,
    limit: PER_PAGE,
    matches: (gift) => isOf(gift, segment),
  })
  return { gifts: items, next }
}

async function usedOn(
  { vouchers, customers }: GiftPorts,
  { day, zone, currency }: { readonly day: LocalDate; readonly zone: string; readonly currency: string | null },
): Promise<readonly Placed<GiftUsed>[]> {
  const used: Voucher[] = []
  const span = { from: dayStart(day, zone), to: plusMs(dayStart(addDays(day, 1), zone), -1) }
  for await (const page of vouchers.redeemedDuring(span))
    used.push(...page.filter(({ value }) => currency === null || value.currency === currency))
  const ids = [...new Set(used.map(({ customerId }) => customerId))].filter((id) => !isErasedName(id))
  const found = ids.length === 0 ? [] : await customers.getMany(ids)
  const known = new Map(found.map(({ customer }) => [customer.customerId, customer]))
  return used.map((voucher) => ({
    item: { voucher, customer: known.get(voucher.customerId) },
    place: `${voucher.redeemedAt} ${voucher.code}`,
  }))
}

function isOf({ voucher, customer }: GiftUsed, segment: Segment): boolean {
  switch (segment.by) {
    case 'all':
      return true
    case 'campaign':
      return voucher.campaignId === segment.is
    case 'tier':
      return customer?.tier === segment.is
    case 'country':
      return customer?.country === segment.is
    // Gifts know no other part, and no count of them is told for one.
    case 'content_class':
    case 'channel':
    case 'team':
      return false
  }
}
