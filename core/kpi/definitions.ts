/** Every figure's definition, by its id: what pages, the command and docs/numbers.md say of it. */
import { CALLS_REACHED } from '#core/kpi/calls-reached.ts'
import { ESCALATION_RATE, HANDED_BACK_RATE, REOPEN_RATE, REPEAT_RATE, SEVERITY_LOWERED_RATE } from '#core/kpi/case-rates.ts'
import { CES_EASY, CES_MEAN } from '#core/kpi/ces.ts'
import { COMPLAINT_RATE } from '#core/kpi/complaint-rate.ts'
import { COMPENSATION_COST, COST_PER_CUSTOMER, COST_PER_OCCASION, COST_PER_RETAINED_CUSTOMER } from '#core/kpi/cost-per.ts'
import { CSAT } from '#core/kpi/csat.ts'
import { CSI } from '#core/kpi/csi.ts'
import type { KpiDefinition } from '#core/kpi/definition.ts'
import { BOUNCED, DELIVERED, SPAM_COMPLAINT_RATE } from '#core/kpi/delivery.ts'
import { ENGAGEMENT } from '#core/kpi/engagement.ts'
import { FCR_CUSTOMER, FCR_NO_REPEAT, FCR_STAFF } from '#core/kpi/first-contact-resolution.ts'
import { HOTLINE_MISSED, HOTLINE_RETURNED } from '#core/kpi/hotline.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import { CAMPAIGN_LIFT, CARE_LIFT } from '#core/kpi/lift.ts'
import { NPS } from '#core/kpi/nps.ts'
import { PROMISES_KEPT } from '#core/kpi/promises-kept.ts'
import { RECOVERED_DETRACTORS } from '#core/kpi/recovered-detractors.ts'
import { RESPONSE_RATE } from '#core/kpi/response-rate.ts'
import { responseTimeDefinition } from '#core/kpi/response-times.ts'
import { ACTIVE_SHARE, KEPT_CUSTOMERS, retentionDefinition } from '#core/kpi/retention.ts'

export const KPI_DEFINITIONS: Readonly<Record<KpiId, KpiDefinition>> = {
  nps: NPS,
  csat: CSAT,
  csi: CSI,
  'ces-mean': CES_MEAN,
  'ces-easy': CES_EASY,
  'retention-30': retentionDefinition(30),
  'retention-90': retentionDefinition(90),
  'retention-180': retentionDefinition(180),
  'retention-365': retentionDefinition(365),
  'kept-customers': KEPT_CUSTOMERS,
  'active-share': ACTIVE_SHARE,
  engagement: ENGAGEMENT,
  'complaint-rate': COMPLAINT_RATE,
  'spam-complaint-rate': SPAM_COMPLAINT_RATE,
  'fcr-staff': FCR_STAFF,
  'fcr-customer': FCR_CUSTOMER,
  'fcr-no-repeat': FCR_NO_REPEAT,
  'response-rate': RESPONSE_RATE,
  delivered: DELIVERED,
  bounced: BOUNCED,
  'first-response-median': responseTimeDefinition('first-response', 50),
  'first-response-p90': responseTimeDefinition('first-response', 90),
  'proposal-median': responseTimeDefinition('proposal', 50),
  'proposal-p90': responseTimeDefinition('proposal', 90),
  'resolution-median': responseTimeDefinition('resolution', 50),
  'resolution-p90': responseTimeDefinition('resolution', 90),
  'calls-reached': CALLS_REACHED,
  'promises-kept': PROMISES_KEPT,
  'escalation-rate': ESCALATION_RATE,
  'handed-back-rate': HANDED_BACK_RATE,
  'severity-lowered-rate': SEVERITY_LOWERED_RATE,
  'reopen-rate': REOPEN_RATE,
  'repeat-rate': REPEAT_RATE,
  'compensation-cost': COMPENSATION_COST,
  'recovered-detractors': RECOVERED_DETRACTORS,
  'hotline-missed': HOTLINE_MISSED,
  'hotline-returned': HOTLINE_RETURNED,
  'cost-per-customer': COST_PER_CUSTOMER,
  'cost-per-occasion': COST_PER_OCCASION,
  'cost-per-retained-customer': COST_PER_RETAINED_CUSTOMER,
  'campaign-lift': CAMPAIGN_LIFT,
  'care-lift': CARE_LIFT,
}
