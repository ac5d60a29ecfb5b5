/** How ledgers lie in their table: short, and readable by the version before and after. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoLedgerStore } from '#adapters/dynamo/ledger-store.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { noticeContact, noticeIds } from '#core/audience/opt-out-notice.ts'
import { epochMsOf } from '#core/time/instant.ts'
import { type Engine, freshTable, startDynalite } from '#test/support/dynamo-engines.ts'
import { storedContact } from '#test/support/store-builders.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())

const AT = '2027-03-10T02:00:00.000Z'
const STOP = { customerId: 'c-001', purposes: ['care'] as const, at: AT }
const [FIRST, AGAIN] = noticeIds(STOP)

test('the campaign stands once in a contact of an occurrence', async () => {
  const table = await freshTable(engine.client, 'touches')
  const contact = storedContact({ occurrenceId: 'tet_2027-02-06', occasionKey: 'tet:2027', at: AT })
  await dynamoLedgerStore(table).claim({ customerId: 'c-001', version: 1, contacts: [contact] })
  const row = await getRow(table, { customerId: 'c-001', item: 'ledger' })
  expect(JSON.parse(String(row?.c))).toEqual([['tet_2027-02-06', ':2027', 'e', 'c', epochMsOf(AT)]])
})

test('confirmations of stops are read as the version before stored them, and as this one does', async () => {
  const table = await freshTable(engine.client, 'touches')
  const store = dynamoLedgerStore(table)
  const contacts = [FIRST, AGAIN].map((occurrenceId) => noticeContact(STOP, { occurrenceId, at: AT, channel: 'email' }))
  const stored = [
    [FIRST, ':care', 'e', 't', epochMsOf(AT)],
    [AGAIN, 'notice.opt-out:care', 'e', 't', epochMsOf(AT)],
  ]
  await putRow(table, { customerId: 'c-001', item: 'ledger', v: 3, c: JSON.stringify(stored) })
  expect(await store.getMany(['c-001'])).toEqual([{ customerId: 'c-001', version: 3, contacts }])
  await store.claim({ customerId: 'c-001', version: 4, contacts })
  expect(await store.getMany(['c-001'])).toEqual([{ customerId: 'c-001', version: 4, contacts }])
})

test('a channel without a letter of its own stands with its id', async () => {
  const table = await freshTable(engine.client, 'touches')
  const store = dynamoLedgerStore(table)
  const contacts = ['email', 'call', 'pigeon'].map((channel) => storedContact({ occurrenceId: `o_${channel}`, channel, at: AT }))
  await store.claim({ customerId: 'c-001', version: 1, contacts })
  const row = await getRow(table, { customerId: 'c-001', item: 'ledger' })
  expect(JSON.parse(String(row?.c)).map((contact: unknown[]) => contact[2])).toEqual(['e', 'c', 'pigeon'])
  expect(await store.getMany(['c-001'])).toEqual([{ customerId: 'c-001', version: 1, contacts }])
})
