/** Faults inside the process under test, at every call of every AWS client: every awaited effect passes there. */
import type { AsyncLocalStorage } from 'node:async_hooks'
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  type PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { FaultRates, JobKind, WorkerFault } from '#local/torture/fault-plan.ts'
import type { KeyedChance } from '#local/torture/keyed-chance.ts'

export interface SdkFaults {
  readonly chance: KeyedChance
  readonly rates: () => FaultRates
  /** Reported before it happens, in a way that survives this process. */
  readonly say: (fault: WorkerFault) => void
  readonly job: AsyncLocalStorage<JobKind>
  /** Ends this process without another step. */
  readonly die: () => void
}

/** Each service's throttling error. SES is left out: its endpoint refuses by itself. */
const THROTTLES: Readonly<Record<string, string>> = {
  DynamoDB: 'ProvisionedThroughputExceededException',
  SQS: 'ThrottlingException',
  Scheduler: 'ThrottlingException',
}

interface FaultyClient {
  readonly middlewareStack: {
    addRelativeTo(
      middleware: (next: Call) => Call,
      options: { readonly relation: 'after'; readonly toMiddleware: string; readonly name: string },
    ): void
  }
}
type Call = (args: { readonly input: object }) => Promise<{ readonly response: unknown; readonly output: object }>

export function addFaults(client: unknown, service: 'DynamoDB' | 'SQS' | 'Scheduler' | 'SES', faults: SdkFaults): void {
  const { chance, rates, say, job, die } = faults
  const throttle = THROTTLES[service]
  const step = async (when: 'kill-before-a-call' | 'kill-after-a-call') => {
    const kind = job.getStore()
    if (kind === undefined || !chance.happens(`${when}-${kind}`, rates().kill[kind] / 2)) return
    say(when)
    die()
    await new Promise(() => {})
  }
  // Inside the SDK's own retry loop, so that each retry can fail too.
  const middleware =
    (next: Call): Call =>
    async (args) => {
      await step('kill-before-a-call')
      const { call, throttle: tooMuch } = rates()
      if (chance.happens('request-lost', call)) {
        say('request-lost')
        throw failure('socket hang up', { code: 'ECONNRESET' })
      }
      if (chance.happens('connection-refused', call)) {
        say('connection-refused')
        throw failure('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' })
      }
      if (throttle && chance.happens('throttled', tooMuch)) {
        say('throttled')
        throw failure('Rate exceeded', { name: throttle, $fault: 'client', $metadata: { httpStatusCode: 400 } })
      }
      const answer = await next(args)
      await step('kill-after-a-call')
      if (chance.happens('reply-lost', call)) {
        say('reply-lost')
        throw failure('socket hang up', { code: 'ECONNRESET' })
      }
      return answer
    }
  const { middlewareStack } = client as FaultyClient
  middlewareStack.addRelativeTo(middleware, { relation: 'after', toMiddleware: 'retryMiddleware', name: 'tortureFaults' })
}

const failure = (message: string, properties: object): Error => Object.assign(new Error(message), properties)

/** A rival writer: before a write under a version, another writer really raises that version, so that the write really loses. */
export function addRivals(
  client: DynamoDBClient,
  rival: DynamoDBClient,
  { chance, rates, say }: Pick<SdkFaults, 'chance' | 'rates' | 'say'>,
): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const input: object = args.input
      if (isVersionedPut(input) && chance.happens('race-lost', rates().race) && (await overtake(rival, input))) say('race-lost')
      return next(args)
    },
    { step: 'initialize', name: 'tortureRivals' },
  )
}

type VersionedPut = ConstructorParameters<typeof PutItemCommand>[0]

const isVersionedPut = (input: object): input is VersionedPut =>
  'ConditionExpression' in input && input.ConditionExpression === '#version = :before' && 'Item' in input

/** Every table's key, as the names of its attributes. */
const KEYS = ['customerId', 'occurrenceId', 'item', 'campaignId', 'period']
const KEY_OF: Readonly<Record<string, readonly string[]>> = {
  touches: ['customerId', 'item'],
  occurrences: ['occurrenceId', 'item'],
  budgets: ['campaignId', 'period'],
}

async function overtake(rival: DynamoDBClient, put: VersionedPut): Promise<boolean> {
  const table = put.TableName ?? ''
  const names = KEY_OF[table.slice(table.lastIndexOf('-') + 1)]
  const version = put.ExpressionAttributeNames?.['#version']
  const before = put.ExpressionAttributeValues?.[':before']
  if (!names || version === undefined || before === undefined) return false
  const Key = Object.fromEntries(KEYS.filter((name) => names.includes(name)).map((name) => [name, put.Item?.[name] ?? { S: '' }]))
  try {
    await rival.send(
      new UpdateItemCommand({
        TableName: table,
        Key,
        UpdateExpression: 'SET #version = #version + :one',
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': version },
        ExpressionAttributeValues: { ':one': { N: '1' }, ':before': before },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
