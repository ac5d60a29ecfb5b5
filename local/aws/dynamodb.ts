/**
 * DynamoDB on one machine: dynoxide where its binary runs, dynalite elsewhere or on request, or an endpoint that the operator names. Tables and items
 * survive a restart when a folder is given.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import dynalite from 'dynalite'
import { lockDoor } from '#local/aws/door.ts'
import { drawnLoopback, openDynamoDoor } from '#local/aws/dynamo-door.ts'
import { hasDynoxideFiles, startDynoxide } from '#local/aws/dynoxide-process.ts'
import { LOOPBACK, listenOnLoopback, type RunningServer } from '#local/aws/listen-on-loopback.ts'

export type DynamoEngine = 'dynoxide' | 'dynalite' | 'external'

export interface RunningDynamo extends RunningServer {
  readonly engine: DynamoEngine
  /** For the clients of this process, which need no door: a request through it costs half as much again. Not to be told to other programs. */
  readonly insideEndpoint: string
}

export interface DynamoOptions {
  /** The folder of the tables; null keeps them in memory. */
  readonly folder: string | null
  readonly engine?: 'dynoxide' | 'dynalite'
  readonly port?: number
  /** Only programs with this key are served; left out where an engine runs alone, as in its own test. */
  readonly accessKeyId?: string
  /** Another DynamoDB to use instead (`DYNAMODB_ENDPOINT`). It is neither started nor stopped here. */
  readonly externalEndpoint?: string | undefined
}

export async function startDynamo({
  folder: given,
  engine = 'dynoxide',
  port = 0,
  accessKeyId,
  externalEndpoint,
}: DynamoOptions): Promise<RunningDynamo> {
  if (externalEndpoint !== undefined)
    return { engine: 'external', endpoint: externalEndpoint, insideEndpoint: externalEndpoint, stop: async () => {} }
  // An engine is started from another folder than this program's.
  const folder = given === null ? null : resolve(given)
  if (folder !== null) mkdirSync(folder, { recursive: true })
  if (engine === 'dynoxide' && !isOfDynaliteAlone(folder)) {
    const started = await startLockedDynoxide({ folder, port, accessKeyId })
    if (started !== undefined) return { engine, ...started }
  }
  const started = await startDynalite({ folder, port, accessKeyId })
  return { engine: 'dynalite', ...started, insideEndpoint: started.endpoint }
}

/** A state that was begun where dynoxide did not run: it goes on with the engine that holds its tables. */
const isOfDynaliteAlone = (folder: string | null): boolean =>
  folder !== null && existsSync(join(folder, 'dynalite')) && !hasDynoxideFiles(folder)

interface Place {
  readonly folder: string | null
  readonly port: number
  readonly accessKeyId: string | undefined
}

async function startLockedDynoxide({ folder, port, accessKeyId }: Place): Promise<Omit<RunningDynamo, 'engine'> | undefined> {
  const enginePort = port === 0 || accessKeyId !== undefined ? await freePort() : port
  const host = accessKeyId === undefined ? LOOPBACK : drawnLoopback()
  const engine = await startDynoxide({ folder, host, port: enginePort })
  if (engine === undefined) return undefined
  const outside = accessKeyId === undefined ? engine : await openDynamoDoor({ engine, port, accessKeyId })
  return { ...outside, insideEndpoint: engine.endpoint }
}

function startDynalite({ folder, port, accessKeyId }: Place): Promise<RunningServer> {
  const immediately = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 }
  const server = dynalite(folder === null ? immediately : { ...immediately, path: join(folder, 'dynalite') })
  return listenOnLoopback(accessKeyId === undefined ? server : lockDoor(server, accessKeyId), port)
}

/** dynoxide does not report its port when asked for any free one. */
async function freePort(): Promise<number> {
  const probe = await listenOnLoopback(createServer(), 0)
  await probe.stop()
  return Number(new URL(probe.endpoint).port)
}
