/** Roll-ups as stores keep them. */
import { kpiOf } from '#core/kpi/kpi.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'

export const storedRollUp = (over: Partial<RollUp> = {}): RollUp => ({
  period: { from: '2027-02-01', to: '2027-02-28' },
  segment: { by: 'all' },
  kpis: [
    kpiOf({ id: 'nps', unit: 'points', value: 32.5, numerator: 13, denominator: 40, n: 40 }),
    kpiOf({ id: 'first-response-median', unit: 'minutes', value: null, n: 0 }),
  ],
  breakdown: {
    outcomes: { sent: 120, skipped: 3 },
    skippedBy: { 'opted-out': 3 },
    withheldBy: {},
    delivery: { delivered: 118, bounced: 1, complained: 0, rejected: 0, delayed: 0, unreported: 1 },
    invitations: { answered: 40, undeliverable: 1, open: 0, unanswered: 79 },
    scores: { nps: [{ score: 9, count: 20 }] },
    replies: { thanks: 4 },
    calls: {},
    dispositions: {},
    opened: { 'low-score': 2 },
    closed: {},
    promises: { kept: 1, broken: 0, open: 0, void: 0 },
    contacted: 120,
    engaged: 41,
    gifts: [{ event: 'issued', currency: 'VND', count: 2, amount: 200_000 }],
    touchCosts: [{ currency: 'VND', amount: 300 }],
  },
  today: '2027-03-01',
  madeAt: '2027-02-28T21:00:00.000Z',
  ...over,
})
