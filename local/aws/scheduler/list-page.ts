/** Listing in pages: the query string's request, one page of the result, and the token for the next. */
import type { OperationCall } from '#local/aws/rest-json-server.ts'
import { type ListInput, readListInput } from '#local/aws/scheduler/schedule-input.ts'
import { validationException } from '#local/aws/scheduler/scheduler-error.ts'

export function readList(call: OperationCall): ListInput {
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
export const fromQuery = (call: OperationCall, names: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([member, name]) => (call.query.has(name) ? [[member, call.query.get(name) ?? '']] : [])),
  )

/** One page of the result, and the row to continue after when there is more. */
export function pageOf<T>(found: readonly T[], size: number): { page: readonly T[]; next: T | undefined } {
  const page = found.slice(0, size)
  return { page, next: found.length > size ? page.at(-1) : undefined }
}

export const sealToken = (groupName: string, name: string): string =>
  Buffer.from(JSON.stringify([groupName, name])).toString('base64url')

export function openToken(token: string): readonly [string, string] {
  try {
    const [groupName, name]: unknown[] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
    if (typeof groupName === 'string' && typeof name === 'string') return [groupName, name]
  } catch (cause) {
    throw Object.assign(validationException('Invalid NextToken provided.'), { cause })
  }
  throw validationException('Invalid NextToken provided.')
}
