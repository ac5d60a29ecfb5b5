/**
 * DynamoDB on one machine: dynoxide where its binary fits, dynalite elsewhere or when asked for, or whatever endpoint
 * somebody names. Tables and items survive a restart when a folder is given.
 */
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { startDynoxide } from '#local/aws/dynoxide-process.ts'
import { listenOnLoopback, type RunningServer } from '#local/aws/listen-on-loopback.ts'

export type DynamoEngine = 'dynoxide' | 'dynalite' | 'external'

export interface RunningDynamo extends RunningServer {
  readonly engine: DynamoEngine
}

export interface DynamoOptions {
  /** Where the tables are kept; null keeps them in memory. */
  readonly folder: string | null
  readonly engine?: 'dynoxide' | 'dynalite'
  readonly port?: number
  /** Another DynamoDB to use instead (`DYNAMODB_ENDPOINT`). It is neither started nor stopped here. */
  readonly externalEndpoint?: string | undefined
}

export async function startDynamo({
  folder,
  engine = 'dynoxide',
  port = 0,
  externalEndpoint,
}: DynamoOptions): Promise<RunningDynamo> {
  if (externalEndpoint !== undefined) return { engine: 'external', endpoint: externalEndpoint, stop: async () => {} }
  if (folder !== null) mkdirSync(folder, { recursive: true })
  if (engine === 'dynoxide') {
    const started = await startDynoxide({ folder, port: port === 0 ? await freePort() : port })
    if (started !== undefined) return { engine, ...started }
  }
  return { engine: 'dynalite', ...(await startDynalite({ folder, port })) }
}

function startDynalite({ folder, port }: { folder: string | null; port: number }): Promise<RunningServer> {
  const immediately = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 }
  return listenOnLoopback(dynalite(folder === null ? immediately : { ...immediately, path: join(folder, 'dynalite') }), port)
}

/** dynoxide does not say which port it got when asked for any. */
async function freePort(): Promise<number> {
  const probe = await listenOnLoopback(createServer(), 0)
  await probe.stop()
  return Number(new URL(probe.endpoint).port)
}

const TABLE_WAIT_SECONDS = 20

/** Makes the tables that are not there yet and waits until each can be used. Running it again changes nothing. */
export async function createTables(client: DynamoDBClient, definitions: readonly CreateTableCommandInput[]): Promise<void> {
  for (const definition of definitions) {
    try {
      await client.send(new CreateTableCommand(definition))
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error
    }
    await waitUntilTableExists(
      { client, maxWaitTime: TABLE_WAIT_SECONDS, minDelay: 1, maxDelay: 1 },
      { TableName: definition.TableName },
    )
  }
}
