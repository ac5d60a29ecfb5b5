import { expect, test } from 'vitest'
import { resend } from '#app/operating/resend.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import { unknownOutcomes } from '#app/operating/unknown-outcomes.ts'
import { recordDelivery } from '#app/sending/record-delivery.ts'
import { CLOSED, companyWithUnknown, HALF_PAST_NINE, NINE, OCCURRENCE, word } from '#test/support/unknown-mail.ts'

const MARCH = { from: '2027-03-01', to: '2027-03-31' }

test.each([
  ['open', HALF_PAST_NINE],
  ['closed', CLOSED],
])('of an occurrence that is %s are listed with the evidence', async (state, until) => {
  const company = await companyWithUnknown({ until })
  expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state })
  expect(await unknownOutcomes(company.stores, MARCH)).toEqual([
    {
      occurrenceId: OCCURRENCE,
      campaignId: 'tenth-of-march',
      date: '2027-03-10',
      customerId: 'c-001',
      since: NINE,
      evidence: 'timeout after 10 s',
      touch: null,
    },
  ])
  expect(await unknownOutcomes(company.stores, { from: '2027-03-11', to: '2027-03-31' })).toEqual([])
})

test('show what the provider said meanwhile', async () => {
  const company = await companyWithUnknown({ until: CLOSED })
  await recordDelivery(company.stores, {
    campaignId: 'tenth-of-march',
    occurrenceId: OCCURRENCE,
    customerId: 'c-001',
    channel: 'email',
    providerId: 'late-word',
    sentAt: NINE,
    delivery: { state: 'delivered', at: CLOSED, detail: '250 ok' },
    trouble: null,
    address: 'c-001@example.com',
  })
  expect(await unknownOutcomes(company.stores, MARCH)).toMatchObject([
    {
      customerId: 'c-001',
      touch: { result: 'sent', legs: [{ channel: 'email', dispatchId: 'late-word' }], delivery: { state: 'delivered' } },
    },
  ])
})

test('are gone once settled, and the rows of an occurrence without any are not read', async () => {
  const company = await companyWithUnknown({ until: CLOSED })
  await settleUnknown(company.stores, { ...word({ at: CLOSED }), as: 'sent' })
  const batches = async () => {
    throw new Error('nobody is unknown there')
  }
  const occurrences = { ...company.stores.occurrences, batches }
  expect(await unknownOutcomes({ ...company.stores, occurrences }, MARCH)).toEqual([])
})

test('of erased customers are not listed, and cannot be decided: nothing leads to a person any more', async () => {
  const company = await companyWithUnknown({ until: CLOSED })
  const { occurrences } = company.stores
  const [batch] = await occurrences.batches(OCCURRENCE)
  const recipients = batch!.recipients.map((each) => (each.customerId === 'c-001' ? { ...each, customerId: 'erased-1' } : each))
  await occurrences.putBatch({ ...batch!, recipients, version: batch!.version + 1 })
  expect(await unknownOutcomes(company.stores, MARCH)).toEqual([])
  const said = word({ customerId: 'erased-1', at: CLOSED })
  expect(await settleUnknown(company.stores, { ...said, as: 'sent' })).toEqual({ refused: 'erased' })
  expect(await resend(company.stores, said)).toEqual({ refused: 'erased' })
  expect(await occurrences.decisions(OCCURRENCE)).toEqual([])
})
