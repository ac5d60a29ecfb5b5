/** The operations that the product and this machine use: making schedules and their groups, and reading a schedule back; with AWS's refusals. */
import { randomUUID } from 'node:crypto'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import type { Route } from '#local/aws/rest-json-server.ts'
import { oncePerToken } from '#local/aws/scheduler/client-token.ts'
import { firstDue } from '#local/aws/scheduler/schedule-expression.ts'
import {
  expressionOf,
  instantOfSeconds,
  readGroupInput,
  readName,
  readScheduleInput,
  type ScheduleDefinition,
} from '#local/aws/scheduler/schedule-input.ts'
import type { ScheduleStore } from '#local/aws/scheduler/schedule-store.ts'
import { conflict, notFound } from '#local/aws/scheduler/scheduler-error.ts'
import { dates, groupArn, scheduleArn } from '#local/aws/scheduler/scheduler-resource.ts'
import type { Clock } from '#local/clock/movable-clock.ts'

interface SchedulerApiParts {
  readonly store: ScheduleStore
  readonly clock: Clock
  readonly place: AwsPlace
}

export function scheduleRoutes({ store, clock, place }: SchedulerApiParts): readonly Route[] {
  const uri = '/schedules/{Name}'

  function make(definition: ScheduleDefinition): object {
    const now = clock.now()
    const rules = {
      expression: expressionOf(definition),
      zone: definition.ScheduleExpressionTimezone,
      since: now,
      startDate: instantOfSeconds(definition.StartDate),
    }
    const nextDue = definition.State === 'ENABLED' ? firstDue(rules) : undefined
    store.putSchedule({ version: randomUUID(), definition, created: now, modified: now, nextDue })
    return { ScheduleArn: scheduleArn(place, definition.GroupName, definition.Name) }
  }

  return [
    {
      operation: 'CreateSchedule',
      method: 'POST',
      uri,
      handle: (call) => {
        const { definition, clientToken } = readScheduleInput({ ...call.body, ...call.labels }, clock.now())
        return oncePerToken(store, { call, clientToken }, () => {
          const { GroupName, Name } = definition
          if (!store.hasGroup(GroupName)) throw notFound(`Schedule group ${GroupName} does not exist.`)
          if (store.schedule(GroupName, Name)) throw conflict(`Schedule ${Name} already exists.`)
          return make(definition)
        })
      },
    },
    {
      operation: 'GetSchedule',
      method: 'GET',
      uri,
      handle: ({ labels, query }) => {
        const groupName = query.get('groupName')
        const { Name, GroupName } = readName({ ...labels, ...(groupName !== null && { GroupName: groupName }) })
        const found = store.schedule(GroupName, Name)
        if (found === undefined) throw notFound(`Schedule ${Name} does not exist.`)
        const { definition, created, modified } = found
        return { ...definition, Arn: scheduleArn(place, GroupName, Name), ...dates(created, modified) }
      },
    },
    {
      operation: 'CreateScheduleGroup',
      method: 'POST',
      uri: '/schedule-groups/{Name}',
      handle: (call) => {
        const { Name, ClientToken } = readGroupInput({ ...call.body, ...call.labels })
        return oncePerToken(store, { call, clientToken: ClientToken }, () => {
          if (store.hasGroup(Name)) throw conflict(`Schedule group ${Name} already exists.`)
          store.putGroup({ name: Name, created: clock.now() })
          return { ScheduleGroupArn: groupArn(place, Name) }
        })
      },
    },
  ]
}
