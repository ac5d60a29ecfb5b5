/** Which way of a figure is good. Null: neither is by itself, as of what care costs for each customer. */
import type { KpiId } from '#core/kpi/kpi.ts'

export type GoodDirection = 'up' | 'down'

export const GOOD_DIRECTION: Readonly<Record<KpiId, GoodDirection | null>> = {
  nps: 'up',
  csat: 'up',
  csi: 'up',
  'ces-mean': 'up',
  'ces-easy': 'up',
  'retention-30': 'up',
  'retention-90': 'up',
  'retention-180': 'up',
  'retention-365': 'up',
  'kept-customers': 'up',
  'active-share': 'up',
  engagement: 'up',
  'complaint-rate': 'down',
  'spam-complaint-rate': 'down',
  'fcr-staff': 'up',
  'fcr-customer': 'up',
  'fcr-no-repeat': 'up',
  'response-rate': 'up',
  delivered: 'up',
  bounced: 'down',
  'first-response-median': 'down',
  'first-response-p90': 'down',
  'proposal-median': 'down',
  'proposal-p90': 'down',
  'resolution-median': 'down',
  'resolution-p90': 'down',
  'calls-reached': 'up',
  'promises-kept': 'up',
  'escalation-rate': 'down',
  'handed-back-rate': null,
  'severity-lowered-rate': 'down',
  'reopen-rate': 'down',
  'repeat-rate': 'down',
  'compensation-cost': null,
  'recovered-detractors': 'up',
  'hotline-missed': 'down',
  'hotline-returned': 'up',
  'cost-per-customer': null,
  'cost-per-occasion': null,
  'cost-per-retained-customer': null,
  'campaign-lift': 'up',
  'care-lift': 'up',
}

/** Null where the figure has no good direction, or where it did not move. */
export function isWorse(id: KpiId, by: number): boolean | null {
  const good = GOOD_DIRECTION[id]
  return good === null || by === 0 ? null : good === 'up' ? by < 0 : by > 0
}
