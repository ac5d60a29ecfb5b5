/** What is behind a figure: its counts grouped by reason, and the pages that list the rows. */
import { type FigureOfPurchases, isOfPurchases } from '#core/kpi/buyers-behind.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import type { Behind, Looking } from '#web/staff/report/behind.ts'
import { buyers } from '#web/staff/report/behind-buyers.ts'
import { type Group, MAKERS } from '#web/staff/report/behind-counts.ts'

export function behindFigure(id: KpiId, looking: Looking): readonly Behind[] {
  const groups = isOfPurchases(id) ? [buyers(id, looking)] : GROUPS[id].map((group) => MAKERS[group](looking))
  return groups.filter(({ rows }) => rows.length > 0)
}

const TOUCHED: readonly Group[] = ['outcomes', 'skips', 'withheld']
const ENGAGED: readonly Group[] = ['outcomes', 'invitations', 'replies', 'calls', 'gifts']
const WORKED: readonly Group[] = ['opened', 'closed']

const GROUPS: Readonly<Record<Exclude<KpiId, FigureOfPurchases>, readonly Group[]>> = {
  nps: ['nps', 'invitations'],
  csat: ['csat', 'invitations'],
  csi: ['csi', 'invitations'],
  'ces-mean': ['ces', 'invitations'],
  'ces-easy': ['ces', 'invitations'],
  engagement: ENGAGED,
  'complaint-rate': ['opened', 'replies'],
  'spam-complaint-rate': ['delivery'],
  'fcr-staff': ['solvedAtFirst', 'closed', 'fcr'],
  'fcr-customer': ['fcr', 'invitations'],
  'fcr-no-repeat': WORKED,
  'response-rate': ['invitations'],
  delivered: ['delivery', ...TOUCHED],
  bounced: ['delivery'],
  'first-response-median': WORKED,
  'first-response-p90': WORKED,
  'proposal-median': WORKED,
  'proposal-p90': WORKED,
  'resolution-median': WORKED,
  'resolution-p90': WORKED,
  'calls-reached': ['calls', 'dispositions'],
  'promises-kept': ['promises'],
  'escalation-rate': ['cases', ...WORKED],
  'handed-back-rate': ['cases'],
  'severity-lowered-rate': ['cases'],
  'reopen-rate': WORKED,
  'repeat-rate': WORKED,
  'compensation-cost': WORKED,
  'recovered-detractors': ['nps'],
  'hotline-missed': ['opened'],
  'hotline-returned': ['opened'],
  'cost-per-customer': ['outcomes', 'gifts'],
  'cost-per-occasion': ['outcomes', 'gifts'],
  'cost-per-retained-customer': ['outcomes', 'gifts'],
  'campaign-lift': ['withheld'],
  'care-lift': ['withheld'],
}
