/** Values to put into stores: those of the other builders with every field filled, so that a store that loses one is found. */
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'
import type { Contact } from '#core/audience/ledger.ts'
import type { Suppression } from '#core/audience/suppression.ts'
import type { Budget } from '#core/budget/budget.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { partitionOf } from '#core/customer/stable-hash.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Batch, Occurrence, Slice } from '#core/planning/occurrence.ts'
import { type Leg, singleLeg, type Touch } from '#core/planning/touch.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { Answer, SurveyResponse } from '#core/survey/response.ts'
import { aBatch, aCampaign, aContact, aCustomer, aPurchase } from '#test/support/builders.ts'
import { anAnswer, anOccurrence, aResponse, BY_PAGE } from '#test/support/survey-builders.ts'

export const AN_INSTANT = '2027-02-06T02:00:00.000Z'

export const storedCustomer = (over: Partial<Customer> = {}): Customer =>
  aCustomer({
    fullName: 'Nguyễn Thị Ánh',
    givenName: 'Ánh',
    addressName: 'Ánh',
    email: 'anh@example.com',
    phone: '+84901234567',
    birthday: { kind: 'solar', month: 8, day: 15, year: 1988 },
    tier: 'gold',
    tags: ['vip', 'tết'],
    ...over,
  })

/** Ids of customers who all fall in one partition. */
export function idsInPartition(partition: number, count: number): string[] {
  const ids: string[] = []
  for (let n = 0; ids.length < count; n++) if (partitionOf(`p-${n}`) === partition) ids.push(`p-${n}`)
  return ids
}

export const storedPurchase = (over: Partial<Purchase> = {}): Purchase =>
  aPurchase({
    purchaseId: 'HĐ-0001',
    purchasedOn: '2027-01-05',
    deliveredOn: '2027-01-08',
    product: 'Máy lọc nước',
    amount: { amount: 4_500_000, currency: 'VND' },
    ...over,
  })

export const acceptedCampaign = (
  over: { id?: string; version?: number; name?: string; words?: string } = {},
): AcceptedCampaign => ({
  definition: aCampaign({
    id: over.id ?? 'birthday',
    name: { vi: over.name ?? 'Chúc mừng sinh nhật', en: 'Happy birthday' },
    occasion: { kind: 'birthday' },
    touch: { channel: 'email', template: 'birthday' },
    window: { from: '08:00', to: '11:00' },
  }),
  version: over.version ?? 1,
  acceptedAt: AN_INSTANT,
  acceptedBy: 'lan@example.com',
  ...(over.words !== undefined && { words: over.words }),
})

export const storedOccurrence = (over: Partial<Occurrence> = {}): Occurrence =>
  anOccurrence({
    campaignId: 'tet',
    date: '2027-02-06',
    campaignVersion: 3,
    slices: 4,
    openedAt: '2027-02-04T10:00:00.000Z',
    refreshAt: '2027-02-05T23:00:00.000Z',
    closesAt: '2027-02-07T12:00:00.000Z',
    passAt: '2027-02-04T10:00:00.000Z',
    occurrenceId: 'tet_2027-02-06',
    ...over,
  })

export const storedSlice = (over: Partial<Slice> = {}): Slice => ({
  occurrenceId: 'tet_2027-02-06',
  slice: 3,
  pass: 'open',
  plannedAt: AN_INSTANT,
  audience: 120,
  buckets: 2,
  firstDueAt: null,
  ...over,
})

export const storedBatch = (over: Partial<Batch> = {}): Batch =>
  aBatch({
    occurrenceId: 'tet_2027-02-06',
    batchId: '003.01.+0700',
    slice: 3,
    campaignVersion: 3,
    dueAt: AN_INSTANT,
    recipients: [
      { customerId: 'c-001', occasionKey: 'tet-2027', outcome: { state: 'planned' } },
      { customerId: 'c-002', occasionKey: 'tết-2027', outcome: { state: 'skipped', reason: 'opted-out', purpose: 'care' } },
    ],
    ...over,
  })

export const storedTouch = (
  over: Partial<Omit<Touch, 'legs'>> & Partial<Pick<Leg, 'channel' | 'dispatchId' | 'perThousand'>> = {},
): Touch =>
  singleLeg({
    customerId: 'c-001',
    occurrenceId: 'tet_2027-02-06',
    campaignId: 'tet',
    occasionKey: 'tet-2027',
    channel: 'email',
    contentClass: 'care',
    result: 'sent',
    at: AN_INSTANT,
    dispatchId: '0100018f-0001',
    reason: null,
    voucherCode: null,
    delivery: null,
    perThousand: null,
    ...over,
  })

export const aDecision = (over: Partial<Decision> = {}): Decision => ({
  occurrenceId: 'tet_2027-02-06',
  customerId: 'c-001',
  decision: 'resend',
  by: 'Hoa',
  because: 'chị ấy báo chưa nhận được',
  at: '2027-02-06T09:30:00.000Z',
  ...over,
})

export const storedContact = (over: Partial<Contact> = {}): Contact =>
  aContact({ occurrenceId: 'tet_2027-02-06', occasionKey: 'tet-2027', at: '2027-02-06T02:00:00.123Z', ...over })

export const aConsentRecord = (over: Partial<ConsentRecord> = {}): ConsentRecord => ({
  customerId: 'c-001',
  recordId: 'import-17',
  purpose: 'care',
  channel: 'email',
  decision: 'granted',
  at: AN_INSTANT,
  source: 'import',
  evidence: 'khách hàng.csv, dòng 17',
  ...over,
})

export const aSuppression = (over: Partial<Suppression> = {}): Suppression => ({
  contactKey: 'email:hash-1',
  kind: 'email',
  reason: 'hard-bounce',
  at: AN_INSTANT,
  evidence: 'smtp 550',
  ...over,
})

export const storedVoucher = (over: Partial<Voucher> = {}): Voucher => ({
  code: '7Q2M-0XKD-93AB',
  customerId: 'c-001',
  campaignId: 'birthday',
  occasionKey: 'birthday-2027',
  value: { amount: 200_000, currency: 'VND' },
  issuedAt: AN_INSTANT,
  validFrom: '2027-02-06',
  validTo: '2027-03-08',
  redeemedAt: null,
  redeemedBy: null,
  ...over,
})

export const storedBudget = (over: Partial<Budget> = {}): Budget => ({
  campaignId: 'birthday',
  period: '2027-Q1',
  limit: { amount: 50_000_000, currency: 'VND' },
  reserved: { 'birthday_2027-02-06/3': 200_000 },
  settled: {},
  version: 0,
  ...over,
})

export const storedAnswer = (over: Partial<Answer> = {}): Answer =>
  anAnswer({
    at: AN_INSTANT,
    score: 6,
    why: 'Giao hàng chậm quá 😢',
    followUps: { better: 'Giao đúng hẹn', reasons: ['late', 'price'] },
    origin: { ...BY_PAGE, network: 'net-1' },
    ...over,
  })

export const storedResponse = (over: Partial<SurveyResponse> = {}): SurveyResponse =>
  aResponse([storedAnswer()], {
    occurrenceId: 'nps_2027-02-03',
    campaignId: 'nps',
    campaignVersion: 2,
    kind: 'nps',
    relationship: true,
    answeredOn: '2027-02-06',
    ...over,
  })

export const storedReply = (over: Partial<Reply> = {}): Reply => ({
  customerId: 'c-001',
  replyId: 'reply-1',
  occurrenceId: 'nps_2027-02-03',
  receivedAt: AN_INSTANT,
  receivedOn: '2027-02-06',
  rawKey: 'in/0100018f-0001',
  fromHash: 'hash-1',
  subject: 'Re: Chị thấy thế nào ạ?',
  reading: {
    kind: 'answer',
    score: 9,
    text: 'Chín điểm nhé!',
    language: 'vi',
    reasons: ['word:chín điểm'],
    holds: [],
    verdict: null,
  },
  attachments: [{ name: 'ảnh.jpg', type: 'image/jpeg', bytes: 48_213 }],
  outcome: 'answered',
  ...over,
})
