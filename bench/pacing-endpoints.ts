/**
 * The two services that pacing is about, in a process of their own: for each run an SES account with its own quota and mailbox, and a table of
 * places behind a proxy that counts what is written. Both answer late, SES unevenly so. Told over the process channel.
 */
import { createServer, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CreateConfigurationSetCommand } from '@aws-sdk/client-sesv2'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { sesClient } from '#adapters/ses/mailer.ts'
import { createTables } from '#local/aws/create-tables.ts'
import { startCredentials } from '#local/aws/door.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'
import type { OperationCall } from '#local/aws/rest-json-server.ts'
import { startSes } from '#local/aws/ses/start-ses.ts'
import { realClock } from '#local/clock/movable-clock.ts'
import { CONFIGURATION_SET } from '#local/stack/environment.ts'

export type Question =
  | { readonly ask: 'open'; readonly run: string; readonly perSecond: number; readonly sender: string }
  /** The true rate from now on; GetAccount was asked before. */
  | { readonly ask: 'true-rate'; readonly run: string; readonly perSecond: number }
  | { readonly ask: 'happened'; readonly run: string; readonly from: number; readonly to: number }

export interface Opened {
  readonly dynamo: string
  readonly ses: string
}

export interface Happened {
  /** When each mail was accepted. */
  readonly accepted: readonly number[]
  readonly refused: number
  readonly writes: number
}

const DYNAMO_MS = 5
/** A mail reaches SES's counting so long after it was sent: 30 to 70 ms, in a mixed order that is the same in each run. */
const wayMs = (mail: number) => 30 + ((mail * 17) % 41)

const engine = await startDynamo({ folder: null })
const access = { region: 'ap-southeast-1', credentials: startCredentials({}) }
const dynamo = new DynamoDBClient({ ...access, endpoint: engine.endpoint })
const behind = new URL(engine.endpoint)

async function countingProxy(written: () => void) {
  const server = createServer((incoming, outgoing) => {
    if (String(incoming.headers['x-amz-target']).endsWith('UpdateItem')) written()
    const { method, url: path, headers } = incoming
    const forward = request({ host: behind.hostname, port: behind.port, method, path, headers }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      await pause(DYNAMO_MS)
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      outgoing.end(Buffer.concat(chunks))
    })
    incoming.pipe(forward)
  })
  return (await listenOnLoopback(server, 0)).endpoint
}

interface Run {
  readonly quota: { max24HourSend: number; maxSendRate: number }
  readonly mails: { readonly at: number; accepted: boolean }[]
  readonly writes: number[]
}
const runs = new Map<string, Run>()

async function open({ run, perSecond, sender }: Extract<Question, { ask: 'open' }>): Promise<Opened> {
  const kept: Run = { quota: { max24HourSend: 10_000_000, maxSendRate: perSecond }, mails: [], writes: [] }
  runs.set(run, kept)
  let sent = 0
  const counting = new WeakMap<OperationCall, Run['mails'][number]>()
  const { endpoint: ses } = await startSes({
    folder: null,
    clock: realClock,
    publish: async () => {},
    verifiedIdentities: [sender],
    quota: kept.quota,
    hooks: {
      before: async (call) => {
        if (call.operation !== 'SendEmail') return
        await pause(wayMs(sent++))
        const mail = { at: Date.now(), accepted: false }
        kept.mails.push(mail)
        counting.set(call, mail)
      },
      after: (call) => {
        const mail = counting.get(call)
        if (mail) mail.accepted = true
      },
    },
  })
  await createTables(dynamo, createTableInputs({ pace: run }))
  const client = sesClient({ ...access, endpoint: ses })
  await client.send(new CreateConfigurationSetCommand({ ConfigurationSetName: CONFIGURATION_SET }))
  client.destroy()
  return { ses, dynamo: await countingProxy(() => kept.writes.push(Date.now())) }
}

function happened(run: Run, { from, to }: Extract<Question, { ask: 'happened' }>): Happened {
  const within = (at: number) => at >= from && at < to
  const mails = run.mails.filter(({ at }) => within(at))
  const accepted = mails.filter((mail) => mail.accepted).map(({ at }) => at)
  return { accepted, refused: mails.length - accepted.length, writes: run.writes.filter(within).length }
}

async function answer(question: Question): Promise<Opened | Happened | 'done'> {
  if (question.ask === 'open') return open(question)
  const run = runs.get(question.run)
  if (!run) throw new Error(`no run ${question.run}`)
  if (question.ask === 'happened') return happened(run, question)
  run.quota.maxSendRate = question.perSecond
  return 'done'
}

process.on('message', async (question: Question) => {
  process.send?.(await answer(question))
})
