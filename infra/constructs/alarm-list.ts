/** Every alarm except one as data: what it watches, from which value it rings, its impact, and its section of the runbook. */
import { Duration } from 'aws-cdk-lib'
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { AlarmSpec } from '#infra/constructs/alarm-spec.ts'
import {
  type Functions,
  failedWork,
  lambdaAlarms,
  pageAlarms,
  staffAlarms,
  telephoneAlarms,
} from '#infra/constructs/failure-alarms.ts'
import type { Pages } from '#infra/constructs/pages.ts'
import type { StaffApp } from '#infra/constructs/staff-app.ts'
import type { Telephony } from '#infra/constructs/telephony.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface Watched {
  readonly queues: WorkQueues
  readonly functions: Functions
  readonly pages: Pick<Pages, 'api' | 'refused'>
  readonly staffApp: Pick<StaffApp, 'api' | 'refused'>
  readonly telephony: Pick<Telephony, 'api' | 'refused'>
}

const FIVE_MINUTES = Duration.minutes(5)
/** The namespace of the functions' own metrics. */
const REPORTS = 'ThamHoi'

export const alarmList = ({ queues, functions, pages, staffApp, telephony }: Watched): Readonly<Record<string, AlarmSpec>> => ({
  ...deadLetters(queues),
  ...failedWork(),
  ...lambdaAlarms(functions),
  ...pageAlarms(pages),
  ...staffAlarms(staffApp),
  ...telephoneAlarms(telephony),
  ...mail(queues),
  ...promises(),
})

function deadLetters({
  orders,
  deliveryEvents,
  replies,
  scheduleDeadLetters,
  plannerDeadLetters,
}: WorkQueues): Record<string, AlarmSpec> {
  return {
    OrderDeadLetters: {
      section: 'order-dead-letters',
      impact:
        'A slice, a batch or a confirmation was given up: up to 500 customers have no greeting, or a stop is not confirmed.',
      metric: waiting(orders.deadLetters),
      atLeast: 1,
    },
    DeliveryEventDeadLetters: {
      section: 'delivery-event-dead-letters',
      impact: 'Bounces or complaints are not recorded, so an address that must not be used again may be used again.',
      metric: waiting(deliveryEvents.deadLetters),
      atLeast: 1,
    },
    ReplyDeadLetters: {
      section: 'reply-dead-letters',
      impact:
        'Mails or one-click stops of customers were given up: answers, complaints or stops lie there that nobody has acted on.',
      metric: waiting(replies.deadLetters),
      atLeast: 1,
    },
    ScheduleDeadLetters: {
      section: 'schedule-dead-letters',
      impact: 'A due batch never reached the queue; its customers have no greeting until it is put there.',
      metric: waiting(scheduleDeadLetters),
      atLeast: 1,
    },
    PlannerDeadLetters: {
      section: 'planner-dead-letters',
      impact: 'An hourly look ahead was given up; the next one makes up for it unless it fails for the same reason.',
      metric: waiting(plannerDeadLetters),
      atLeast: 1,
    },
  }
}

const waiting = (queue: IQueue) =>
  queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM })
const oldest = (queue: IQueue) => queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM })

function mail({ orders, replies }: WorkQueues): Record<string, AlarmSpec> {
  /** Of the whole account, because the provider reviews and pauses the account. A share from 0 to 1. */
  const reputation = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, period: Duration.minutes(15), statistic: Stats.MAXIMUM })
  return {
    OrdersLate: {
      section: 'orders-late',
      impact: 'Orders have waited for an hour: due batches are late and some may miss their window, confirmations of stops too.',
      metric: oldest(orders.queue),
      atLeast: Duration.hours(1).toSeconds(),
    },
    RepliesLate: {
      section: 'replies-late',
      impact: 'Mails or stops of customers have waited for a quarter of an hour; a stop among them is not yet in force.',
      metric: oldest(replies.queue),
      atLeast: Duration.minutes(15).toSeconds(),
    },
    // The provider reviews an account at 5 % and 0.1 %, and pauses it at 10 % and 0.5 %.
    BounceRate: {
      section: 'bounce-rate',
      impact: 'Too many addresses are dead: at 5 % the provider reviews the account, at 10 % it stops all mail.',
      metric: reputation('Reputation.BounceRate'),
      atLeast: 0.03,
    },
    ComplaintRate: {
      section: 'complaint-rate',
      impact: 'Too many customers call our mail spam: at 0.1 % the provider reviews the account, at 0.5 % it stops all mail.',
      metric: reputation('Reputation.ComplaintRate'),
      atLeast: 0.0008,
    },
  }
}

/** Metrics that the functions write into their logs, summed over all functions and dimensions. */
function promises(): Record<string, AlarmSpec> {
  const reported = (metricName: string) =>
    new MathExpression({
      expression: `SELECT SUM(${metricName}) FROM ${REPORTS}`,
      label: metricName,
      period: FIVE_MINUTES,
    })
  return {
    OccurrenceMismatch: {
      section: 'occurrence-mismatch',
      impact: 'An occurrence closed with a balance that does not add up: someone of its audience has no outcome.',
      metric: reported('OccurrenceMismatch'),
      atLeast: 1,
    },
    ConsentUnreadable: {
      section: 'consent-unreadable',
      impact: 'The consent of a customer cannot be read, so nothing is sent to them until it is put right.',
      metric: reported('ConsentUnreadable'),
      atLeast: 1,
    },
    SuppressionUnreadable: {
      section: 'suppression-unreadable',
      impact: 'An entry of the suppression list cannot be read, so nothing is sent to that address until it is put right.',
      metric: reported('SuppressionUnreadable'),
      atLeast: 1,
    },
    CampaignStopped: {
      section: 'campaign-stopped',
      impact:
        'A campaign paused itself because too many of its mails bounced or were called spam; its customers are not written to until a person decides.',
      metric: reported('CampaignStopped'),
      atLeast: 1,
    },
    WordsMissing: {
      section: 'words-missing',
      impact:
        'The words of a campaign are not there or cannot be read: its customers wait, and when their window ends they have no greeting.',
      metric: reported('WordsMissing'),
      atLeast: 1,
    },
    SenderStopped: {
      section: 'sender-stopped',
      impact:
        'The mail provider refuses every mail of ours, so nobody is written to; their mails wait inside their hours and go by themselves once it is mended.',
      metric: reported('SenderStopped'),
      atLeast: 1,
    },
    SenderNotReady: {
      section: 'sender-not-ready',
      impact: 'When the next hours for sending begin, mails will not leave, or not all of them, unless it is mended before.',
      metric: reported('SenderNotReady'),
      atLeast: 1,
    },
    OccurrenceLosses: {
      section: 'occurrence-losses',
      impact:
        'Many customers of an occurrence get no mail that they should have got, or may have got none: it failed, waited in vain, or no answer came.',
      metric: reported('OccurrenceLosses'),
      atLeast: 1,
    },
    DoNotCallListOld: {
      section: 'do-not-call-list-old',
      impact:
        'No customer is called for advertising: the do-not-call list is missing, or older than the rules of the country allow.',
      metric: reported('DoNotCallListOld'),
      atLeast: 1,
    },
    UrgentNotHeard: {
      section: 'urgent-not-heard',
      impact:
        'A complaint came while no person was on call, or no person could be written to about it: it may wait until the team is back.',
      metric: reported('UrgentNotHeard'),
      atLeast: 1,
    },
    UrgentPostGivenUp: {
      section: 'urgent-post-given-up',
      impact:
        'The webhook of the company did not take a complaint after several tries: who relies on it alone does not know of it.',
      metric: reported('UrgentPostGivenUp'),
      atLeast: 1,
    },
    DepartmentNotTold: {
      section: 'department-not-told',
      impact:
        'A department, or its head, may not know what it was asked about a case: the customer waits for an answer that nobody writes.',
      metric: reported('DepartmentNotTold'),
      atLeast: 1,
    },
    ErasureUnfinished: {
      section: 'erasure-unfinished',
      impact:
        'The data of a customer who was to be erased is still there, all or in part; nothing is sent to them, and the time that the law gives runs.',
      metric: reported('ErasureUnfinished'),
      atLeast: 1,
    },
    PurgeBehind: {
      section: 'purge-behind',
      impact: 'Personal data is kept longer than we promise: for three nights or more its deletion has not come to its end.',
      metric: reported('PurgeBehind'),
      atLeast: 1,
    },
    StaffActFailed: {
      section: 'staff-act-failed',
      impact:
        'What somebody in care set out to do for a customer or a campaign broke off and may be done in part, or the audit log does not say what became of it.',
      metric: reported('StaffActFailed'),
      atLeast: 1,
    },
    OtherAlarm: {
      section: 'other-alarm',
      impact: 'A function met something that a person must look at; until then it errs on the side of not sending.',
      metric: reported('OtherAlarm'),
      atLeast: 1,
    },
  }
}
