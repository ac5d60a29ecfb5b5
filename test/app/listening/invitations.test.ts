import { expect, test } from 'vitest'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { invitationsOf } from '#app/listening/invitations.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { singleLeg, type Touch } from '#core/planning/touch.ts'
import { aBatch, aCustomer, aRecipient, theCompanyRules } from '#test/support/builders.ts'
import { anAnswer, anOccurrence, aResponse, aSurvey } from '#test/support/survey-builders.ts'

const occurrenceId = 'how-was-it_2027-03-08'
const SENT_AT = '2027-03-08T02:00:00.000Z'
const NOW = '2027-03-10T02:00:00.000Z'
const AFTER = '2027-04-07T17:00:00.000Z'
const sent: Outcome = { state: 'sent', at: SENT_AT, providerId: 'm' }

async function invited(count: number) {
  const ports = {
    campaigns: memoryCampaignStore(),
    occurrences: memoryOccurrenceStore(),
    customers: memoryCustomerStore({ addressHash: (address) => address }),
    touches: memoryTouchStore(),
    responses: memoryResponseStore(),
    companyRules: theCompanyRules(),
  }
  await ports.campaigns.accept({ definition: aSurvey(), version: 1, acceptedAt: NOW, acceptedBy: 'marketing' })
  await ports.occurrences.open(anOccurrence({ campaignId: 'how-was-it', date: '2027-03-08' }))
  const ids = Array.from({ length: count }, (_, at) => `c-${String(at).padStart(3, '0')}`)
  await ports.customers.put(ids.map((customerId) => aCustomer({ customerId })))
  await ports.touches.record(ids.map((customerId) => touchOf(customerId)))
  const recipients = ids.map((customerId) => aRecipient({ customerId, outcome: sent }))
  await ports.occurrences.putBatch(aBatch({ occurrenceId, recipients }))
  return ports
}

const touchOf = (customerId: string): Touch =>
  singleLeg({
    customerId,
    occurrenceId,
    campaignId: 'how-was-it',
    occasionKey: 'how-was-it:x',
    channel: 'email',
    contentClass: 'survey',
    result: 'sent',
    at: SENT_AT,
    dispatchId: 'm',
    perThousand: null,
    reason: null,
    voucherCode: null,
    delivery: null,
  })

test('everybody who was sent a mail is in exactly one state, and the states add up', async () => {
  const ports = await invited(250)
  for (const at of [0, 7, 101, 249]) {
    const customerId = `c-${String(at).padStart(3, '0')}`
    await ports.responses.put(aResponse([anAnswer({ at: NOW, score: 4 })], { customerId, occurrenceId }))
  }
  await ports.customers.setConsents('c-002', { 'survey/email': { decision: 'withdrawn', at: NOW } })
  await ports.touches.noteDelivery({ customerId: 'c-003', occurrenceId, delivery: { state: 'bounced', at: NOW, detail: '' } })

  const open = await invitationsOf(ports, { occurrenceId, now: NOW })
  expect(open?.counts).toEqual({ answered: 4, 'opted-out': 1, undeliverable: 1, open: 244, unanswered: 0 })
  expect(open?.sent).toBe(250)
  expect(open?.invitations[0]).toMatchObject({
    customerId: 'c-000',
    sentAt: SENT_AT,
    state: 'answered',
    response: { customerId: 'c-000' },
  })
  expect(open?.asked).toMatchObject({ campaignId: 'how-was-it', closesAt: AFTER, lastDay: '2027-04-07' })

  const closed = await invitationsOf(ports, { occurrenceId, now: AFTER })
  expect(closed?.counts).toEqual({ answered: 4, 'opted-out': 1, undeliverable: 1, open: 0, unanswered: 244 })
})

test('who was skipped, failed or withheld was not invited, and who is gone cannot answer', async () => {
  const ports = await invited(1)
  const others: readonly Outcome[] = [
    { state: 'skipped', reason: 'opted-out', purpose: 'survey' },
    { state: 'failed', at: SENT_AT, reason: 'no' },
    { state: 'withheld', because: 'holdout' },
    { state: 'planned' },
    sent,
  ]
  const recipients = others.map((outcome, at) => aRecipient({ customerId: `gone-${at}`, outcome }))
  await ports.occurrences.putBatch(aBatch({ occurrenceId, batchId: '000.001.x', recipients }))
  const found = await invitationsOf(ports, { occurrenceId, now: NOW })
  expect(found?.invitations.map(({ customerId, state }) => `${customerId} ${state}`)).toEqual(['c-000 open', 'gone-4 unanswered'])
  expect(found?.sent).toBe(2)
})

test('an occurrence that asked nothing has no invitations', async () => {
  const ports = await invited(1)
  expect(await invitationsOf(ports, { occurrenceId: 'how-was-it_2027-03-09', now: NOW })).toBeUndefined()
})
