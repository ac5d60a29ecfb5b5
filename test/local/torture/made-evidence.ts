/** A small run in which everything was right: two people, one greeting, one gift. Each test breaks one thing in it. */
import type { Outcome } from '#core/audience/outcome.ts'
import { balanceOf } from '#core/planning/balance.ts'
import type { DeskEvidence } from '#local/torture/desk/desk-evidence.ts'
import type { CampaignFacts, Evidence, MailFacts, OccurrenceFacts, PersonFacts, Stop } from '#local/torture/evidence.ts'

export const GREETING = 'spring_2027-03-28'
export const GIFT = 'birthday_2027-03-28'

/** A second before the mails. */
export const CLAIMED = '2027-03-28T02:00:59.000Z'

/** Stored at that instant, when so much had been claimed of one customer. */
export const stop = (at: string, customerId: string, claims: Readonly<Record<string, string>> = {}): Stop => ({
  at,
  claimedBefore: new Map([[customerId, new Map(Object.entries(claims))]]),
})

const campaign = (over: Partial<CampaignFacts>): CampaignFacts => ({
  campaignId: 'spring',
  from: '09:00',
  to: '11:00',
  graceDays: 0,
  needsGrant: false,
  mayWithhold: false,
  giftAmount: 0,
  budgetLimit: null,
  mailPerThousand: 4_210,
  calls: null,
  ...over,
})

export const person = (customerId: string, over: Partial<PersonFacts> = {}): PersonFacts => ({
  customerId,
  zone: 'Asia/Ho_Chi_Minh',
  email: `${customerId}@example.com`,
  phone: '+84912345678',
  grantsAdvertising: true,
  optedOut: null,
  graveCase: null,
  mayHaveComplained: false,
  mayHaveStoppedCalls: false,
  isErased: false,
  addressGoesBad: false,
  isSuppressed: false,
  ...over,
})

/** Nine in the morning and a minute in Hồ Chí Minh City. */
export const mail = (over: Partial<MailFacts> = {}): MailFacts => ({
  messageId: 'm-an',
  campaignId: 'spring',
  occurrenceId: GREETING,
  customerId: 'an',
  to: 'an@example.com',
  at: '2027-03-28T02:01:00.000Z',
  voucherCodes: [],
  ...over,
})

export const giftMail = (over: Partial<MailFacts> = {}): MailFacts =>
  mail({
    messageId: 'm-gift',
    campaignId: 'birthday',
    occurrenceId: GIFT,
    customerId: 'chi',
    to: 'chi@example.com',
    voucherCodes: ['AAAA-BBBB-CCCC'],
    ...over,
  })

export const sent = (providerId: string): Outcome => ({ state: 'sent', at: '2027-03-28T02:01:00.000Z', providerId })

export const occurrence = (occurrenceId: string, rows: Readonly<Record<string, Outcome>>): OccurrenceFacts => ({
  occurrenceId,
  state: 'closed',
  mismatch: false,
  balance: balanceOf(Object.values(rows)),
  rows: Object.entries(rows).map(([customerId, outcome]) => ({ customerId, outcome, onDesk: false })),
})

const NO_DESK: DeskEvidence = {
  log: { days: new Set(), rings: [], sent: new Map(), looks: [], erasures: new Map(), unanswered: 0 },
  tasks: [],
  clockMails: [],
  lists: [],
  equations: [],
  mismatchesRung: 0,
  isOver: true,
  cases: { log: [], cases: [], limit: 0, book: [], leftOver: 0, files: [] },
}

const BOTH = new Set(['an', 'binh'])

export const evidence = (over: Partial<Evidence> = {}): Evidence => ({
  faults: true,
  campaigns: [
    campaign({}),
    campaign({
      campaignId: 'birthday',
      from: '08:00',
      to: '10:00',
      graceDays: 1,
      needsGrant: true,
      giftAmount: 100_000,
      budgetLimit: 150_000,
    }),
  ],
  expected: [
    { occurrenceId: GREETING, campaignId: 'spring', date: '2027-03-28', due: BOTH, mayBeOutranked: new Set() },
    { occurrenceId: GIFT, campaignId: 'birthday', date: '2027-03-28', due: new Set(['chi']), mayBeOutranked: new Set() },
  ],
  people: new Map(['an', 'binh', 'chi'].map((id) => [id, person(id)])),
  mails: [mail(), mail({ messageId: 'm-binh', customerId: 'binh', to: 'binh@example.com' }), giftMail()],
  occurrences: [occurrence(GREETING, { an: sent('m-an'), binh: sent('m-binh') }), occurrence(GIFT, { chi: sent('m-gift') })],
  openAtClose: [],
  knownBad: new Map(),
  claims: new Map([
    ['an', new Map([[GREETING, CLAIMED]])],
    ['binh', new Map([[GREETING, CLAIMED]])],
    ['chi', new Map([[GIFT, CLAIMED]])],
  ]),
  quotaRanOut: new Set(),
  outages: [],
  senders: 2,
  refusedAlone: new Set(),
  vouchers: [{ code: 'AAAA-BBBB-CCCC', customerId: 'chi', occasionKey: 'birthday:2027' }],
  budgets: [{ campaignId: 'birthday', limit: 150_000, reserved: {}, settled: { [GIFT]: 100_005 } }],
  rowsOfBefore: { written: 2, read: 2 },
  caps: [{ max: 1, hours: 12 }],
  desk: NO_DESK,
  ...over,
})
