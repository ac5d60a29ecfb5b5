/** A row that a form wrote into the audit log before `add` checked it: the page shows it as unreadable, and all others, on both engines. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoAuditLog } from '#adapters/dynamo/audit-log.ts'
import { auditPlace } from '#app/ports/staff.ts'
import { dynoxideBinary, type Engine, freshTable, startDynalite, startDynoxide } from '#test/support/dynamo-engines.ts'

const AT = '2027-03-10T02:00:00.000Z'
const READ = {
  auditId: 'a-2',
  at: AT,
  by: 'hoa@trasen.example.com',
  act: 'redrive',
  on: null,
  people: null,
  result: 'begun',
} as const

const binary = dynoxideBinary()
describe.each([
  ['dynalite', startDynalite, true],
  ['dynoxide', () => startDynoxide(binary ?? ''), binary !== undefined],
] as const)('rows of the audit log of before, on %s', (_, start, isThere) => {
  if (!isThere) return
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  })
  afterAll(() => engine.stop())

  test('a line about no id is told by its place, and hides no other', async () => {
    const { client } = engine
    const table = await freshTable(client, 'staff')
    const log = dynamoAuditLog(table)
    await log.add(READ)
    const place = `${AT}#a-1`
    const Item = {
      scope: { S: 'audit#2027-03' },
      item: { S: place },
      auditId: { S: 'a-1' },
      at: { S: AT },
      by: { S: 'mai@trasen.example.com' },
      act: { S: 'change-duty' },
      on: { M: { kind: { S: 'staff' }, id: { S: '' } } },
      people: { NULL: true },
      result: { S: 'begun' },
    }
    await client.send(new PutItemCommand({ TableName: table.tableName, Item }))
    const lines = await log.page({ month: '2027-03', limit: 9 })
    expect(lines).toEqual([READ, { place, result: 'unreadable' }])
    expect(await log.page({ month: '2027-03', before: auditPlace(READ), limit: 9 })).toEqual([{ place, result: 'unreadable' }])
    expect(await log.page({ month: '2027-03', before: place, limit: 9 })).toEqual([])
  })
})
