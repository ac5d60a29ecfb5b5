import { describe, expect, test } from 'vitest'
import type { ConsentState } from '#core/audience/consent.ts'
import { emptyBudget } from '#core/budget/reserve.ts'
import { aCampaign, aCustomer, somePrices, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const OCCURRENCE = 'gift_2027-03-10'
const EVE = '2027-03-09T12:00:00.000Z'
const OVER = '2027-03-14T00:00:00.000Z'
const PERIOD = 'planned#2027-01-01_2027-03-31'
const GRANTED: ConsentState = { 'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } }
const VND = (amount: number) => ({ amount, currency: 'VND' })

/** A campaign without a budget of its own; a mail costs ten, a voucher a thousand, of which the budget counts 30 of 100. */
async function atWork({ limit = 1_000_000, own, count = 5 }: { limit?: number; own?: number; count?: number } = {}) {
  const campaign = aCampaign({
    id: 'gift',
    contentClass: 'advertising',
    gift: { kind: 'voucher', value: VND(1_000), validDays: 30 },
    ...(own !== undefined && { budget: { ...VND(own), period: 'year' as const } }),
  })
  const ids = Array.from({ length: count }, (_, n) => `c-${n}`)
  const company = await runningCompany({
    now: '2027-03-08T00:00:00.000Z',
    campaigns: [campaign],
    customers: ids.map((customerId) => aCustomer({ customerId })),
    companyRules: theCompanyRules({ prices: somePrices(10_000) }),
  })
  for (const customerId of ids) await company.consent(customerId, GRANTED)
  const book = {
    ...emptyBudget({ campaignId: 'gift', period: PERIOD, limit: VND(limit) }),
    planned: { from: '2027-01-01', to: '2027-03-31', vouchers: { used: 30, issued: 100 } },
  }
  return { company, book, bookNow: () => company.stores.budgets.get('gift', PERIOD) }
}

describe('the book of a locked budget', () => {
  test('has what planning set aside, and after closing what it cost, with vouchers by the share that is used', async () => {
    const { company, book, bookNow } = await atWork()
    await company.stores.budgets.put(book)
    await company.until(EVE)
    expect(await bookNow()).toMatchObject({ reserved: { [`${OCCURRENCE}/0`]: 5 * 310 }, settled: {} })
    await company.stores.customers.put([aCustomer({ customerId: 'c-0', email: null })])
    await company.until(OVER)
    expect(await bookNow()).toMatchObject({ reserved: {}, settled: { [OCCURRENCE]: 4 * 310 } })
  })

  test('stops nobody: it says how much more it was', async () => {
    const { company, book, bookNow } = await atWork({ limit: 1 })
    await company.stores.budgets.put(book)
    await company.until(OVER)
    expect(company.stores.mailer.mails).toHaveLength(5)
    expect(await bookNow()).toMatchObject({ limit: VND(1), settled: { [OCCURRENCE]: 5 * 310 } })
  })

  test('stands beside the budget of the campaign’s file, which stops as before and counts vouchers in full', async () => {
    const { company, book, bookNow } = await atWork({ own: 3_100 })
    await company.stores.budgets.put(book)
    await company.until(OVER)
    expect(company.stores.mailer.mails).toHaveLength(3)
    expect(await bookNow()).toMatchObject({ reserved: {}, settled: { [OCCURRENCE]: 3 * 310 } })
    expect((await company.stores.budgets.get('gift', '2027'))?.settled).toEqual({ [OCCURRENCE]: 3 * 1_010 })
  })

  test('of other days takes nothing', async () => {
    const { company, book, bookNow } = await atWork()
    const planned = { ...book.planned, from: '2027-01-01', to: '2027-03-09' }
    await company.stores.budgets.put({ ...book, planned })
    await company.until(OVER)
    expect(await bookNow()).toMatchObject({ reserved: {}, settled: {} })
  })

  test('over several slices holds each of them once', async () => {
    const { company, book, bookNow } = await atWork({ count: 4_500 })
    await company.stores.budgets.put(book)
    await company.until(EVE)
    const reserved = Object.values((await bookNow())?.reserved ?? {})
    expect(reserved.length).toBeGreaterThan(1)
    expect(reserved.reduce((sum, amount) => sum + amount, 0)).toBe(4_500 * 310)
  })
})
