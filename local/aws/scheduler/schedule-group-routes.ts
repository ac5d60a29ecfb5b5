/** The operations on schedule groups and their tags. */
import type { OperationCall, Route } from '#local/aws/rest-json-server.ts'
import { oncePerToken } from '#local/aws/scheduler/client-token.ts'
import { fromQuery, openToken, pageOf, readList, sealToken } from '#local/aws/scheduler/list-page.ts'
import { readDeleteInput, readGroupInput, readName, readTagInput, readUntagInput } from '#local/aws/scheduler/schedule-input.ts'
import type { StoredGroup } from '#local/aws/scheduler/schedule-store.ts'
import { conflict, quotaExceeded, validationException } from '#local/aws/scheduler/scheduler-error.ts'
import type { SchedulerApiParts } from '#local/aws/scheduler/scheduler-parts.ts'
import { dates, groupArn, requireGroup } from '#local/aws/scheduler/scheduler-resource.ts'

export function scheduleGroupRoutes({ store, clock, place, quotas }: SchedulerApiParts): readonly Route[] {
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
        return oncePerToken(store, { call, clientToken: ClientToken }, () => {
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
        return oncePerToken(store, { call, clientToken: input.ClientToken }, () => {
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
export function tagRoutes({ store, clock, place }: SchedulerApiParts): readonly Route[] {
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
        const { TagKeys: gone } = readUntagInput({
          TagKeys: call.query.has('TagKeys') ? call.query.getAll('TagKeys') : undefined,
        })
        store.putGroup({ ...group, modified: clock.now(), tags: group.tags.filter(({ Key }) => !gone.includes(Key)) })
        return {}
      },
    },
  ]
}
