/** What the DynamoDB adapters do with rows that cannot be read, with half-done writes and with AWS leaving work undone. */
import { deflateRawSync } from 'node:zlib'
import {
  type AttributeValue,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoBudgetStore } from '#adapters/dynamo/budget-store.ts'
import { dynamoCampaignStore } from '#adapters/dynamo/campaign-store.ts'
import { dynamoConsentLog } from '#adapters/dynamo/consent-log.ts'
import { createTableInputs } from '#adapters/dynamo/create-table-inputs.ts'
import { dynamoCustomerStore } from '#adapters/dynamo/customer-store.ts'
import { dynamoLedgerStore } from '#adapters/dynamo/ledger-store.ts'
import { dynamoOccurrenceStore } from '#adapters/dynamo/occurrence-store.ts'
import { dynamoPurchaseStore } from '#adapters/dynamo/purchase-store.ts'
import { dynamoReplyStore } from '#adapters/dynamo/reply-store.ts'
import { dynamoResponseStore } from '#adapters/dynamo/response-store.ts'
import { type DynamoTable, type Row, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { dynamoSuppressionList } from '#adapters/dynamo/suppression-list.ts'
import { dynamoTouchStore } from '#adapters/dynamo/touch-store.ts'
import { dynamoVoucherStore } from '#adapters/dynamo/voucher-store.ts'
import { dynamoWordsStore } from '#adapters/dynamo/words-store.ts'
import { dynamoWorkStore } from '#adapters/dynamo/work-store.ts'
import { packWords } from '#adapters/packed-words.ts'
import { allPages } from '#test/support/all-pages.ts'
import { someWords } from '#test/support/builders.ts'
import { type Engine, freshTable, startDynalite } from '#test/support/dynamo-engines.ts'
import {
  AN_INSTANT,
  aConsentRecord,
  acceptedCampaign,
  aSuppression,
  storedBatch,
  storedBudget,
  storedContact,
  storedCustomer,
  storedPurchase,
  storedReply,
  storedResponse,
  storedTouch,
  storedVoucher,
} from '#test/support/store-builders.ts'
import { TEST_KEYS, withKeys } from '#test/support/suppression-keys.ts'
import { storedWork } from '#test/support/work-builders.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())

const putRaw = ({ client, tableName }: DynamoTable, row: Row) =>
  client.send(new PutItemCommand({ TableName: tableName, Item: marshall(row, { removeUndefinedValues: true }) }))

const readRaw = async ({ client, tableName }: DynamoTable, key: Record<string, string>) =>
  unmarshall((await client.send(new GetItemCommand({ TableName: tableName, Key: marshall(key) }))).Item ?? {})

const spoil = ({ client, tableName }: DynamoTable, key: Record<string, string>, attribute: string, value: AttributeValue) =>
  client.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: marshall(key),
      UpdateExpression: 'SET #attribute = :value',
      ExpressionAttributeNames: { '#attribute': attribute },
      ExpressionAttributeValues: { ':value': value },
    }),
  )

const customerStore = (table: DynamoTable, finder?: DynamoTable) =>
  dynamoCustomerStore({ ...table, finderTable: finder?.tableName, addressHash: (address) => address })

async function freshCustomers() {
  const [table, finder] = [await freshTable(engine.client, 'customers'), await freshTable(engine.client, 'finder')]
  return { table, store: customerStore(table, finder) }
}

test.each<[string, AttributeValue]>([
  ['no JSON', { S: '{"care/email"' }],
  ['an unknown purpose', { S: '{"gossip/email":{"decision":"granted","at":"2026-01-01T00:00:00.000Z"}}' }],
  ['an unknown decision', { S: '{"care/email":{"decision":"maybe","at":"2026-01-01T00:00:00.000Z"}}' }],
  ['no text', { N: '1' }],
])('consents that are %s are unreadable, for this customer alone, until they are set anew', async (_, spoilt) => {
  const { table, store } = await freshCustomers()
  await store.put([storedCustomer(), storedCustomer({ customerId: 'c-002' })])
  await spoil(table, { customerId: 'c-001' }, 'consents', spoilt)
  expect((await store.get('c-001'))?.consents).toBe('unreadable')
  expect((await store.get('c-002'))?.consents).toEqual({})
  const born = await allPages(store.bornOn(['S-08-15'], { first: 0, last: 255 }))
  expect(born.map(({ consents }) => consents)).toContain('unreadable')
  const granted = { 'care/email': { decision: 'granted', at: AN_INSTANT } } as const
  expect(await store.setConsents('c-001', granted)).toBe('written')
  expect((await store.get('c-001'))?.consents).toEqual(granted)
})

test.each<[string, AttributeValue]>([
  ['a word of another version', { S: 'yearly' }],
  ['no text', { N: '1' }],
  ['empty', { S: '' }],
])(
  'a wished frequency that is %s counts as the rarest, so that nobody hears from us more than they wished',
  async (_, spoilt) => {
    const { table, store } = await freshCustomers()
    await store.put([storedCustomer(), storedCustomer({ customerId: 'c-002' })])
    await store.setFrequency({ customerId: 'c-001', frequency: 'weekly', at: AN_INSTANT, evidence: 'link' })
    await spoil(table, { customerId: 'c-001' }, 'frequency', spoilt)
    expect((await store.get('c-001'))?.frequency).toBe('monthly')
    expect((await store.get('c-002'))?.frequency).toBe('any')
    await store.setFrequency({ customerId: 'c-001', frequency: 'any', at: AN_INSTANT, evidence: 'link' })
    expect((await store.get('c-001'))?.frequency).toBe('any')
  },
)

test('a wished frequency is kept with when and by what it was chosen', async () => {
  const { table, store } = await freshCustomers()
  await store.put([storedCustomer()])
  await store.setFrequency({ customerId: 'c-001', frequency: 'weekly', at: AN_INSTANT, evidence: 'link p-1' })
  const row = await readRaw(table, { customerId: 'c-001' })
  expect(row).toMatchObject({ frequency: 'weekly', frequencyAt: AN_INSTANT, frequencyEvidence: 'link p-1' })
})

test('a profile that cannot be read throws and names the customer, not what is known of them', async () => {
  const { table, store } = await freshCustomers()
  await store.put([storedCustomer()])
  await spoil(table, { customerId: 'c-001' }, 'profile', { S: '{"fullName":"Ánh","honorific":"queen"}' })
  const reading = store.get('c-001')
  await expect(reading).rejects.toThrow(UnreadableRowError)
  await expect(reading).rejects.toThrow(/^cannot read customer c-001$/)
})

test('a suppression that cannot be read still stands on the list, and adding one does not hide it', async () => {
  const table = await freshTable(engine.client, 'suppressions')
  await putRaw(table, { addressHash: TEST_KEYS.rowKey('email:hash-1'), reason: 'whim' })
  const list = dynamoSuppressionList(withKeys(table))
  await list.add(aSuppression({ contactKey: 'email:hash-2' }))
  await list.add(aSuppression())
  const found = await list.among(['email:hash-1', 'email:hash-2', 'email:hash-3'])
  expect(found).toEqual(
    new Map<string, unknown>([
      ['email:hash-1', 'unreadable'],
      ['email:hash-2', aSuppression({ contactKey: 'email:hash-2' })],
    ]),
  )
})

test('a consent record that cannot be read makes the whole history throw', async () => {
  const table = await freshTable(engine.client, 'consents')
  const log = dynamoConsentLog(table)
  await log.append(aConsentRecord())
  await putRaw(table, { ...aConsentRecord({ recordId: 'odd' }), decision: 'perhaps' })
  await expect(log.ofCustomer('c-001')).rejects.toThrow(UnreadableRowError)
})

test('a ledger that cannot be read throws: nobody is contacted on a guess', async () => {
  const table = await freshTable(engine.client, 'touches')
  await dynamoLedgerStore(table).claim({ customerId: 'c-001', version: 1, contacts: [storedContact()] })
  await spoil(table, { customerId: 'c-001', item: 'ledger' }, 'c', { S: '[["x","y","z"]]' })
  await expect(dynamoLedgerStore(table).getMany(['c-001'])).rejects.toThrow('cannot read ledger of customer c-001')
})

test.each([
  ['no JSON', 'recipients'],
  ['no list', '{"keys":[],"rows":{}}'],
  ['an unknown key', '{"keys":[],"rows":[["c-001",0]]}'],
  ['no customer', '{"keys":["k"],"rows":[[7,0]]}'],
  ['an unknown outcome', '{"keys":["k"],"rows":[["c-001",0,{"state":"lost"}]]}'],
  ['an outcome of every object', '{"keys":["k"],"rows":[["c-001",0,{"state":"toString"}]]}'],
  ['an outcome that says too little', '{"keys":["k"],"rows":[["c-001",0,{"state":"sent","at":"2027-02-06T02:00:00.000Z"}]]}'],
])('recipients with %s throw and name the batch', async (_, recipients) => {
  const table = await freshTable(engine.client, 'occurrences')
  const store = dynamoOccurrenceStore(table)
  await store.putBatch(storedBatch())
  await spoil(table, { occurrenceId: 'tet_2027-02-06', item: 'batch#003.01.+0700' }, 'recipients', {
    B: deflateRawSync(recipients),
  })
  await expect(store.batches('tet_2027-02-06')).rejects.toThrow('cannot read batch 003.01.+0700 of tet_2027-02-06')
})

test.each([
  ['text', { S: '{"keys":[],"rows":[]}' }],
  ['bytes that nobody packed', { B: Buffer.from('recipients') }],
  ['bytes that unpack without end', { B: deflateRawSync(Buffer.alloc(20_000_000)) }],
])('recipients stored as %s throw and name the batch', async (_, recipients) => {
  const table = await freshTable(engine.client, 'occurrences')
  const store = dynamoOccurrenceStore(table)
  await store.putBatch(storedBatch())
  await spoil(table, { occurrenceId: 'tet_2027-02-06', item: 'batch#003.01.+0700' }, 'recipients', recipients)
  await expect(store.batches('tet_2027-02-06')).rejects.toThrow('cannot read batch 003.01.+0700 of tet_2027-02-06')
})

test('five hundred recipients still to be greeted take less than two kilobytes', async () => {
  const table = await freshTable(engine.client, 'occurrences')
  const recipients = Array.from({ length: 500 }, (_, n) => ({
    customerId: `c-${100_000 + n}`,
    occasionKey: 'tet-2027',
    outcome: { state: 'planned' as const },
  }))
  await dynamoOccurrenceStore(table).putBatch(storedBatch({ recipients }))
  const row = await readRaw(table, { occurrenceId: 'tet_2027-02-06', item: 'batch#003.01.+0700' })
  expect(row.recipients).toBeInstanceOf(Uint8Array)
  expect((row.recipients as Uint8Array).length).toBeLessThan(2_000)
})

test('a ledger of eight contacts is one write unit: less than a kilobyte', async () => {
  const table = await freshTable(engine.client, 'touches')
  const contacts = Array.from({ length: 8 }, (_, n) =>
    storedContact({ occurrenceId: `birthday-with-voucher-0${n}_2027-02-06`, occasionKey: `birthday-with-voucher-0${n}#2027` }),
  )
  await dynamoLedgerStore(table).claim({ customerId: 'c-0000000001', version: 1, contacts })
  const row = await readRaw(table, { customerId: 'c-0000000001', item: 'ledger' })
  const size = Object.entries(row).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)), 0)
  expect(size).toBeLessThan(1_024)
})

test('a crash between the version and the list of the newest is mended by accepting again', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const store = dynamoCampaignStore(table)
  const stored = acceptedCampaign({ name: 'đã nhận' })
  await store.accept(stored)
  const newest = marshall({ scope: '#campaigns', item: 'birthday' })
  await table.client.send(new DeleteItemCommand({ TableName: table.tableName, Key: newest }))
  expect(await store.latest()).toEqual([])
  expect(await store.accept(acceptedCampaign({ name: 'người khác' }))).toBe('lost')
  expect(await store.latest()).toEqual([stored])
})

test.each<[string, (packed: Uint8Array) => AttributeValue]>([
  ['no bytes', () => ({ S: 'lời' })],
  ['bytes that do not unpack', () => ({ B: new Uint8Array([1, 2, 3]) })],
  ['bytes that were cut', (packed) => ({ B: packed.slice(0, -4) })],
  ['other words than the hash was made of', () => ({ B: packWords(someWords('greeting', 'khác')).packed })],
])('words with %s are unreadable, and are right again once kept anew', async (_, damage) => {
  const table = await freshTable(engine.client, 'campaigns')
  const store = dynamoWordsStore(table)
  const hash = await store.keep(someWords())
  const key = { scope: `words#${hash}`, item: 'packed' }
  const row = await readRaw(table, key)
  const Item = { ...marshall(row), packed: damage(row.packed as Uint8Array) }
  await table.client.send(new PutItemCommand({ TableName: table.tableName, Item }))
  expect(await store.read(hash)).toBe('unreadable')
  await store.keep(someWords())
  expect(await store.read(hash)).toEqual(someWords())
})

test('a campaign as the version before wrote it is read, and names no words', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const { definition, version, acceptedAt, acceptedBy } = acceptedCampaign()
  const before = { version, acceptedAt, acceptedBy, definition: JSON.stringify(definition) }
  for (const key of [
    { scope: 'birthday', item: 'v#000001' },
    { scope: '#campaigns', item: 'birthday' },
  ])
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: marshall({ ...key, ...before }) }))
  const store = dynamoCampaignStore(table)
  expect(await store.latest()).toEqual([acceptedCampaign()])
  expect(await store.version('birthday', 1)).toEqual(acceptedCampaign())
})

test('every change of state is kept with who made it and why', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const change = {
    campaignId: 'birthday',
    from: 'active',
    state: 'paused',
    at: AN_INSTANT,
    by: 'lan',
    because: 'sai mẫu thư',
  } as const
  await dynamoCampaignStore(table).setState(change)
  const row = await readRaw(table, { scope: 'birthday', item: `state#${AN_INSTANT}` })
  expect(row).toMatchObject({ state: 'paused', by: 'lan', because: 'sai mẫu thư' })
})

test('two changes of state in one millisecond are both kept, and one that was lost is not', async () => {
  const table = await freshTable(engine.client, 'campaigns')
  const store = dynamoCampaignStore(table)
  const about = { campaignId: 'birthday', at: AN_INSTANT, because: 'sai mẫu thư' }
  expect(await store.setState({ ...about, from: 'active', state: 'paused', by: 'lan' })).toBe('written')
  expect(await store.setState({ ...about, from: 'paused', state: 'cancelled', by: 'hoa' })).toBe('written')
  expect(await store.setState({ ...about, from: 'paused', state: 'active', by: 'minh' })).toBe('lost')
  const kept = ['', '#2', '#3'].map((nth) => readRaw(table, { scope: 'birthday', item: `state#${AN_INSTANT}${nth}` }))
  expect((await Promise.all(kept)).map((row) => row?.by)).toEqual(['lan', 'hoa', undefined])
})

test.each(['active', 'paused', 'cancelled'] as const)(
  'a state stored by the version before (%s) can be left, unless it is for good',
  async (state) => {
    const table = await freshTable(engine.client, 'campaigns')
    const before = { scope: '#states', item: 'birthday', state, at: AN_INSTANT, by: 'lan', because: 'x' }
    await table.client.send(new PutItemCommand({ TableName: table.tableName, Item: marshall(before) }))
    const store = dynamoCampaignStore(table)
    const change = { campaignId: 'birthday', at: AN_INSTANT, by: 'lan', because: 'x' }
    for (const from of ['active', 'paused'] as const)
      if (from !== state) expect(await store.setState({ ...change, from, state: 'cancelled' })).toBe('lost')
    expect(await store.state('birthday')).toBe(state)
    if (state !== 'cancelled') expect(await store.setState({ ...change, from: state, state: 'cancelled' })).toBe('written')
  },
)

/** Lets every batch call do only the first of what it was given, `stubborn` times nothing at all. */
function withPartialBatches({ client, tableName }: DynamoTable, stubborn = 0): { table: DynamoTable; stop: () => void } {
  let refusals = stubborn
  client.middlewareStack.add(
    (next) => async (args) => {
      const input: { RequestItems?: Record<string, { Keys?: unknown[] } | unknown[]> } = Object(args.input)
      const request = input.RequestItems?.[tableName]
      if (request === undefined) return next(args)
      const list = Array.isArray(request) ? request : (request.Keys ?? [])
      const wrap = (part: readonly unknown[]) => ({ [tableName]: Array.isArray(request) ? part : { ...request, Keys: part } })
      const taken = refusals-- > 0 ? 0 : 1
      const unprocessed = taken < list.length ? wrap(list.slice(taken)) : {}
      const left = Array.isArray(request) ? { UnprocessedItems: unprocessed } : { UnprocessedKeys: unprocessed }
      if (taken === 0) return { response: {}, output: { $metadata: {}, Responses: {}, ...left } }
      const answer = await next({ ...args, input: Object({ ...args.input, RequestItems: wrap(list.slice(0, taken)) }) })
      return { ...answer, output: { ...answer.output, ...left } }
    },
    { step: 'initialize', name: 'partialBatches' },
  )
  return { table: { client, tableName }, stop: () => client.middlewareStack.remove('partialBatches') }
}

test('what a batch call leaves undone is asked for again until it is done', async () => {
  const { table, stop } = withPartialBatches(await freshTable(engine.client, 'purchases'), 2)
  try {
    const store = dynamoPurchaseStore(table)
    const purchases = ['a', 'b', 'c'].map((purchaseId) => storedPurchase({ purchaseId }))
    await store.put(purchases)
    expect(await store.ofCustomer('c-001')).toEqual(purchases)
    expect((await store.getMany(purchases)).toSorted((a, b) => (a.purchaseId < b.purchaseId ? -1 : 1))).toEqual(purchases)
  } finally {
    stop()
  }
})

test('a batch call that never does anything is given up loudly', async () => {
  const { table, stop } = withPartialBatches(await freshTable(engine.client, 'purchases'), 1_000)
  try {
    const store = dynamoPurchaseStore(table)
    await Promise.all([
      expect(store.put([storedPurchase()])).rejects.toThrow('1 rows stay unprocessed'),
      expect(store.getMany([storedPurchase()])).rejects.toThrow('1 keys stay unprocessed'),
    ])
  } finally {
    stop()
  }
})

test('a failure that is not a lost race is thrown, whatever the port', async () => {
  const nowhere = { client: engine.client, tableName: 'nowhere' }
  const customers = customerStore(nowhere)
  const calls: readonly Promise<unknown>[] = [
    customers.put([storedCustomer()]),
    customers.getMany(['c-001']),
    customers.setConsents('c-001', {}),
    dynamoSuppressionList(withKeys(nowhere)).among(['email:hash-1']),
    dynamoConsentLog(nowhere).append(aConsentRecord()),
    dynamoLedgerStore(nowhere).claim({ customerId: 'c-001', version: 1, contacts: [] }),
    dynamoTouchStore(nowhere).record([storedTouch()]),
    dynamoOccurrenceStore(nowhere).putBatch(storedBatch()),
    dynamoVoucherStore(nowhere).issue(storedVoucher()),
    dynamoBudgetStore(nowhere).put(storedBudget()),
    customers.setFrequency({ customerId: 'c-001', frequency: 'any', at: AN_INSTANT, evidence: 'link' }),
    dynamoResponseStore(nowhere).put(storedResponse()),
    dynamoResponseStore(nowhere).remove(storedResponse()),
    dynamoReplyStore(nowhere).add(storedReply()),
    dynamoReplyStore(nowhere).unmatched(),
    dynamoWorkStore(nowhere).open(storedWork()),
    dynamoWorkStore(nowhere).allOpen(),
  ]
  const results = await Promise.allSettled(calls)
  expect(results.map(({ status }) => status)).toEqual(calls.map(() => 'rejected'))
})

test('tables are made with on-demand capacity, and an unknown one is refused', () => {
  const [input] = createTableInputs({ touches: 'care-touches' })
  expect(input).toEqual({
    TableName: 'care-touches',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'customerId', KeyType: 'HASH' },
      { AttributeName: 'item', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'customerId', AttributeType: 'S' },
      { AttributeName: 'item', AttributeType: 'S' },
    ],
  })
  const misspelt: object = { touch: 'care-touches' }
  expect(() => createTableInputs(misspelt)).toThrow('no such table: touch')
})
