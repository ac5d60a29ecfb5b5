/** The alarms for the operator. Every alarm states its impact on customers and its section of the runbook. */
import { Annotations, Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { alarmList, type Watched } from '#infra/constructs/alarm-list.ts'
import type { AlarmSpec } from '#infra/constructs/alarm-spec.ts'
import { output } from '#infra/constructs/output.ts'

export interface AlarmsProps extends Watched {
  readonly config: InfraConfig
}

/** `cdk synth`, `diff` and `deploy` print it last, in yellow. */
const NOBODY_HEARS = `NOBODY HEARS THE ALARMS: alarmEmail is not set, so a campaign that fails, a stop that is not carried out and mail that bounces ring for no one. Set it under "context" in cdk.json, or deploy with -c alarmEmail=you@example.com (docs/deploy.md, section 1)`

export class Alarms extends Construct {
  readonly #topic: Topic
  readonly #runbook: string

  constructor(scope: Construct, id: string, { config, ...watched }: AlarmsProps) {
    super(scope, id)
    this.#runbook = config.runbook
    this.#topic = this.#createTopic(config.alarmEmail)
    for (const [name, spec] of Object.entries(alarmList(watched))) this.#watch(name, spec)
    this.#watchSilence(watched.functions.planOccurrences)
  }

  #watch(name: string, { section, impact, metric, atLeast }: AlarmSpec) {
    const alarm = new Alarm(this, name, {
      alarmDescription: `${impact} Runbook: ${this.#runbook}#${section}`,
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(this.#topic))
  }

  /** The one alarm where silence is the fault: without the hourly run no touch is planned, and no other alarm would ring. */
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
    // A topic with a policy of its own no longer accepts alarms by default.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    if (email !== '') topic.addSubscription(new EmailSubscription(email))
    else Annotations.of(topic).addWarningV2('tham-hoi:nobody-hears-alarms', NOBODY_HEARS)
    output(this, 'AlarmTopic', { value: topic.topicArn })
    return topic
  }
}
