import { describe, expect, test } from 'vitest'
import { resend } from '#app/operating/resend.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import { recordDelivery } from '#app/sending/record-delivery.ts'
import { HOUR_MS, plusMs } from '#core/time/instant.ts'
import { failingPorts } from '#test/support/failing-ports.ts'
import { sendBatch } from '#test/support/sending.ts'
import {
  breaksOff,
  CLOSED,
  companyWithUnknown,
  everyFault,
  HALF_PAST_NINE,
  LATER,
  mailsToHer,
  NINE,
  NO_ANSWER,
  OCCURRENCE,
  REFUSED,
  type UnknownCompany,
  word,
} from '#test/support/unknown-mail.ts'

const SECOND_MORNING = '2027-03-12T02:00:00.000Z'
const meta = (company: UnknownCompany) => company.stores.occurrences.get(OCCURRENCE)
const decisions = (company: UnknownCompany) => company.stores.occurrences.decisions(OCCURRENCE)
const hers = async (company: UnknownCompany) => (await company.outcomes(OCCURRENCE))['c-001']
const claims = async (company: UnknownCompany) => (await company.stores.ledgers.getMany(['c-001']))[0]?.contacts ?? []

/** The provider's own word on the first mail, at last. */
const firstOneTaken = (company: UnknownCompany) =>
  recordDelivery(company.stores, {
    campaignId: 'tenth-of-march',
    occurrenceId: OCCURRENCE,
    customerId: 'c-001',
    channel: 'email',
    providerId: 'the-first-mail',
    sentAt: NINE,
    delivery: { state: 'accepted' },
    trouble: null,
    address: 'c-001@example.com',
  })

describe('sending once more', () => {
  test('while the hours last: the next minute, one mail and no other, with who and why', async () => {
    const company = await companyWithUnknown()
    expect(await resend(company.stores, word())).toEqual({ resent: '2027-03-10T02:31:00.000Z' })
    expect(await hers(company)).toEqual({ state: 'deferred', until: HALF_PAST_NINE, because: 'resend' })
    expect(await decisions(company)).toEqual([{ ...word(), decision: 'resend' }])
    await company.until('2027-03-10T02:32:00.000Z')
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'sent', 'c-002': 'sent' })
    await company.until(LATER)
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-001 tenth-of-march', 'c-002 tenth-of-march'])
    expect(await claims(company)).toHaveLength(1)
    expect(await meta(company)).toMatchObject({ state: 'closed', mismatch: false, balance: { sent: 2, unknown: 0 } })
  })

  test('although a look had found nobody waiting, and although its alarm is lost', async () => {
    const company = await companyWithUnknown({ until: '2027-03-10T04:30:00.000Z' })
    expect(await meta(company)).toMatchObject({ state: 'open', quietSince: '2027-03-10T03:00:00.000Z' })
    company.replace({ alarms: { ...company.stores.alarms, set: async () => undefined } })
    await resend(company.stores, word({ at: company.clock() }))
    expect(await meta(company)).toMatchObject({ resent: true })
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(2)
    expect(await hers(company)).toMatchObject({ state: 'sent' })
  })

  test('of a closed occurrence: it is opened, waits for the hours of the next day, and closes with a new balance', async () => {
    const company = await companyWithUnknown({ until: '2027-03-12T05:00:00.000Z' })
    expect(await meta(company)).toMatchObject({ state: 'closed', balance: { unknown: 1 } })
    await resend(company.stores, word({ at: company.clock() }))
    expect(await meta(company)).toMatchObject({ state: 'open', balance: null, closesAt: '2027-03-13T05:00:00.000Z' })
    await company.until('2027-03-13T01:59:00.000Z')
    expect(await hers(company)).toEqual({ state: 'deferred', until: '2027-03-13T02:00:00.000Z', because: 'resend' })
    expect(mailsToHer(company)).toBe(1)
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(2)
    expect(await hers(company)).toMatchObject({ state: 'sent', at: '2027-03-13T02:00:00.000Z' })
    expect(await meta(company)).toMatchObject({ state: 'closed', mismatch: false, balance: { sent: 2, unknown: 0 } })
  })

  test('is put off by a busy provider without being dropped', async () => {
    const company = await companyWithUnknown({ until: CLOSED })
    await resend(company.stores, word({ at: CLOSED }))
    const busy = { busy: 'throttled' as const, detail: '' }
    company.stores.mailer.answer('c-001@example.com', ...Array.from({ length: 300 }, () => busy))
    await company.until('2027-03-18T00:00:00.000Z')
    expect(await hers(company)).toMatchObject({ state: 'sent' })
    expect(await meta(company)).toMatchObject({ state: 'closed', mismatch: false, balance: { sent: 2 } })
  })

  test('a paused campaign lets it wait, and resuming lets it go', async () => {
    const company = await companyWithUnknown()
    await resend(company.stores, word())
    await company.pause('tenth-of-march', 'paused')
    await company.until(SECOND_MORNING)
    expect(await hers(company)).toMatchObject({ state: 'deferred', because: 'resend' })
    await company.pause('tenth-of-march', 'active')
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(2)
    expect(await meta(company)).toMatchObject({ state: 'closed', mismatch: false, balance: { sent: 2 } })
  })

  test('no answer again: unknown again, and nothing more without another decision', async () => {
    const company = await companyWithUnknown()
    company.stores.mailer.answer('c-001@example.com', NO_ANSWER)
    await resend(company.stores, word())
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(2)
    expect(await hers(company)).toMatchObject({ state: 'unknown', since: '2027-03-10T02:31:00.000Z' })
  })

  test('a sender that dies with it leaves an unknown, not a third mail', async () => {
    const company = await companyWithUnknown()
    await resend(company.stores, word())
    const record = async () => {
      throw new Error('the sender died')
    }
    const { occurrences } = company.stores
    let puts = 0
    const putBatch: typeof occurrences.putBatch = async (batch) => {
      if (++puts === 2) throw new Error('the sender died')
      return occurrences.putBatch(batch)
    }
    company.replace({ touches: { ...company.stores.touches, record }, occurrences: { ...occurrences, putBatch } })
    await company.until('2027-03-10T02:32:00.000Z')
    company.replace({})
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(2)
    expect(await hers(company)).toMatchObject({
      state: 'unknown',
      evidence: expect.stringContaining('claimed at 2027-03-10T02:31'),
    })
  })

  test('a failed one goes out again, and its old failure is not taken for the new mail', async () => {
    const company = await companyWithUnknown({ answer: REFUSED })
    expect(await company.results(OCCURRENCE)).toMatchObject({ 'c-001': 'failed' })
    company.stores.mailer.answer('c-001@example.com', NO_ANSWER)
    await resend(company.stores, word())
    expect(await company.stores.touches.ofCustomer('c-001')).toEqual([])
    await company.until(LATER)
    expect(await hers(company)).toMatchObject({ state: 'unknown' })
  })

  test('after “settled as not sent” it can still go out', async () => {
    const company = await companyWithUnknown()
    await settleUnknown(company.stores, { ...word(), as: 'not-sent' })
    await resend(company.stores, word({ at: plusMs(HALF_PAST_NINE, 1) }))
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(2)
    expect((await decisions(company)).map(({ decision }) => decision)).toEqual(['settled-not-sent', 'resend'])
    expect(await meta(company)).toMatchObject({ mismatch: false, balance: { sent: 2, failed: 0 } })
  })

  test('asked for twice it goes out once', async () => {
    const company = await companyWithUnknown()
    const twice = await Promise.all([resend(company.stores, word()), resend(company.stores, word({ by: 'Minh' }))])
    expect(twice.filter((each) => 'resent' in each).length).toBeGreaterThan(0)
    expect(await resend(company.stores, word({ at: plusMs(HALF_PAST_NINE, 1_000) }))).toEqual({
      resent: '2027-03-10T02:31:00.000Z',
    })
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(2)
  })

  test('never takes back a claim that a sender has made since', async () => {
    const company = await companyWithUnknown()
    await resend(company.stores, word())
    await company.until('2027-03-10T02:40:00.000Z')
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    // As somebody saw it who has slept since before the first decision.
    const stale = { state: 'unknown' as const, since: NINE, evidence: 'timeout after 10 s' }
    const occurrences = {
      ...company.stores.occurrences,
      batches: async () => [
        { ...batch!, recipients: batch!.recipients.map((each) => ({ ...each, outcome: stale })), version: 0 },
      ],
    }
    const touches = { ...company.stores.touches, getMany: async () => [] }
    expect(await resend({ ...company.stores, occurrences, touches }, word())).toEqual({ refused: 'contended' })
    expect(await claims(company)).toMatchObject([{ at: '2027-03-10T02:31:00.000Z' }])
  })
})

test.each([
  ['the decision is logged', 'occurrences', 'decide'],
  ['the old failure is read', 'touches', 'getMany'],
  ['the old failure is taken away', 'touches', 'removeFailed'],
  ['the claim is given back', 'ledgers', 'getMany'],
  ['the row is changed', 'occurrences', 'putBatch'],
] as const)(
  'one that stalls before %s leaves the failure of the second mail, which another sent meanwhile',
  async (_, port, method) => {
    const company = await companyWithUnknown({ answer: REFUSED })
    const { stores } = company
    let isStalled = false
    const stalling = new Proxy(stores[port], {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name)
        if (name !== method || typeof member !== 'function') return member
        return async (...given: unknown[]) => {
          const isCarriedOut = JSON.stringify(await stores.occurrences.batches(OCCURRENCE)).includes('"decided"')
          if (isCarriedOut && !isStalled) {
            isStalled = true
            await resend(stores, word({ by: 'Minh', at: plusMs(HALF_PAST_NINE, 1) }))
            stores.mailer.answer('c-001@example.com', { refused: 'the second mail' })
            await company.until('2027-03-10T02:40:00.000Z')
          }
          return Reflect.apply(member, target, given)
        }
      },
    })
    await resend({ ...stores, [port]: stalling }, word())
    expect(isStalled).toBe(true)
    expect(await stores.touches.ofCustomer('c-001')).toMatchObject([{ result: 'failed', reason: 'the second mail' }])
    await company.until(LATER)
    expect(await hers(company)).toMatchObject({ state: 'failed', reason: 'the second mail' })
    expect(await meta(company)).toMatchObject({ state: 'closed', mismatch: false, balance: { sent: 1, failed: 1 } })
  },
)

describe('the provider’s word on the first mail', () => {
  test('before the decision: refused, and nothing is logged', async () => {
    const company = await companyWithUnknown()
    await firstOneTaken(company)
    expect(await resend(company.stores, word())).toEqual({ refused: 'provider-took-it', at: NINE })
    expect(await decisions(company)).toEqual([])
    expect(await claims(company)).toHaveLength(1)
  })

  test.each([
    ['within the hours', HALF_PAST_NINE],
    ['outside of them', CLOSED],
  ])(
    'after the decision and before the mail, %s: the first one counts, with its claim, and no second goes out',
    async (_, at) => {
      const company = await companyWithUnknown({ until: at })
      await resend(company.stores, word({ at }))
      await firstOneTaken(company)
      await company.until(LATER)
      expect(mailsToHer(company)).toBe(1)
      expect(await hers(company)).toEqual({ state: 'sent', at: NINE, providerId: 'the-first-mail' })
      expect(await claims(company)).toMatchObject([{ occurrenceId: OCCURRENCE, at: NINE }])
      expect(await meta(company)).toMatchObject({ mismatch: false, balance: { sent: 2, unknown: 0 } })
    },
  )
})

describe('the provider’s word on the first mail, when the second one cannot be made', () => {
  const breaksWith = (company: UnknownCompany, meanwhile: () => Promise<unknown>) => {
    const { pace } = company.stores
    let told = false
    // Between the last look for the first mail and the refusal of the second, the provider speaks of the first.
    company.replace({
      pace: {
        ...pace,
        take: async () => {
          if (!told) await meanwhile()
          told = true
        },
      },
    })
    company.stores.mailer.answer('c-001@example.com', REFUSED)
  }

  test('a moment before: the failure does not replace the first one, which counts with its claim', async () => {
    const company = await companyWithUnknown()
    await resend(company.stores, word())
    breaksWith(company, () => firstOneTaken(company))
    await company.until(LATER)
    expect(await hers(company)).toEqual({ state: 'sent', at: NINE, providerId: 'the-first-mail' })
    expect(await claims(company)).toMatchObject([
      { occurrenceId: OCCURRENCE, occasionKey: 'tenth-of-march:2027-03-10', at: NINE },
    ])
    expect(await company.stores.touches.ofCustomer('c-001')).toMatchObject([
      { result: 'sent', legs: [{ dispatchId: 'the-first-mail' }] },
    ])
    expect(await meta(company)).toMatchObject({ mismatch: false, balance: { sent: 2, failed: 0 } })
  })

  test('after the failure was written: the first one takes its place, and closing says so', async () => {
    const company = await companyWithUnknown()
    company.stores.mailer.answer('c-001@example.com', REFUSED)
    await resend(company.stores, word())
    await company.until('2027-03-10T02:40:00.000Z')
    expect(await company.stores.touches.ofCustomer('c-001')).toMatchObject([{ result: 'failed', reason: 'MessageRejected' }])
    await firstOneTaken(company)
    expect(await company.stores.touches.ofCustomer('c-001')).toMatchObject([
      { result: 'sent', legs: [{ dispatchId: 'the-first-mail' }] },
    ])
    await company.until(LATER)
    expect(await hers(company)).toEqual({ state: 'sent', at: NINE, providerId: 'the-first-mail' })
    expect(await meta(company)).toMatchObject({ mismatch: false, balance: { sent: 2, failed: 0 } })
  })
})

describe('is refused', () => {
  test.each([
    ['for an occurrence that never was', { occurrenceId: 'tet_2027-02-04' }, { refused: 'no-such-occurrence' }],
    ['for somebody who was not meant', { customerId: 'c-009' }, { refused: 'not-in-occurrence' }],
    ['for somebody who was sent to', { customerId: 'c-002' }, { refused: 'not-unknown', state: 'sent' }],
  ])('%s', async (_, over, refusal) => {
    const company = await companyWithUnknown()
    expect(await resend(company.stores, { ...word(), ...over })).toEqual(refusal)
    expect(await decisions(company)).toEqual([])
  })

  test.each(['paused', 'cancelled'] as const)('while the campaign is %s', async (state) => {
    const company = await companyWithUnknown()
    await company.pause('tenth-of-march', state)
    expect(await resend(company.stores, word())).toEqual({ refused: 'campaign-not-active', state })
    expect(await hers(company)).toMatchObject({ state: 'unknown' })
  })

  test('while the row is being sent', async () => {
    const company = await companyWithUnknown()
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    await company.stores.occurrences.putBatch({ ...batch!, state: 'sending', version: batch!.version + 1 })
    expect(await resend(company.stores, word())).toEqual({ refused: 'being-sent' })
  })

  test.each([
    ['does not carry one more', 200_010, { refused: 'budget-exhausted' }, 0],
    ['does', 300_015, { resent: expect.any(String) }, 1],
  ])('after a failure, when the budget %s', async (_, amount, answer, mails) => {
    const company = await companyWithUnknown({
      until: CLOSED,
      answer: REFUSED,
      customers: ['c-001', 'c-002', 'c-003'],
      campaign: {
        contentClass: 'advertising',
        gift: { kind: 'voucher', value: { amount: 100_000, currency: 'VND' }, validDays: 30 },
        budget: { amount: 300_015, currency: 'VND', period: 'month' },
      },
    })
    const budget = (await company.stores.budgets.ofCampaign('tenth-of-march'))[0]!
    // What others of the month have used.
    const used = { ...budget.settled, other: 300_015 - amount }
    await company.stores.budgets.put({ ...budget, settled: used, version: budget.version + 1 })
    expect(await resend(company.stores, word({ at: CLOSED }))).toEqual(answer)
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(mails)
    const after = (await company.stores.budgets.ofCampaign('tenth-of-march'))[0]!
    expect(after.reserved).toEqual({})
    expect(Object.values(after.settled).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(300_015)
  })
})

test.each([
  ['unknown', NO_ANSWER, HALF_PAST_NINE],
  ['unknown, closed', NO_ANSWER, CLOSED],
  ['failed, closed', REFUSED, CLOSED],
] as const)(
  'may break off anywhere (%s): nobody is lost, nobody is written to without the decision, saying it again finishes it',
  async (_, answer, at) => {
    let places = 0
    // What the provider refused never became a mail.
    const first = answer === REFUSED ? 0 : 1
    for (const fault of everyFault()) {
      const broken: boolean[] = []
      for (const again of [false, true]) {
        const company = await companyWithUnknown({ until: at, answer })
        const brokeOff = await breaksOff(resend(failingPorts(company.stores, [fault]), word({ at })))
        broken.push(brokeOff)
        if (again) await resend(company.stores, word({ at: plusMs(at, 1) }))
        await company.until(plusMs(at, 60 * HOUR_MS))
        const made = await decisions(company)
        expect(mailsToHer(company) - first).toBeLessThanOrEqual(Math.min(1, made.length))
        if (again || !brokeOff) expect(mailsToHer(company)).toBe(first + 1)
        expect(['sent', 'unknown', 'failed']).toContain((await hers(company))?.state)
        expect(await meta(company)).toMatchObject({
          state: 'closed',
          mismatch: false,
          balance: { audience: 2, deferred: 0, skipped: 0 },
        })
      }
      if (!broken[0]) break
      places++
    }
    expect(places).toBeGreaterThan(15)
  },
)

test('an order that comes too early leaves the row alone', async () => {
  const company = await companyWithUnknown()
  await resend(company.stores, word({ at: '2027-03-10T02:30:00.000Z' }))
  const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
  const early = () => '2027-03-10T02:29:59.000Z'
  expect(await sendBatch(company.stores, { occurrenceId: OCCURRENCE, batchId: batch!.batchId }, early)).toBe('done')
  expect(mailsToHer(company)).toBe(1)
})
