import { createServer } from 'node:http'
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import {
  CreateConfigurationSetCommand,
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
  SESv2ServiceException,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2'
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mailResultOf } from '#adapters/ses/send-failure.ts'
import { startCredentials } from '#local/aws/door.ts'
import { startDynamo } from '#local/aws/dynamodb.ts'
import { listenOnLoopback } from '#local/aws/listen-on-loopback.ts'
import { nearbySettings, unnamed } from '#local/aws/nearby-client.ts'
import { startQueues } from '#local/aws/queues.ts'
import type { OperationHooks } from '#local/aws/rest-json-server.ts'
import { startSes } from '#local/aws/ses/start-ses.ts'
import { straightDynamo, straightMails, straightQueues } from '#local/aws/straight-calls.ts'

const region = 'ap-southeast-1'
const credentials = startCredentials({})
const { accessKeyId } = credentials
const nearby = () => nearbySettings({ credentials, region })
const opened: (() => unknown)[] = []

afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

function clientAt(endpoint: string): DynamoDBClient {
  const settings = nearby()
  const client = unnamed(new DynamoDBClient({ ...settings, endpoint }))
  opened.push(() => client.destroy())
  return straightDynamo(client, { endpoint, transport: settings.requestHandler, accessKeyId, region })
}

describe('of the database', () => {
  const TableName = 'rows'
  let straight: DynamoDBClient
  let sdk: DynamoDBClient

  beforeEach(async () => {
    const dynamo = await startDynamo({ folder: null, accessKeyId })
    opened.push(dynamo.stop)
    sdk = new DynamoDBClient({ region, credentials, endpoint: dynamo.endpoint })
    opened.push(() => sdk.destroy())
    straight = clientAt(dynamo.insideEndpoint)
    await straight.send(
      new CreateTableCommand({
        TableName,
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    )
  })

  const rows = [
    { id: 'words', name: 'Nguyễn Thị Hạnh "B":"x" 🎂', note: null, on: true },
    {
      id: 'bytes',
      packed: new Uint8Array([0, 1, 254, 255]),
      B: 'text under the name of bytes',
      inside: [{ B: new Uint8Array([7]) }],
    },
    { id: 'buffer', packed: Buffer.from('thăm hỏi') },
    {
      id: 'sets',
      tags: new Set(['a', 'b']),
      counts: new Set([1, 2]),
      parts: new Set([new Uint8Array([1]), new Uint8Array([2])]),
    },
    { id: 'numbers', large: 9e15, small: -0.5, list: [1, [2, { three: 3 }]] },
  ]

  test.each(rows)('a row is the same for both ways, whichever wrote it and whichever reads it: $id', async (row) => {
    for (const writer of [straight, sdk]) {
      await writer.send(new PutItemCommand({ TableName, Item: marshall(row) }))
      const asked = new GetItemCommand({ TableName, Key: marshall({ id: row.id }) })
      const [byStraight, bySdk] = [await straight.send(asked), await sdk.send(asked)]
      expect(byStraight.Item).toEqual(bySdk.Item)
      expect(byStraight.Item?.id).toEqual({ S: row.id })
      const query = { TableName, KeyConditionExpression: 'id = :id', ExpressionAttributeValues: marshall({ ':id': row.id }) }
      expect((await straight.send(new QueryCommand(query))).Items).toEqual((await sdk.send(new QueryCommand(query))).Items)
    }
  })

  test('a row that is not there is undefined, and keys without rows give an empty list', async () => {
    const Key = marshall({ id: 'nobody' })
    expect((await straight.send(new GetItemCommand({ TableName, Key }))).Item).toBeUndefined()
    const { Responses } = await straight.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [Key] } } }))
    expect(Responses?.[TableName]).toEqual([])
  })

  test('a condition that fails throws the error of the SDK, and changes nothing', async () => {
    const put = { TableName, Item: marshall({ id: 'one', n: 1 }), ConditionExpression: 'attribute_not_exists(id)' }
    await straight.send(new PutItemCommand(put))
    const again = straight.send(new PutItemCommand({ ...put, Item: marshall({ id: 'one', n: 2 }) }))
    await expect(again).rejects.toBeInstanceOf(ConditionalCheckFailedException)
    const { Item } = await straight.send(new GetItemCommand({ TableName, Key: marshall({ id: 'one' }) }))
    expect(Item).toEqual(marshall({ id: 'one', n: 1 }))
  })

  test('an update counts once, and answers with what the caller asked for', async () => {
    const update = {
      TableName,
      Key: marshall({ id: 'count' }),
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: marshall({ ':one': 1 }),
      ReturnValues: 'ALL_NEW',
    } as const
    await straight.send(new UpdateItemCommand(update))
    const { Attributes } = await straight.send(new UpdateItemCommand(update))
    expect(unmarshall(Attributes ?? {})).toEqual({ id: 'count', n: 2 })
  })

  test('a rarer call keeps the way of the SDK, with its dates', async () => {
    const { Table } = await straight.send(new DescribeTableCommand({ TableName }))
    expect(Table?.CreationDateTime).toBeInstanceOf(Date)
  })
})

test('a connection that breaks once is tried again', async () => {
  let asked = 0
  const answering = createServer((request, response) => {
    request.resume()
    if (asked++ === 0) {
      response.destroy()
      return
    }
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(JSON.stringify({ Item: marshall({ id: 'there' }) }))
  })
  const server = await listenOnLoopback(answering, 0)
  opened.push(server.stop)
  const found = await clientAt(server.endpoint).send(new GetItemCommand({ TableName: 'rows', Key: marshall({ id: 'there' }) }))
  expect(unmarshall(found.Item ?? {})).toEqual({ id: 'there' })
  expect(asked).toBe(2)
})

test('a message goes into its queue, comes out whole, and is gone when it is deleted', async () => {
  const queues = await startQueues({ queues: [{ name: 'orders' }], credentials })
  opened.push(queues.stop)
  const settings = nearby()
  const { endpoint } = queues
  const client = straightQueues(unnamed(new SQSClient({ ...settings, endpoint, useQueueUrlAsEndpoint: false })), {
    endpoint,
    transport: settings.requestHandler,
    accessKeyId,
    region,
  })
  opened.push(() => client.destroy())
  const QueueUrl = queues.queue('orders').url
  const receive = new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'] })
  expect((await client.send(receive)).Messages ?? []).toEqual([])
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '{"B":"thăm hỏi"}' }))
  const [message] = (await client.send(receive)).Messages ?? []
  expect(message).toMatchObject({ Body: '{"B":"thăm hỏi"}', Attributes: { ApproximateReceiveCount: '1' } })
  const Entries = [{ Id: 'one', ReceiptHandle: message?.ReceiptHandle }]
  expect((await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))).Successful).toEqual([{ Id: 'one' }])
})

test('what SES is asked about the account is the same both ways, and a missing set is the error of the SDK', async () => {
  const sender = 'Tiệm <chăm-sóc@example.vn>'
  const clock = { now: () => '2027-01-01T00:00:00.000Z' }
  const ses = await startSes({ folder: null, accessKeyId, clock, verifiedIdentities: [sender], publish: async () => {} })
  opened.push(ses.stop)
  const sdk = new SESv2Client({ region, credentials, endpoint: ses.endpoint })
  const settings = nearby()
  const { endpoint } = ses
  const straight = straightMails(unnamed(new SESv2Client({ ...settings, endpoint })), {
    endpoint,
    transport: settings.requestHandler,
    accessKeyId,
    region,
  })
  opened.push(() => [sdk, straight].map((client) => client.destroy()))
  await straight.send(new CreateConfigurationSetCommand({ ConfigurationSetName: 'care' }))
  for (const ask of [
    (client: SESv2Client) => client.send(new GetAccountCommand()),
    (client: SESv2Client) => client.send(new GetEmailIdentityCommand({ EmailIdentity: sender })),
    (client: SESv2Client) => client.send(new GetConfigurationSetCommand({ ConfigurationSetName: 'care' })),
  ]) {
    const { $metadata: _, ...bySdk } = await ask(sdk)
    expect(await ask(straight)).toMatchObject(bySdk)
  }
  const missing = straight.send(new GetConfigurationSetCommand({ ConfigurationSetName: 'none' }))
  await expect(missing).rejects.toBeInstanceOf(NotFoundException)
})

describe('of mails', () => {
  const sender = 'chao@tra.example'
  const mail = (words: string, to = 'lan@example.com'): SendEmailCommandInput => ({
    FromEmailAddress: sender,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: { Data: words, Charset: 'UTF-8' },
        Body: { Text: { Data: 'Chúc chị một ngày vui 🎂' }, Html: { Data: '<p>Chúc chị một ngày vui 🎂</p>' } },
        Attachments: [{ FileName: 'danh-sách.csv', ContentType: 'text/csv', RawContent: Buffer.from('a;"Hạnh"\r\n') }],
      },
    },
    EmailTags: [{ Name: 'customer', Value: 'c-1' }],
  })

  async function clients(hooks: OperationHooks = {}) {
    const clock = { now: () => '2027-02-01T00:00:00.000Z' }
    const ses = await startSes({ folder: null, accessKeyId, clock, verifiedIdentities: [sender], publish: async () => {}, hooks })
    opened.push(ses.stop)
    const { endpoint } = ses
    const sdk = new SESv2Client({ region, credentials, endpoint, maxAttempts: 1 })
    const settings = nearby()
    const near = { endpoint, transport: settings.requestHandler, accessKeyId, region }
    const straight = straightMails(unnamed(new SESv2Client({ ...settings, endpoint, maxAttempts: 1 })), near)
    opened.push(() => [sdk, straight].map((client) => client.destroy()))
    return { sdk, straight, mailbox: ses.mailbox }
  }

  test('a mail is the same for both ways, its files as well', async () => {
    const { sdk, straight, mailbox } = await clients()
    const ids = [await straight.send(new SendEmailCommand(mail('Chào'))), await sdk.send(new SendEmailCommand(mail('Chào')))]
    const [one, other] = ids.map(({ MessageId = '' }) => ({ ...mailbox.get(MessageId), messageId: '' }))
    expect(one).toEqual(other)
    expect(one).toMatchObject({ subject: 'Chào', attachments: [{ fileName: 'danh-sách.csv' }] })
  })

  test('one that is refused throws the error of the SDK, and is not there', async () => {
    const { straight, mailbox } = await clients()
    const refused = straight.send(new SendEmailCommand({ ...mail('Chào'), FromEmailAddress: 'khác@other.example' }))
    await expect(refused).rejects.toBeInstanceOf(SESv2ServiceException)
    expect(mailbox.count()).toBe(0)
  })

  test('one that SES took before it failed is not sent again, and its outcome is unknown', async () => {
    const { straight, mailbox } = await clients({
      after: () => {
        throw new Error('the answer is lost')
      },
    })
    const failure = await straight.send(new SendEmailCommand(mail('Chào'))).catch((error: unknown) => error)
    expect(mailResultOf(failure)).toHaveProperty('unknown')
    expect(mailbox.count()).toBe(1)
  })

  test('one whose connection breaks is not sent again, and one that met no server surely did not leave', async () => {
    let asked = 0
    const server = createServer(({ socket }) => {
      asked++
      socket.destroy()
    })
    const { endpoint, stop } = await listenOnLoopback(server, 0)
    const settings = nearby()
    const near = { endpoint, transport: settings.requestHandler, accessKeyId, region }
    const straight = straightMails(unnamed(new SESv2Client({ ...settings, endpoint, maxAttempts: 1 })), near)
    opened.push(() => straight.destroy())
    const broken = await straight.send(new SendEmailCommand(mail('Chào'))).catch((error: unknown) => error)
    expect(mailResultOf(broken)).toHaveProperty('unknown')
    expect(asked).toBe(1)
    await stop()
    const away = await straight.send(new SendEmailCommand(mail('Chào'))).catch((error: unknown) => error)
    expect(mailResultOf(away)).toHaveProperty('busy', 'transient')
  })
})
