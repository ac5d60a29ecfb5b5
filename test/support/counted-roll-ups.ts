/** Roll-ups whose figures are made by the functions of core/kpi from counts, as those of a company are. */
import type { OutcomeState } from '#core/audience/outcome.ts'
import { callsReached } from '#core/kpi/calls-reached.ts'
import { escalationRate, handedBackRate, reopenRate, repeatRate, severityLoweredRate } from '#core/kpi/case-rates.ts'
import { cesEasy, cesMean } from '#core/kpi/ces.ts'
import { complaintRate } from '#core/kpi/complaint-rate.ts'
import { costPer } from '#core/kpi/cost-per.ts'
import { csat } from '#core/kpi/csat.ts'
import { csi } from '#core/kpi/csi.ts'
import { bounced, delivered, spamComplaintRate } from '#core/kpi/delivery.ts'
import { engagement } from '#core/kpi/engagement.ts'
import { fcrCustomer, fcrNoRepeat, fcrStaff } from '#core/kpi/first-contact-resolution.ts'
import { hotlineMissed, hotlineReturned } from '#core/kpi/hotline.ts'
import { KPI_IDS, type Kpi, kpiOf } from '#core/kpi/kpi.ts'
import { lift } from '#core/kpi/lift.ts'
import { nps } from '#core/kpi/nps.ts'
import type { Period } from '#core/kpi/period.ts'
import { promisesKept } from '#core/kpi/promises-kept.ts'
import { untilOver } from '#core/kpi/provisional.ts'
import { recoveredDetractors } from '#core/kpi/recovered-detractors.ts'
import { responseRate } from '#core/kpi/response-rate.ts'
import { median, ninetiethPercentile } from '#core/kpi/response-times.ts'
import { activeShare, keptCustomers, retention } from '#core/kpi/retention.ts'
import type { Breakdown, RollUp } from '#core/kpi/roll-up.ts'
import type { ScoreCount } from '#core/kpi/score-counts.ts'
import { EVERYTHING, type Segment } from '#core/kpi/segment.ts'
import { addDays } from '#core/time/local-date.ts'
import { CALL_ENDS, type CallEnd } from '#core/work/disposition.ts'

/** What a company counted in a period. */
export interface Counted {
  readonly nps: readonly ScoreCount[]
  readonly csat: readonly ScoreCount[]
  readonly fcr: readonly ScoreCount[]
  readonly ces: readonly ScoreCount[]
  readonly active: number
  readonly complained: number
  readonly contacted: number
  readonly engaged: number
  readonly kept: { readonly part: number; readonly whole: number }
  readonly outcomes: Readonly<Partial<Record<OutcomeState, number>>>
  readonly skippedBy: Readonly<Record<string, number>>
  readonly withheldBy: Readonly<Record<string, number>>
  readonly calls: Readonly<Partial<Record<CallEnd, number>>>
  readonly promises: Breakdown['promises']
  /** What became of so many cases opened in the period. */
  readonly cases: NonNullable<Breakdown['cases']> & { readonly opened: number }
  readonly gifts: Breakdown['gifts']
  readonly touchCosts: Breakdown['touchCosts']
  readonly opened: Breakdown['opened']
  readonly closed: Breakdown['closed']
  /** Of both lifts, in the place of the groups of a large company. */
  readonly groups?: Parameters<typeof lift>[1]
}

export const scores = (counts: Readonly<Record<number, number>>): readonly ScoreCount[] =>
  Object.entries(counts).map(([score, count]) => ({ score: Number(score), count }))

/** A quiet month of a shop with some thousand customers: nothing in it is an exception. */
export const QUIET: Counted = {
  nps: scores({ 3: 8, 6: 12, 7: 30, 8: 60, 9: 80, 10: 110 }),
  csat: scores({ 1: 4, 2: 6, 3: 20, 4: 90, 5: 120 }),
  fcr: scores({ 0: 12, 1: 60 }),
  ces: scores({ 2: 4, 4: 8, 5: 20, 6: 30, 7: 25 }),
  active: 4_200,
  complained: 14,
  contacted: 1_800,
  engaged: 520,
  kept: { part: 2_600, whole: 4_000 },
  outcomes: { sent: 2_400, skipped: 180, withheld: 120 },
  skippedBy: { 'frequency-cap': 90, 'opted-out': 70, 'no-address': 20 },
  withheldBy: { holdout: 100, 'control-group': 20 },
  calls: { reached: 210, exhausted: 40, refused: 6, 'wrong-number': 9, stopped: 2, expired: 12, cancelled: 3 },
  promises: { kept: 44, broken: 0, open: 0, void: 3 },
  cases: { opened: 45, upByTime: 2, upByHand: 3, handedBack: 4, lowered: 1 },
  gifts: [
    { event: 'issued', currency: 'VND', count: 300, amount: 15_000_000 },
    { event: 'used', currency: 'VND', count: 90, amount: 4_500_000 },
  ],
  touchCosts: [{ currency: 'VND', amount: 1_250_000 }],
  opened: { complaint: 15, 'low-score': 32, request: 21, question: 9, 'missed-hotline': 18, 'check-in': 120 },
  closed: { complaint: 13, 'low-score': 30, request: 20, question: 9, 'missed-hotline': 17, 'check-in': 112 },
}

interface Made {
  readonly period: Period
  readonly segment?: Segment
  readonly counted?: Partial<Counted>
  /** The day on which it is looked at; by default long after, when nothing can change any more. */
  readonly today?: string
}

export function aRollUp({ period, segment = EVERYTHING, counted: over = {}, today = addDays(period.to, 400) }: Made): RollUp {
  const counted = { ...QUIET, ...over }
  const breakdown = breakdownOf(counted)
  const made = new Map(kpisOf(counted, { breakdown, looked: { period, today } }).map((kpi) => [kpi.id, kpi]))
  return {
    period,
    segment,
    kpis: KPI_IDS.map((id) => untilOver(made.get(id) ?? kpiOf({ id, unit: 'share', value: null, n: 0 }), { period, today })),
    breakdown,
    today,
    madeAt: `${today}T18:30:00.000Z`,
  }
}

const countOf = (answers: readonly ScoreCount[]) => answers.reduce((sum, { count }) => sum + count, 0)

const whatBecame = ({ cases: { opened: _, ...became } }: Counted): NonNullable<Breakdown['cases']> => became

function breakdownOf(counted: Counted): Breakdown {
  const sent = counted.outcomes.sent ?? 0
  const answered = countOf(counted.nps) + countOf(counted.csat)
  const asked = Math.max(Math.round(sent / 2), answered)
  return {
    outcomes: counted.outcomes,
    skippedBy: counted.skippedBy,
    withheldBy: counted.withheldBy,
    delivery: {
      delivered: sent - Math.round(sent * 0.02),
      bounced: Math.round(sent * 0.015),
      complained: 0,
      rejected: 0,
      delayed: 0,
      unreported: Math.round(sent * 0.02) - Math.round(sent * 0.015),
    },
    invitations: { answered, undeliverable: Math.round(asked * 0.01), open: 0, unanswered: asked - answered },
    scores: { nps: counted.nps, csat: counted.csat, ces: counted.ces, fcr: counted.fcr },
    replies: { thanks: 40, answer: 25, complaint: counted.complained, request: 11, optOut: 4 },
    calls: counted.calls,
    dispositions: { satisfied: 150, feedback: 40, 'no-answer': 90, busy: 30, 'call-back': 47, 'wrong-number': 9 },
    opened: counted.opened,
    closed: counted.closed,
    promises: counted.promises,
    cases: whatBecame(counted),
    contacted: counted.contacted,
    engaged: counted.engaged,
    gifts: counted.gifts,
    touchCosts: counted.touchCosts,
  }
}

function kpisOf(
  counted: Counted,
  { breakdown, looked }: { readonly breakdown: Breakdown; readonly looked: { readonly period: Period; readonly today: string } },
): readonly Kpi[] {
  const ends = Object.fromEntries(CALL_ENDS.map((end) => [end, counted.calls[end] ?? 0])) as Record<CallEnd, number>
  const { active, cases, complained, contacted, engaged, kept, promises, touchCosts, gifts, groups } = counted
  const costs = [...touchCosts, ...gifts.filter(({ event }) => event === 'used')]
  const waits = { minutes: Array.from({ length: 60 }, (_, at) => 4 + at * at), waiting: 0 }
  return [
    nps(counted.nps),
    csat(counted.csat),
    csi([]),
    cesMean(counted.ces),
    cesEasy(counted.ces),
    ...([30, 90, 180, 365] as const).map((days) => retention(days, { part: Math.round(days / 3), whole: 300 }, looked)),
    keptCustomers(kept),
    activeShare({ part: Math.round(active / 5), whole: active }),
    engagement({ contacted, engaged }),
    complaintRate({ active, complained }),
    spamComplaintRate(breakdown.delivery, looked),
    fcrStaff({ marked: 80, atFirst: 66 }, looked),
    fcrCustomer(counted.fcr, looked),
    fcrNoRepeat({ resolved: 90, withoutRepeat: 70 }, looked),
    responseRate({ ...breakdown.invitations, 'opted-out': 0 }),
    delivered(breakdown.delivery, looked),
    bounced(breakdown.delivery, looked),
    median('first-response', waits),
    ninetiethPercentile('first-response', waits),
    median('proposal', { minutes: [], waiting: 0 }),
    ninetiethPercentile('proposal', { minutes: [], waiting: 0 }),
    median('resolution', waits),
    ninetiethPercentile('resolution', waits),
    callsReached(ends),
    promisesKept(promises),
    escalationRate({ opened: cases.opened, escalated: cases.upByTime + cases.upByHand, undecided: 0 }),
    handedBackRate({ escalated: cases.upByTime + cases.upByHand, handedBack: cases.handedBack, undecided: 0 }),
    severityLoweredRate({ opened: cases.opened, lowered: cases.lowered, undecided: 0 }),
    reopenRate({ closed: 0, reopened: 0 }, looked),
    repeatRate({ opened: 0, repeats: 0 }),
    kpiOf({ id: 'compensation-cost', unit: 'money', value: 150_000, numerator: 600_000, denominator: 4, n: 4, currency: 'VND' }),
    recoveredDetractors({ answeredAgain: 12, recovered: 5 }, looked),
    hotlineMissed({ callers: 300, missed: 24 }),
    hotlineReturned({ missed: 24, inTime: 20, notDue: 0 }),
    ...(['cost-per-customer', 'cost-per-occasion', 'cost-per-retained-customer'] as const).flatMap((id) => {
      const kpi = costPer(id, { costs, spentOn: id === 'cost-per-retained-customer' ? kept.part : contacted })
      return 'refused' in kpi ? [kpiOf({ id, unit: 'money', value: null, n: contacted })] : [kpi]
    }),
    lift(
      'campaign-lift',
      groups ?? { treated: { customers: 1_800, bought: 420 }, leftAlone: { customers: 100, bought: 15 } },
      looked,
    ),
    lift(
      'care-lift',
      groups ?? { treated: { customers: 4_000, bought: 900 }, leftAlone: { customers: 200, bought: 30 } },
      looked,
    ),
  ]
}
