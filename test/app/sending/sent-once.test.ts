import fc from 'fast-check'
import { expect, test } from 'vitest'
import { committed } from '#core/budget/reserve.ts'
import { epochMsOf, HOUR_MS } from '#core/time/instant.ts'
import { aCampaign, aCustomer, solar, theCompanyRules } from '#test/support/builders.ts'
import { failingPorts } from '#test/support/failing-ports.ts'
import { runningCompany } from '#test/support/running-company.ts'

const LIMIT = 250_000
const CAP = { max: 3, hours: 60 }

const campaigns = [
  aCampaign({ graceDays: 1 }),
  aCampaign({ id: 'survey', contentClass: 'survey', window: { from: '09:00', to: '17:00' } }),
  aCampaign({ id: 'day-after', occasion: { kind: 'fixed', month: 3, day: 12 } }),
  aCampaign({
    id: 'birthday-gift',
    contentClass: 'advertising',
    occasion: { kind: 'birthday' },
    gift: { kind: 'voucher', value: { amount: 100_000, currency: 'VND' }, validDays: 30 },
    budget: { amount: LIMIT, currency: 'VND', period: 'month' },
    limits: { priority: 90 },
  }),
]
const customers = [
  ...['c-1', 'c-2', 'c-3', 'c-4'].map((customerId) => aCustomer({ customerId, birthday: solar('03-11') })),
  aCustomer({ customerId: 'syd', zone: 'Australia/Sydney', birthday: solar('03-11') }),
  aCustomer({ customerId: 'lax', zone: 'America/Los_Angeles' }),
  aCustomer({ customerId: 'mute', email: null }),
]

const faults = fc.uniqueArray(
  fc.record({
    call: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 1_500 })),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  { maxLength: 25, selector: ({ call }) => call },
)
/** What the provider says to whom, now and then. */
const answers = fc.array(
  fc.record({
    who: fc.constantFrom('c-1', 'c-2', 'syd', 'lax'),
    answer: fc.constantFrom(
      { busy: 'throttled' as const, detail: '' },
      { busy: 'transient' as const, detail: '' },
      { stopped: 'sending-paused' as const, detail: '' },
      { busy: 'daily-quota' as const, detail: '' },
      { unknown: 'timeout' },
      { refused: 'MessageRejected' },
    ),
  }),
  { maxLength: 12 },
)

test('whatever fails whenever: nobody is written to twice, every cap and budget holds, and every balance adds up', async () => {
  await fc.assert(
    fc.asyncProperty(faults, answers, async (failing, told) => {
      const company = await runningCompany({
        now: '2027-03-08T00:00:00.000Z',
        campaigns,
        customers,
        companyRules: theCompanyRules({ company: { frequencyCaps: [CAP], daysBetweenOccasions: 0 } }),
      })
      for (const { customerId } of customers)
        await company.consent(customerId, { 'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } })
      for (const { who, answer } of told) company.stores.mailer.answer(`${who}@example.com`, answer)
      company.replace(failingPorts(company.stores, failing))
      // A quota may put someone off day after day, and the occurrence waits for them.
      await company.until('2027-03-26T00:00:00.000Z')
      const { mails } = company.stores.mailer
      const contacts = mails.map(({ customerId, occurrenceId }) => `${customerId} ${occurrenceId}`)
      expect(new Set(contacts).size).toBe(contacts.length)

      const occurrences = await company.stores.occurrences.between('2027-03-08', '2027-03-12')
      expect(occurrences.filter(({ state }) => state !== 'closed')).toEqual([])
      expect(occurrences.filter(({ mismatch }) => mismatch)).toEqual([])
      expect(occurrences.map(({ occurrenceId }) => occurrenceId)).toEqual(
        expect.arrayContaining([
          'tenth-of-march_2027-03-10',
          'survey_2027-03-10',
          'birthday-gift_2027-03-11',
          'day-after_2027-03-12',
        ]),
      )
      for (const { occurrenceId } of occurrences) {
        for (const [customerId, { state }] of Object.entries(await company.outcomes(occurrenceId))) {
          const written = contacts.includes(`${customerId} ${occurrenceId}`)
          // Whoever was written to is sent or unknown; whoever is sent was written to.
          if (written) expect(['sent', 'unknown']).toContain(state)
          if (state === 'sent') expect(written).toBe(true)
          expect(['planned', 'deferred']).not.toContain(state)
        }
      }

      for (const { customerId } of customers) {
        const [ledger] = await company.stores.ledgers.getMany([customerId])
        const times = ledger!.contacts.map(({ at }) => epochMsOf(at))
        for (const end of times) {
          expect(times.filter((time) => time <= end && time > end - CAP.hours * HOUR_MS).length).toBeLessThanOrEqual(CAP.max)
        }
        const gifts = mails.filter((mail) => mail.customerId === customerId && mail.campaignId === 'birthday-gift')
        expect(gifts.length).toBeLessThanOrEqual(1)
      }
      for (const budget of await company.stores.budgets.ofCampaign('birthday-gift')) {
        expect(committed(budget)).toBeLessThanOrEqual(LIMIT)
        expect(mails.filter(({ campaignId }) => campaignId === 'birthday-gift').length * 100_000).toBeLessThanOrEqual(LIMIT)
      }
    }),
    { numRuns: 60 },
  )
})

test('without any failure the same company sends what it can afford and no more', async () => {
  const company = await runningCompany({
    now: '2027-03-08T00:00:00.000Z',
    campaigns,
    customers,
    companyRules: theCompanyRules({ company: { frequencyCaps: [CAP], daysBetweenOccasions: 0 } }),
  })
  for (const { customerId } of customers)
    await company.consent(customerId, { 'advertising/email': { decision: 'granted', at: '2027-01-01T00:00:00.000Z' } })
  await company.until('2027-03-15T00:00:00.000Z')
  expect(company.failures).toEqual([])
  expect(company.alarmsRaised()).toEqual([])
  const { mails } = company.stores.mailer
  const of = (campaign: string) => mails.filter(({ campaignId }) => campaignId === campaign).length
  expect({ tenth: of('tenth-of-march'), survey: of('survey') }).toEqual({ tenth: 6, survey: 6 })
  // Money for two of the five born on the 11th; these two are then capped on the 12th.
  expect({ gifts: of('birthday-gift'), dayAfter: of('day-after') }).toEqual({ gifts: 2, dayAfter: 4 })
})
