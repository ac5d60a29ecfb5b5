/**
 * Which programs may call the endpoints of a running system. They listen on loopback, where every web page in every browser of the machine can send
 * requests, and so can every other account. So a request must name this start's access key, be addressed to this very address, and come from no web
 * page. AWS asks for a signature; here the key's name is enough, because only this start's programs know it. Where a separate process serves the
 * endpoint, the door protects it only from web pages (dynamo-door.ts).
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'

/** The credentials of one start, in the form that the SDK takes. */
export interface StartCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * New credentials for every start. The operator's own engine (`DYNAMODB_ENDPOINT`) may tell its callers apart by their key, and must find its tables
 * again: for it the credentials of the environment are used, where they are set.
 */
export function startCredentials({
  DYNAMODB_ENDPOINT,
  AWS_ACCESS_KEY_ID,
  AWS_SECRET_ACCESS_KEY,
}: Readonly<Record<string, string | undefined>>): StartCredentials {
  if (DYNAMODB_ENDPOINT && AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY)
    return { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }
  return { accessKeyId: `local${randomBytes(16).toString('hex')}`, secretAccessKey: randomBytes(32).toString('hex') }
}

/** Puts the door before every request listener of the server. */
export function lockDoor(server: Server, accessKeyId: string): Server {
  const inside = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const refused = refusalOf(request, accessKeyId)
    if (refused !== undefined) return refuse({ request, response, refused })
    for (const listener of inside) listener(request, response)
  })
  return server
}

/** The scope of AWS's Signature Version 4 begins with the access key. */
const CREDENTIAL = /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\//

function refusalOf({ headers, socket }: IncomingMessage, accessKeyId: string): string | undefined {
  // A browser names the asking page in one of these headers, and the page cannot prevent it.
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) return 'not for web pages'
  // A name that a foreign DNS server points at this machine is not accepted.
  const port = socket.localPort
  if (headers.host !== `${socket.localAddress}:${port}` && headers.host !== `localhost:${port}`) return 'not this host'
  const given = CREDENTIAL.exec(headers.authorization ?? '')?.[1] ?? ''
  return isSame(given, accessKeyId) ? undefined : 'not the access key of this start'
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function refuse({
  request,
  response,
  refused,
}: {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly refused: string
}): void {
  request.resume()
  response.writeHead(403, { 'content-type': 'application/json', 'x-amzn-errortype': 'AccessDeniedException' })
  response.end(JSON.stringify({ __type: 'AccessDeniedException', message: refused }))
}
