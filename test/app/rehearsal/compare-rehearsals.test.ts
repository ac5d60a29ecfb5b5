/** What changes between two rehearsed versions of the campaigns. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, changesBetween, compareRehearsals, type RehearsedVersion } from '#app/rehearsal/compare-rehearsals.ts'
import type { Decision, Decisions } from '#app/rehearsal/decisions.ts'

type Row = readonly [campaign: string, date: string, customer: string, decision: Decision]

function version(rows: readonly Row[], costs: Readonly<Record<string, number>>, callDays = 0): RehearsedVersion {
  const decisions = new Map(Object.keys(costs).map((campaign) => [campaign, new Map<string, Map<string, Decision>>()]))
  for (const [campaign, date, customer, decision] of rows) {
    const days = decisions.get(campaign)
    days?.set(date, (days.get(date) ?? new Map<string, Decision>()).set(customer, decision))
  }
  const campaigns = Object.entries(costs).map(([campaign, amount]) => ({ campaign, cost: { amount, currency: 'VND' } }))
  return { campaigns, decisions: decisions as Decisions, callDays }
}
const compared = (before: RehearsedVersion, after: RehearsedVersion) =>
  compareRehearsals({ before, after, currency: 'VND', spoken: 'call' })

const MAIL: Decision = { outcome: 'sent', channel: 'email', reason: '' }
const CALL: Decision = { outcome: 'sent', channel: 'call', reason: '' }
const CAPPED: Decision = { outcome: 'skipped', channel: 'email', reason: 'frequency-cap' }

test('a birthday mail lost to the caps, a call won, a mail instead of a call, and a campaign that is gone', () => {
  const before = version(
    [
      ['birthday', '2027-03-10', 'an', MAIL],
      ['birthday', '2027-03-11', 'binh', MAIL],
      ['check-in', '2027-03-10', 'an', CALL],
      ['old', '2027-03-12', 'an', MAIL],
    ],
    { birthday: 100, 'check-in': 50, old: 5 },
    1,
  )
  const after = version(
    [
      ['birthday', '2027-03-10', 'an', CAPPED],
      ['birthday', '2027-03-11', 'binh', MAIL],
      ['check-in', '2027-03-10', 'an', MAIL],
      ['check-in', '2027-03-13', 'binh', CALL],
    ],
    { birthday: 50, 'check-in': 60 },
    2,
  )
  expect(compared(before, after)).toEqual({
    totals: { mails: -1, calls: 0, callDays: 1, cost: -45, currency: 'VND' },
    campaigns: [
      { campaign: 'birthday', mails: -1, calls: 0, cost: -50 },
      { campaign: 'check-in', mails: 1, calls: 0, cost: 10 },
      { campaign: 'old', mails: -1, calls: 0, cost: -5 },
    ],
    days: [
      { date: '2027-03-10', mails: 0, calls: -1 },
      { date: '2027-03-12', mails: -1, calls: 0 },
      { date: '2027-03-13', mails: 0, calls: 1 },
    ],
    reasons: [
      { campaign: 'birthday', kind: 'lost', reason: 'frequency-cap', touches: 1, people: 1 },
      { campaign: 'check-in', kind: 'changed', reason: '', touches: 1, people: 1 },
      { campaign: 'check-in', kind: 'won', reason: 'not-meant', touches: 1, people: 1 },
      { campaign: 'old', kind: 'lost', reason: 'no-such-campaign', touches: 1, people: 1 },
    ],
  })
})

const decision = fc.constantFrom<Decision>(
  MAIL,
  CALL,
  CAPPED,
  { outcome: 'skipped', channel: 'call', reason: 'team-full' },
  { outcome: 'withheld', channel: 'email', reason: 'holdout' },
)
const anyVersion = fc
  .record({
    rows: fc.array(
      fc.tuple(
        fc.constantFrom('birthday', 'check-in', 'old'),
        fc.constantFrom('2027-03-10', '2027-03-11'),
        fc.constantFrom('an', 'binh', 'chi', 'dung'),
        decision,
      ),
      { maxLength: 30 },
    ),
    costs: fc.dictionary(fc.constantFrom('birthday', 'check-in', 'old'), fc.nat(1_000)),
    callDays: fc.nat(9),
  })
  .map(({ rows, costs, callDays }) => version(rows, costs, callDays))

test('property: a version against itself changes nothing', () => {
  fc.assert(
    fc.property(anyVersion, (one) => {
      expect([...changesBetween(one.decisions, one.decisions)]).toEqual([])
      expect(compared(one, one)).toEqual({
        totals: { mails: 0, calls: 0, callDays: 0, cost: 0, currency: 'VND' },
        campaigns: [],
        days: [],
        reasons: [],
      })
    }),
  )
})

/** -0 is 0. */
const negative = (count: number) => 0 - count

test('property: swapped gives the negative, and what was lost is won', () => {
  const swap = { lost: 'won', won: 'lost', changed: 'changed' } as const
  const swapped = ({ kind, customer, campaign, date, before, after, reason }: Change) => ({
    ...{ kind: swap[kind], customer, campaign, date, before: after, after: before },
    reason: kind === 'changed' ? null : reason,
  })
  fc.assert(
    fc.property(anyVersion, anyVersion, (one, other) => {
      const [there, back] = [compared(one, other), compared(other, one)]
      const { currency, ...totals } = there.totals
      expect(back.totals).toEqual({
        currency,
        ...Object.fromEntries(Object.entries(totals).map(([name, count]) => [name, negative(count)])),
      })
      expect(back.campaigns).toEqual(
        there.campaigns.map(({ campaign, mails, calls, cost }) => ({
          ...{ campaign, mails: negative(mails), calls: negative(calls), cost: negative(cost) },
        })),
      )
      expect(back.days).toEqual(
        there.days.map(({ date, mails, calls }) => ({ date, mails: negative(mails), calls: negative(calls) })),
      )
      expect(
        [...changesBetween(other.decisions, one.decisions)].map((change) => ({
          ...change,
          reason: change.kind === 'changed' ? null : change.reason,
        })),
      ).toEqual([...changesBetween(one.decisions, other.decisions)].map(swapped))
    }),
  )
})

test('property: the days and the campaigns make the totals, and so do those who lose and win', () => {
  fc.assert(
    fc.property(anyVersion, anyVersion, (before, after) => {
      const { totals, campaigns, days, reasons } = compared(before, after)
      const sum = <Line>(lines: readonly Line[], of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0)
      for (const part of ['mails', 'calls'] as const) {
        expect(sum(days, (line) => line[part])).toBe(totals[part])
        expect(sum(campaigns, (line) => line[part])).toBe(totals[part])
      }
      const moved = sum(reasons, ({ kind, touches }) => (kind === 'won' ? touches : kind === 'lost' ? -touches : 0))
      expect(moved).toBe(totals.mails + totals.calls)
    }),
  )
})
