/** What wakes a person. Every alarm says what it means for customers and where the runbook says what to do. */
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { METRICS } from '#infra/constructs/metrics.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface AlarmsProps {
  readonly config: InfraConfig
  readonly queues: WorkQueues
  readonly functions: {
    readonly planOccurrences: IFunction
    readonly planSlice: IFunction
    readonly sendBatch: IFunction
    readonly recordDelivery: IFunction
    readonly servePages: IFunction
  }
}

interface AlarmSpec {
  /** The section of docs/runbook.md, as its heading is addressed in a link. */
  readonly section: string
  /** What it means for customers or for the company's word, in one sentence. */
  readonly impact: string
  readonly metric: IMetric
  /** Rings at this value or above. */
  readonly atLeast: number
  readonly periods?: number
}

const FIVE_MINUTES = Duration.minutes(5)

export class Alarms extends Construct {
  readonly #topic: Topic
  readonly #runbook: string

  constructor(scope: Construct, id: string, { config, queues, functions }: AlarmsProps) {
    super(scope, id)
    this.#runbook = config.runbook
    this.#topic = this.#createTopic(config.alarmEmail)
    for (const [name, spec] of Object.entries({ ...deadLetters(queues), ...failures(functions), ...mail(queues), ...promises() })) this.#watch(name, spec)
    this.#watchSilence(functions.planOccurrences)
  }

  #watch(name: string, { section, impact, metric, atLeast, periods = 1 }: AlarmSpec) {
    const alarm = new Alarm(this, name, {
      alarmDescription: `${impact} Runbook: ${this.#runbook}#${section}`,
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.#topic))
  }

  /** The one alarm for which silence is the fault: without the hourly run nothing is planned, and nothing else would fail. */
  #watchSilence(planOccurrences: IFunction) {
    const alarm = new Alarm(this, 'PlannerSilent', {
      alarmDescription: `No look ahead for three hours: occurrences that come near are not planned, and greetings will be missing. Runbook: ${this.#runbook}#planner-silent`,
      metric: planOccurrences.metricInvocations({ period: Duration.hours(1), statistic: Stats.SUM }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.#topic))
  }

  #createTopic(email: string): Topic {
    const topic = new Topic(this, 'Topic', { displayName: 'Thăm Hỏi', enforceSSL: true })
    // A topic with a policy of its own no longer lets alarms in by default.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    if (email !== '') topic.addSubscription(new EmailSubscription(email))
    new CfnOutput(this, 'AlarmTopic', { value: topic.topicArn })
    return topic
  }
}

function deadLetters({ slices, batches, deliveryEvents, scheduleDeadLetters, plannerDeadLetters }: WorkQueues): Record<string, AlarmSpec> {
  const waiting = (queue: IQueue) => queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM })
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

function failures({ planOccurrences, planSlice, sendBatch, recordDelivery, servePages }: AlarmsProps['functions']): Record<string, AlarmSpec> {
  const errors = (fn: IFunction) => fn.metricErrors({ period: FIVE_MINUTES, statistic: Stats.SUM })
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
    ServePagesErrors: {
      section: 'serve-pages-errors',
      impact: 'A customer could not open a voucher or stop the mails, which the law says must work.',
      metric: errors(servePages),
      atLeast: 1,
    },
  }
}

function mail({ batches }: WorkQueues): Record<string, AlarmSpec> {
  /** Of the account, because the provider reviews and pauses the account. A share from 0 to 1. */
  const reputation = (metricName: string) => new Metric({ namespace: 'AWS/SES', metricName, period: Duration.minutes(15), statistic: Stats.MAXIMUM })
  return {
    BatchesLate: {
      section: 'batches-late',
      impact: 'Due batches have waited for an hour; greetings are late and some may miss their window.',
      metric: batches.queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM }),
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

/** What the functions themselves report, as metrics in their logs. */
function promises(): Record<string, AlarmSpec> {
  const reported = (metricName: string) =>
    new Metric({
      namespace: METRICS.namespace,
      metricName,
      dimensionsMap: { service: METRICS.service },
      period: FIVE_MINUTES,
      statistic: Stats.SUM,
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
    PolicyMissing: {
      section: 'policy-missing',
      impact: 'No policy pack is valid for a planned date, so its customers are skipped.',
      metric: reported('PolicyMissing'),
      atLeast: 1,
    },
  }
}
