/** The worked example of every figure, as docs/numbers.md tells it: what is counted in words, and what the rules make of it. */
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
import type { Kpi, KpiId } from '#core/kpi/kpi.ts'
import { lift } from '#core/kpi/lift.ts'
import { nps } from '#core/kpi/nps.ts'
import { promisesKept } from '#core/kpi/promises-kept.ts'
import { recoveredDetractors } from '#core/kpi/recovered-detractors.ts'
import { responseRate } from '#core/kpi/response-rate.ts'
import { median, ninetiethPercentile } from '#core/kpi/response-times.ts'
import { activeShare, keptCustomers, retention } from '#core/kpi/retention.ts'
import { countsOfScores } from '#core/kpi/score-counts.ts'

const MARCH = { from: '2027-03-01', to: '2027-03-31' }
const LATER = { period: MARCH, today: '2029-01-01' }
const REPORTS = { delivered: 9_767, complained: 3, bounced: 200, rejected: 1, delayed: 4, unreported: 25 }
const MAILS =
  '10,000 mails sent; 9,770 arrived, 3 of them were marked as spam, 200 bounced, 30 were rejected, delayed or not reported'
const EFFORT = countsOfScores([2, 4, 5, 6, 7, 7])
const WAITS = { minutes: [5, 10, 20, 40, 60, 90, 120, 300, 600], waiting: 1 }
const WAITED = 'after 5, 10, 20, 40, 60, 90, 120, 300 and 600 minutes, and one still waits'
const GROUPS = { treated: { bought: 56, customers: 70 }, leftAlone: { bought: 48, customers: 80 } }
const COSTS = [{ amount: 1_250_000, currency: 'VND' }]

function cost(id: Parameters<typeof costPer>[0], spentOn: number): Kpi {
  const kpi = costPer(id, { costs: COSTS, spentOn })
  if ('refused' in kpi) throw new Error(kpi.refused)
  return kpi
}

export const KPI_EXAMPLES: Readonly<Record<KpiId, readonly [counted: string, kpi: Kpi]>> = {
  nps: [
    '50 promoters, 30 passives, 20 detractors',
    nps([
      { score: 9, count: 50 },
      { score: 8, count: 30 },
      { score: 2, count: 20 },
    ]),
  ],
  csat: [
    '4 or 5 by 81 of 263 customers',
    csat([
      { score: 5, count: 81 },
      { score: 3, count: 182 },
    ]),
  ],
  csi: [
    'weights 2, 1, 1 and scores 8, 10, 5 make 100 × (31 − 4) ÷ 36 = 75; with three more customers of 50, 100 and 75',
    csi([75, 50, 100, 75]),
  ],
  'ces-mean': ['the scores 2, 4, 5, 6, 7, 7', cesMean(EFFORT)],
  'ces-easy': ['the scores 2, 4, 5, 6, 7, 7', cesEasy(EFFORT)],
  'retention-30': [
    '1,000 customers first bought in March, 400 of them by the 10th, at least 30 days before the end of the data; 60 of the 400 came back within 30 days',
    retention(30, { part: 60, whole: 400 }, LATER),
  ],
  'retention-90': [
    '400 customers of whom it can be told, 104 came back within 90 days',
    retention(90, { part: 104, whole: 400 }, LATER),
  ],
  'retention-180': [
    '400 customers of whom it can be told, 136 came back within 180 days',
    retention(180, { part: 136, whole: 400 }, LATER),
  ],
  'retention-365': [
    '400 customers of whom it can be told, 172 came back within 365 days',
    retention(365, { part: 172, whole: 400 }, LATER),
  ],
  'kept-customers': [
    '2,000 customers active when the year began, 1,300 of them when it ended',
    keptCustomers({ part: 1_300, whole: 2_000 }),
  ],
  'active-share': ['2,357 customers, 138 of them bought in June', activeShare({ part: 138, whole: 2_357 })],
  engagement: [
    '1,000 customers contacted; 180 answered, 40 wrote back and 30 used their gift, 20 of them did two of these',
    engagement({ contacted: 1_000, engaged: 230 }),
  ],
  'complaint-rate': ['4,000 active customers, 12 complained', complaintRate({ active: 4_000, complained: 12 })],
  'spam-complaint-rate': [MAILS, spamComplaintRate(REPORTS, LATER)],
  'fcr-staff': [
    'of 200 resolved issues that are marked, 170 were resolved at first contact',
    fcrStaff({ marked: 200, atFirst: 170 }, LATER),
  ],
  'fcr-customer': [
    '60 customers answered, 45 of them "solved"',
    fcrCustomer(
      [
        { score: 1, count: 45 },
        { score: 0, count: 15 },
      ],
      LATER,
    ),
  ],
  'fcr-no-repeat': [
    'of 200 resolved issues, about 156 the customer did not come back',
    fcrNoRepeat({ resolved: 200, withoutRepeat: 156 }, LATER),
  ],
  'response-rate': [
    '1,000 invitations: 210 answered, 15 stopped surveys instead, 40 were undeliverable, 735 stayed unanswered',
    responseRate({ answered: 210, 'opted-out': 15, undeliverable: 40, open: 0, unanswered: 735 }),
  ],
  delivered: [MAILS, delivered(REPORTS, LATER)],
  bounced: [MAILS, bounced(REPORTS, LATER)],
  'first-response-median': [`first responses ${WAITED}: the fifth of ten`, median('first-response', WAITS)],
  'first-response-p90': [`first responses ${WAITED}: the ninth of ten`, ninetiethPercentile('first-response', WAITS)],
  'proposal-median': [`proposals ${WAITED}: the fifth of ten`, median('proposal', WAITS)],
  'proposal-p90': [`proposals ${WAITED}: the ninth of ten`, ninetiethPercentile('proposal', WAITS)],
  'resolution-median': [`resolved ${WAITED}: the fifth of ten`, median('resolution', WAITS)],
  'resolution-p90': [`resolved ${WAITED}: the ninth of ten`, ninetiethPercentile('resolution', WAITS)],
  'calls-reached': [
    '100 calls ended: 62 reached, 20 exhausted, 3 refused, 5 wrong numbers, 1 stopped, 4 expired, 5 cancelled',
    callsReached({ reached: 62, exhausted: 20, refused: 3, 'wrong-number': 5, stopped: 1, expired: 4, cancelled: 5 }),
  ],
  'promises-kept': [
    '29 call-backs agreed; 2 customers chose another time, 24 were rung in time, 3 late or never',
    promisesKept({ kept: 24, broken: 3, open: 0 }),
  ],
  'escalation-rate': ['50 cases opened, 6 of them escalated', escalationRate({ opened: 50, escalated: 6, undecided: 0 })],
  'handed-back-rate': [
    '6 cases escalated, 4 of them handed back down',
    handedBackRate({ escalated: 6, handedBack: 4, undecided: 0 }),
  ],
  'severity-lowered-rate': [
    '50 cases opened, 3 of them called less grave by staff',
    severityLoweredRate({ opened: 50, lowered: 3, undecided: 0 }),
  ],
  'reopen-rate': ['40 cases closed, 3 of them reopened within 7 days', reopenRate({ closed: 40, reopened: 3 }, LATER)],
  'repeat-rate': [
    '48 cases with a category, 4 of them by customers who had come with the same',
    repeatRate({ opened: 48, repeats: 4 }),
  ],
  'compensation-cost': ['1,250,000 ₫ given in 8 cases', cost('compensation-cost', 8)],
  'recovered-detractors': [
    '40 detractors, 15 answered again, 6 of them with 7 or more',
    recoveredDetractors({ answeredAgain: 15, recovered: 6 }, LATER),
  ],
  'hotline-missed': ['300 callers, 24 of them missed', hotlineMissed({ callers: 300, missed: 24 })],
  'hotline-returned': [
    '24 missed callers, 1 of them not due yet, 20 rung back in time',
    hotlineReturned({ missed: 24, inTime: 20, notDue: 1 }),
  ],
  'cost-per-customer': ['1,250,000 ₫ for 480 customers', cost('cost-per-customer', 480)],
  'cost-per-occasion': ['1,250,000 ₫ for 900 touches', cost('cost-per-occasion', 900)],
  'cost-per-retained-customer': ['1,250,000 ₫, 320 customers kept', cost('cost-per-retained-customer', 320)],
  'campaign-lift': ['56 of 70 treated customers bought, and 48 of the 80 held out', lift('campaign-lift', GROUPS, LATER)],
  'care-lift': ['56 of 70 customers in care bought, and 48 of the 80 in the control group', lift('care-lift', GROUPS, LATER)],
}
