/**
 * The services of the sender in a process of their own, so that the CPU that is measured is the sender's: dynoxide behind a proxy that
 * delays each answer, and the SES endpoint that does the same. Told over the process channel.
 */
import { createServer, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'
import { startSes } from '#local/aws/ses/start-ses.ts'
import { realClock } from '#local/clock/movable-clock.ts'

const DYNAMO_MS = Number(process.env.DYNAMO_MS)
const SES_MS = Number(process.env.SES_MS)
const RATE = Number(process.env.SES_RATE)
const SENDER = process.env.SENDER ?? ''

const dynamo = await startDynamo({ folder: null })
const behind = new URL(dynamo.endpoint)
const calls: Record<string, number> = {}
const count = (name: string) => {
  calls[name] = (calls[name] ?? 0) + 1
}

const proxy = await listenOnLoopback(
  createServer((incoming, outgoing) => {
    count(String(incoming.headers['x-amz-target'] ?? '').split('.')[1] ?? 'other')
    const forward = request(
      { host: behind.hostname, port: behind.port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      async (answer) => {
        const chunks: Buffer[] = []
        for await (const chunk of answer) chunks.push(chunk)
        await sleep(DYNAMO_MS)
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        outgoing.end(Buffer.concat(chunks))
      },
    )
    incoming.pipe(forward)
  }),
  0,
)
const ses = await startSes({
  folder: null,
  clock: realClock,
  publish: async () => {},
  verifiedIdentities: [SENDER],
  quota: { max24HourSend: 10_000_000, maxSendRate: RATE },
  hooks: {
    before: async ({ operation }) => {
      count(operation)
      if (operation === 'SendEmail') await sleep(SES_MS)
    },
  },
})

process.send?.({ dynamo: proxy.endpoint, ses: ses.endpoint })
process.on('message', async (message) => {
  if (message === 'calls') {
    process.send?.({ ...calls })
    for (const name of Object.keys(calls)) delete calls[name]
  }
  if (message === 'stop') {
    for (const server of [ses, proxy, dynamo]) await server.stop()
    process.exit(0)
  }
})
// Whoever started it is gone: there is nobody left to answer.
process.on('disconnect', () => process.exit(0))
