/** The web server's port, opened before anything answers there. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { LOOPBACK_NAMES } from '#functions/staff/visit/own-origin.ts'
import { listenOnLoopback, type RunningServer } from '#local/aws/listen-on-loopback.ts'
import { unlessTaken } from '#local/port-taken.ts'

/** `call` holds the connection, which tells the visitor's address. */
type Fetch = (request: Request, call: object) => Response | Promise<Response>

interface FrontDoor extends RunningServer {
  serve(fetch: Fetch): void
  /** Everything below a path, for a part that answers Node's own requests. */
  mount(path: string, handle: (request: IncomingMessage, response: ServerResponse) => void): void
}

/** Opened first, because the links in mails must name its port before any other part starts. */
export async function openFrontDoor(port: number, tell: (line: string) => void): Promise<FrontDoor> {
  let answer: Fetch = () => new Response('Starting …', { status: 503, headers: { 'retry-after': '1', refresh: '1' } })
  const listener = getRequestListener((request, call) => answer(request, call), { overrideGlobalObjects: false })
  const mounted = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>()
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (!isForThisMachine(request)) return refuse(response)
    const below = [...mounted].find(([path]) => request.url?.startsWith(`${path}/`))
    if (below) below[1](request, response)
    else void listener(request, response)
  }
  const listening = await listenOnLoopback(createServer(handle), port).catch(unlessTaken)
  const server = listening ?? (await listenOnLoopback(createServer(handle), 0))
  if (!listening) tell(`port ${port} is taken by another program: using ${new URL(server.endpoint).port}`)
  return {
    ...server,
    mount: (path, answerBelow) => void mounted.set(path, answerBelow),
    serve(fetch) {
      answer = fetch
    },
  }
}

/** A name that somebody else's DNS points at this machine must not read our customers, nor sign in. */
const isForThisMachine = ({ headers }: IncomingMessage) => LOOPBACK_NAMES.has(URL.parse(`http://${headers.host}`)?.hostname ?? '')

function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end('This page is served to this machine only.')
}
