import { describe, expect, test } from 'vitest'
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import { recordDelivery } from '#app/sending/record-delivery.ts'
import type { ConsentState } from '#core/audience/consent.ts'
import { aCampaign, aContact, aCustomer, aLedger, aPolicy, solar, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { sendBatch } from '#test/support/sending.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const FIRST_LOOK = '2027-03-08T00:00:00.000Z'
const BEFORE_NINE = '2027-03-10T01:59:00.000Z'
const NINE = '2027-03-10T02:00:00.000Z'
const OVER = '2027-03-12T00:00:00.000Z'
const GRANTED: ConsentState = { 'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } }

const people = (...ids: string[]) => ids.map((customerId) => aCustomer({ customerId }))
const atWork = (overrides: Partial<Parameters<typeof runningCompany>[0]> = {}) =>
  runningCompany({ now: FIRST_LOOK, campaigns: [aCampaign()], customers: people('c-001', 'c-002'), ...overrides })
type Company = Awaited<ReturnType<typeof atWork>>

describe('what changed between the plan and the mail counts', () => {
  const withdraw = (company: Company, customerId: string) =>
    withdrawConsent(company.stores, {
      customerId,
      purpose: 'care',
      channel: 'email',
      at: company.clock(),
      source: 'one-click',
      evidence: 'token-1',
    })

  test.each<[string, string, (company: Company) => Promise<unknown>]>([
    ['an opt-out', 'skipped opted-out', (company) => withdraw(company, 'c-001')],
    [
      'a consent that can no longer be read',
      'skipped consent-unreadable',
      async (company) => {
        const { customers } = company.stores
        const unreadable = async (ids: readonly string[]) =>
          (await customers.getMany(ids)).map((person) => ({ ...person, consents: 'unreadable' as const }))
        company.replace({ customers: { ...customers, getMany: unreadable } })
      },
    ],
    ['an address taken away', 'skipped no-address', (company) => company.stores.customers.put([aCustomer({ email: null })])],
    ['an address broken', 'skipped bad-address', (company) => company.stores.customers.put([aCustomer({ email: 'lan@' })])],
    [
      'an address suppressed',
      'skipped suppressed',
      (company) =>
        company.stores.suppressions.add({
          contactKey: company.stores.seals.contactKey({ kind: 'email', value: 'C-001@example.com ' }),
          kind: 'email',
          reason: 'legal',
          at: FIRST_LOOK,
          evidence: 'letter',
        }),
    ],
    [
      'a suppression that cannot be read',
      'skipped suppression-unreadable',
      async (company) => {
        const { suppressions } = company.stores
        const among = async (hashes: readonly string[]) => new Map(hashes.map((hash) => [hash, 'unreadable' as const]))
        company.replace({ suppressions: { ...suppressions, among } })
      },
    ],
    [
      'a customer deleted',
      'skipped customer-gone',
      async (company) => company.replace({ customers: { ...company.stores.customers, getMany: async () => [] } }),
    ],
    [
      'an audience that no longer means them',
      'skipped no-longer-due',
      (company) => company.stores.customers.put([aCustomer({ tags: ['staff'] })]),
    ],
  ])('%s: %s', async (_, expected, change) => {
    const company = await atWork({ campaigns: [aCampaign({ audience: { noTag: ['staff'] } })] })
    await company.until(BEFORE_NINE)
    expect((await company.results(OCCURRENCE))['c-001']).toBe('planned')
    await change(company)
    await company.until(OVER)
    expect((await company.results(OCCURRENCE))['c-001']).toBe(expected)
    expect(company.sent()).not.toContain('c-001 tenth-of-march')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', mismatch: false })
  })

  test('a birthday that was corrected is not greeted on the wrong day', async () => {
    const birthday = aCampaign({ id: 'birthday', occasion: { kind: 'birthday' } })
    const company = await atWork({ campaigns: [birthday], customers: [aCustomer({ birthday: solar('03-10') })] })
    await company.until(BEFORE_NINE)
    await company.stores.customers.put([aCustomer({ birthday: solar('03-20') })])
    await company.until('2027-03-22T00:00:00.000Z')
    expect(company.stores.mailer.mails.map(({ occurrenceId }) => occurrenceId)).toEqual(['birthday_2027-03-20'])
    expect(await company.results('birthday_2027-03-10')).toEqual({ 'c-001': 'skipped no-longer-due' })
  })

  test('what cannot be read keeps us from sending and raises an alarm, at planning as well', async () => {
    const company = await atWork()
    const { customers } = company.stores
    company.replace({
      customers: {
        ...customers,
        inPartitions: async function* (range) {
          for await (const page of customers.inPartitions(range)) {
            yield page.map((person) =>
              person.customer.customerId === 'c-001' ? { ...person, consents: 'unreadable' as const } : person,
            )
          }
        },
      },
    })
    await company.until('2027-03-09T00:00:00.000Z')
    expect((await company.results(OCCURRENCE))['c-001']).toBe('skipped consent-unreadable')
    expect(company.alarmsRaised()).toContain('consent.unreadable')
  })
})

describe('a ledger that was read a moment too early', () => {
  /** What a read that may be behind shows: nobody was ever contacted. */
  const blindly = (company: Company) => {
    const { ledgers } = company.stores
    const nothingYet = async (ids: readonly string[]) => ids.map((customerId) => aLedger([], customerId))
    company.replace({ ledgers: { ...ledgers, getManyEventually: nothingYet } })
  }
  const contactOfYesterday = { at: '2027-03-09T02:00:00.000Z' }

  test('costs no cap: the claim sees the contact that the reading missed', async () => {
    const company = await atWork({ companyRules: theCompanyRules({ company: { frequencyCaps: [{ max: 1, hours: 48 }] } }) })
    blindly(company)
    await company.stores.ledgers.claim(aLedger([aContact(contactOfYesterday)]))
    await company.until(OVER)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'skipped frequency-cap', 'c-002': 'sent' })
  })

  test('sends nothing twice, and says "skipped" of nobody who may have been written to', async () => {
    const company = await atWork()
    blindly(company)
    await company.until(BEFORE_NINE)
    // A sender claimed both of them a moment ago and died; since then one of them has opted out.
    for (const customerId of ['c-001', 'c-002']) {
      const claimed = aContact({ occurrenceId: OCCURRENCE, occasionKey: 'tenth-of-march:2027-03-10', at: BEFORE_NINE })
      await company.stores.ledgers.claim({ ...aLedger([claimed], customerId), version: 1 })
    }
    await withdrawConsent(company.stores, {
      customerId: 'c-001',
      purpose: 'care',
      channel: 'email',
      at: company.clock(),
      source: 'one-click',
      evidence: 'token-1',
    })
    await company.until(OVER)
    expect(company.sent()).toEqual([])
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'unknown', 'c-002': 'unknown' })
  })
})

describe('a letter that cannot be written', () => {
  test('fails with the reason, costs no claim, and leaves its neighbours alone', async () => {
    const company = await atWork({ customers: [aCustomer({ locale: 'xx' }), aCustomer({ customerId: 'c-002' })] })
    await company.until(OVER)
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-001': { state: 'failed', reason: 'no template in xx' },
      'c-002': { state: 'sent' },
    })
    expect(await company.stores.ledgers.getMany(['c-001'])).toMatchObject([{ version: 0, contacts: [] }])
  })
})

describe('pausing and cancelling', () => {
  test('a paused campaign sends nothing, and goes on within its window when it is resumed', async () => {
    const company = await atWork()
    await company.until(BEFORE_NINE)
    await company.pause('tenth-of-march', 'paused')
    await company.until('2027-03-10T03:00:00.000Z')
    expect(company.sent()).toEqual([])
    expect((await company.results(OCCURRENCE))['c-001']).toBe('deferred campaign-paused')
    await company.pause('tenth-of-march', 'active')
    await company.until('2027-03-10T03:20:00.000Z')
    expect(company.sent()).toHaveLength(2)
  })

  test('paused until its window has passed: skipped, and the reason is the pause', async () => {
    const company = await atWork()
    await company.pause('tenth-of-march', 'paused')
    await company.until(OVER)
    expect(Object.values(await company.results(OCCURRENCE))).toEqual(['skipped campaign-paused', 'skipped campaign-paused'])
    expect(company.sent()).toEqual([])
  })

  test('cancelled after planning: nobody gets it, and the reason says so', async () => {
    const company = await atWork()
    await company.until(BEFORE_NINE)
    await company.pause('tenth-of-march', 'cancelled')
    await company.until(OVER)
    expect(Object.values(await company.results(OCCURRENCE))).toEqual(['skipped campaign-cancelled', 'skipped campaign-cancelled'])
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', mismatch: false })
  })

  test('cancelled before: no occurrence is opened', async () => {
    const company = await atWork()
    await company.pause('tenth-of-march', 'cancelled')
    await company.until(OVER)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toBeUndefined()
  })

  test('pausing works in the middle of a batch', async () => {
    const company = await atWork({ customers: people(...Array.from({ length: 250 }, (_, n) => `c-${n}`)) })
    await company.until(BEFORE_NINE)
    const { mailer } = company.stores
    let mails = 0
    company.replace({
      mailer: {
        ...mailer,
        send: async (mail) => {
          if (++mails === 50) await company.pause('tenth-of-march', 'paused')
          return mailer.send(mail)
        },
      },
    })
    await company.until(NINE)
    expect(company.sent()).toHaveLength(100)
    await company.pause('tenth-of-march', 'active')
    await company.until(OVER)
    expect(new Set(company.sent()).size).toBe(250)
    expect(company.sent()).toHaveLength(250)
  })
})

describe('two campaigns and one customer', () => {
  test('the weaker greeting of the day gives way and says to which', async () => {
    const strong = aCampaign({ id: 'womens-day', limits: { priority: 70 } })
    const company = await atWork({ campaigns: [aCampaign(), strong] })
    await company.until(OVER)
    expect(company.sent().toSorted()).toEqual(['c-001 womens-day', 'c-002 womens-day'])
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({ 'c-001': { reason: 'outranked', detail: 'womens-day' } })
  })

  test('a stronger campaign that was accepted after the last plan still wins', async () => {
    const company = await atWork()
    await company.until(BEFORE_NINE)
    await company.accept([aCampaign({ id: 'womens-day', limits: { priority: 70 }, window: { from: '10:00', to: '12:00' } })])
    await company.until(OVER)
    expect(company.sent().toSorted()).toEqual(['c-001 womens-day', 'c-002 womens-day'])
  })

  test('a campaign that was cancelled outranks nobody', async () => {
    const strong = aCampaign({ id: 'womens-day', limits: { priority: 70 } })
    const company = await atWork({ campaigns: [aCampaign(), strong] })
    await company.until('2027-03-09T12:00:00.000Z')
    expect((await company.results(OCCURRENCE))['c-001']).toBe('skipped outranked')
    await company.pause('womens-day', 'cancelled')
    await company.until(OVER)
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-002 tenth-of-march'])
  })

  const survey = aCampaign({ id: 'survey', contentClass: 'survey' })
  const oneADay = theCompanyRules({ company: { frequencyCaps: [{ max: 1, hours: 24 }] } })

  test('that race for one ledger: one claims, the other loses, looks again and is capped', async () => {
    const company = await atWork({ campaigns: [aCampaign(), survey], companyRules: oneADay, customers: people('c-001') })
    await company.until(BEFORE_NINE)
    const orders = []
    for (const occurrenceId of [OCCURRENCE, 'survey_2027-03-10']) {
      for (const { batchId } of await company.stores.occurrences.batches(occurrenceId)) orders.push({ occurrenceId, batchId })
    }
    let lost = 0
    const { ledgers } = company.stores
    const claim: typeof ledgers.claim = async (ledger) => {
      const written = await ledgers.claim(ledger)
      if (written === 'lost') lost++
      return written
    }
    await Promise.all(orders.map((order) => sendBatch({ ...company.stores, ledgers: { ...ledgers, claim } }, order, () => NINE)))
    expect(lost).toBe(1)
    expect(company.sent()).toHaveLength(1)
    const results = [(await company.results(OCCURRENCE))['c-001'], (await company.results('survey_2027-03-10'))['c-001']]
    expect(results.toSorted()).toEqual(['sent', 'skipped frequency-cap'])
  })

  test('a lost claim that leaves room is tried again and sent', async () => {
    const company = await atWork({ campaigns: [aCampaign(), survey], customers: people('c-001') })
    await company.until(NINE)
    expect(company.sent().toSorted()).toEqual(['c-001 survey', 'c-001 tenth-of-march'])
  })

  test('caps are counted up to the day it goes out: after a blackout the customer may be free', async () => {
    const company = await atWork({
      campaigns: [aCampaign({ graceDays: 1 })],
      companyRules: theCompanyRules({
        company: {
          frequencyCaps: [{ max: 1, hours: 24 }],
          blackouts: [{ from: '2027-03-10', to: '2027-03-10', because: 'mourning' }],
        },
      }),
      customers: people('c-001'),
    })
    await company.stores.ledgers.claim(aLedger([aContact({ at: '2027-03-09T03:00:00.000Z' })]))
    await company.until('2027-03-09T12:00:00.000Z')
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'planned' })
    await company.until(OVER)
    expect(company.stores.mailer.mails).toHaveLength(1)
  })

  test('the reason says when the customer is free again', async () => {
    const company = await atWork({
      campaigns: [survey, aCampaign({ window: { from: '10:00', to: '12:00' } })],
      companyRules: oneADay,
      customers: people('c-001'),
    })
    await company.until(OVER)
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-001': { reason: 'frequency-cap', detail: '1 per 24 h', freeAt: '2027-03-11T02:00:00.000Z' },
    })
  })
})

describe('the provider’s later word', () => {
  const next = aCampaign({ id: 'next', occasion: { kind: 'fixed', month: 3, day: 20 } })
  const offer = aCampaign({ id: 'offer', contentClass: 'advertising', occasion: { kind: 'fixed', month: 3, day: 25 } })
  const report = (
    company: Company,
    state: 'bounced' | 'complained' | 'delivered',
    trouble: 'hard-bounce' | 'complaint' | null,
  ) => ({
    campaignId: 'tenth-of-march',
    occurrenceId: OCCURRENCE,
    customerId: 'c-001',
    channel: 'email',
    providerId: 'mail-1',
    sentAt: NINE,
    delivery: { state, at: company.clock(), detail: '' },
    trouble,
    address: 'c-001@example.com',
  })

  test('a hard bounce suppresses the address, and the next touch is skipped', async () => {
    const company = await atWork({ campaigns: [aCampaign(), next] })
    await company.until('2027-03-10T02:05:00.000Z')
    await recordDelivery(company.stores, report(company, 'bounced', 'hard-bounce'))
    await company.until('2027-03-22T00:00:00.000Z')
    expect(await company.outcomes('next_2027-03-20')).toMatchObject({
      'c-001': { state: 'skipped', reason: 'suppressed', detail: 'hard-bounce' },
      'c-002': { state: 'sent' },
    })
    expect(await company.stores.touches.ofCustomer('c-001')).toMatchObject([{ result: 'sent', delivery: { state: 'bounced' } }])
  })

  test('a complaint withdraws every purpose, also for another address of the same customer', async () => {
    const company = await atWork({ campaigns: [aCampaign(), next, offer] })
    await company.consent('c-001', GRANTED)
    await company.until('2027-03-10T02:05:00.000Z')
    await recordDelivery(company.stores, report(company, 'complained', 'complaint'))
    await recordDelivery(company.stores, report(company, 'complained', 'complaint'))
    await company.stores.customers.put([aCustomer({ email: 'other@example.com' })])
    await company.until('2027-03-27T00:00:00.000Z')
    expect((await company.results('next_2027-03-20'))['c-001']).toBe('skipped opted-out')
    expect((await company.results('offer_2027-03-25'))['c-001']).toBe('skipped opted-out')
    expect(await company.stores.consents.ofCustomer('c-001')).toHaveLength(3)
  })

  test('a delivery that comes before its sender has written the touch is not lost', async () => {
    const company = await atWork({ customers: people('c-001') })
    await company.until(BEFORE_NINE)
    const { mailer } = company.stores
    company.replace({
      mailer: {
        ...mailer,
        send: async (mail) => {
          const answer = await mailer.send(mail)
          await recordDelivery(company.stores, report(company, 'delivered', null))
          return answer
        },
      },
    })
    await company.until(NINE)
    expect(await company.stores.touches.ofCustomer('c-001')).toMatchObject([
      { result: 'sent', occasionKey: 'tenth-of-march:2027-03-10', delivery: { state: 'delivered' } },
    ])
  })

  test('an event that met its sender in the same moment leaves the sender’s touch, which says more', async () => {
    const company = await atWork({ customers: people('c-001') })
    await company.until('2027-03-10T02:05:00.000Z')
    const { touches } = company.stores
    const [before] = await touches.ofCustomer('c-001')
    // It looked before the touch was there.
    const ports = { ...company.stores, touches: { ...touches, resultOf: async () => undefined } }
    await recordDelivery(ports, { ...report(company, 'delivered', null), providerId: 'other' })
    expect(await touches.ofCustomer('c-001')).toMatchObject([
      {
        occasionKey: 'tenth-of-march:2027-03-10',
        legs: before!.legs,
        reason: null,
        delivery: { state: 'delivered' },
      },
    ])
  })

  test('the event of a touch that is known changes nothing else about it', async () => {
    const company = await atWork({ customers: people('c-001') })
    await company.until('2027-03-10T02:05:00.000Z')
    const [before] = await company.stores.touches.ofCustomer('c-001')
    await recordDelivery(company.stores, { ...report(company, 'delivered', null), sentAt: BEFORE_NINE, providerId: 'other' })
    expect(await company.stores.touches.ofCustomer('c-001')).toEqual([
      { ...before, delivery: { state: 'delivered', at: '2027-03-10T02:05:00.000Z', detail: '' } },
    ])
  })

  test('an event that names a campaign nobody knows is a broken promise', async () => {
    const company = await atWork()
    const strange = { ...report(company, 'delivered', null), campaignId: 'unheard-of', occurrenceId: 'unheard-of_2027-03-10' }
    await expect(recordDelivery(company.stores, strange)).rejects.toThrow('unheard-of, which is not stored')
  })
})

test('an advertising touch goes only to those who said yes', async () => {
  const offer = aCampaign({ contentClass: 'advertising' })
  const company = await atWork({ campaigns: [offer], companyRules: theCompanyRules({ policies: [aPolicy()] }) })
  await company.consent('c-002', GRANTED)
  await company.until(OVER)
  expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'skipped consent-missing', 'c-002': 'sent' })
})
