/** The role that EventBridge Scheduler assumes to deliver. Only schedules of one group in this account may assume it. */
import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

export interface SchedulerRoleProps {
  readonly group: string
  readonly action: 'lambda:InvokeFunction' | 'sqs:SendMessage'
  readonly target: string
  /** Where Scheduler puts, with the same role, what it could not deliver. */
  readonly deadLetters: IQueue
}

export function schedulerRole(scope: Construct, id: string, { group, action, target, deadLetters }: SchedulerRoleProps): Role {
  const stack = Stack.of(scope)
  const role = new Role(scope, id, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: {
        StringEquals: {
          'aws:SourceAccount': stack.account,
          'aws:SourceArn': stack.formatArn({ service: 'scheduler', resource: 'schedule-group', resourceName: group }),
        },
      },
    }),
  })
  role.addToPolicy(new PolicyStatement({ actions: [action], resources: [target] }))
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }))
  return role
}
