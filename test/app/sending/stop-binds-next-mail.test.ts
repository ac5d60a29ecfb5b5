/** A stop, a suppression or an erasure that was stored before a claim binds that very mail, however long ago the sender read its page. */
import { describe, expect, test } from 'vitest'
import { changePreferences } from '#app/consent/change-preferences.ts'
import { recordConsents } from '#app/consent/record-consents.ts'
import { stopPurposes } from '#app/consent/stop-purposes.ts'
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import { recordDelivery } from '#app/sending/record-delivery.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const FIRST_LOOK = '2027-03-08T00:00:00.000Z'
const OVER = '2027-03-12T00:00:00.000Z'

const GRANTED = { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } as const
const GIFT = aCampaign({
  contentClass: 'advertising',
  gift: { kind: 'voucher', value: { amount: 100_000, currency: 'VND' }, validDays: 30 },
  budget: { period: 'month', amount: 10_000_000, currency: 'VND' },
})

type Company = Awaited<ReturnType<typeof runningCompany>>

/** Two customers, planned; `meanwhile` happens when the sender has read its page and waits for a place in the rate. */
async function whileWaiting(meanwhile: (company: Company) => Promise<unknown>, customers = [aCustomer()]) {
  const company = await runningCompany({
    now: FIRST_LOOK,
    campaigns: [aCampaign()],
    customers: [...customers, aCustomer({ customerId: 'c-009', email: 'other@example.com' })],
  })
  let happened: Promise<unknown> | undefined
  const { pace } = company.stores
  company.replace({
    pace: {
      ...pace,
      take: async () => {
        happened ??= meanwhile(company)
        await happened
        return pace.take()
      },
    },
  })
  await company.until(OVER)
  expect(happened).toBeDefined()
  return company
}

const act = (company: Company) => ({ customerId: 'c-001', at: company.clock(), source: 'one-click', evidence: 'token-1' })
const notices = { confirmOptOut: async () => {} }

describe('between the reading of the page and the claim', () => {
  test.each<[string, string, (company: Company) => Promise<unknown>]>([
    [
      'an opt-out',
      'skipped opted-out',
      (company) => withdrawConsent(company.stores, { ...act(company), purpose: 'care', channel: 'email' }),
    ],
    [
      'one click in the mailbox',
      'skipped opted-out',
      (company) => stopPurposes({ ...company.stores, notices }, { ...act(company), purposes: ['care'] }),
    ],
    [
      'a box unticked on the page of preferences',
      'skipped opted-out',
      (company) =>
        changePreferences(
          { ...company.stores, notices },
          {
            ...act(company),
            choice: { offered: new Set(['care/email', 'survey/email']), granted: new Set(['survey/email']), frequency: 'any' },
          },
        ),
    ],
    [
      'a "no" that comes with a table of customers',
      'skipped opted-out',
      (company) =>
        recordConsents(company.stores, {
          customerId: 'c-001',
          records: [
            { ...act(company), recordId: 'import:1', purpose: 'care', channel: 'email', decision: 'withdrawn', source: 'import' },
          ],
        }),
    ],
    [
      'a hard bounce of another mail',
      'skipped suppressed',
      (company) => recordDelivery(company.stores, trouble(company, 'hard-bounce')),
    ],
    ['a spam complaint', 'skipped suppressed', (company) => recordDelivery(company.stores, trouble(company, 'complaint'))],
  ])('%s: %s', async (_, expected, meanwhile) => {
    const company = await whileWaiting(meanwhile)
    expect((await company.results(OCCURRENCE))['c-001']).toBe(expected)
    expect(company.sent()).toEqual(['c-009 tenth-of-march'])
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', mismatch: false })
  })

  test('everybody who shares a suppressed address is bound, whoever the mail was to', async () => {
    const family = ['c-001', 'c-002'].map((customerId) => aCustomer({ customerId, email: 'family@example.com' }))
    const company = await whileWaiting(
      (at) => recordDelivery(at.stores, { ...trouble(at, 'hard-bounce'), address: 'Family@example.com ' }),
      family,
    )
    expect(company.sent()).toEqual(['c-009 tenth-of-march'])
  })

  test('a wish for fewer mails counts for the very next one', async () => {
    const company = await whileWaiting(async (at) => {
      const { stores } = at
      const [ledger] = await stores.ledgers.getMany(['c-001'])
      await stores.ledgers.claim({
        customerId: 'c-001',
        version: (ledger?.version ?? 0) + 1,
        contacts: [
          {
            occurrenceId: 'x_2027-03-05',
            occasionKey: 'x:1',
            channel: 'email',
            contentClass: 'care',
            at: '2027-03-05T02:00:00.000Z',
          },
        ],
      })
      const granted = new Set(['care/email', 'survey/email', 'care/call', 'survey/call'] as const)
      await changePreferences({ ...stores, notices }, { ...act(at), choice: { offered: granted, granted, frequency: 'monthly' } })
    })
    expect((await company.results(OCCURRENCE))['c-001']).toBe('skipped frequency-cap')
  })

  test('another campaign that was quicker is no stop: the mail goes out all the same', async () => {
    const company = await whileWaiting(async ({ stores }) => {
      await stores.ledgers.claim({ customerId: 'c-001', version: 1, contacts: [] })
    })
    expect(company.sent().toSorted()).toEqual(['c-001 tenth-of-march', 'c-009 tenth-of-march'])
  })
})

describe('a customer erased while the sender waits', () => {
  test('gets nothing, is never claimed again, and no row of theirs comes back', async () => {
    const company = await whileWaiting(({ stores }) =>
      stores.ledgers.leaveTombstone({ customerId: 'c-001', erasedAt: '2027-03-10T02:00:00.000Z', as: 'erased-1' }),
    )
    expect(company.sent()).toEqual(['c-009 tenth-of-march'])
    expect((await company.outcomes(OCCURRENCE))['c-001']).toEqual({ state: 'skipped', reason: 'customer-gone', erased: true })
    expect(await company.stores.touches.ofCustomer('c-001')).toEqual([])
    expect(await company.stores.ledgers.getMany(['c-001'])).toMatchObject([{ contacts: [] }])
  })

  test('who was claimed a moment before gets the mail, and the touch that is written late goes again', async () => {
    const company = await runningCompany({
      now: FIRST_LOOK,
      campaigns: [GIFT],
      customers: [aCustomer(), aCustomer({ customerId: 'c-002' })],
    })
    for (const id of ['c-001', 'c-002']) await company.consent(id, { 'advertising/email': GRANTED })
    const { mailer, ledgers, vouchers, seals, touches } = company.stores
    company.replace({
      mailer: {
        ...mailer,
        send: async (mail) => {
          if (mail.customerId === 'c-001')
            await ledgers.leaveTombstone({ customerId: 'c-001', erasedAt: company.clock(), as: 'erased-1' })
          return mailer.send(mail)
        },
      },
    })
    await company.until(OVER)
    expect(company.sent()).toHaveLength(2)
    expect(await touches.ofCustomer('c-001')).toEqual([])
    expect(await touches.ofCustomer('c-002')).toHaveLength(1)
    const codeOf = (customerId: string) =>
      seals.voucherCode({ campaignId: GIFT.id, occasionKey: `${GIFT.id}:2027-03-10`, customerId })
    expect(await vouchers.get(codeOf('c-001'))).toMatchObject({ customerId: 'erased' })
    expect(await vouchers.get(codeOf('c-002'))).toMatchObject({ customerId: 'c-002' })
  })

  test.each([
    ['refused', { refused: 'no such mailbox' }],
    ['put off', { busy: 'daily-quota', detail: '' }],
  ] as const)('whose mail is %s meanwhile rings nothing: there is no claim to be given back', async (_, answer) => {
    const company = await runningCompany({
      now: FIRST_LOOK,
      campaigns: [aCampaign()],
      customers: [aCustomer(), aCustomer({ customerId: 'c-002' })],
    })
    const { mailer, ledgers } = company.stores
    mailer.answer('c-001@example.com', answer)
    let erased = 0
    company.replace({
      mailer: {
        ...mailer,
        send: async (mail) => {
          if (mail.customerId === 'c-001' && erased++ === 0)
            await ledgers.leaveTombstone({ customerId: 'c-001', erasedAt: company.clock(), as: 'erased-1' })
          return mailer.send(mail)
        },
      },
    })
    await company.until(OVER)
    expect(erased).toBe(1)
    expect(company.alarmsRaised()).toEqual([])
    expect(company.sent()).toEqual(['c-002 tenth-of-march'])
    expect(await company.stores.touches.ofCustomer('c-001')).toEqual([])
  })
})

describe('a stop that was cut off between its two writes', () => {
  test('binds when it is tried again', async () => {
    const company = await whileWaiting(async (at) => {
      const { ledgers } = at.stores
      const broken = { ...ledgers, noteStop: () => Promise.reject(new Error('the power went')) }
      const stop = { ...act(at), purpose: 'care' as const, channel: 'email' }
      await expect(withdrawConsent({ ...at.stores, ledgers: broken }, stop)).rejects.toThrow('the power went')
      await withdrawConsent(at.stores, stop)
    })
    expect(company.sent()).toEqual(['c-009 tenth-of-march'])
  })
})

describe('the page is read in an order in which no stop falls between', () => {
  test('a stop stored after the customers were read, and before the ledgers', async () => {
    const company = await runningCompany({ now: FIRST_LOOK, campaigns: [aCampaign()], customers: [aCustomer()] })
    const { customers } = company.stores
    let stopped = false
    company.replace({
      customers: {
        ...customers,
        getMany: async (ids) => {
          const people = await customers.getMany(ids)
          if (!stopped && company.clock() >= '2027-03-10T01:59:00.000Z') {
            stopped = true
            await withdrawConsent(company.stores, { ...act(company), purpose: 'care', channel: 'email' })
          }
          return people
        },
      },
    })
    await company.until(OVER)
    expect(stopped).toBe(true)
    expect(company.sent()).toEqual([])
  })
})

/** What the provider says of an older mail to the same customer. */
const trouble = (company: Company, kind: 'hard-bounce' | 'complaint') => ({
  campaignId: 'tenth-of-march',
  occurrenceId: 'tenth-of-march_2026-03-10',
  customerId: 'c-001',
  channel: 'email',
  providerId: 'an-old-mail',
  sentAt: '2026-03-10T02:00:00.000Z',
  address: 'c-001@example.com',
  delivery: { state: kind === 'complaint' ? ('complained' as const) : ('bounced' as const), at: company.clock(), detail: '' },
  trouble: kind,
})
