/** What stands in for DynamoDB: two engines, each started for a test file on a free loopback port and kept in memory, or one that the environment names. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CreateTableCommand, DeleteTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import type { DynamoTable } from '#adapters/dynamo/rows.ts'
import type { TableName } from '#adapters/dynamo/table-definitions.ts'

export interface Engine {
  readonly client: DynamoDBClient
  stop(): Promise<void>
}

const require = createRequire(import.meta.url)

/** The native engine; undefined where its binary is not installed. */
export function dynoxideBinary(): string | undefined {
  const binary = join(import.meta.dirname, '../../node_modules/@dynoxide/linux-x64/dynoxide')
  return existsSync(binary) ? binary : undefined
}

export async function startDynoxide(binary: string): Promise<Engine> {
  const port = await freePort()
  const engine = spawn(binary, ['--host', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' })
  const stopEngine = () => engine.kill('SIGKILL')
  process.once('exit', stopEngine)
  await answering(port)
  const client = clientOf(port)
  return {
    client,
    stop: async () => {
      client.destroy()
      process.off('exit', stopEngine)
      const gone = once(engine, 'exit')
      stopEngine()
      await gone
    },
  }
}

export async function startDynalite(): Promise<Engine> {
  const dynalite: (options: { createTableMs: number }) => Server = require('dynalite')
  const server = dynalite({ createTableMs: 0 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = clientOf(portOf(server))
  return {
    client,
    stop: async () => {
      client.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The engine that `DYNAMODB_ENDPOINT` names; tables made on it are deleted at the end. */
export async function useEndpoint(endpoint: string): Promise<Engine> {
  const client = new DynamoDBClient({ endpoint, ...ACCESS })
  return {
    client,
    stop: async () => {
      for (const TableName of tablesOn.get(client) ?? []) await client.send(new DeleteTableCommand({ TableName }))
      client.destroy()
    },
  }
}

/** Other runs may use the same engine: names are this run's alone. */
const RUN = `${process.pid}-${Date.now().toString(36)}`
const tablesOn = new WeakMap<DynamoDBClient, string[]>()
let tables = 0

/** Makes one table, empty and under a name of its own. */
export async function freshTable(client: DynamoDBClient, table: TableName): Promise<DynamoTable> {
  const tableName = `contract-${RUN}-${++tables}-${table}`
  tablesOn.set(client, [...(tablesOn.get(client) ?? []), tableName])
  for (const input of createTableInputs({ [table]: tableName })) await client.send(new CreateTableCommand(input))
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }))
    if (Table?.TableStatus === 'ACTIVE') return { client, tableName }
    await pause(2)
  }
}

const ACCESS = { region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

const clientOf = (port: number) => new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}`, ...ACCESS })

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return address.port
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const socket = connect(port, '127.0.0.1')
    const open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (open) return
    await pause(20)
  }
  throw new Error('the engine does not answer')
}
