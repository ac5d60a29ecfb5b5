/** Rows of replies as earlier versions wrote them, letter by letter, on both engines. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoReplyStore } from '#adapters/dynamo/reply-store.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

/** From before a reading told what the mail holds and what the mail service warned of. */
const before = (replyId: string, reading: string) =>
  `{"customerId":"c-001","replyId":"${replyId}","occurrenceId":"nps_2027-02-03","receivedAt":"2027-02-06T02:00:00.000Z","receivedOn":"2027-02-06","rawKey":"in/1","fromHash":"hash-1","subject":"Re: Chào chị","reading":${reading},"attachments":[],"outcome":"kept"}`
const SPAM = '{"kind":"unclear","score":null,"text":"","language":"und","reasons":["verdict:spam"]}'
const STOP =
  '{"kind":"optOut","score":null,"text":"Dừng. Hàng vỡ","language":"vi","reasons":["word:dừng","optOut:all","also:complaint"]}'
const LATER =
  '{"kind":"unclear","score":null,"text":"","language":"und","reasons":["verdict:virus"],"holds":[{"is":"complaint"}],"verdict":null}'

const binary = dynoxideBinary()
const engines: [string, boolean, () => Promise<Engine>][] = [
  ['dynalite', true, startDynalite],
  ['dynoxide', binary !== undefined, () => startDynoxide(binary ?? '')],
]

describe.each(engines)('on %s', (_name, isThere, start) => {
  let engine: Engine
  beforeAll(async () => {
    if (isThere) engine = await start()
  })
  afterAll(() => engine?.stop())

  test.runIf(isThere).each([
    ['a warning among its reasons is in its field', SPAM, { verdict: 'spam', holds: [], reasons: ['verdict:spam'] }],
    ['one without a warning has none, and holds what it always said', STOP, { verdict: null, holds: [], kind: 'optOut' }],
    ['one that has the field keeps it', LATER, { verdict: null, holds: [{ is: 'complaint' }] }],
  ])('%s', async (_what, reading, read) => {
    const table = await freshTable(engine.client, 'replies')
    const texts = { customerId: 'c-001', replyId: 'r-1', receivedOn: '2027-02-06', reply: before('r-1', reading) }
    const Item = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { S: text }]))
    await engine.client.send(new PutItemCommand({ TableName: table.tableName, Item }))
    const store = dynamoReplyStore(table)
    expect(await store.get({ customerId: 'c-001', replyId: 'r-1' })).toMatchObject({ subject: 'Re: Chào chị', reading: read })
    expect(await store.ofCustomer('c-001')).toHaveLength(1)
  })
})
