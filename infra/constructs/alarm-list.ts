/** Every alarm but one as data: what it watches, from which value it rings, what that means, and where the runbook helps. */
import { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { FunctionName } from '#functions/env.ts'
import type { WorkQueue } from '#infra/constructs/work-queue.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface Watched {
  readonly queues: WorkQueues
  readonly functions: Readonly<Record<Exclude<FunctionName, 'receiveReply'>, IFunction>>
  /** Left out where no mail comes in. */
  readonly listening?: { readonly replies: WorkQueue; readonly receiveReply: IFunction }
}

export interface AlarmSpec {
  /** The section of docs/runbook.md, as its heading is addressed in a link. */
  readonly section: string
  /** What it means for customers or for the company's word, in one sentence. */
  readonly impact: string
  readonly metric: IMetric
  /** Rings at this value or above. */
  readonly atLeast: number
}

const FIVE_MINUTES = Duration.minutes(5)
/** The namespace of the functions' own metrics. */
const REPORTS = 'ThamHoi'

export const alarmList = ({ queues, functions, listening }: Watched): Readonly<Record<string, AlarmSpec>> => ({
  ...deadLetters(queues),
  ...failures(functions),
  ...(listening && replies(listening)),
  ...mail(queues),
  ...promises(),
})

function deadLetters({
  slices,
  batches,
  deliveryEvents,
  notices,
  scheduleDeadLetters,
  plannerDeadLetters,
}: WorkQueues): Record<string, AlarmSpec> {
  return {
    SliceDeadLetters: {
      section: 'slice-dead-letters',
      impact: 'Part of the customers of an occurrence is not planned, or not planned anew, and may get no greeting.',
      metric: waiting(slices.deadLetters),
      atLeast: 1,
    },
    BatchDeadLetters: {
      section: 'batch-dead-letters',
      impact: 'A batch of up to 500 customers was due and could not be finished; some of them have no greeting.',
      metric: waiting(batches.deadLetters),
      atLeast: 1,
    },
    DeliveryEventDeadLetters: {
      section: 'delivery-event-dead-letters',
      impact: 'Bounces or complaints are not recorded, so an address that must not be used again may be used again.',
      metric: waiting(deliveryEvents.deadLetters),
      atLeast: 1,
    },
    NoticeDeadLetters: {
      section: 'notice-dead-letters',
      impact: 'A customer said stop and got no confirmation of it, which the law asks for; the stop itself is in force.',
      metric: waiting(notices.deadLetters),
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
const errors = (fn: IFunction) => fn.metricErrors({ period: FIVE_MINUTES, statistic: Stats.SUM })

function failures({
  planOccurrences,
  planSlice,
  sendBatch,
  recordDelivery,
  sendNotice,
  purgeExpired,
  servePages,
}: Watched['functions']): Record<string, AlarmSpec> {
  return {
    PlanOccurrencesErrors: {
      section: 'plan-occurrences-errors',
      impact: 'The hourly look ahead failed: while it does, nothing new is planned and no occurrence is closed.',
      metric: errors(planOccurrences),
      atLeast: 1,
    },
    PlanSliceErrors: {
      section: 'plan-slice-errors',
      impact: 'Planning of a slice failed and will be tried again; if that goes on, its customers get no greeting.',
      metric: errors(planSlice),
      atLeast: 1,
    },
    SendBatchErrors: {
      section: 'send-batch-errors',
      impact: 'Sending of a batch broke off and will be tried again; greetings may be late.',
      metric: errors(sendBatch),
      atLeast: 1,
    },
    RecordDeliveryErrors: {
      section: 'record-delivery-errors',
      impact: 'Delivery news is not being recorded; bounces and complaints are noticed late.',
      metric: errors(recordDelivery),
      atLeast: 1,
    },
    SendNoticeErrors: {
      section: 'send-notice-errors',
      impact: 'Confirmations of opt-outs broke off and will be tried again; customers hear late that their stop was taken.',
      metric: errors(sendNotice),
      atLeast: 1,
    },
    PurgeExpiredErrors: {
      section: 'purge-expired-errors',
      impact: 'Personal data is kept longer than we promise; the next night makes up for it unless it fails for the same reason.',
      metric: errors(purgeExpired),
      atLeast: 1,
    },
    ServePagesErrors: {
      section: 'serve-pages-errors',
      impact: 'A customer could not answer, open a voucher or stop the mails, which the law says must work.',
      metric: errors(servePages),
      atLeast: 1,
    },
  }
}

function replies({
  replies: { queue, deadLetters },
  receiveReply,
}: NonNullable<Watched['listening']>): Record<string, AlarmSpec> {
  return {
    ReplyDeadLetters: {
      section: 'reply-dead-letters',
      impact: 'Mails of customers are not being read: answers, complaints or stops lie there that nobody has acted on.',
      metric: waiting(deadLetters),
      atLeast: 1,
    },
    ReceiveReplyErrors: {
      section: 'receive-reply-errors',
      impact: "Reading customers' mails broke off and will be tried again; a stop among them takes effect late.",
      metric: errors(receiveReply),
      atLeast: 1,
    },
    RepliesLate: {
      section: 'replies-late',
      impact: 'Mails of customers have waited for a quarter of an hour to be read; a stop among them is not yet in force.',
      metric: oldest(queue),
      atLeast: Duration.minutes(15).toSeconds(),
    },
  }
}

function mail({ batches }: WorkQueues): Record<string, AlarmSpec> {
  /** Of the account, because the provider reviews and pauses the account. A share from 0 to 1. */
  const reputation = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, period: Duration.minutes(15), statistic: Stats.MAXIMUM })
  return {
    BatchesLate: {
      section: 'batches-late',
      impact: 'Due batches have waited for an hour; greetings are late and some may miss their window.',
      metric: oldest(batches.queue),
      atLeast: Duration.hours(1).toSeconds(),
    },
    // The provider puts an account under review at 5 % and 0.1 %, and pauses it at 10 % and 0.5 %.
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

/** What the functions themselves report, as metrics in their logs: whichever of them does, whatever its dimensions. */
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
    OtherAlarm: {
      section: 'other-alarm',
      impact: 'A function met something that a person must look at; until then it errs on the side of not sending.',
      metric: reported('OtherAlarm'),
      atLeast: 1,
    },
  }
}
