/** Every figure of a segment from its counts. */
import { cesEasy, cesMean } from '#core/kpi/ces.ts'
import { complaintRate } from '#core/kpi/complaint-rate.ts'
import { costPer } from '#core/kpi/cost-per.ts'
import type { AnswerCounts } from '#core/kpi/counting/answer-counts.ts'
import type { CountedPeriod } from '#core/kpi/counting/counted-period.ts'
import type { CountedWork } from '#core/kpi/counting/counted-work.ts'
import { type PersonSet, those } from '#core/kpi/counting/persons.ts'
import type { PurchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import { type Reach, reachOf, whoCouldComplain } from '#core/kpi/counting/reach.ts'
import type { SegmentCounts } from '#core/kpi/counting/segment-counter.ts'
import { isKnownTo, isToldFor } from '#core/kpi/counting/told-for.ts'
import { type CustomersStood, isOfCustomers } from '#core/kpi/counting/where-customers-stood.ts'
import { type WorkCounts, workCounts } from '#core/kpi/counting/work-counts.ts'
import { csat } from '#core/kpi/csat.ts'
import { csi } from '#core/kpi/csi.ts'
import { bounced, delivered, spamComplaintRate } from '#core/kpi/delivery.ts'
import { engagement } from '#core/kpi/engagement.ts'
import { fcrCustomer } from '#core/kpi/first-contact-resolution.ts'
import { hotlineMissed } from '#core/kpi/hotline.ts'
import { KPI_IDS, type Kpi, type KpiId, kpiOf, withMissing } from '#core/kpi/kpi.ts'
import { type LiftCounts, lift } from '#core/kpi/lift.ts'
import type { MissingSpan } from '#core/kpi/missing-days.ts'
import { nps } from '#core/kpi/nps.ts'
import { untilOver } from '#core/kpi/provisional.ts'
import { HORIZONS } from '#core/kpi/purchase-days.ts'
import { recoveredDetractors } from '#core/kpi/recovered-detractors.ts'
import { responseRate } from '#core/kpi/response-rate.ts'
import { activeShare, keptCustomers, type Part, retention } from '#core/kpi/retention.ts'
import type { Breakdown, RollUp } from '#core/kpi/roll-up.ts'
import { countsOfScores } from '#core/kpi/score-counts.ts'
import type { Segment } from '#core/kpi/segment.ts'

interface OfSegment {
  readonly segment: Segment
  readonly counts: SegmentCounts
  /** Of everything: for tables that do not know the segment's column, as purchases know no campaign, and for figures of customers, who move. */
  readonly whole: SegmentCounts & { readonly work: WorkCounts }
  readonly stood: CustomersStood
  readonly asked: CountedPeriod & CountedWork
  readonly missingOf: ReadonlyMap<KpiId, readonly MissingSpan[]>
}

/** The figures, in the order of KPI_IDS, and the counts beside them. */
export function rolledUp(of: OfSegment): Pick<RollUp, 'kpis' | 'breakdown'> {
  const { segment, counts, whole, asked, missingOf } = of
  const work = segment.by === 'all' ? whole.work : workCounts(counts.items, asked)
  const isOfBuyers = isKnownTo('purchases', segment)
  const parts: Parts = {
    counts,
    asked,
    bought: isOfBuyers ? asked.purchases.of(segment, asked.period.from) : asked.purchases.ofAll(),
    isOfBuyers,
    work,
    ...customersOf(of, work),
    contactedThere: reachOf(counts, work).contacted.size(),
    // An invitation is the segment's by its own row: its customer may have come to another tier before the answer.
    invitations: counts.touches.invitations((key) => whole.answered.has(key)),
    // Whoever came to another tier since bought all the same.
    groups: {
      ofCampaign: counts.holdout?.groups(asked.purchases.ofAll()) ?? NO_GROUPS,
      ofCare: whole.care?.groupsOf(segment, asked.purchases.ofAll()) ?? NO_GROUPS,
    },
  }
  const byId = new Map(everyKpi(parts).map((kpi) => [kpi.id, kpi]))
  const kpis = KPI_IDS.map((id) => {
    const kpi = byId.get(id)
    if (kpi === undefined) throw new Error(`${id} was not counted`)
    const told = isToldFor(id, segment) ? kpi : kpiOf({ id, unit: kpi.unit, value: null, n: 0 })
    return withMissing(untilOver(told, asked), missingOf.get(id) ?? [])
  })
  return { kpis, breakdown: breakdownOf(parts) }
}

interface OfCustomers {
  readonly answers: AnswerCounts
  readonly indexes: readonly number[]
  readonly reach: Reach
  readonly complained: PersonSet
}

/**
 * What customers of the segment did. Those of a tier or a country out of everybody's: they come to another meanwhile, and what they did stands in the rows
 * of that one.
 */
function customersOf({ segment, counts, whole, stood }: OfSegment, work: WorkCounts): OfCustomers {
  if (isOfCustomers(segment)) {
    const isOne = stood.isOf(segment)
    return {
      answers: whole.answers({ isOne }),
      indexes: whole.indexes(isOne),
      reach: reachOf(whole, whole.work, isOne),
      complained: those(whole.work.complained, isOne),
    }
  }
  const answers = counts.answers()
  // A detractor of one campaign may answer another.
  const { recovery } = segment.by === 'campaign' ? whole.answers({ campaign: segment.is }) : answers
  return {
    answers: { ...answers, recovery },
    indexes: counts.indexes(),
    reach: reachOf(counts, work),
    complained: work.complained,
  }
}

interface Parts extends Pick<OfSegment, 'counts' | 'asked'>, OfCustomers {
  /** Of the segment, or of everybody where purchases do not know it. */
  readonly bought: PurchaseHistory
  readonly isOfBuyers: boolean
  readonly work: WorkCounts
  /** By the rows of the segment, as costs are: who was contacted in two tiers has cost something in both. */
  readonly contactedThere: number
  readonly invitations: Breakdown['invitations']
  readonly groups: { readonly ofCampaign: LiftCounts; readonly ofCare: LiftCounts }
}

function everyKpi(parts: Parts): readonly Kpi[] {
  const { counts, asked, bought, isOfBuyers, work, reach, complained, contactedThere, invitations, groups } = parts
  const { period, today } = asked
  const looked = { period, today }
  const { touches, hotline } = counts
  const { answers, indexes } = parts
  const { scores } = answers
  const { contacted } = reach
  // Of a segment that purchases do not know these are not told.
  const ofBuyers = (counted: () => Part | null): Part => (isOfBuyers ? counted() : null) ?? NOBODY
  const kept = ofBuyers(() => bought.kept(looked))
  const costs = [...touches.costs, ...counts.gifts.filter(({ event }) => event === 'used')]
  const active = whoCouldComplain(isOfBuyers ? bought : null, { asked, contacted, complained })
  return [
    nps(scores.nps ?? []),
    csat(scores.csat ?? []),
    csi(indexes),
    cesMean(scores.ces ?? []),
    cesEasy(scores.ces ?? []),
    ...HORIZONS.map((horizon) =>
      retention(
        horizon,
        ofBuyers(() => bought.retained(horizon, looked)),
        looked,
      ),
    ),
    keptCustomers(kept),
    activeShare(ofBuyers(() => bought.activeIn(period))),
    engagement({ contacted: contacted.size(), engaged: reach.engaged }),
    complaintRate({ active: active.size(), complained: complained.size() }),
    spamComplaintRate(touches.delivery, looked),
    fcrCustomer(scores.fcr ?? [], looked),
    responseRate({ ...invitations, 'opted-out': 0 }),
    delivered(touches.delivery, looked),
    bounced(touches.delivery, looked),
    recoveredDetractors(answers.recovery, looked),
    hotlineMissed(hotline),
    cost('compensation-cost', work.compensation),
    cost('cost-per-customer', { costs, spentOn: contactedThere }),
    cost('cost-per-occasion', { costs, spentOn: touches.sent }),
    cost('cost-per-retained-customer', { costs, spentOn: kept.part }),
    lift('campaign-lift', groups.ofCampaign, looked),
    lift('care-lift', groups.ofCare, looked),
    ...work.kpis,
  ]
}

const breakdownOf = ({ counts, work, answers, indexes, reach, invitations }: Parts): Breakdown => ({
  outcomes: counts.touches.outcomes,
  skippedBy: counts.touches.skippedBy,
  withheldBy: counts.touches.withheldBy,
  delivery: counts.touches.delivery,
  invitations,
  scores: {
    ...answers.scores,
    ...(indexes.length > 0 && { csi: countsOfScores(indexes.map(Math.round)) }),
  },
  replies: counts.replies,
  ...work.breakdown,
  themes: counts.themes,
  contacted: reach.contacted.size(),
  engaged: reach.engaged,
  gifts: counts.gifts,
  touchCosts: counts.touches.costs,
})

const NOBODY = { part: 0, whole: 0 }
const NO_GROUPS: LiftCounts = { treated: { customers: 0, bought: 0 }, leftAlone: { customers: 0, bought: 0 } }

/** Đồng and dollars have no sum: the figure has no data, and the breakdown names the currencies. */
function cost(id: Parameters<typeof costPer>[0], spent: Parameters<typeof costPer>[1]): Kpi {
  const kpi = costPer(id, spent)
  return 'refused' in kpi ? kpiOf({ id, unit: 'money', value: null, n: 0 }) : kpi
}
