import { describe, expect, test } from 'vitest'
import { checkVoucher, redeemVoucher } from '#app/gifts/redeem-voucher.ts'
import type { ConsentState } from '#core/audience/consent.ts'
import { committed } from '#core/budget/reserve.ts'
import { aCampaign, aCustomer, somePrices, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const OCCURRENCE = 'gift_2027-03-10'
const FIRST_LOOK = '2027-03-08T00:00:00.000Z'
const EVE = '2027-03-09T12:00:00.000Z'
const OVER = '2027-03-14T00:00:00.000Z'
const GRANTED: ConsentState = { 'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } }
const VND = (amount: number) => ({ amount, currency: 'VND' })

const giftOf = (limit: number, overrides: Parameters<typeof aCampaign>[0] = {}) =>
  aCampaign({
    id: 'gift',
    contentClass: 'advertising',
    gift: { kind: 'voucher', value: VND(1_000), validDays: 30 },
    budget: { ...VND(limit), period: 'year' },
    ...overrides,
  })
/** Mails cost nothing, so that a budget is a number of gifts. */
const companyRules = theCompanyRules({ prices: somePrices(0) })

async function atWork({
  limit,
  ids,
  overrides,
}: {
  limit: number
  ids: readonly string[]
  overrides?: Parameters<typeof aCampaign>[0]
}) {
  const customers = ids.map((customerId) => aCustomer({ customerId }))
  const company = await runningCompany({ now: FIRST_LOOK, campaigns: [giftOf(limit, overrides)], customers, companyRules })
  for (const customerId of ids) await company.consent(customerId, GRANTED)
  return company
}
const ids = (count: number) => Array.from({ length: count }, (_, n) => `c-${n}`)
const count = (results: Record<string, string>, word: string) => Object.values(results).filter((result) => result === word).length

describe('a budget', () => {
  test.each([
    [2_999, 2],
    [3_000, 3],
    [5_000, 5],
    [9_999, 5],
    [0, 0],
  ])('of %i carries %i of five gifts of a thousand, to the person', async (limit, carried) => {
    const company = await atWork({ limit, ids: ids(5) })
    await company.until(OVER)
    const results = await company.results(OCCURRENCE)
    expect(count(results, 'sent')).toBe(carried)
    expect(count(results, 'skipped budget-exhausted')).toBe(5 - carried)
    expect(company.stores.mailer.mails).toHaveLength(carried)
    const budget = await company.stores.budgets.get('gift', '2027')
    expect(budget?.settled ?? {}).toEqual(carried > 0 ? { [OCCURRENCE]: carried * 1_000 } : {})
    expect(budget?.reserved ?? {}).toEqual({})
  })

  test('counts the mails as well, rounded up once', async () => {
    const company = await runningCompany({
      now: FIRST_LOOK,
      campaigns: [aCampaign({ budget: { ...VND(13), period: 'month' } })],
      customers: ids(5).map((customerId) => aCustomer({ customerId })),
    })
    await company.until(OVER)
    // 4,210 a thousand: three cost 12.63, which is 13; four would be 16.84.
    expect(count(await company.results('tenth-of-march_2027-03-10'), 'sent')).toBe(3)
    expect((await company.stores.budgets.get('tenth-of-march', '2027-03'))?.settled).toEqual({ 'tenth-of-march_2027-03-10': 13 })
  })

  test('planned twice draws the same people', async () => {
    const company = await atWork({ limit: 3_000, ids: ids(50) })
    await company.until(EVE)
    const before = await company.results(OCCURRENCE)
    await company.until('2027-03-10T01:00:00.000Z')
    expect(await company.results(OCCURRENCE)).toEqual(before)
    expect(count(before, 'planned')).toBe(3)
  })

  test('over many slices is never exceeded at any moment, and used up to the person', async () => {
    const company = await atWork({ limit: 100_000, ids: ids(6_000) })
    const { budgets } = company.stores
    const seen: number[] = []
    const put: typeof budgets.put = async (budget) => {
      seen.push(committed(budget))
      return budgets.put(budget)
    }
    company.replace({ budgets: { ...budgets, put } })
    await company.until(OVER)
    expect((await company.stores.occurrences.get(OCCURRENCE))?.slices).toBeGreaterThan(1)
    expect(Math.max(...seen)).toBe(100_000)
    expect(company.stores.mailer.mails).toHaveLength(100)
    expect((await budgets.get('gift', '2027'))?.settled).toEqual({ [OCCURRENCE]: 100_000 })
  })

  test('a place that becomes free before the second pass goes to someone who had none', async () => {
    const company = await atWork({ limit: 3_000, ids: ids(10) })
    await company.until(EVE)
    const [lucky] = Object.entries(await company.results(OCCURRENCE)).find(([, result]) => result === 'planned')!
    await company.stores.customers.put([aCustomer({ customerId: lucky, email: null })])
    await company.until(OVER)
    expect(company.stores.mailer.mails).toHaveLength(3)
    expect((await company.results(OCCURRENCE))[lucky]).toBe('skipped no-address')
  })

  test('those who were sent to before the second pass keep their money, and the others theirs', async () => {
    const company = await atWork({ limit: 3_500, ids: ['c-0', 'c-1'] })
    const early = ['syd-0', 'syd-1'].map((customerId) => aCustomer({ customerId, zone: 'Australia/Sydney' }))
    await company.stores.customers.put(early)
    for (const { customerId } of early) await company.consent(customerId, GRANTED)
    await company.until('2027-03-09T23:00:00.000Z')
    const before = await company.results(OCCURRENCE)
    expect(Object.values(before)).not.toContain('deferred')
    await company.until(OVER)
    const results = await company.results(OCCURRENCE)
    expect(count(results, 'sent')).toBe(3)
    expect(count(results, 'skipped budget-exhausted')).toBe(1)
    expect(Object.keys(before).filter((id) => before[id] === 'skipped budget-exhausted')).toEqual(
      Object.keys(results).filter((id) => results[id] === 'skipped budget-exhausted'),
    )
  })

  test('money of a gift that was not sent after all is released at closing', async () => {
    const company = await atWork({ limit: 3_000, ids: ids(3) })
    await company.until('2027-03-10T01:59:00.000Z')
    await company.stores.customers.put([aCustomer({ customerId: 'c-0', email: null })])
    await company.until(OVER)
    expect(await company.stores.budgets.get('gift', '2027')).toEqual(
      expect.objectContaining({ reserved: {}, settled: { [OCCURRENCE]: 2_000 } }),
    )
  })

  test('money of an occurrence in which nobody was written to after all is released as well', async () => {
    const company = await atWork({ limit: 3_000, ids: ids(3) })
    await company.until('2027-03-10T01:59:00.000Z')
    expect((await company.stores.budgets.get('gift', '2027'))?.reserved).toEqual({ [`${OCCURRENCE}/0`]: 3_000 })
    await company.pause('gift', 'cancelled')
    await company.until(OVER)
    expect(await company.stores.budgets.get('gift', '2027')).toEqual(expect.objectContaining({ reserved: {}, settled: {} }))
  })

  test('an unknown touch may have cost its gift, and is settled as if it had', async () => {
    const company = await atWork({ limit: 3_000, ids: ids(3) })
    company.stores.mailer.answer('c-0@example.com', { unknown: 'timeout' })
    await company.until(OVER)
    expect((await company.stores.budgets.get('gift', '2027'))?.settled).toEqual({ [OCCURRENCE]: 3_000 })
  })

  test('lowered below what is planned, it takes the places back that were not used yet', async () => {
    const company = await atWork({ limit: 5_000, ids: ids(5) })
    await company.until(EVE)
    await company.accept([giftOf(2_000)])
    await company.until(OVER)
    expect(company.stores.mailer.mails).toHaveLength(2)
  })

  test('lowered below what is spent, planning goes on, and says that there is no money', async () => {
    const company = await atWork({ limit: 5_000, ids: ids(3), overrides: { occasion: { kind: 'birthday' } } })
    await company.stores.budgets.put({
      campaignId: 'gift',
      period: '2027',
      limit: VND(5_000),
      reserved: {},
      settled: { 'gift_2027-01-10': 4_000 },
      version: 0,
    })
    await company.stores.customers.put(
      ids(3).map((customerId) => aCustomer({ customerId, birthday: { kind: 'solar', month: 3, day: 10, year: null } })),
    )
    await company.accept([giftOf(1_000, { occasion: { kind: 'birthday' } })])
    await company.until(OVER)
    expect(company.failures).toEqual([])
    expect(count(await company.results(OCCURRENCE), 'skipped budget-exhausted')).toBe(3)
  })

  describe('of a campaign whose file changes between the passes', () => {
    const gift = (amount: number) => ({ kind: 'voucher' as const, value: VND(amount), validDays: 30 })
    /** Someone in Sydney is written to before the second pass, three at home, imported meanwhile, after it. */
    async function changing({ limit, first, second }: { limit: number; first?: Overrides; second: Overrides }) {
      const company = await atWork({ limit, ids: [], ...(first && { overrides: first }) })
      await company.stores.customers.put([aCustomer({ customerId: 'syd', zone: 'Australia/Sydney' })])
      await company.consent('syd', GRANTED)
      await company.until('2027-03-09T23:00:00.000Z')
      expect(company.sent()).toEqual(['syd gift'])
      await company.stores.customers.put(ids(3).map((customerId) => aCustomer({ customerId })))
      for (const customerId of ids(3)) await company.consent(customerId, GRANTED)
      await company.accept([giftOf(limit, second)])
      await company.until(OVER)
      return company
    }
    type Overrides = Parameters<typeof aCampaign>[0]

    test('each touch costs what the version of its row says', async () => {
      const company = await changing({ limit: 20_000, second: { gift: gift(5_000) } })
      expect(company.sent()).toHaveLength(4)
      expect(await company.stores.budgets.get('gift', '2027')).toEqual(
        expect.objectContaining({ reserved: {}, settled: { [OCCURRENCE]: 16_000 } }),
      )
    })

    test.each([
      ['dearer', 1_000, 2_000],
      ['cheaper', 2_000, 500],
      ['free', 2_000, 0],
    ])('a %s gift never lets it be overrun, at no moment', async (_, before, after) => {
      const limit = 3_000
      const second = after > 0 ? { gift: gift(after) } : { gift: undefined }
      const company = await changing({ limit, first: { gift: gift(before) }, second })
      const sentAtHome = company.sent().length - 1
      expect(before + sentAtHome * after).toBeLessThanOrEqual(limit)
      const budget = await company.stores.budgets.get('gift', '2027')
      expect(budget).toEqual(expect.objectContaining({ reserved: {}, settled: { [OCCURRENCE]: before + sentAtHome * after } }))
      // Nor is it left unused for no reason.
      expect(sentAtHome).toBe(after === 0 ? 3 : Math.min(3, Math.floor((limit - before) / after)))
    })

    test('mails of two versions are rounded up together, so that rounding cannot overrun it', async () => {
      const free = { gift: undefined, contentClass: 'care' as const }
      const company = await runningCompany({
        now: FIRST_LOOK,
        campaigns: [giftOf(17, free)],
        customers: [
          ...ids(3).map((customerId) => aCustomer({ customerId })),
          aCustomer({ customerId: 'syd', zone: 'Australia/Sydney' }),
        ],
      })
      await company.until('2027-03-09T23:00:00.000Z')
      await company.accept([giftOf(17, { ...free, name: { vi: 'Khác', en: 'Other' } })])
      await company.until(OVER)
      // 4 × 4.21 = 16.84, which is 17; 5 + 13 would be 18.
      expect(company.sent()).toHaveLength(4)
      expect((await company.stores.budgets.get('gift', '2027'))?.settled).toEqual({ [OCCURRENCE]: 17 })
    })

    test('to another period: what the first version had set aside is released, and each period pays its own', async () => {
      const company = await changing({
        limit: 10_000,
        second: { budget: { ...VND(10_000), period: 'month' } },
      })
      expect(await company.stores.budgets.get('gift', '2027')).toEqual(
        expect.objectContaining({ reserved: {}, settled: { [OCCURRENCE]: 1_000 } }),
      )
      expect(await company.stores.budgets.get('gift', '2027-03')).toEqual(
        expect.objectContaining({ reserved: {}, settled: { [OCCURRENCE]: 3_000 } }),
      )
    })

    test('to none at all: what was set aside is released, and what was spent under it is booked', async () => {
      const company = await changing({ limit: 10_000, second: { budget: undefined } })
      expect(company.sent()).toHaveLength(4)
      expect(await company.stores.budgets.get('gift', '2027')).toEqual(
        expect.objectContaining({ reserved: {}, settled: { [OCCURRENCE]: 1_000 } }),
      )
    })
  })

  test('covers at every moment what the rows as they stand may still spend', async () => {
    const company = await atWork({ limit: 5_000, ids: ids(8) })
    const { budgets, occurrences } = company.stores
    const covered = async () => {
      const rows = await occurrences.batches(OCCURRENCE)
      const open = rows
        .flatMap(({ recipients }) => recipients)
        .filter(({ outcome }) => ['planned', 'sent'].includes(outcome.state))
      const budget = await budgets.get('gift', '2027')
      expect(committed(budget!)).toBeGreaterThanOrEqual(open.length * 1_000)
      expect(committed(budget!)).toBeLessThanOrEqual(5_000)
    }
    const put: typeof budgets.put = async (budget) => {
      const written = await budgets.put(budget)
      await covered()
      return written
    }
    const putBatch: typeof occurrences.putBatch = async (batch) => {
      const written = await occurrences.putBatch(batch)
      await covered()
      return written
    }
    company.replace({ budgets: { ...budgets, put }, occurrences: { ...occurrences, putBatch } })
    await company.until(EVE)
    const planned = Object.entries(await company.results(OCCURRENCE)).filter(([, result]) => result === 'planned')
    // Three lose their address, and the money of those who follow is given back only after the row has been rewritten.
    for (const [customerId] of planned.slice(0, 3)) await company.stores.customers.put([aCustomer({ customerId, email: null })])
    await company.accept([giftOf(5_000, { limits: { priority: 60 } })])
    await company.until('2027-03-10T01:30:00.000Z')
    expect((await budgets.get('gift', '2027'))?.reserved).toEqual({ [`${OCCURRENCE}/0`]: 5_000 })
    for (const id of ids(8)) await company.stores.customers.put([aCustomer({ customerId: id, email: null })])
    await company.stores.queues.planSlices([{ occurrenceId: OCCURRENCE, slice: 0, pass: 'refresh' }])
    await company.drain()
    expect((await budgets.get('gift', '2027'))?.reserved).toEqual({})
    expect(company.failures).toEqual([])
  })

  test('two occurrences of one period share it', async () => {
    const company = await atWork({
      limit: 3_000,
      ids: ids(2),
      overrides: { occasion: { kind: 'nth-weekday', month: 3, weekday: 3, nth: 2 } },
    })
    await company.stores.budgets.put({
      campaignId: 'gift',
      period: '2027',
      limit: VND(3_000),
      reserved: { 'gift_2027-03-09/0': 2_000 },
      settled: {},
      version: 0,
    })
    await company.until(OVER)
    expect(count(await company.results(OCCURRENCE), 'sent')).toBe(1)
  })
})

describe('a voucher', () => {
  const promised = (text: string | undefined) => text?.match(/^(\S+) until (\S+)$/)?.slice(1)

  test('is one per person and occasion, whatever is retried', async () => {
    const company = await atWork({ limit: 5_000, ids: ids(2) })
    const busy = { busy: 'throttled' as const, detail: '' }
    // Two looks of four tries each, and the first try of a third.
    company.stores.mailer.answer('c-0@example.com', ...Array.from({ length: 9 }, () => busy))
    const { vouchers } = company.stores
    const codes: string[] = []
    const issue: typeof vouchers.issue = async (voucher) => {
      codes.push(voucher.code)
      return vouchers.issue(voucher)
    }
    company.replace({ vouchers: { ...vouchers, issue } })
    await company.until(OVER)
    expect(codes).toHaveLength(4)
    expect(new Set(codes).size).toBe(2)
    expect(company.stores.mailer.mails.map(({ text }) => promised(text)?.[0]).toSorted()).toEqual([...new Set(codes)].toSorted())
  })

  test('that was issued the day before promises in the letter what it holds in the store', async () => {
    const company = await atWork({ limit: 5_000, ids: ids(1), overrides: { graceDays: 1 } })
    company.stores.mailer.answer(
      'c-0@example.com',
      ...Array.from({ length: 250 }, () => ({ busy: 'throttled' as const, detail: '' })),
    )
    await company.until(OVER)
    const [mail] = company.stores.mailer.mails
    const [code, until] = promised(mail?.text) ?? []
    const stored = await company.stores.vouchers.get(code ?? '')
    expect((await company.outcomes(OCCURRENCE))['c-0']).toMatchObject({ state: 'sent', at: expect.stringMatching(/^2027-03-11/) })
    expect(stored).toMatchObject({ validFrom: '2027-03-10', validTo: '2027-04-08', customerId: 'c-0' })
    expect(until).toBe('2027-04-08')
  })

  test('is not made for someone who is not sent to', async () => {
    const company = await atWork({ limit: 5_000, ids: ids(1) })
    await company.consent('c-0', { 'advertising/email': { decision: 'withdrawn', at: '2027-02-01T00:00:00.000Z' } })
    const issued: string[] = []
    const { vouchers } = company.stores
    const issue: typeof vouchers.issue = async (voucher) => {
      issued.push(voucher.code)
      return vouchers.issue(voucher)
    }
    company.replace({ vouchers: { ...vouchers, issue } })
    await company.until(OVER)
    expect(issued).toEqual([])
  })

  test('is redeemed once, also when it is typed badly and by two tills at once', async () => {
    const company = await atWork({ limit: 5_000, ids: ids(1) })
    await company.until('2027-03-10T03:00:00.000Z')
    const [code = ''] = promised(company.stores.mailer.mails[0]?.text) ?? []
    const ports = { ...company.stores, zone: 'Asia/Ho_Chi_Minh' }
    const now = '2027-03-11T02:00:00.000Z'
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect(await checkVoucher(ports, { code: typed, now })).toMatchObject({ standing: 'usable', voucher: { code } })
    const tills = await Promise.all(['till-1', 'till-2'].map((by) => redeemVoucher(ports, { code: typed, by, now })))
    expect(tills.filter((till) => 'redeemed' in till)).toHaveLength(1)
    expect(tills.find((till) => 'refused' in till)).toMatchObject({ refused: { standing: 'redeemed' } })
    expect(await redeemVoucher(ports, { code, by: 'till-3', now })).toMatchObject({ refused: { standing: 'redeemed' } })
    expect(company.said.filter(({ name }) => name === 'voucher.redeemed')).toHaveLength(1)
  })

  test('whose redemption was written and whose answer was lost is redeemed, and counted once', async () => {
    const company = await atWork({ limit: 5_000, ids: ids(1) })
    await company.until('2027-03-10T03:00:00.000Z')
    const [code = ''] = promised(company.stores.mailer.mails[0]?.text) ?? []
    const { vouchers } = company.stores
    const redeem: typeof vouchers.redeem = async (redemption) => {
      await vouchers.redeem(redemption)
      return 'lost'
    }
    const ports = { ...company.stores, zone: 'Asia/Ho_Chi_Minh', vouchers: { ...vouchers, redeem } }
    const now = '2027-03-11T02:00:00.000Z'
    const heard = await redeemVoucher(ports, { code, by: 'till-1', now })
    expect(heard).toMatchObject({ redeemed: { code, redeemedAt: now, redeemedBy: 'till-1' } })
    for (const [by, at] of [
      ['till-2', now],
      ['till-1', '2027-03-11T02:00:00.001Z'],
    ] as const) {
      expect(await redeemVoucher(ports, { code, by, now: at })).toMatchObject({ refused: { standing: 'redeemed' } })
    }
    expect(company.said.filter(({ name }) => name === 'voucher.redeemed')).toHaveLength(1)
  })

  test('ends with its last day in the zone of the company', async () => {
    const company = await atWork({ limit: 5_000, ids: ids(1) })
    await company.until('2027-03-10T03:00:00.000Z')
    const [code = ''] = promised(company.stores.mailer.mails[0]?.text) ?? []
    const ports = { ...company.stores, zone: 'Asia/Ho_Chi_Minh' }
    // 8 April ends at 17:00 UTC in Vietnam.
    expect(await checkVoucher(ports, { code, now: '2027-04-08T16:59:59.999Z' })).toMatchObject({ standing: 'usable' })
    expect(await checkVoucher(ports, { code, now: '2027-04-08T17:00:00.000Z' })).toMatchObject({ standing: 'expired' })
    expect(await redeemVoucher(ports, { code, by: 'till', now: '2027-04-08T17:00:00.000Z' })).toMatchObject({
      refused: { standing: 'expired' },
    })
  })

  test('that nobody issued is unknown', async () => {
    const company = await atWork({ limit: 5_000, ids: [] })
    const check = { code: 'AAAA-BBBB-CCCC', now: OVER }
    expect(await checkVoucher({ ...company.stores, zone: 'UTC' }, check)).toEqual({ standing: 'unknown' })
  })
})
