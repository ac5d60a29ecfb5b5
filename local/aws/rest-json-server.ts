/**
 * The restJson1 protocol of AWS on a loopback port: routes by method and URI template, JSON in and out, errors named in `x-amzn-errortype`. One
 * server for every service with such requests.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { AwsError, serializationException } from '#local/aws/aws-error.ts'
import { lockDoor } from '#local/aws/door.ts'
import { listenOnLoopback, type RunningServer } from '#local/aws/listen-on-loopback.ts'

export interface OperationCall {
  readonly operation: string
  /** The labels of the URI template, decoded. */
  readonly labels: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The JSON body; an empty object when there was none. */
  readonly body: Readonly<Record<string, unknown>>
}

/** Hooks around every operation: an error thrown in `before` prevents it, an error thrown in `after` hides that it happened. */
export interface OperationHooks {
  before?(call: OperationCall): void | Promise<void>
  after?(call: OperationCall, output: object): void | Promise<void>
}

export interface Route {
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/schedules/{Name}` */
  readonly uri: string
  readonly handle: (call: OperationCall) => object | Promise<object>
}

export interface RestJsonServerOptions {
  readonly routes: readonly Route[]
  readonly port: number
  /** The member with an error's text: the services use different cases. */
  readonly errorMember: 'Message' | 'message'
  readonly hooks?: OperationHooks | undefined
  /** Only programs with this key are served. */
  readonly accessKeyId?: string | undefined
}

const MAX_BODY_BYTES = 64 * 1024 * 1024

export function startRestJsonServer({
  routes,
  port,
  errorMember,
  hooks,
  accessKeyId,
}: RestJsonServerOptions): Promise<RunningServer> {
  const matchers = routes.map((route) => ({ route, match: uriMatcher(route) }))

  async function answer(request: IncomingMessage): Promise<object> {
    const url = new URL(request.url ?? '/', 'http://loopback')
    for (const { route, match } of matchers) {
      const labels = match(request.method ?? '', url.pathname)
      if (labels === undefined) continue
      const call = { operation: route.operation, labels, query: url.searchParams, body: await readJsonObject(request) }
      await hooks?.before?.(call)
      const output = await route.handle(call)
      await hooks?.after?.(call, output)
      return output
    }
    throw new AwsError({ code: 'UnknownOperationException', status: 404, message: '' })
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (output) => reply(response, { status: 200, body: output }),
      (error: unknown) => replyError(response, { error, errorMember }),
    )
  })
  return listenOnLoopback(accessKeyId === undefined ? server : lockDoor(server, accessKeyId), port)
}

/** Answers the labels when method and path match the template; a label never spans a slash, because the SDK encodes it. */
function uriMatcher({ method, uri }: Route): (method: string, path: string) => Record<string, string> | undefined {
  const template = uri.split('/')
  return (asked, path) => {
    const parts = path.split('/')
    if (asked !== method || parts.length !== template.length) return undefined
    const labels: Record<string, string> = {}
    for (const [index, part] of template.entries()) {
      const given = parts[index] ?? ''
      if (part.startsWith('{')) labels[part.slice(1, -1)] = decodeURIComponent(given)
      else if (part !== given) return undefined
    }
    return Object.values(labels).includes('') ? undefined : labels
  }
}

export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BODY_BYTES)
      throw new AwsError({ code: 'RequestEntityTooLargeException', status: 413, message: 'Request too large' })
    chunks.push(chunk)
  }
  if (size === 0) return {}
  const parsed = parseJson(Buffer.concat(chunks).toString('utf8'))
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw serializationException('Start of structure expected')
  return { ...parsed }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw Object.assign(serializationException('The request body is not JSON'), { cause })
  }
}

function reply(
  response: ServerResponse,
  { status, body, errorType }: { status: number; body: object; errorType?: string },
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-amzn-requestid': randomUUID(),
    ...(errorType === undefined ? {} : { 'x-amzn-errortype': errorType }),
  })
  response.end(JSON.stringify(body))
}

function replyError(response: ServerResponse, { error, errorMember }: { error: unknown; errorMember: string }): void {
  if (!(error instanceof AwsError)) console.error('local AWS endpoint failed:', error)
  const { code, status, message } =
    error instanceof AwsError ? error : { code: 'InternalServerException', status: 500, message: 'An internal error occurred' }
  reply(response, { status, errorType: code, body: { [errorMember]: message } })
}
