/**
 * The door before dynoxide: its binary answers every web page (`Access-Control-Allow-Origin: *`) and checks no credentials. So this server stands in
 * front, and the binary listens on a random loopback address that no web page can guess. That hides it from web pages only: the kernel shows every
 * account of the machine where a program listens (`/proc/net/tcp`) and how it was started, and the binary supports neither a Unix socket nor a key.
 * The other endpoints, and dynalite, run in this process behind the door itself. This process's own clients know the hidden address and go there.
 */
import { randomInt } from 'node:crypto'
import { Agent, createServer, request as forward } from 'node:http'
import { lockDoor } from '#local/aws/door.ts'
import { listenOnLoopback, type RunningServer } from '#local/aws/listen-on-loopback.ts'

/** One of the sixteen million addresses of 127.0.0.0/8; on Linux each of them is this machine. */
export const drawnLoopback = (): string => `127.${[0, 0, 0].map(() => randomInt(1, 255)).join('.')}`

export async function openDynamoDoor({
  engine,
  port,
  accessKeyId,
}: {
  readonly engine: RunningServer
  readonly port: number
  readonly accessKeyId: string
}): Promise<RunningServer> {
  const { hostname, port: enginePort } = new URL(engine.endpoint)
  const agent = new Agent({ keepAlive: true })
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming
    const onward = forward({ agent, host: hostname, port: enginePort, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    // The SDK recognises a broken connection and tries again.
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  const door = await listenOnLoopback(lockDoor(server, accessKeyId), port)
  return {
    endpoint: door.endpoint,
    async stop() {
      await door.stop()
      agent.destroy()
      await engine.stop()
    },
  }
}
