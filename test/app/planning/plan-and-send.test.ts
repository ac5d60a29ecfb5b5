import { describe, expect, test } from 'vitest'
import { aCampaign, aCustomer, aPurchase, solar, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { sendBatch } from '#test/support/sending.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const FIRST_LOOK = '2027-03-08T00:00:00.000Z'
const EVE = '2027-03-09T12:00:00.000Z'
const NINE = '2027-03-10T02:00:00.000Z'
const ELEVEN = '2027-03-10T04:00:00.000Z'
const OVER = '2027-03-12T00:00:00.000Z'

const people = (...ids: string[]) => ids.map((customerId) => aCustomer({ customerId }))
const greeting = aCampaign()
const atWork = (overrides: Partial<Parameters<typeof runningCompany>[0]> = {}) =>
  runningCompany({ now: FIRST_LOOK, campaigns: [greeting], customers: people('c-001', 'c-002', 'c-003'), ...overrides })

describe('one occurrence, from the first look to its balance', () => {
  test('everyone gets one mail at nine, and the occurrence closes with a balance that adds up', async () => {
    const company = await atWork()
    await company.until('2027-03-10T01:59:00.000Z')
    expect(company.sent()).toEqual([])
    await company.until(NINE)
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-002 tenth-of-march', 'c-003 tenth-of-march'])
    await company.until(OVER)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { audience: 3, sent: 3, planned: 0, skipped: 0, deferred: 0, withheld: 0, failed: 0, unknown: 0 },
    })
    expect(company.sent()).toHaveLength(3)
    expect(company.alarmsRaised()).toEqual([])
    expect(company.failures).toEqual([])
  })

  test('is open a day before the first zone reaches the date, and not earlier', async () => {
    const company = await atWork()
    // Kiritimati reaches 10 March at 10:00 UTC on the 9th.
    await company.until('2027-03-08T09:59:59.999Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toBeUndefined()
    await company.until('2027-03-08T10:00:00.000Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'open', pass: 'open', slices: 1 })
  })

  test('planned again and again, from either pass, is the same plan', async () => {
    const company = await atWork({ customers: people(...Array.from({ length: 1_000 }, (_, n) => `c-${n}`)) })
    for (const pass of ['open', 'refresh'] as const) {
      await company.until(pass === 'open' ? EVE : '2027-03-10T01:00:00.000Z')
      const before = await company.stores.occurrences.batches(OCCURRENCE)
      expect(before.length).toBeGreaterThan(1)
      await company.plan()
      await company.stores.queues.planSlices(Array.from({ length: 4 }, () => ({ occurrenceId: OCCURRENCE, slice: 0, pass })))
      await company.drain()
      const after = await company.stores.occurrences.batches(OCCURRENCE)
      if (pass === 'open') expect(after).toEqual(before)
      else expect(after.map(({ recipients }) => recipients)).toEqual(before.map(({ recipients }) => recipients))
    }
    await company.until(OVER)
    expect(new Set(company.sent()).size).toBe(1_000)
    expect(company.sent()).toHaveLength(1_000)
  })

  test('an order of the first pass that comes after the second is not followed', async () => {
    const company = await atWork()
    await company.until('2027-03-10T01:00:00.000Z')
    const before = await company.stores.occurrences.slices(OCCURRENCE)
    await company.stores.queues.planSlices([{ occurrenceId: OCCURRENCE, slice: 0, pass: 'open' }])
    await company.drain()
    expect(await company.stores.occurrences.slices(OCCURRENCE)).toEqual(before)
    expect(before).toMatchObject([{ pass: 'refresh', audience: 3 }])
  })

  test('sent three times, one after the other and all at once, is one mail each', async () => {
    const company = await atWork()
    await company.until('2027-03-10T01:59:00.000Z')
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    const order = { occurrenceId: OCCURRENCE, batchId: batch!.batchId }
    const send = () => sendBatch(company.stores, order, () => NINE)
    const atOnce = await Promise.all([send(), send(), send()])
    expect(atOnce.toSorted()).toEqual(['busy', 'busy', 'done'])
    expect([await send(), await send()]).toEqual(['done', 'done'])
    expect(company.sent()).toHaveLength(3)
  })

  test('an alarm that rings before its time sends nothing', async () => {
    const company = await atWork()
    await company.until(EVE)
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    expect(await sendBatch(company.stores, { occurrenceId: OCCURRENCE, batchId: batch!.batchId }, () => EVE)).toBe('done')
    expect(await company.stores.occurrences.batches(OCCURRENCE)).toEqual([batch])
  })

  test('a date that nobody worked on until its window had passed is skipped with that reason, never sent late', async () => {
    const company = await atWork({ now: '2027-03-10T05:00:00.000Z' })
    await company.until(OVER)
    expect(company.sent()).toEqual([])
    expect(await company.results(OCCURRENCE)).toEqual({
      'c-001': 'skipped window-passed',
      'c-002': 'skipped window-passed',
      'c-003': 'skipped window-passed',
    })
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', mismatch: false })
  })

  test('with a day of grace it goes out the next morning', async () => {
    const company = await atWork({ now: '2027-03-10T05:00:00.000Z', campaigns: [aCampaign({ graceDays: 1 })] })
    await company.until('2027-03-11T01:59:00.000Z')
    expect(company.sent()).toEqual([])
    await company.until(NINE.replace('-10T', '-11T'))
    expect(company.sent()).toHaveLength(3)
  })

  test('a blackout stops everybody, and says so', async () => {
    const companyRules = theCompanyRules({
      company: { blackouts: [{ from: '2027-03-10', to: '2027-03-11', because: 'mourning' }] },
    })
    const company = await atWork({ companyRules })
    await company.until(OVER)
    expect(Object.values(await company.results(OCCURRENCE))).toEqual(Array(3).fill('skipped blackout'))
  })

  test('a holdout is withheld and counted', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `c-${n}`)
    const company = await atWork({ customers: people(...ids), campaigns: [aCampaign({ limits: { holdoutPercent: 50 } })] })
    await company.until(OVER)
    const { balance } = (await company.stores.occurrences.get(OCCURRENCE))!
    expect(balance!.withheld).toBeGreaterThan(10)
    expect(balance!.sent).toBe(60 - balance!.withheld)
    expect(company.sent()).toHaveLength(balance!.sent)
  })

  test('who is in the control group of all care is withheld from every campaign, and outranked by none; what a sale demands goes to all', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `c-${n}`)
    const companyRules = theCompanyRules({ company: { controlGroup: { percent: 20, salt: '2027' } } })
    const campaigns = [
      aCampaign({ limits: { priority: 90 } }),
      aCampaign({ id: 'weaker' }),
      aCampaign({ id: 'receipt', contentClass: 'transactional' }),
    ]
    const company = await atWork({ customers: people(...ids), campaigns, companyRules })
    await company.until(OVER)
    const control = (occurrence: string) =>
      company
        .outcomes(occurrence)
        .then((outcomes) => Object.entries(outcomes).flatMap(([id, { state }]) => (state === 'withheld' ? [id] : [])))
    const withheld = await control(OCCURRENCE)
    expect(withheld.length).toBeGreaterThan(3)
    expect(await control('weaker_2027-03-10')).toEqual(withheld)
    const outcomes = await company.outcomes(OCCURRENCE)
    expect(outcomes[withheld[0]!]).toEqual({ state: 'withheld', because: 'control-group' })
    expect((await company.stores.occurrences.get('receipt_2027-03-10'))!.balance!.sent).toBe(60)
    expect(company.sent()).toHaveLength(60 + 60 - withheld.length)
  })
})

describe('zones', () => {
  test('someone in Sydney, Hà Nội, Paris and Los Angeles gets it at their own nine o’clock, as one occurrence', async () => {
    const zones = { syd: 'Australia/Sydney', han: 'Asia/Ho_Chi_Minh', par: 'Europe/Paris', lax: 'America/Los_Angeles' }
    const customers = Object.entries(zones).map(([customerId, zone]) => aCustomer({ customerId, zone }))
    const company = await atWork({ customers })
    await company.until('2027-03-13T00:00:00.000Z')
    const outcomes = await company.outcomes(OCCURRENCE)
    const at = Object.fromEntries(
      Object.entries(outcomes).map(([id, outcome]) => [id, outcome.state === 'sent' ? outcome.at : outcome.state]),
    )
    expect(at).toEqual({
      syd: '2027-03-09T22:00:00.000Z',
      han: '2027-03-10T02:00:00.000Z',
      par: '2027-03-10T08:00:00.000Z',
      lax: '2027-03-10T17:00:00.000Z',
    })
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', balance: { sent: 4 } })
  })

  test('on the days the clocks change, nine is nine', async () => {
    const customers = [
      aCustomer({ customerId: 'par', zone: 'Europe/Paris' }),
      aCustomer({ customerId: 'lax', zone: 'America/Los_Angeles' }),
    ]
    const days = [
      aCampaign({ id: 'march-14', occasion: { kind: 'fixed', month: 3, day: 14 } }),
      aCampaign({ id: 'march-28', occasion: { kind: 'fixed', month: 3, day: 28 } }),
    ]
    const company = await runningCompany({ now: '2027-03-12T00:00:00.000Z', campaigns: days, customers })
    await company.until('2027-03-30T00:00:00.000Z')
    const atOf = async (id: string, who: string) => {
      const outcome = (await company.outcomes(id))[who]
      return outcome?.state === 'sent' ? outcome.at : outcome?.state
    }
    expect(await atOf('march-14_2027-03-14', 'lax')).toBe('2027-03-14T16:00:00.000Z')
    expect(await atOf('march-28_2027-03-28', 'par')).toBe('2027-03-28T07:00:00.000Z')
  })
})

describe('late-comers', () => {
  test('who are imported between the two passes are found by the second', async () => {
    const company = await atWork()
    await company.until(EVE)
    await company.stores.customers.put(people('c-004'))
    await company.until(OVER)
    expect(company.sent()).toContain('c-004 tenth-of-march')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { audience: 4, sent: 4 } })
  })

  test('whose row was sent already get a row of their own, as long as their window is open', async () => {
    const campaign = aCampaign({ window: { from: '09:00', to: '18:00' } })
    const company = await atWork({
      campaigns: [campaign],
      customers: [aCustomer({ customerId: 'syd-1', zone: 'Australia/Sydney' })],
    })
    await company.until('2027-03-09T23:00:00.000Z')
    expect(company.sent()).toEqual(['syd-1 tenth-of-march'])
    await company.stores.customers.put([aCustomer({ customerId: 'syd-2', zone: 'Australia/Sydney' })])
    await company.until(OVER)
    expect(company.sent()).toEqual(['syd-1 tenth-of-march', 'syd-2 tenth-of-march'])
    expect((await company.stores.occurrences.batches(OCCURRENCE)).map(({ batchId }) => batchId)).toEqual([
      '000.000.20270309T2200-0700',
      '000.000.20270309T2200-0700~1',
    ])
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { audience: 2, sent: 2 } })
  })

  test('an audience that was empty at the first look is planned at the second', async () => {
    const company = await atWork({ customers: [] })
    await company.until(EVE)
    await company.stores.customers.put(people('c-001'))
    await company.until(OVER)
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
  })

  test('someone who is no longer meant at the second pass leaves the plan and the balance', async () => {
    const company = await atWork({ campaigns: [aCampaign({ audience: { genders: ['female'] } })] })
    await company.until(EVE)
    await company.stores.customers.put([aCustomer({ customerId: 'c-002', gender: 'male' })])
    await company.until(OVER)
    expect(Object.keys(await company.results(OCCURRENCE))).toEqual(['c-001', 'c-003'])
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { audience: 2, sent: 2 } })
  })
})

describe('members are read through the index of their occasion', () => {
  test('birthdays, anniversaries and purchases, each at their day and once', async () => {
    const birthday = aCampaign({ id: 'birthday', occasion: { kind: 'birthday' } })
    const anniversary = aCampaign({ id: 'anniversary', occasion: { kind: 'purchase-anniversary' } })
    const survey = aCampaign({
      id: 'survey',
      contentClass: 'survey',
      occasion: { kind: 'after-purchase', offset: { days: 3 } },
    })
    const company = await runningCompany({
      now: FIRST_LOOK,
      campaigns: [birthday, anniversary, survey],
      customers: [
        aCustomer({ customerId: 'born', birthday: solar('03-10') }),
        aCustomer({ customerId: 'loyal', firstPurchaseOn: '2024-03-10', lastPurchaseOn: '2024-03-10' }),
        aCustomer({ customerId: 'buyer' }),
        aCustomer({ customerId: 'nobody' }),
      ],
      purchases: [
        aPurchase({ customerId: 'buyer', purchaseId: 'a' }),
        aPurchase({ customerId: 'buyer', purchaseId: 'b' }),
        aPurchase({ customerId: 'gone', purchaseId: 'c' }),
      ],
    })
    await company.until('2027-03-13T00:00:00.000Z')
    expect(company.stores.mailer.mails.map(({ customerId, subject }) => `${customerId}: ${subject}`).toSorted()).toEqual([
      'born: birthday 2027',
      'buyer: survey p2027-03-07#a',
      'loyal: anniversary m36',
    ])
  })

  test('purchases of a weekend that roll onto one day are one occasion, the earliest', async () => {
    const survey = aCampaign({
      id: 'survey',
      contentClass: 'survey',
      occasion: { kind: 'after-delivery', offset: { days: 3, unit: 'working' } },
    })
    const days = ['2027-03-07', '2027-03-05', '2027-03-06']
    const company = await runningCompany({
      now: FIRST_LOOK,
      campaigns: [survey],
      customers: people('c-001'),
      purchases: days.map((deliveredOn, n) => aPurchase({ purchaseId: `o-${n}`, purchasedOn: '2027-03-01', deliveredOn })),
    })
    await company.until(OVER)
    expect(company.stores.mailer.mails.map(({ subject }) => subject)).toEqual(['survey p2027-03-05#o-1'])
  })

  test('a large base is cut into slices, and everyone is still met once', async () => {
    // The size is estimated from one partition of 256; enough of these customers fall into it.
    const ids = Array.from({ length: 6_000 }, (_, n) => `c-${n}`)
    const company = await atWork({ customers: people(...ids) })
    await company.until(OVER)
    const occurrence = (await company.stores.occurrences.get(OCCURRENCE))!
    expect(occurrence.slices).toBeGreaterThan(1)
    expect(occurrence).toMatchObject({ mismatch: false, balance: { audience: 6_000, sent: 6_000 } })
    expect(new Set(company.sent()).size).toBe(6_000)
    expect(company.sent()).toHaveLength(6_000)
    const mails = (await company.stores.occurrences.batches(OCCURRENCE)).map(({ dueAt }) => dueAt)
    expect(new Set(mails).size).toBeGreaterThan(10)
    expect(mails.every((dueAt) => dueAt >= NINE && dueAt < ELEVEN)).toBe(true)
  })
})
