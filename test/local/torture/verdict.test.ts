import { describe, expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { BREACHES, type BreachKind } from '#local/torture/verdict/breach.ts'
import { PROMISES, verdictOn } from '#local/torture/verdict.ts'
import {
  CLAIMED,
  evidence,
  GIFT,
  GREETING,
  giftMail,
  mail,
  occurrence,
  person,
  sent,
  stop,
} from '#test/local/torture/made-evidence.ts'
import { PLANTED_AT_THE_DESK } from '#test/local/torture/planted-at-the-desk.ts'
import { PLANTED_IN_CASES } from '#test/local/torture/planted-in-cases.ts'

const right = evidence()
const [greeting, gift] = right.occurrences
const [budget] = right.budgets
const binhsMail = mail({ messageId: 'm-binh', customerId: 'binh', to: 'binh@example.com' })

/** Bình's outcome, with no mail to him. */
const binhIs = (outcome: Outcome): Partial<Evidence> => ({
  occurrences: [occurrence(GREETING, { an: sent('m-an'), binh: outcome }), gift!],
  mails: [mail(), giftMail()],
})
const withPerson = (id: string, over: Parameters<typeof person>[1]) => new Map([...right.people, [id, person(id, over)]])
const OUTAGE = {
  kind: 'sender-sending-paused' as const,
  from: '2027-03-28T02:01:00.000Z',
  to: '2027-03-28T02:09:00.000Z',
  met: 200,
  called: 15,
}
const unknown = (words: string): Outcome => ({ state: 'unknown', since: '2027-03-28T02:01:00.000Z', evidence: words })

const PLANTED: readonly (readonly [string, BreachKind, Partial<Evidence>])[] = [
  ['a person who got two mails', 'sent-twice', { mails: [...right.mails, mail({ messageId: 'm-an-again' })] }],
  [
    'a mail to somebody who was not due',
    'sent-to-customer-not-due',
    { mails: [...right.mails, mail({ messageId: 'm-x', customerId: 'chi', to: 'chi@example.com' })] },
  ],
  ['a mail to another address', 'sent-to-wrong-address', { mails: [mail({ to: 'binh@example.com' }), binhsMail, giftMail()] }],
  [
    'a person due who is in no row',
    'left-out',
    { occurrences: [occurrence(GREETING, { an: sent('m-an') }), gift!], mails: [mail(), giftMail()] },
  ],
  [
    'a person in two rows',
    'stands-in-two-rows',
    { occurrences: [{ ...greeting!, rows: [...greeting!.rows, greeting!.rows[0]!] }, gift!] },
  ],
  [
    'a row for somebody who was not due',
    'row-for-customer-not-due',
    {
      occurrences: [
        occurrence(GREETING, { an: sent('m-an'), binh: sent('m-binh'), chi: { state: 'skipped', reason: 'no-address' } }),
        gift!,
      ],
    },
  ],
  [
    'a person whom nobody looked at before the date was closed',
    'forgotten-until-closing',
    { openAtClose: [{ occurrenceId: GREETING, customerId: 'an' }] },
  ],
  [
    'a mail to an address that the version before had suppressed',
    'sent-to-suppressed',
    { people: withPerson('an', { isSuppressed: true }) },
  ],
  [
    'a mail claimed while a grave case was open',
    'sent-while-held',
    { people: withPerson('an', { graveCase: { opened: stop('2027-03-28T02:00:58.000Z', 'an'), closingFrom: null } }) },
  ],
  [
    'a mail claimed a second before its grave case began to be closed',
    'sent-while-held',
    {
      people: withPerson('an', {
        graveCase: { opened: stop('2027-03-28T01:00:00.000Z', 'an'), closingFrom: '2027-03-28T02:01:00.000Z' },
      }),
    },
  ],
  ['a customer held back without a case', 'skip-without-cause', binhIs({ state: 'skipped', reason: 'held-for-case' })],
  ['rows of the version before that cannot be read', 'row-of-before-lost', { rowsOfBefore: { written: 2, read: 1 } }],
  ['a person who still waits', 'not-settled', binhIs({ state: 'planned' })],
  ['a row that says sent, and no mail', 'row-belies-mailbox', { mails: [mail(), giftMail()] }],
  [
    'a row that says skipped, and a mail',
    'row-belies-mailbox',
    { occurrences: [occurrence(GREETING, { an: sent('m-an'), binh: { state: 'skipped', reason: 'window-passed' } }), gift!] },
  ],
  ['a reason that nothing bears out', 'skip-without-cause', binhIs({ state: 'skipped', reason: 'opted-out', purpose: 'care' })],
  [
    'somebody called contacted already whom nobody wrote to',
    'skip-without-cause',
    binhIs({ state: 'skipped', reason: 'already-contacted', occurrenceId: null }),
  ],
  [
    'a window that passed on a day without faults',
    'skip-without-cause',
    { ...binhIs({ state: 'skipped', reason: 'window-passed' }), faults: false },
  ],
  [
    'somebody who failed, and whom nobody refused for their own sake',
    'failed-for-the-sender',
    binhIs({ state: 'failed', at: '2027-03-28T02:01:00.000Z', reason: 'MessageRejected: Email address is not verified.' }),
  ],
  [
    'more calls than probes may make while the sender was refused',
    'called-while-stopped',
    { outages: [{ ...OUTAGE, called: 16 }] },
  ],
  [
    'more mails without an answer than were under way when the provider went away',
    'lost-to-silence',
    { outages: [{ ...OUTAGE, kind: 'sender-provider-down', met: 257 }] },
  ],
  [
    'a mail that waited in vain for a sender who was never refused',
    'skip-without-cause',
    binhIs({ state: 'skipped', reason: 'sender-stopped' }),
  ],
  ['an unknown without a word of evidence', 'unknown-without-evidence', binhIs(unknown(' '))],
  ['a mail before the window', 'outside-window', { mails: [mail({ at: '2027-03-28T01:59:00.000Z' }), binhsMail, giftMail()] }],
  ['a mail after the window', 'outside-window', { mails: [mail({ at: '2027-03-28T04:04:00.000Z' }), binhsMail, giftMail()] }],
  [
    'a mail on the next day of a campaign without grace',
    'outside-window',
    { mails: [mail({ at: '2027-03-29T02:01:00.000Z' }), binhsMail, giftMail()] },
  ],
  ['more mails than a cap allows', 'cap-broken', { mails: [...right.mails, giftMail({ messageId: 'm-2', customerId: 'an' })] }],
  [
    'a mail claimed after an opt-out, hours later',
    'sent-after-opt-out',
    { people: withPerson('an', { optedOut: stop('2027-03-28T01:00:00.000Z', 'an') }) },
  ],
  [
    'a mail claimed after an opt-out that was stored a second before',
    'sent-after-opt-out',
    { people: withPerson('an', { optedOut: stop('2027-03-28T02:00:58.000Z', 'an', { [GIFT]: CLAIMED }) }) },
  ],
  [
    'a mail whose claim was given back, and made once more after the opt-out',
    'sent-after-opt-out',
    {
      people: withPerson('an', { optedOut: stop('2027-03-28T02:00:58.000Z', 'an', { [GREETING]: '2027-03-28T02:00:10.000Z' }) }),
    },
  ],
  [
    'a mail to an address known to be bad',
    'sent-to-bad-address',
    { knownBad: new Map([['an@example.com', stop('2027-03-28T02:00:58.000Z', 'an')]]) },
  ],
  [
    'a mail to another customer with that address',
    'sent-to-bad-address',
    { knownBad: new Map([['binh@example.com', stop('2027-03-28T02:00:58.000Z', 'an', { [GREETING]: CLAIMED })]]) },
  ],
  [
    'two vouchers for one birthday',
    'voucher-twice',
    { vouchers: [...right.vouchers, { ...right.vouchers[0]!, code: 'DDDD-EEEE-FFFF' }] },
  ],
  [
    'a gift mail with somebody else’s voucher',
    'voucher-not-the-persons',
    { vouchers: [{ ...right.vouchers[0]!, customerId: 'an' }] },
  ],
  ['a gift mail without a voucher', 'voucher-not-the-persons', { mails: [mail(), binhsMail, giftMail({ voucherCodes: [] })] }],
  ['a budget booked beyond its limit', 'budget-overspent', { budgets: [{ ...budget!, settled: { [GIFT]: 200_000 } }] }],
  ['a reservation that nobody gave back', 'budget-inexact', { budgets: [{ ...budget!, reserved: { [`${GIFT}/0`]: 1 } }] }],
  ['a settlement off by a đồng', 'budget-inexact', { budgets: [{ ...budget!, settled: { [GIFT]: 100_004 } }] }],
  [
    'a balance off by one',
    'balance-inexact',
    { occurrences: [{ ...greeting!, balance: { ...greeting!.balance!, sent: 1, unknown: 1 } }, gift!] },
  ],
  ['a balance marked as a mismatch', 'balance-inexact', { occurrences: [{ ...greeting!, mismatch: true }, gift!] }],
  ['a date that was never closed', 'not-closed', { occurrences: [{ ...greeting!, state: 'open' }, gift!] }],
  ['a date that was never opened', 'not-closed', { occurrences: [gift!] }],
]

describe('the verdict', () => {
  test('on a run in which everything was right is that every promise held', () => {
    expect(verdictOn(right)).toMatchObject({
      ok: true,
      breaches: [],
      unknowns: [],
      figures: { due: 3, mails: 3, outcomes: { sent: 3 }, desk: { due: 0, tasks: 0, rings: 0 } },
    })
  })

  test.each(PLANTED)('finds %s', (_what, kind, broken) => {
    const { ok, breaches } = verdictOn(evidence(broken))
    expect(ok).toBe(false)
    expect(breaches.map((breach) => breach.kind)).toContain(kind)
  })

  test('has every kind of breach put to the test, and one promise that each of them breaks', () => {
    expect(new Set([...PLANTED, ...PLANTED_AT_THE_DESK, ...PLANTED_IN_CASES].map(([, kind]) => kind))).toEqual(new Set(BREACHES))
    const owned = Object.values(PROMISES).flatMap((promise) => promise.breaches)
    expect(owned.toSorted()).toEqual(BREACHES.toSorted())
  })

  describe.each(Object.entries(PROMISES))('the promise of %s', (_promise, { check, breaches }) => {
    const planted = PLANTED.filter(([, kind]) => breaches.includes(kind))

    test('held, where everything was right', () => {
      expect(check(right)).toEqual([])
    })

    test.each(planted)('broken by %s, and so said by its own check in its own words', (_what, kind, broken) => {
      const found = check(evidence(broken)).map((breach) => breach.kind)
      expect(found).toContain(kind)
      expect(found.filter((each) => !breaches.includes(each))).toEqual([])
    })
  })

  test('lists everyone of whom nobody knows, with the evidence, and that breaks no promise', () => {
    const { ok, unknowns } = verdictOn(evidence(binhIs(unknown('claimed at nine, no answer'))))
    expect(ok).toBe(true)
    expect(unknowns).toEqual([{ occurrenceId: GREETING, customerId: 'binh', evidence: 'claimed at nine, no answer' }])
  })

  test.each([
    ['no address', { state: 'skipped', reason: 'no-address' }, { people: withPerson('binh', { email: null }) }],
    [
      'an opt-out',
      { state: 'skipped', reason: 'opted-out', purpose: 'care' },
      { people: withPerson('binh', { optedOut: stop('2027-03-28T01:00:00.000Z', 'binh') }) },
    ],
    ['an outage over the window', { state: 'skipped', reason: 'window-passed' }, {}],
    [
      'a refusal of the provider',
      { state: 'failed', at: '2027-03-28T02:01:00.000Z', reason: 'MessageRejected' },
      { refusedAlone: new Set([`${GREETING} binh`]) },
    ],
    ['minutes in which the provider was away', unknown('no answer'), { outages: [{ ...OUTAGE, kind: 'sender-provider-down' }] }],
    ['minutes in which the sender was refused', { state: 'skipped', reason: 'sender-stopped' }, { outages: [OUTAGE] }],
  ] as const)('believes a reason that has its cause: %s', (_what, outcome, facts) => {
    expect(verdictOn(evidence({ ...binhIs(outcome), ...facts })).breaches).toEqual([])
  })

  test('gives a mail that was under way when the window ended three minutes', () => {
    const mails = [mail({ at: '2027-03-28T04:02:00.000Z' }), binhsMail, giftMail()]
    expect(verdictOn(evidence({ mails })).breaches).toEqual([])
  })

  test('lets a mail be that was claimed before the no was stored, however late the provider takes it', () => {
    const mails = [mail({ at: '2027-03-28T04:02:00.000Z' }), binhsMail, giftMail()]
    const before = stop('2027-03-28T02:01:00.000Z', 'an', { [GREETING]: CLAIMED })
    const people = withPerson('an', { optedOut: before })
    const knownBad = new Map([['an@example.com', before]])
    expect(verdictOn(evidence({ mails, people, knownBad })).breaches).toEqual([])
  })

  test('lets a mail that the provider’s daily quota put off go out within the hours of the next day', () => {
    const tomorrow = {
      mails: [mail({ at: '2027-03-29T02:01:00.000Z' }), binhsMail, giftMail()],
      quotaRanOut: new Set([GREETING]),
    }
    expect(verdictOn(evidence(tomorrow)).breaches).toEqual([])
    const tooEarly = { ...tomorrow, mails: [mail({ at: '2027-03-29T01:01:00.000Z' }), binhsMail, giftMail()] }
    expect(verdictOn(evidence(tooEarly)).breaches.map(({ kind }) => kind)).toEqual(['outside-window'])
  })

  test('reads the night on which Paris changes its clocks by the clock on the wall', () => {
    const people = new Map([...right.people].map(([id, facts]) => [id, { ...facts, zone: 'Europe/Paris' }]))
    // Nine o'clock is seven in UTC from that day on; at eight in UTC it is ten.
    const at = '2027-03-28T07:30:00.000Z'
    const mails = [mail({ at }), { ...binhsMail, at }, giftMail({ at })]
    expect(verdictOn(evidence({ people, mails })).breaches).toEqual([])
    const early = mails.map((each) => ({ ...each, at: '2027-03-28T06:30:00.000Z' }))
    expect(verdictOn(evidence({ people, mails: early })).breaches.map(({ kind }) => kind)).toEqual([
      'outside-window',
      'outside-window',
    ])
  })
})
