/**
 * The frequent calls of DynamoDB and SQS, mails, and what SES is asked every hour, without the SDK between a command and its request: most of a call's
 * time over loopback goes into objects that the SDK makes for a service far away. The protocols are plain JSON. Whatever is not answered with success is
 * asked again through the SDK, which knows the errors and when to try again: a refused call has changed nothing, and one whose connection broke is tried
 * again anyway. Only a mail that SES may have taken is never sent again.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { Address, PlainAnswer } from '#local/aws/kept-connections.ts'
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

/** The same client, whose mails and questions about the account go straight. */
export function straightMails(client: SESv2Client, near: Near): SESv2Client {
  client.middlewareStack.add((next, { commandName = '' }) => {
    if (commandName === 'SendEmailCommand')
      return async (asked) => (await mailSent<Awaited<ReturnType<typeof next>>>(near, asked.input)) ?? next(asked)
    const pathOf = MAIL_QUESTIONS[commandName]
    if (!pathOf) return next
    return async (asked) => {
      const path = pathOf(asked.input as NamedInput)
      const read = { method: 'GET', path, headers: keyOf(near, 'ses') } as const
      return (await answerOf<Awaited<ReturnType<typeof next>>>(near, read)) ?? next(asked)
    }
  }, BEFORE_ALL)
  return client
}

/** Undefined for a mail that SES refused before it took it: the SDK knows the errors. The errors of a connection are thrown as they are. */
async function mailSent<Answer>(near: Near, input: object): Promise<Answer | undefined> {
  const body = JSON.stringify(input, bytesAsText)
  const headers = { ...lengthOf(body), 'content-type': 'application/json', ...keyOf(near, 'ses') }
  const address = addressOf(near.endpoint)
  const path = '/v2/email/outbound-emails'
  const answer = await near.transport.straight(address, written(address, { method: 'POST', path, headers, body }))
  if (answer.status === 200) return answered(answer)
  if (answer.status < 500) return undefined
  throw Object.assign(new Error(answer.body), { name: 'MailServiceError', $metadata: { httpStatusCode: answer.status } })
}

interface NamedInput {
  readonly EmailIdentity?: string
  readonly ConfigurationSetName?: string
}

/** Their answers on this machine hold no dates either. */
const MAIL_QUESTIONS: Readonly<Record<string, (asked: NamedInput) => string>> = {
  GetAccountCommand: () => '/v2/email/account',
  GetEmailIdentityCommand: ({ EmailIdentity = '' }) => `/v2/email/identities/${encodeURIComponent(EmailIdentity)}`,
  GetConfigurationSetCommand: ({ ConfigurationSetName = '' }) =>
    `/v2/email/configuration-sets/${encodeURIComponent(ConfigurationSetName)}`,
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
    return async (asked: Asked): Promise<Answer> =>
      (await answerOf<Answer>(parts, jsonCall(parts, operation, asked.input))) ?? next(asked)
  }
}

interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

function jsonCall(parts: Straight, operation: string, input: object): Call {
  const body = JSON.stringify(input, bytesAsText)
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    ...lengthOf(body),
    'x-amz-target': `${parts.protocol}.${operation}`,
    ...keyOf(parts, parts.protocol),
  }
  return { method: 'POST', path: '/', headers, body }
}

const lengthOf = (body: string) => ({ 'content-length': String(Buffer.byteLength(body)) })

const keyOf = ({ accessKeyId, region }: Near, service: string) => ({
  'x-amz-date': ANY_DATE,
  authorization: namedKey({ accessKeyId, region, date: ANY_DATE, service }),
})

/** Undefined for a call that is to go through the SDK. */
async function answerOf<Answer>({ endpoint, transport }: Near, call: Call): Promise<Answer | undefined> {
  const address = addressOf(endpoint)
  const answer = await transport.straight(address, written(address, call)).catch(() => undefined)
  if (answer?.status !== 200) return undefined
  return answered(answer)
}

function answered<Answer>(answer: PlainAnswer): Answer {
  const text = answer.body
  // Nearly no row holds bytes, and a reviver makes reading several times as slow.
  const output = HOLDS_BYTES.test(text) ? JSON.parse(text, textAsBytes) : JSON.parse(text === '' ? '{}' : text)
  return { output: { ...output, $metadata: {} }, response: answer } as Answer
}

function written({ hostname, port }: Address, { method, path, headers, body = '' }: Call): string {
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n`
  for (const name in headers) head += `${name}: ${headers[name]}\r\n`
  return `${head}\r\n${body}`
}

const addresses = new Map<string, Address>()

/** Taken apart once, and not for each of many thousand calls. */
function addressOf(endpoint: string): Address {
  const known = addresses.get(endpoint)
  if (known) return known
  const { hostname, port } = new URL(endpoint)
  const address = { hostname, port: Number(port) }
  addresses.set(endpoint, address)
  return address
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
