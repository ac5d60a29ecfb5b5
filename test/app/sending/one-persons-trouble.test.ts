import { describe, expect, test } from 'vitest'
import { singleLeg } from '#core/planning/touch.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { aCampaign, aCustomer, aPolicy, theCompanyRules } from '#test/support/builders.ts'
import { type CompanyPorts, runningCompany } from '#test/support/running-company.ts'
import { sendBatch } from '#test/support/sending.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const FIRST_LOOK = '2027-03-08T00:00:00.000Z'
const BEFORE_NINE = '2027-03-10T01:59:00.000Z'
const NINE = '2027-03-10T02:00:00.000Z'
const TWO_PAST_NINE = '2027-03-10T02:02:00.000Z'
const OVER = '2027-03-12T00:00:00.000Z'

const people = (...ids: string[]) => ids.map((customerId) => aCustomer({ customerId }))
const atWork = (overrides: Partial<Parameters<typeof runningCompany>[0]> = {}) =>
  runningCompany({ now: FIRST_LOOK, campaigns: [aCampaign()], customers: people('c-001', 'c-002'), ...overrides })
type Company = Awaited<ReturnType<typeof atWork>>

const brokenOf = (company: Company) => company.said.filter(({ name }) => name === 'touch.broken').map(({ values }) => values)
const ledgerOf = async (company: Company, customerId = 'c-001') => (await company.stores.ledgers.getMany([customerId]))[0]!

/** Ledgers that do what they are asked for one person, and then fail to say so. */
function deafLedgers({ ledgers }: CompanyPorts, customerId = 'c-001'): CompanyPorts['ledgers'] {
  return {
    ...ledgers,
    claim: async (ledger) => {
      const written = await ledgers.claim(ledger)
      if (ledger.customerId === customerId) throw new Error('no answer')
      return written
    },
  }
}

/** The pack of France begins after the date. */
const [period] = aPolicy().periods
const companyRules = theCompanyRules({
  policies: [aPolicy(), aPolicy({ country: 'FR', periods: [{ ...period!, validFrom: '2028-01-01' }] })],
})

describe('a country whose law nobody wrote down for the date', () => {
  const customers = [aCustomer({ country: 'FR' }), aCustomer({ customerId: 'c-002' })]

  test('stops its own customers, at planning, and raises the alarm', async () => {
    const company = await atWork({ customers, companyRules })
    await company.until('2027-03-09T12:00:00.000Z')
    expect(await company.outcomes(OCCURRENCE)).toEqual({
      'c-001': { state: 'skipped', reason: 'policy-missing', country: 'FR' },
      'c-002': { state: 'planned' },
    })
    expect(company.said).toContainEqual({
      name: 'policy.missing',
      alarm: true,
      values: { occurrenceId: OCCURRENCE, contentClass: 'care', country: 'FR' },
    })
    await company.until(OVER)
    expect(company.sent()).toEqual(['c-002 tenth-of-march'])
    expect(company.failures).toEqual([])
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
      mismatch: false,
      balance: { audience: 2, sent: 1, skippedBy: { 'policy-missing': 1 } },
    })
  })

  test('stops them at sending as well, when the customer has moved since', async () => {
    const company = await atWork({ companyRules })
    await company.until(BEFORE_NINE)
    await company.stores.customers.put([aCustomer({ country: 'FR' })])
    await company.until(OVER)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'skipped policy-missing', 'c-002': 'sent' })
    expect(company.alarmsRaised()).toEqual(['policy.missing'])
  })

  test('stops everybody when it is the company’s own', async () => {
    const ended = aPolicy({ periods: [{ ...period!, validTo: '2027-03-09' }] })
    const company = await atWork({ companyRules: theCompanyRules({ policies: [ended] }) })
    await company.until(OVER)
    expect(Object.values(await company.results(OCCURRENCE))).toEqual(['skipped policy-missing', 'skipped policy-missing'])
  })
})

describe('one person’s trouble', () => {
  const breakLetters = (company: Company, broken: () => boolean) => {
    const { letters } = company.stores
    const write: typeof letters.write = (order) => {
      if (order.customer.customerId === 'c-001' && broken()) throw new TypeError('a template that stumbles')
      return letters.write(order)
    }
    company.replace({ letters: { ...letters, write } })
  }

  test('leaves the neighbours alone, raises an alarm, and is tried again every two minutes until it is over', async () => {
    const company = await atWork()
    let mended = false
    breakLetters(company, () => !mended)
    await company.until(NINE)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'planned', 'c-002': 'sent' })
    expect(brokenOf(company)).toEqual([{ occurrenceId: OCCURRENCE, customerId: 'c-001', error: 'TypeError' }])
    expect((await company.stores.occurrences.batches(OCCURRENCE))[0]).toMatchObject({ state: 'planned', dueAt: TWO_PAST_NINE })
    await company.until('2027-03-10T02:09:59.000Z')
    expect(brokenOf(company)).toHaveLength(5)
    mended = true
    await company.until('2027-03-10T02:10:00.000Z')
    expect(company.sent()).toEqual(['c-002 tenth-of-march', 'c-001 tenth-of-march'])
    expect(company.failures).toEqual([])
  })

  test('that is never over ends with the window, and nobody is late', async () => {
    const company = await atWork()
    breakLetters(company, () => true)
    await company.until(OVER)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'skipped window-passed', 'c-002': 'sent' })
    expect(await ledgerOf(company)).toMatchObject({ version: 0, contacts: [] })
  })

  test('of someone who was claimed ends as unknown, is never written to blindly, and the provider’s silence is told', async () => {
    const company = await atWork()
    company.replace({ ledgers: deafLedgers(company.stores) })
    await company.until(NINE)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'planned', 'c-002': 'sent' })
    company.replace({})
    await company.until(OVER)
    expect(company.sent()).toEqual(['c-002 tenth-of-march'])
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({ 'c-001': { state: 'unknown', since: NINE } })
    expect(company.said.filter(({ name }) => name === 'touch.unknown')).toHaveLength(1)
  })

  test('of someone who was claimed and has a touch ends as the touch says', async () => {
    const company = await atWork()
    const { mailer } = company.stores
    company.replace({
      mailer: {
        ...mailer,
        send: async (mail) => {
          const answer = await mailer.send(mail)
          if (mail.customerId !== 'c-001') return answer
          const { customerId, campaignId, occurrenceId } = mail
          const outcome = {
            result: 'sent',
            at: NINE,
            dispatchId: 'mail-7',
            perThousand: null,
            reason: null,
            voucherCode: null,
          } as const
          const what = { occasionKey: '', channel: 'email', contentClass: 'care', delivery: null } as const
          await company.stores.touches.add(singleLeg({ customerId, campaignId, occurrenceId, ...what, ...outcome }))
          throw new Error('the answer was lost')
        },
      },
    })
    await company.until(OVER)
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({ 'c-001': { state: 'sent', providerId: 'mail-7' } })
    expect(company.sent()).toHaveLength(2)
  })

  test.each<[string, (company: Company) => Promise<unknown>]>([
    [
      'is deleted',
      async (company) => {
        company.replace({ customers: { ...company.stores.customers, getMany: async () => [] } })
      },
    ],
    ['moves to a country whose law is missing', (company) => company.stores.customers.put([aCustomer({ country: 'FR' })])],
    ['opts out', (company) => company.consent('c-001', { 'care/email': { decision: 'withdrawn', at: NINE } })],
    ['sees the campaign paused', (company) => company.pause('tenth-of-march', 'paused')],
    ['sees the campaign cancelled', (company) => company.pause('tenth-of-march', 'cancelled')],
  ])('who may have been written to and then %s is unknown, not skipped', async (_, change) => {
    const company = await atWork({ companyRules })
    const { mailer } = company.stores
    company.replace({
      mailer: {
        ...mailer,
        send: async (mail) => {
          const answer = await mailer.send(mail)
          if (mail.customerId === 'c-001') throw new Error('the answer was lost')
          return answer
        },
      },
    })
    await company.until(NINE)
    company.replace({})
    await change(company)
    await company.until(OVER)
    expect((await company.results(OCCURRENCE))['c-001']).toBe('unknown')
    expect(company.sent()).toHaveLength(2)
  })
})

describe('a claim', () => {
  test('whose write won and whose answer said "lost" is ours: sent once, and remembered once', async () => {
    const company = await atWork()
    const { ledgers } = company.stores
    let told = 0
    company.replace({
      ledgers: {
        ...ledgers,
        claim: async (ledger) => {
          const written = await ledgers.claim(ledger)
          if (ledger.customerId !== 'c-001' || told > 0) return written
          told++
          return 'lost'
        },
      },
    })
    await company.until(OVER)
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-002 tenth-of-march'])
    expect((await ledgerOf(company)).contacts).toMatchObject([{ occurrenceId: OCCURRENCE, at: NINE }])
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'sent', 'c-002': 'sent' })
  })

  test('of an earlier moment is not ours', async () => {
    const company = await atWork({ customers: people('c-001') })
    const { ledgers } = company.stores
    company.replace({
      ledgers: {
        ...ledgers,
        claim: async (ledger) => {
          // Somebody claimed for this occurrence a moment before: we lose, and must not take theirs for ours.
          const [mine] = ledger.contacts
          await ledgers.claim({ ...ledger, contacts: [{ ...mine!, at: BEFORE_NINE }] })
          return ledgers.claim(ledger)
        },
      },
    })
    await company.until(NINE)
    expect(company.sent()).toEqual([])
    // Whoever claimed may have written: nobody knows, and nobody says "skipped".
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'unknown' })
  })

  test('is given back when the letter can no longer be written', async () => {
    const gift = { kind: 'voucher' as const, value: { amount: 1_000, currency: 'VND' }, validDays: 30 }
    const company = await atWork({ campaigns: [aCampaign({ gift })], customers: people('c-001') })
    const { letters, vouchers } = company.stores
    company.replace({
      // Issued on an earlier day: the letter must be written again, and now it cannot.
      vouchers: { ...vouchers, issue: async (voucher) => ({ ...voucher, validTo: '2027-01-31' }) },
      letters: {
        write: (order) => (order.voucher?.validTo === '2027-01-31' ? { problem: 'no word for January' } : letters.write(order)),
      },
    })
    await company.until(OVER)
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({ 'c-001': { state: 'failed', reason: 'no word for January' } })
    expect((await ledgerOf(company)).contacts).toEqual([])
  })

  test('is given back when the voucher cannot be issued, and the next try sends', async () => {
    const gift = { kind: 'voucher' as const, value: { amount: 1_000, currency: 'VND' }, validDays: 30 }
    const company = await atWork({ campaigns: [aCampaign({ gift })], customers: people('c-001') })
    const { vouchers } = company.stores
    let failed = 0
    const issue: typeof vouchers.issue = async (voucher) => {
      if (failed++ === 0) throw new Error('throttled')
      return vouchers.issue(voucher)
    }
    company.replace({ vouchers: { ...vouchers, issue } })
    await company.until(NINE)
    expect((await ledgerOf(company)).contacts).toEqual([])
    await company.until(TWO_PAST_NINE)
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
  })
})

describe('what the provider took stays sent', () => {
  test('also when the touch cannot be written; its first event writes it', async () => {
    const company = await atWork()
    const { touches } = company.stores
    const record = async () => {
      throw new Error('no table')
    }
    company.replace({ touches: { ...touches, record } })
    await company.until(OVER)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'sent', 'c-002': 'sent' })
    expect(company.sent()).toHaveLength(2)
    expect(brokenOf(company)).toHaveLength(2)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false, balance: { sent: 2 } })
    expect(await touches.ofCustomer('c-001')).toEqual([])
  })
})

describe('a busy provider', () => {
  const answers = (company: Company, busy: 'throttled' | 'transient', times: number) =>
    company.stores.mailer.answer('c-001@example.com', ...Array.from({ length: times }, () => ({ busy, detail: '' })))

  /** How often a place was taken, the sender slowed down, and the provider asked. */
  function counted(company: Company, pace: Partial<CompanyPorts['pace']> = {}) {
    const counts = { taken: 0, slowed: 0, asked: 0 }
    const { mailer } = company.stores
    company.replace({
      pace: {
        take: async () => {
          counts.taken++
          await pace.take?.()
        },
        throttled: () => {
          counts.slowed++
        },
      },
      mailer: {
        ...mailer,
        send: (mail) => {
          counts.asked++
          return mailer.send(mail)
        },
      },
    })
    return counts
  }

  test.each([
    ['throttled', 1, { taken: 2, slowed: 1, asked: 2 }, 'sent'],
    ['throttled', 3, { taken: 4, slowed: 3, asked: 4 }, 'sent'],
    ['throttled', 4, { taken: 4, slowed: 4, asked: 4 }, 'deferred provider-busy'],
    ['transient', 3, { taken: 4, slowed: 0, asked: 4 }, 'sent'],
    ['transient', 4, { taken: 4, slowed: 0, asked: 4 }, 'deferred provider-busy'],
  ] as const)('%s %i times: %j, and the person is %s', async (busy, times, expected, result) => {
    const company = await atWork({ customers: people('c-001') })
    answers(company, busy, times)
    const counts = counted(company)
    await company.until(NINE)
    expect(counts).toEqual(expected)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': result })
    expect((await ledgerOf(company)).contacts).toHaveLength(result === 'sent' ? 1 : 0)
    await company.until(TWO_PAST_NINE)
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
  })

  test('nobody is claimed before there is a place, and who gets none waits for the sender', async () => {
    const company = await atWork({ customers: people('c-001') })
    let reached = false
    const counts = counted(company, {
      take: async () => {
        expect((await ledgerOf(company)).contacts).toEqual([])
        if (!reached) throw new Error('the counter cannot be reached')
      },
    })
    await company.until(NINE)
    expect(counts).toEqual({ taken: 1, slowed: 0, asked: 0 })
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'deferred sender-stopped' })
    expect(await ledgerOf(company)).toMatchObject({ version: 0 })
    reached = true
    await company.until(TWO_PAST_NINE)
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
  })

  test('when places can no longer be counted between two tries, the claim is given back: the mail was surely not taken', async () => {
    const company = await atWork({ customers: people('c-001') })
    answers(company, 'throttled', 1)
    let takes = 0
    counted(company, {
      take: async () => {
        if (++takes === 2) throw new Error('the counter cannot be reached')
      },
    })
    await company.until(NINE)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'deferred provider-busy' })
    expect((await ledgerOf(company)).contacts).toEqual([])
    await company.until(OVER)
    expect(company.sent()).toEqual(['c-001 tenth-of-march'])
  })

  test('the law holds for whoever waited too long for a place: nobody is written to after the window has closed', async () => {
    const company = await atWork({ customers: people('c-001') })
    await company.until(BEFORE_NINE)
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    const order = { occurrenceId: OCCURRENCE, batchId: batch!.batchId }
    let now: Instant = '2027-03-10T03:59:30.000Z'
    const take = async () => {
      now = '2027-03-10T04:00:00.000Z'
    }
    const ports = { ...company.stores, pace: { take, throttled: () => undefined } }
    expect(await sendBatch(ports, order, () => now)).toBe('done')
    expect(company.sent()).toEqual([])
    expect((await ledgerOf(company)).contacts).toEqual([])
    now = plusMs(now, 2 * MINUTE_MS)
    await sendBatch(ports, order, () => now)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'skipped window-passed' })
  })
})

describe('a sender whose time is up', () => {
  const ids = Array.from({ length: 250 }, (_, n) => `c-${n}`)

  test.each([
    ['at once', 0, 0],
    ['after a page', 1, 100],
    ['after two', 2, 200],
    ['never', 3, 250],
  ])('%s leaves the others as planned, to be sent two minutes later', async (_, pages, sent) => {
    const company = await atWork({ customers: people(...ids) })
    await company.until(BEFORE_NINE)
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    let asked = 0
    const hasTime = () => asked++ < pages
    const order = { occurrenceId: OCCURRENCE, batchId: batch!.batchId }
    expect(await sendBatch(company.stores, order, () => NINE, hasTime)).toBe('done')
    expect(company.sent()).toHaveLength(sent)
    expect(await company.stores.occurrences.batch(OCCURRENCE, batch!.batchId)).toMatchObject(
      sent === 250 ? { state: 'done' } : { state: 'planned', dueAt: TWO_PAST_NINE },
    )
    await company.until(TWO_PAST_NINE)
    expect(company.sent()).toHaveLength(250)
    expect(new Set(company.sent()).size).toBe(250)
  })

  test('sets no alarm for the past for someone who was put off until now', async () => {
    const company = await atWork({ customers: people('c-001') })
    company.stores.mailer.answer('c-001@example.com', { stopped: 'sending-paused', detail: '' })
    await company.until(NINE)
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    expect(batch?.dueAt).toBe(TWO_PAST_NINE)
    const later = '2027-03-10T02:05:00.000Z'
    await sendBatch(
      company.stores,
      { occurrenceId: OCCURRENCE, batchId: batch!.batchId },
      () => later,
      () => false,
    )
    expect((await company.stores.occurrences.batches(OCCURRENCE))[0]?.dueAt).toBe('2027-03-10T02:07:00.000Z')
    expect(company.stores.alarms.nextDue()).toBe('2027-03-10T02:07:00.000Z')
  })
})
