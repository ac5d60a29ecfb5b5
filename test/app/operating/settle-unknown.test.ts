import { describe, expect, test } from 'vitest'
import { resend } from '#app/operating/resend.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import { recordDelivery } from '#app/sending/record-delivery.ts'
import { failingPorts } from '#test/support/failing-ports.ts'
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

const GIFT = {
  contentClass: 'advertising' as const,
  gift: { kind: 'voucher' as const, value: { amount: 100_000, currency: 'VND' }, validDays: 30 },
  budget: { amount: 1_000_000, currency: 'VND', period: 'month' as const },
}
const spent = async (company: UnknownCompany) =>
  (await company.stores.budgets.ofCampaign('tenth-of-march'))[0]?.settled[OCCURRENCE] ?? 0
const meta = (company: UnknownCompany) => company.stores.occurrences.get(OCCURRENCE)

const fromProvider = {
  campaignId: 'tenth-of-march',
  occurrenceId: OCCURRENCE,
  customerId: 'c-001',
  channel: 'email',
  providerId: 'mail-from-the-event',
  sentAt: NINE,
  delivery: { state: 'accepted' as const },
  trouble: null,
  address: 'c-001@example.com',
}
const accept = (company: UnknownCompany) => recordDelivery(company.stores, fromProvider)

describe('settling an unknown outcome', () => {
  test('as sent: the row and a touch say so, with who and why, and nothing is sent', async () => {
    const company = await companyWithUnknown()
    const settled = await settleUnknown(company.stores, { ...word({ because: 'she thanked us' }), as: 'sent' })
    expect(settled).toEqual({ settled: { state: 'sent', at: NINE, providerId: '' }, again: false })
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'sent', 'c-002': 'sent' })
    expect(await company.stores.touches.ofCustomer('c-001')).toMatchObject([
      {
        result: 'sent',
        at: NINE,
        legs: [{ dispatchId: null, perThousand: { amount: 4_210 } }],
        reason: 'settled as sent by Hoa: she thanked us',
        contentClass: 'care',
      },
    ])
    expect(await company.stores.occurrences.decisions(OCCURRENCE)).toEqual([
      { ...word({ because: 'she thanked us' }), decision: 'settled-sent' },
    ])
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(1)
    expect(await meta(company)).toMatchObject({ state: 'closed', mismatch: false, balance: { sent: 2, unknown: 0 } })
  })

  test('as not sent: failed, with who and why; the contact still counts', async () => {
    const company = await companyWithUnknown()
    await settleUnknown(company.stores, { ...word(), as: 'not-sent' })
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-001': { state: 'failed', at: HALF_PAST_NINE, reason: 'settled as not sent by Hoa: she says that nothing came' },
    })
    expect(await company.stores.touches.ofCustomer('c-001')).toEqual([])
    expect((await company.stores.ledgers.getMany(['c-001']))[0]?.contacts).toHaveLength(1)
    await company.until(LATER)
    expect(mailsToHer(company)).toBe(1)
    expect(await meta(company)).toMatchObject({ mismatch: false, balance: { sent: 1, failed: 1, unknown: 0 } })
  })

  test('of a closed occurrence: its balance is drawn again, and what it cost is booked anew', async () => {
    const company = await companyWithUnknown({ until: CLOSED, campaign: GIFT })
    expect(await meta(company)).toMatchObject({ state: 'closed', balance: { sent: 1, unknown: 1 } })
    expect(await spent(company)).toBe(200_009)
    await settleUnknown(company.stores, { ...word({ at: CLOSED }), as: 'not-sent' })
    expect(await meta(company)).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { audience: 2, sent: 1, failed: 1, unknown: 0 },
    })
    expect(await spent(company)).toBe(100_005)
  })

  test('the same again changes nothing; another word is refused', async () => {
    const company = await companyWithUnknown({ until: CLOSED })
    await settleUnknown(company.stores, { ...word({ at: CLOSED }), as: 'not-sent' })
    const before = await company.stores.occurrences.batches(OCCURRENCE)
    expect(await settleUnknown(company.stores, { ...word({ at: LATER }), as: 'not-sent' })).toMatchObject({ again: true })
    expect(await settleUnknown(company.stores, { ...word({ at: LATER }), as: 'sent' })).toEqual({
      refused: 'not-unknown',
      state: 'failed',
    })
    expect(await company.stores.occurrences.batches(OCCURRENCE)).toEqual(before)
    expect(await company.stores.occurrences.decisions(OCCURRENCE)).toHaveLength(1)
  })

  test('the provider’s word that came meanwhile is the better one', async () => {
    const company = await companyWithUnknown()
    await accept(company)
    const refused = await settleUnknown(company.stores, { ...word(), as: 'not-sent' })
    expect(refused).toEqual({ refused: 'provider-took-it', at: NINE })
    expect(await company.stores.occurrences.decisions(OCCURRENCE)).toEqual([])
    expect(await settleUnknown(company.stores, { ...word(), as: 'sent' })).toMatchObject({
      settled: { state: 'sent', providerId: 'mail-from-the-event' },
    })
  })

  test('and one that comes after “not sent” wins when the occurrence closes', async () => {
    const company = await companyWithUnknown()
    await settleUnknown(company.stores, { ...word(), as: 'not-sent' })
    await accept(company)
    await company.until(LATER)
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'sent', 'c-002': 'sent' })
    expect(await meta(company)).toMatchObject({ mismatch: false, balance: { sent: 2, failed: 0 } })
  })

  test('while somebody closes the occurrence: the balance has the decision in it', async () => {
    const company = await companyWithUnknown({ until: '2027-03-11T17:30:00.000Z' })
    const { occurrences } = company.stores
    // The closing has read every row, and the decision falls before it writes the balance.
    company.replace({
      occurrences: {
        ...occurrences,
        slices: async (occurrenceId) => {
          if ((await company.results(OCCURRENCE))['c-001'] === 'unknown')
            await settleUnknown(company.stores, { ...word({ at: company.clock() }), as: 'not-sent' })
          return occurrences.slices(occurrenceId)
        },
      },
    })
    await company.until(LATER)
    expect(await meta(company)).toMatchObject({ state: 'closed', balance: { sent: 1, failed: 1, unknown: 0 } })
  })

  test.each([
    ['an occurrence that never was', { occurrenceId: 'tet_2027-02-04' }, { refused: 'no-such-occurrence' }],
    ['somebody who was not meant', { customerId: 'c-009' }, { refused: 'not-in-occurrence' }],
    ['somebody who was sent to', { customerId: 'c-002' }, { refused: 'not-unknown', state: 'sent' }],
  ])('refuses %s', async (_, over, refusal) => {
    const company = await companyWithUnknown()
    expect(await settleUnknown(company.stores, { ...word(), ...over, as: 'sent' })).toEqual(refusal)
    expect(await company.stores.occurrences.decisions(OCCURRENCE)).toEqual([])
  })

  test('refuses what is recorded as failed to be called sent, and a row that is being sent', async () => {
    const company = await companyWithUnknown()
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    await company.stores.occurrences.putBatch({ ...batch!, state: 'sending', version: batch!.version + 1 })
    expect(await settleUnknown(company.stores, { ...word(), as: 'sent' })).toEqual({ refused: 'being-sent' })
    const failed = await companyWithUnknown({ answer: REFUSED })
    const [row] = await failed.stores.occurrences.batches(OCCURRENCE)
    const unknown = { state: 'unknown' as const, since: NINE, evidence: 'a crash' }
    await failed.stores.occurrences.putBatch({
      ...row!,
      version: row!.version + 1,
      recipients: row!.recipients.map((each) => (each.customerId === 'c-001' ? { ...each, outcome: unknown } : each)),
    })
    expect(await settleUnknown(failed.stores, { ...word(), as: 'sent' })).toEqual({
      refused: 'recorded-as-failed',
      reason: 'MessageRejected',
    })
  })
})

test('one that stalls before its row is changed says nothing about the second mail, which another sent meanwhile', async () => {
  const company = await companyWithUnknown()
  const { stores } = company
  let puts = 0
  const putBatch: typeof stores.occurrences.putBatch = async (batch) => {
    if (++puts === 2) {
      await resend(stores, word({ by: 'Minh' }))
      stores.mailer.answer('c-001@example.com', NO_ANSWER)
      await company.until('2027-03-10T02:40:00.000Z')
    }
    return stores.occurrences.putBatch(batch)
  }
  const stalling = { ...stores, occurrences: { ...stores.occurrences, putBatch } }
  expect(await settleUnknown(stalling, { ...word(), as: 'not-sent' })).toMatchObject({ again: false })
  expect(mailsToHer(company)).toBe(2)
  const outcome = (await company.outcomes(OCCURRENCE))['c-001']
  expect(outcome).toMatchObject({ state: 'unknown', since: '2027-03-10T02:31:00.000Z' })
  expect(outcome).not.toHaveProperty('decided')
})

test.each(['sent', 'not-sent'] as const)(
  'settling as %s may break off anywhere: the decision is logged before the row changes, and saying it again finishes it',
  async (as) => {
    const order = { ...word({ at: CLOSED }), as }
    const [sent, failed, cost] = as === 'sent' ? [2, 0, 200_009] : [1, 1, 100_005]
    let places = 0
    for (const fault of everyFault()) {
      const company = await companyWithUnknown({ until: CLOSED, campaign: GIFT })
      const brokeOff = await breaksOff(settleUnknown(failingPorts(company.stores, [fault]), order))
      const state = (await company.results(OCCURRENCE))['c-001']
      if (state !== 'unknown') expect(await company.stores.occurrences.decisions(OCCURRENCE)).toHaveLength(1)
      if (brokeOff) await settleUnknown(company.stores, order)
      await company.until(LATER)
      expect(await meta(company)).toMatchObject({ state: 'closed', mismatch: false, balance: { sent, failed, unknown: 0 } })
      expect(await spent(company)).toBe(cost)
      expect(await company.stores.occurrences.decisions(OCCURRENCE)).toHaveLength(1)
      expect(mailsToHer(company)).toBe(1)
      if (!brokeOff) break
      places++
    }
    expect(places).toBeGreaterThan(20)
  },
)
