/** The vouchers behind the count of gifts that were used: the same as were counted, each once, page by page. */
import { describe, expect, test } from 'vitest'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import { EVERYTHING, type Segment } from '#core/kpi/segment.ts'
import type { Role } from '#core/staff/role.ts'
import { type GiftsAsked, giftsUsed } from '#functions/staff/report/gifts-used.ts'
import { FEBRUARY, reportOffice } from '#test/functions/staff/report/report-office.ts'
import { aCustomer } from '#test/support/builders.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const aVoucher = (code: string, over: Partial<Voucher> = {}): Voucher => ({
  code,
  customerId: 'c-001',
  campaignId: 'birthday-gift',
  occasionKey: `birthday-${code}`,
  value: { amount: 100_000, currency: 'VND' },
  issuedAt: '2027-01-02T02:00:00.000Z',
  validFrom: '2027-01-02',
  validTo: '2027-04-02',
  redeemedAt: null,
  redeemedBy: null,
  ...over,
})

async function till(used: readonly (readonly [string, string, Partial<Voucher>?])[]) {
  const [vouchers, customers] = [memoryVoucherStore(), memoryCustomerStore({ addressHash })]
  for (const [code, at, over] of used) {
    await vouchers.issue(aVoucher(code, over))
    await vouchers.redeem({ code, at, by: 'Cửa hàng Hàng Bông' })
  }
  await vouchers.issue(aVoucher('NEVER-USED'))
  return { vouchers, customers }
}

const asked = { period: FEBRUARY, end: '2027-03-09', zone: ZONE, currency: 'VND', segment: EVERYTHING, before: null }

async function codes(ports: Awaited<ReturnType<typeof till>>, over: Partial<GiftsAsked> = {}): Promise<readonly string[]> {
  const found: string[] = []
  let before: string | null = null
  do {
    const page = await giftsUsed(ports, { ...asked, ...over, before })
    found.push(...page.gifts.map(({ voucher }) => voucher.code))
    before = page.next
  } while (before !== null)
  return found
}

test('lists the vouchers used on the days of the period in the zone of the company, the newest first', async () => {
  const ports = await till([
    ['JAN-31', '2027-01-31T16:59:59.999Z'],
    ['FEB-01', '2027-01-31T17:00:00.000Z'],
    ['FEB-14', '2027-02-14T05:00:00.000Z'],
    ['FEB-28', '2027-02-28T16:59:59.999Z'],
    ['MAR-01', '2027-02-28T17:00:00.000Z'],
  ])
  expect(await codes(ports)).toEqual(['FEB-28', 'FEB-14', 'FEB-01'])
})

test('of a running period only what the figure can hold: up to the day before today', async () => {
  const ports = await till([
    ['FEB-14', '2027-02-14T05:00:00.000Z'],
    ['FEB-15', '2027-02-15T05:00:00.000Z'],
  ])
  expect(await codes(ports, { end: '2027-02-14' })).toEqual(['FEB-14'])
})

test('more than a page are all there, each once, also those of one day', async () => {
  const ports = await till(
    Array.from({ length: 123 }, (_, at) => [`G-${String(at).padStart(3, '0')}`, '2027-02-14T05:00:00.000Z'] as const),
  )
  const found = await codes(ports)
  expect([found.length, new Set(found).size]).toEqual([123, 123])
})

test.each([
  [{ by: 'campaign', is: 'loyalty' }, ['LOYALTY']],
  [{ by: 'tier', is: 'vàng' }, ['GOLD']],
  [{ by: 'country', is: 'VN' }, ['GOLD']],
  [EVERYTHING, ['LOYALTY', 'GOLD', 'ERASED']],
] as const satisfies readonly (readonly [Segment, readonly string[]])[])('of %j', async (segment, expected) => {
  const ports = await till([
    ['ERASED', '2027-02-13T05:00:00.000Z', { customerId: 'erased-1' }],
    ['GOLD', '2027-02-14T05:00:00.000Z'],
    ['LOYALTY', '2027-02-15T05:00:00.000Z', { campaignId: 'loyalty', customerId: 'c-404' }],
    ['DOLLARS', '2027-02-15T05:00:00.000Z', { value: { amount: 500, currency: 'USD' } }],
  ])
  await ports.customers.put([aCustomer({ customerId: 'c-001', tier: 'vàng', country: 'VN' })])
  expect(await codes(ports, { segment })).toEqual(expected)
})

test('without a currency those of every one', async () => {
  const ports = await till([
    ['DONG', '2027-02-14T05:00:00.000Z'],
    ['DOLLARS', '2027-02-15T05:00:00.000Z', { value: { amount: 500, currency: 'USD' } }],
  ])
  expect(await codes(ports, { currency: null })).toEqual(['DOLLARS', 'DONG'])
})

describe('the page of the list', () => {
  const PATH = '/report/gifts/used?period=2027-02&currency=VND'
  const gifts = [
    { event: 'issued', currency: 'VND', count: 40, amount: 4_000_000 },
    { event: 'used', currency: 'VND', count: 1, amount: 100_000 },
  ] as const
  async function withGift(role: Role) {
    const office = await reportOffice({ role, counted: { gifts } })
    await office.stores.customers.put([aCustomer({ customerId: 'c-001' })])
    await office.stores.vouchers.issue(aVoucher('TRA-SEN-1'))
    await office.stores.vouchers.redeem({ code: 'TRA-SEN-1', at: '2027-02-14T05:00:00.000Z', by: 'Cửa hàng Hàng Bông' })
    return office
  }

  test('the count of used gifts leads to it, and it names customer, gift, worth and who took it', async () => {
    const { page } = await withGift('head')
    expect(await page('/report/figures/cost-per-occasion?period=2027-02')).toContain(
      '/report/gifts/used?period=2027-02&amp;currency=VND',
    )
    const html = (await page(PATH)).replaceAll('\u00a0', ' ')
    for (const said of ['TRA-SEN-1', 'Nguyễn Thị Lan', '14/02/2027', '100.000 ₫', 'Cửa hàng Hàng Bông'])
      expect(html).toContain(said)
  })

  test.each(['director', 'marketing'] as const)('is not for a %s, who reads figures or names, not both', async (role) => {
    const { open } = await withGift(role)
    expect((await open(PATH)).status).toBe(403)
  })

  test('there is none of a period that there is not', async () => {
    const { open } = await withGift('head')
    expect((await open('/report/gifts/used?period=2027-13&currency=VND')).status).toBe(404)
  })
})
