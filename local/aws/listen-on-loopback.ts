/** Opens a server on 127.0.0.1 only, on any free port when asked for 0, and closes it without waiting for idle keep-alives. */
import type { Server } from 'node:http'

export interface RunningServer {
  readonly endpoint: string
  stop(): Promise<void>
}

export const LOOPBACK = '127.0.0.1'

export function listenOnLoopback(server: Server, port: number): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      const address = server.address()
      const opened = typeof address === 'object' && address !== null ? address.port : port
      resolve({ endpoint: `http://${LOOPBACK}:${opened}`, stop: () => closeServer(server) })
    })
  })
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    // Some server subclasses pass another value than `undefined` for success.
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
