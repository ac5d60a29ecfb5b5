/** The operations of EventBridge Scheduler over the store: what is created, listed, changed and removed, and what is refused. */
import { createHash, randomUUID } from 'node:crypto'
import { epochMsOf } from '#core/time/instant.ts'
import { AwsError } from '#local/aws/aws-error.ts'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import type { OperationCall, Route } from '#local/aws/rest-json-server.ts'
import { firstDue } from '#local/aws/scheduler/schedule-expression.ts'
import {
  expressionOf,
  instantOfSeconds,
  type ListInput,
  readDeleteInput,
  readGroupInput,
  readListInput,
  readName,
  readScheduleInput,
  readTagInput,
  type ScheduleDefinition,
  validationException,
} from '#local/aws/scheduler/schedule-input.ts'
import type { ScheduleStore, StoredGroup, StoredSchedule } from '#local/aws/scheduler/schedule-store.ts'
import type { Clock } from '#local/clock/movable-clock.ts'

export interface SchedulerQuotas {
  readonly schedules: number
  readonly scheduleGroups: number
}

/** The defaults of a new AWS account. */
export const DEFAULT_SCHEDULER_QUOTAS: SchedulerQuotas = { schedules: 10_000_000, scheduleGroups: 500 }

export interface SchedulerApiParts {
  readonly store: ScheduleStore
  readonly clock: Clock
  readonly place: AwsPlace
  readonly quotas: SchedulerQuotas
}

export const scheduleArn = ({ region, accountId }: AwsPlace, groupName: string, name: string): string =>
  `arn:aws:scheduler:${region}:${accountId}:schedule/${groupName}/${name}`

export function schedulerRoutes(parts: SchedulerApiParts): readonly Route[] {
  return [...scheduleRoutes(parts), ...groupRoutes(parts), ...tagRoutes(parts)]
}

function scheduleRoutes({ store, clock, place, quotas }: SchedulerApiParts): readonly Route[] {
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
        return once(store, { call, clientToken }, () => {
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
        return once(store, { call, clientToken }, () => {
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
        return once(store, { call, clientToken: input.ClientToken }, () => {
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

function groupRoutes({ store, clock, place, quotas }: SchedulerApiParts): readonly Route[] {
  const uri = '/schedule-groups/{Name}'
  const shown = ({ name, created, modified }: StoredGroup): object => ({
    Arn: groupArn(place, name),
    Name: name,
    State: 'ACTIVE',
    ...dates(created, modified),
  })
  return [
    {
      operation: 'CreateScheduleGroup',
      method: 'POST',
      uri,
      handle: (call) => {
        const { Name, Tags, ClientToken } = readGroupInput({ ...call.body, ...call.labels })
        return once(store, { call, clientToken: ClientToken }, () => {
          if (store.group(Name)) throw conflict(`Schedule group ${Name} already exists.`)
          if (store.countGroups() >= quotas.scheduleGroups) throw quotaExceeded(`schedule groups: ${quotas.scheduleGroups}`)
          store.putGroup({ name: Name, created: clock.now(), modified: clock.now(), tags: Tags })
          return { ScheduleGroupArn: groupArn(place, Name) }
        })
      },
    },
    {
      operation: 'GetScheduleGroup',
      method: 'GET',
      uri,
      handle: (call) => shown(requireGroup(store, readName(call.labels).Name)),
    },
    {
      operation: 'DeleteScheduleGroup',
      method: 'DELETE',
      uri,
      handle: (call) => {
        const input = readDeleteInput({ ...call.labels, ...fromQuery(call, { ClientToken: 'clientToken' }) })
        return once(store, { call, clientToken: input.ClientToken }, () => {
          if (input.Name === 'default') throw validationException('The default schedule group cannot be deleted.')
          requireGroup(store, input.Name)
          store.removeSchedulesOf(input.Name)
          store.removeInvocationsOf(input.Name, '')
          store.removeGroup(input.Name)
          return {}
        })
      },
    },
    {
      operation: 'ListScheduleGroups',
      method: 'GET',
      uri: '/schedule-groups',
      handle: (call) => {
        const input = readList(call)
        const after = input.NextToken === undefined ? '' : openToken(input.NextToken)[1]
        const found = store.groupsAfter({ after, prefix: input.NamePrefix ?? '', limit: input.MaxResults + 1 })
        const { page, next } = pageOf(found, input.MaxResults)
        return { ScheduleGroups: page.map(shown), ...(next && { NextToken: sealToken('', next.name) }) }
      },
    },
  ]
}

/** Tags live on groups only, as in AWS. */
function tagRoutes({ store, clock, place }: SchedulerApiParts): readonly Route[] {
  const uri = '/tags/{ResourceArn}'
  const tagged = ({ labels: { ResourceArn = '' } }: OperationCall): StoredGroup => {
    const name = ResourceArn.startsWith(groupArn(place, '')) ? ResourceArn.slice(groupArn(place, '').length) : undefined
    if (name === undefined) throw validationException(`Provided Arn is not in correct format: ${ResourceArn}`)
    return requireGroup(store, name)
  }
  return [
    { operation: 'ListTagsForResource', method: 'GET', uri, handle: (call) => ({ Tags: tagged(call).tags }) },
    {
      operation: 'TagResource',
      method: 'POST',
      uri,
      handle: (call) => {
        const group = tagged(call)
        const { Tags } = readTagInput(call.body)
        const kept = group.tags.filter(({ Key }) => !Tags.some((tag) => tag.Key === Key))
        store.putGroup({ ...group, modified: clock.now(), tags: [...kept, ...Tags] })
        return {}
      },
    },
    {
      operation: 'UntagResource',
      method: 'DELETE',
      uri,
      handle: (call) => {
        const group = tagged(call)
        const gone = call.query.getAll('TagKeys')
        store.putGroup({ ...group, modified: clock.now(), tags: group.tags.filter(({ Key }) => !gone.includes(Key)) })
        return {}
      },
    },
  ]
}

/** Runs a change once per client token: a retry of the same call gets the first answer, another call with the token a conflict. */
function once(
  store: ScheduleStore,
  { call, clientToken }: { call: OperationCall; clientToken: string | undefined },
  change: () => object,
): object {
  return store.transaction(() => {
    if (clientToken === undefined) return change()
    const request = createHash('sha256')
      .update(JSON.stringify([call.labels, call.query.toString(), call.body]))
      .digest('hex')
    const seen = store.seenToken(call.operation, clientToken)
    if (seen !== undefined) {
      if (seen.request !== request) throw conflict('The ClientToken was already used with different parameters.')
      return { ...JSON.parse(seen.output) }
    }
    const output = change()
    store.keepToken({ operation: call.operation, token: clientToken, request, output: JSON.stringify(output) })
    return output
  })
}

function requireGroup(store: ScheduleStore, name: string): StoredGroup {
  const found = store.group(name)
  if (found === undefined) throw notFound(`Schedule group ${name} does not exist.`)
  return found
}

function readList(call: OperationCall): ListInput {
  const { MaxResults, ...text } = fromQuery(call, {
    GroupName: 'ScheduleGroup',
    NamePrefix: 'NamePrefix',
    State: 'State',
    NextToken: 'NextToken',
    MaxResults: 'MaxResults',
  })
  return readListInput({ ...text, ...(MaxResults !== undefined && { MaxResults: Number(MaxResults) }) })
}

/** The members that the SDK sends in the query string, under their own names. */
const fromQuery = (call: OperationCall, names: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([member, name]) => (call.query.has(name) ? [[member, call.query.get(name) ?? '']] : [])),
  )

/** A page of what was found, and the row to go on after when there is more. */
function pageOf<T>(found: readonly T[], size: number): { page: readonly T[]; next: T | undefined } {
  const page = found.slice(0, size)
  return { page, next: found.length > size ? page.at(-1) : undefined }
}

const sealToken = (groupName: string, name: string): string =>
  Buffer.from(JSON.stringify([groupName, name])).toString('base64url')

function openToken(token: string): readonly [string, string] {
  try {
    const [groupName, name]: unknown[] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
    if (typeof groupName === 'string' && typeof name === 'string') return [groupName, name]
  } catch (cause) {
    throw Object.assign(validationException('Invalid NextToken provided.'), { cause })
  }
  throw validationException('Invalid NextToken provided.')
}

const groupArn = ({ region, accountId }: AwsPlace, name: string): string =>
  `arn:aws:scheduler:${region}:${accountId}:schedule-group/${name}`

const dates = (created: string, modified: string) => ({
  CreationDate: epochMsOf(created) / 1000,
  LastModificationDate: epochMsOf(modified) / 1000,
})

const notFound = (message: string): AwsError => new AwsError({ code: 'ResourceNotFoundException', status: 404, message })
const conflict = (message: string): AwsError => new AwsError({ code: 'ConflictException', status: 409, message })
const quotaExceeded = (what: string): AwsError =>
  new AwsError({
    code: 'ServiceQuotaExceededException',
    status: 402,
    message: `The request exceeds the service quota for ${what}.`,
  })
