/** The operations on schedules: create, read, list, change and remove, and their refusals. */
import { randomUUID } from 'node:crypto'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import type { Route } from '#local/aws/rest-json-server.ts'
import { oncePerToken } from '#local/aws/scheduler/client-token.ts'
import { fromQuery, openToken, pageOf, readList, sealToken } from '#local/aws/scheduler/list-page.ts'
import { firstDue } from '#local/aws/scheduler/schedule-expression.ts'
import {
  expressionOf,
  instantOfSeconds,
  readDeleteInput,
  readName,
  readScheduleInput,
  type ScheduleDefinition,
} from '#local/aws/scheduler/schedule-input.ts'
import type { StoredSchedule } from '#local/aws/scheduler/schedule-store.ts'
import { conflict, notFound, quotaExceeded } from '#local/aws/scheduler/scheduler-error.ts'
import type { SchedulerApiParts } from '#local/aws/scheduler/scheduler-parts.ts'
import { dates, requireGroup, scheduleArn } from '#local/aws/scheduler/scheduler-resource.ts'

export function scheduleRoutes({ store, clock, place, quotas }: SchedulerApiParts): readonly Route[] {
  const uri = '/schedules/{Name}'

  function put(definition: ScheduleDefinition, created: string | undefined): object {
    const now = clock.now()
    const rules = {
      expression: expressionOf(definition),
      zone: definition.ScheduleExpressionTimezone,
      since: now,
      startDate: instantOfSeconds(definition.StartDate),
      endDate: instantOfSeconds(definition.EndDate),
    }
    const nextDue = definition.State === 'ENABLED' ? firstDue(rules) : undefined
    store.putSchedule({ version: randomUUID(), definition, created: created ?? now, modified: now, nextDue })
    return { ScheduleArn: scheduleArn(place, definition.GroupName, definition.Name) }
  }

  const existing = ({ Name, GroupName }: { Name: string; GroupName: string }): StoredSchedule => {
    const found = store.schedule(GroupName, Name)
    if (found === undefined) throw notFound(`Schedule ${Name} does not exist.`)
    return found
  }

  return [
    {
      operation: 'CreateSchedule',
      method: 'POST',
      uri,
      handle: (call) => {
        const { definition, clientToken } = readScheduleInput({ ...call.body, ...call.labels }, clock.now())
        return oncePerToken(store, { call, clientToken }, () => {
          requireGroup(store, definition.GroupName)
          if (store.schedule(definition.GroupName, definition.Name)) throw conflict(`Schedule ${definition.Name} already exists.`)
          if (store.countSchedules() >= quotas.schedules) throw quotaExceeded(`schedules: ${quotas.schedules}`)
          return put(definition, undefined)
        })
      },
    },
    {
      operation: 'UpdateSchedule',
      method: 'PUT',
      uri,
      handle: (call) => {
        const { definition, clientToken } = readScheduleInput({ ...call.body, ...call.labels }, clock.now())
        return oncePerToken(store, { call, clientToken }, () => {
          const { created } = existing(definition)
          store.removeInvocationsOf(definition.GroupName, definition.Name)
          return put(definition, created)
        })
      },
    },
    {
      operation: 'DeleteSchedule',
      method: 'DELETE',
      uri,
      handle: (call) => {
        const input = readDeleteInput({
          ...call.labels,
          ...fromQuery(call, { GroupName: 'groupName', ClientToken: 'clientToken' }),
        })
        return oncePerToken(store, { call, clientToken: input.ClientToken }, () => {
          const { group_name, name } = existing(input)
          store.removeSchedule(group_name, name)
          store.removeInvocationsOf(group_name, name)
          return {}
        })
      },
    },
    {
      operation: 'GetSchedule',
      method: 'GET',
      uri,
      handle: (call) => {
        const { definition, created, modified } = existing(
          readName({ ...call.labels, ...fromQuery(call, { GroupName: 'groupName' }) }),
        )
        const { GroupName, Name } = definition
        return { ...definition, Arn: scheduleArn(place, GroupName, Name), ...dates(created, modified) }
      },
    },
    {
      operation: 'ListSchedules',
      method: 'GET',
      uri: '/schedules',
      handle: (call) => {
        const input = readList(call)
        if (input.GroupName !== undefined) requireGroup(store, input.GroupName)
        const found = store.schedulesAfter({
          after: input.NextToken === undefined ? ['', ''] : openToken(input.NextToken),
          groupName: input.GroupName ?? '',
          prefix: input.NamePrefix ?? '',
          state: input.State ?? '',
          limit: input.MaxResults + 1,
        })
        const { page, next } = pageOf(found, input.MaxResults)
        return {
          Schedules: page.map((row) => summary(row, place)),
          ...(next && { NextToken: sealToken(next.group_name, next.name) }),
        }
      },
    },
  ]
}

const summary = ({ group_name, name, definition, created, modified }: StoredSchedule, place: AwsPlace): object => ({
  Arn: scheduleArn(place, group_name, name),
  GroupName: group_name,
  Name: name,
  State: definition.State,
  Target: { Arn: definition.Target.Arn },
  ...dates(created, modified),
})
