/**
 * The SDK's clients of this process for the endpoints on this machine. They are the same clients, without what is meant for a service far away and is
 * half of a call's CPU time over loopback: signatures, names of the program, logs into nothing, timers around the connection, streams of answers.
 * The endpoints look at the key's name only (door.ts).
 */
import type { IncomingHttpHeaders } from 'node:http'
import { Agent, type Dispatcher, errors } from 'undici'
import type { AwsPlace } from '#local/aws/aws-place.ts'
import type { StartCredentials } from '#local/aws/door.ts'
import { keptConnections } from '#local/aws/kept-connections.ts'

/** A connection unused for this time is closed, before a server closes it: a mail written to a closed one would have an unknown outcome. */
const IDLE_MS = 4_000

/** A request as the SDK hands it to its transport, in the parts that the JSON protocols use. */
interface SdkRequest {
  readonly method: Dispatcher.HttpMethod
  readonly hostname: string
  readonly port?: number
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Record<string, string>
  readonly body?: string | Uint8Array
}

interface SdkResponse {
  readonly statusCode: number
  readonly headers: IncomingHttpHeaders
  readonly body: Uint8Array
}

export type LoopbackTransport = ReturnType<typeof loopbackTransport>

/** The settings for a client of an endpoint on this machine; never for one that checks signatures. */
export function nearbySettings({ credentials, region }: { readonly credentials: StartCredentials } & Pick<AwsPlace, 'region'>) {
  return {
    region,
    credentials,
    // Without the methods of a logger the SDK does not prepare each request and each answer for its log.
    logger: Object.create(null),
    cacheMiddleware: true,
    signer: { sign: nameTheKey(credentials, region) },
    requestHandler: loopbackTransport(),
  }
}

/** Takes away what names this program to AWS: its version and machine, and the function that calls. */
export function unnamed<Client extends { readonly middlewareStack: { remove(name: string): boolean } }>(client: Client): Client {
  for (const name of ['getUserAgentMiddleware', 'recursionDetectionMiddleware']) client.middlewareStack.remove(name)
  return client
}

interface Scope {
  readonly accessKeyId: string
  readonly region: string
  /** As AWS writes it: 20260101T000000Z. */
  readonly date: string
  readonly service: string
}

/** A header with the scope of the key, and a signature that is none. */
export const namedKey = ({ accessKeyId, region, date, service }: Scope): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${date.slice(0, 8)}/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`

/** Puts the name of the key where the SDK puts a signature. */
function nameTheKey({ accessKeyId }: StartCredentials, region: string) {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  return async <Request extends { headers: Record<string, string> }>(
    request: Request,
    { signingService = 'local' }: { readonly signingService?: string } = {},
  ): Promise<Request> => {
    request.headers['x-amz-date'] = date
    request.headers.authorization = namedKey({ accessKeyId, region, date, service: signingService })
    return request
  }
}

/**
 * Keeps its connections, and reads an answer whole. The errors of a broken connection reach the SDK as they are, which tries again. `dispatch` is the
 * only way through undici that makes no stream of an answer: half of the CPU time of a call through node:http (docs/performance.md).
 */
function loopbackTransport() {
  const agent = new Agent({ keepAliveTimeout: IDLE_MS, keepAliveMaxTimeout: IDLE_MS, pipelining: 1 })
  const handle = ({ method, hostname, port, path, query, headers, body }: SdkRequest) =>
    new Promise<{ readonly response: SdkResponse }>((resolve, reject) => {
      const asked = {
        origin: `http://${hostname}:${port ?? 80}`,
        method,
        path: withQuery(path, query),
        headers,
        body: body ?? null,
      }
      agent.dispatch(asked, answerOf(resolve, reject))
    })
  const connections = keptConnections()
  const destroy = () => {
    connections.close()
    void agent.destroy()
  }
  /** `straight`: for calls that go without the SDK (straight-calls.ts). */
  return { metadata: { handlerProtocol: 'http/1.1' }, handle, straight: connections.call, destroy }
}

/** Gathers the parts of one answer. */
function answerOf(
  resolve: (answer: { readonly response: SdkResponse }) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = []
  let head: Pick<SdkResponse, 'statusCode' | 'headers'>
  return {
    onRequestStart() {},
    onResponseStart(_, statusCode, headers) {
      head = { statusCode, headers }
    },
    onResponseData: (_, chunk) => void chunks.push(chunk),
    onResponseEnd: () => resolve({ response: { ...head, body: Buffer.concat(chunks) } }),
    onResponseError: (_, error) => reject(brokenAsByNode(error)),
  }
}

/** The SDK tries again by the codes of node:net, and knows none of undici's own. */
const brokenAsByNode = (error: Error): Error =>
  error instanceof errors.SocketError ? Object.assign(new Error(error.message, { cause: error }), { code: 'ECONNRESET' }) : error

function withQuery(path: string, query: SdkRequest['query'] = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) for (const each of [value ?? ''].flat()) search.append(name, each)
  return search.size === 0 ? path : `${path}?${search}`
}
