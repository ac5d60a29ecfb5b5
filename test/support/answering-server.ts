/**
 * A small HTTP server that records what it is asked and answers as it is told: for adapters whose service has no engine in the
 * test.
 */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

export interface AnsweringServer {
  readonly endpoint: string
  readonly asked: Asked[]
  /** Connections that were made so far. */
  connections(): number
  stop(): Promise<void>
}

export async function answeringServer(answer: (asked: Asked, response: ServerResponse) => void): Promise<AnsweringServer> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const one = { method: request.method ?? '', path: request.url ?? '', body: text === '' ? undefined : JSON.parse(text) }
    asked.push(one)
    answer(one, response)
  })
  let connections = 0
  server.on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    asked,
    connections: () => connections,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers as AWS's JSON services do; an error is named in a header. */
export function answerJson(
  response: ServerResponse,
  { status, errorType, body }: { status: number; errorType?: string; body: unknown },
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(errorType !== undefined && { 'x-amzn-errortype': errorType }),
  })
  response.end(JSON.stringify(body))
}
