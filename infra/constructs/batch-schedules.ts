/**
 * Where the functions create one at() schedule per batch, and per case whose clock is to ring: the group, the role of its schedules, and the permission to use both. The schedules
 * themselves are created at run time, because CloudFormation cannot express that a schedule deletes itself after its run.
 */
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import { schedulerRole } from '#infra/constructs/scheduler-role.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface BatchSchedulesProps {
  readonly queues: WorkQueues
}

/** As adapters/scheduler/one-time-schedule.ts names them: of batches, and of clocks of cases. */
const NAMES = ['b-*', 'c-*'] as const

export class BatchSchedules extends Construct {
  readonly #group: ScheduleGroup
  readonly #role: IRole
  readonly #queues: WorkQueues

  constructor(scope: Construct, id: string, { queues }: BatchSchedulesProps) {
    super(scope, id)
    this.#queues = queues
    this.#group = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY })
    this.#role = schedulerRole(this, 'Role', {
      group: this.#group.scheduleGroupName,
      action: 'sqs:SendMessage',
      target: queues.orders.queue.queueArn,
      deadLetters: queues.scheduleDeadLetters,
    })
  }

  /** Permits creating schedules of this group, which can only put orders on the queue. Returns the variables that go with it. */
  grantTo(fn: { readonly role?: IRole }) {
    const { role } = fn
    if (!role) throw new Error('a function without a role cannot make schedules')
    const group = this.#group.scheduleGroupName
    const schedules = NAMES.map((resourceName) =>
      Stack.of(this).formatArn({ service: 'scheduler', resource: 'schedule', resourceName: `${group}/${resourceName}` }),
    )
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['scheduler:CreateSchedule'], resources: schedules }))
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.#role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    )
    for (const name of NAMES)
      acceptFinding(role, {
        // The finding writes the references of the template in angle brackets.
        rule: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${group}/${name}]`,
        because: `Schedules are made at run time, one per batch and clock, so their names (${name}) are not known here; the group and its one role are.`,
      })
    return {
      SCHEDULE_GROUP: this.#group.scheduleGroupName,
      ORDER_QUEUE_ARN: this.#queues.orders.queue.queueArn,
      SCHEDULE_ROLE_ARN: this.#role.roleArn,
      SCHEDULE_DEAD_LETTER_ARN: this.#queues.scheduleDeadLetters.queueArn,
    }
  }
}
