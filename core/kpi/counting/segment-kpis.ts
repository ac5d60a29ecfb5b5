/** Every figure of a segment from its counts. */
import { cesEasy, cesMean } from '#core/kpi/ces.ts'
import { complaintRate } from '#core/kpi/complaint-rate.ts'
import { costPer } from '#core/kpi/cost-per.ts'
import type { CountedPeriod } from '#core/kpi/counting/counted-period.ts'
import type { PurchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import { type Reach, reachOf, whoCouldComplain } from '#core/kpi/counting/reach.ts'
import type { SegmentCounts } from '#core/kpi/counting/segment-counter.ts'
import { isKnownTo, isToldFor } from '#core/kpi/counting/told-for.ts'
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
  /** Of everything: for tables that do not know the segment's column, as purchases know no campaign. */
  readonly whole: SegmentCounts
  readonly asked: CountedPeriod
  readonly missingOf: ReadonlyMap<KpiId, readonly MissingSpan[]>
}

/** The figures, in the order of KPI_IDS, and the counts beside them. */
export function rolledUp({ segment, counts, whole, asked, missingOf }: OfSegment): Pick<RollUp, 'kpis' | 'breakdown'> {
  const work = workCounts(counts.items, asked)
  const isOfBuyers = isKnownTo('purchases', segment)
  const parts: Parts = {
    counts,
    asked,
    bought: isOfBuyers ? asked.purchases.of(segment, asked.period.from) : asked.purchases.ofAll(),
    isOfBuyers,
    work,
    reach: reachOf(counts, work, isOfCustomers(segment) ? whole : counts),
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

/** Customers are in one tier and one country at a time, and may come to another: what they did stands in the rows of that one. */
const isOfCustomers = ({ by }: Segment): boolean => by === 'tier' || by === 'country'

interface Parts extends Pick<OfSegment, 'counts' | 'asked'> {
  /** Of the segment, or of everybody where purchases do not know it. */
  readonly bought: PurchaseHistory
  readonly isOfBuyers: boolean
  readonly work: WorkCounts
  readonly reach: Reach
  readonly invitations: Breakdown['invitations']
  readonly groups: { readonly ofCampaign: LiftCounts; readonly ofCare: LiftCounts }
}

function everyKpi({ counts, asked, bought, isOfBuyers, work, reach, invitations, groups }: Parts): readonly Kpi[] {
  const { period, today } = asked
  const looked = { period, today }
  const { touches, answers, hotline } = counts
  const { scores } = answers
  const { contacted } = reach
  // Of a segment that purchases do not know these are not told.
  const ofBuyers = (counted: () => Part | null): Part => (isOfBuyers ? counted() : null) ?? NOBODY
  const kept = ofBuyers(() => bought.kept(looked))
  const costs = [...touches.costs, ...counts.gifts.filter(({ event }) => event === 'used')]
  const active = whoCouldComplain(isOfBuyers ? bought : null, { asked, contacted, complained: work.complained })
  return [
    nps(scores.nps ?? []),
    csat(scores.csat ?? []),
    csi(counts.indexes),
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
    complaintRate({ active: active.size(), complained: work.complained.size() }),
    spamComplaintRate(touches.delivery, looked),
    fcrCustomer(scores.fcr ?? [], looked),
    responseRate({ ...invitations, 'opted-out': 0 }),
    delivered(touches.delivery, looked),
    bounced(touches.delivery, looked),
    recoveredDetractors(answers.recovery, looked),
    hotlineMissed(hotline),
    cost('compensation-cost', work.compensation),
    cost('cost-per-customer', { costs, spentOn: contacted.size() }),
    cost('cost-per-occasion', { costs, spentOn: touches.sent }),
    cost('cost-per-retained-customer', { costs, spentOn: kept.part }),
    lift('campaign-lift', groups.ofCampaign, looked),
    lift('care-lift', groups.ofCare, looked),
    ...work.kpis,
  ]
}

const breakdownOf = ({ counts, work, reach, invitations }: Parts): Breakdown => ({
  outcomes: counts.touches.outcomes,
  skippedBy: counts.touches.skippedBy,
  withheldBy: counts.touches.withheldBy,
  delivery: counts.touches.delivery,
  invitations,
  scores: {
    ...counts.answers.scores,
    ...(counts.indexes.length > 0 && { csi: countsOfScores(counts.indexes.map(Math.round)) }),
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
