/**
 * Where the functions create one at() schedule per batch: the group, the role of its schedules, and the permission to use both. The schedules
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

  /** Permits creating and moving schedules of this group, which can only deliver batches. Returns the variables that go with it. */
  grantTo(fn: { readonly role?: IRole }) {
    const { role } = fn
    if (!role) throw new Error('a function without a role cannot make schedules')
    const schedules = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.#group.scheduleGroupName}/b-*`,
    })
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['scheduler:CreateSchedule'], resources: [schedules] }))
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.#role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    )
    acceptFinding(role, {
      // The finding writes the references of the template in angle brackets.
      rule: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${this.#group.scheduleGroupName}/b-*]`,
      because:
        'Schedules are made at run time, one per batch, so their names (b-…) are not known here; the group and its one role are.',
    })
    return {
      SCHEDULE_GROUP: this.#group.scheduleGroupName,
      ORDER_QUEUE_ARN: this.#queues.orders.queue.queueArn,
      SCHEDULE_ROLE_ARN: this.#role.roleArn,
      SCHEDULE_DEAD_LETTER_ARN: this.#queues.scheduleDeadLetters.queueArn,
    }
  }
}
