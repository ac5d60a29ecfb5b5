/**
 * The frequent calls of DynamoDB and SQS without the SDK between a command and its request: most of a call's time over loopback goes into objects that
 * the SDK makes for a service far away. Both protocols are plain JSON over one path. Whatever is not answered with success is asked again through the
 * SDK, which knows the errors and when to try again: a refused call has changed nothing, and one whose connection broke is tried again anyway.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { type LoopbackTransport, namedKey } from '#local/aws/nearby-client.ts'

/** Their answers hold no dates, which JSON writes as numbers and the SDK gives as Date. */
const DYNAMODB = ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan', 'BatchGetItem', 'BatchWriteItem']
const SQS = ['ReceiveMessage', 'SendMessage', 'SendMessageBatch', 'DeleteMessageBatch']

interface Near {
  readonly endpoint: string
  readonly transport: LoopbackTransport
  readonly accessKeyId: string
  readonly region: string
}

/** The same client, whose frequent calls go straight. */
export function straightDynamo(client: DynamoDBClient, near: Near): DynamoDBClient {
  client.middlewareStack.add(straight({ ...near, protocol: 'DynamoDB_20120810', operations: DYNAMODB }), BEFORE_ALL)
  return client
}

/** The same client, whose frequent calls go straight. */
export function straightQueues(client: SQSClient, near: Near): SQSClient {
  client.middlewareStack.add(straight({ ...near, protocol: 'AmazonSQS', operations: SQS }), BEFORE_ALL)
  return client
}

/** Before everything that the SDK does with a call. */
const BEFORE_ALL = { step: 'initialize', priority: 'high', name: 'straightCall' } as const

interface Straight extends Near {
  /** The first part of the header that names an operation. */
  readonly protocol: string
  readonly operations: readonly string[]
}

function straight(parts: Straight) {
  return <Asked extends { readonly input: object }, Answer>(
    next: (asked: Asked) => Promise<Answer>,
    { commandName = '' }: { readonly commandName?: string },
  ) => {
    const operation = commandName.replace(/Command$/, '')
    if (!parts.operations.includes(operation)) return next
    return async (asked: Asked): Promise<Answer> => (await answerOf<Answer>(parts, operation, asked.input)) ?? next(asked)
  }
}

/** Undefined for a call that is to go through the SDK. */
async function answerOf<Answer>(
  { endpoint, transport, accessKeyId, region, protocol }: Straight,
  operation: string,
  input: object,
): Promise<Answer | undefined> {
  const { hostname, port } = new URL(endpoint)
  const body = JSON.stringify(input, bytesAsText)
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': String(Buffer.byteLength(body)),
    'x-amz-target': `${protocol}.${operation}`,
    'x-amz-date': ANY_DATE,
    authorization: namedKey({ accessKeyId, region, date: ANY_DATE, service: protocol }),
  }
  const asked = transport.handle({ method: 'POST', hostname, port: Number(port), path: '/', headers, body })
  const { response } = (await asked.catch(() => undefined)) ?? {}
  if (response?.statusCode !== 200) return undefined
  const text = Buffer.from(response.body).toString()
  // Nearly no row holds bytes, and a reviver makes reading several times as slow.
  const output = HOLDS_BYTES.test(text) ? JSON.parse(text, textAsBytes) : JSON.parse(text === '' ? '{}' : text)
  return { output: { ...output, $metadata: {} }, response } as Answer
}

/** No endpoint on this machine looks at it. */
const ANY_DATE = '20260101T000000Z'

/** A Buffer has become an object of numbers before a replacer sees it, so the value is read from its holder. */
function bytesAsText(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  const given = this[key]
  return given instanceof Uint8Array ? Buffer.from(given).toString('base64') : value
}

/** A value of bytes, or a set of them; an attribute of that name holds an object. */
const HOLDS_BYTES = /"BS?":["[]/

function textAsBytes(key: string, value: unknown): unknown {
  if (key === 'B' && typeof value === 'string') return bytesIn(value)
  if (key === 'BS' && Array.isArray(value)) return value.map(bytesIn)
  return value
}

const bytesIn = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
