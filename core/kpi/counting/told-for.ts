/** For which segments a figure can be told: each table it is counted from must know the segment's column. An answer, say, came through no channel of ours. */
import { FACT_TABLES, type FactKind } from '#core/facts/fact-tables.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import type { Segment } from '#core/kpi/segment.ts'

const COUNTED_FROM: Readonly<Record<KpiId, readonly FactKind[]>> = {
  nps: ['answers'],
  csat: ['answers'],
  csi: ['answers', 'ratings'],
  'ces-mean': ['answers'],
  'ces-easy': ['answers'],
  'retention-30': ['purchases'],
  'retention-90': ['purchases'],
  'retention-180': ['purchases'],
  'retention-365': ['purchases'],
  'kept-customers': ['purchases'],
  'active-share': ['purchases'],
  engagement: ['touches', 'work', 'answers', 'replies', 'gifts'],
  'complaint-rate': ['touches', 'work', 'purchases'],
  'spam-complaint-rate': ['touches'],
  'fcr-staff': ['work'],
  'fcr-customer': ['answers'],
  'fcr-no-repeat': ['work'],
  'response-rate': ['touches'],
  delivered: ['touches'],
  bounced: ['touches'],
  'first-response-median': ['work'],
  'first-response-p90': ['work'],
  'proposal-median': ['work'],
  'proposal-p90': ['work'],
  'resolution-median': ['work'],
  'resolution-p90': ['work'],
  'calls-reached': ['work'],
  'promises-kept': ['work'],
  'escalation-rate': ['work'],
  'handed-back-rate': ['work'],
  'severity-lowered-rate': ['work'],
  'reopen-rate': ['work'],
  'repeat-rate': ['work'],
  'compensation-cost': ['work'],
  'recovered-detractors': ['answers'],
  'hotline-missed': ['hotline'],
  'hotline-returned': ['work'],
  'cost-per-customer': ['touches', 'work', 'gifts'],
  'cost-per-occasion': ['touches', 'gifts'],
  'cost-per-retained-customer': ['touches', 'gifts', 'purchases'],
  'campaign-lift': ['touches'],
  'care-lift': ['touches', 'purchases'],
}

/** A holdout belongs to one campaign; all others of a segment would be mixed into its lift. */
export function isToldFor(id: KpiId, segment: Segment): boolean {
  if (id === 'campaign-lift') return segment.by === 'campaign'
  return COUNTED_FROM[id].every((kind) => isKnownTo(kind, segment))
}

/** Whether the rows of a table can be told apart by the segment. */
export const isKnownTo = (kind: FactKind, { by }: Segment): boolean => by === 'all' || by in FACT_TABLES[kind]
