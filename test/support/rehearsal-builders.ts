/** Stored rehearsals with their findings, for tests. */
import type { RehearsedSums } from '#core/rehearsal/rehearsed-sums.ts'
import type { SheetLine } from '#core/rehearsal/sheet-line.ts'
import type { StoredRehearsal } from '#core/rehearsal/stored-rehearsal.ts'

const BIRTHDAY = { id: 'birthday', name: { vi: 'Sinh nhật', en: 'Birthday' }, file: null }

export const aRehearsal = (over: Partial<StoredRehearsal> = {}): StoredRehearsal => ({
  rehearsalId: '20270215T023000-1a2b3c4d',
  from: '2027-03-01',
  to: '2027-03-31',
  askedAt: '2027-02-15T02:30:00.000Z',
  by: 'chau@example.com',
  byName: 'Châu',
  campaigns: [BIRTHDAY],
  state: { is: 'finished', customers: 5, seconds: 2 },
  ...over,
})

export const aLine = (over: Partial<SheetLine> = {}): SheetLine => ({
  campaign: 'birthday',
  customer: 'c-001',
  outcome: 'sent',
  channel: 'email',
  reason: '',
  ...over,
})

const rate = { of: 100, value: 15, from: 'assumed' } as const

export const someSums = (over: Partial<RehearsedSums> = {}): RehearsedSums => ({
  currency: 'VND',
  spoken: 'call',
  days: [
    {
      date: '2027-03-01',
      counts: [
        { campaign: 'birthday', outcome: 'sent', channel: 'email', reason: '', count: 3 },
        { campaign: 'birthday', outcome: 'skipped', channel: 'email', reason: 'opted-out', count: 2 },
      ],
    },
  ],
  campaigns: [{ campaign: 'birthday', cost: 900 }],
  quota: { perDay: 50_000, from: 'assumed' },
  mails: [{ date: '2027-03-01', mails: 3 }],
  calls: [],
  expected: {
    ...{ asked: 0, answers: 0, callsHanded: 0, callsAfterAnswers: 0, complaints: 0 },
    rates: { answers: rate, lowScores: rate, complaints: { ...rate, of: 1000 } },
  },
  blockers: [],
  suppressionsUnread: 0,
  unknownDays: [],
  withoutPurchases: [],
  ...over,
})
