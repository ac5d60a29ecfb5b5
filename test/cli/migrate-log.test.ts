/** `care migrate log`, on lines as the version before stored them. */
import { expect, test } from 'vitest'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import { auditPlace } from '#app/ports/staff.ts'
import { type AuditEntry, closingEntry } from '#core/staff/audit-entry.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { runCare } from '#test/cli/care-run.ts'
import { placeWithTables } from '#test/cli/place-with-tables.ts'

test('says how many are missing, brings them in, and again finds nothing to do', async () => {
  const { place, client } = await placeWithTables()
  const { auditLog } = (await place.stores()).staff
  const entry = (auditId: string, over: Partial<AuditEntry> = {}): AuditEntry => ({
    auditId,
    at: '2027-03-10T02:00:00.000Z',
    by: 'mai@trasen.example.com',
    act: 'correct-person',
    on: { kind: 'customer', id: 'KH01' },
    people: 1,
    result: 'begun',
    ...over,
  })
  const [before, now] = [entry('before'), entry('now')]
  const closing = closingEntry(before, 'done')
  for (const each of [before, closing, entry('everything', { on: null })])
    await putRow({ client, tableName: LOCAL_TABLES.staff }, { scope: 'audit#2027-03', item: auditPlace(each), ...each })
  await auditLog.add(now)
  await auditLog.countTurnedAway({ at: now.at, because: 'not-ours', permission: null, by: null })
  const migrate = async (...args: string[]) => {
    const { exitCode, printed } = await runCare(place, ['migrate', 'log', ...args])
    return [exitCode, printed]
  }
  const found = async () => (await auditLog.pageAbout({ id: 'KH01', limit: 9 })).length
  expect(await found()).toBe(1)
  expect(await migrate('--dry-run')).toEqual([
    0,
    '3 lines of the log are about something, of which 2 are not found by it; nothing was written',
  ])
  expect(await found()).toBe(1)
  expect(await migrate()).toEqual([0, '3 lines of the log are found by what they are about; 2 of them were brought in'])
  expect(await auditLog.pageAbout({ id: 'KH01', limit: 9 })).toEqual([now, closing, before])
  expect(await migrate()).toEqual([0, '3 lines of the log are found by what they are about; 0 of them were brought in'])
})
