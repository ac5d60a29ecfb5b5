import { expect, test } from 'vitest'
import { memoryAuditLog } from '#adapters/memory/staff-stores.ts'
import { audit } from '#functions/staff/acts/audit.ts'
import { readLines } from '#test/support/audit-lines.ts'

test('acts of one instant stand in the log in their order', async () => {
  const auditLog = memoryAuditLog()
  const system = {
    stores: { auditLog },
    events: { staffActUnclosed: () => {} },
    clock: { now: () => '2027-03-10T02:00:00.000Z' },
  }
  const by = { address: 'mai@trasen.example.com', name: 'Mai' }
  for (const people of [1, 2, 3, 4]) await audit(system, { act: 'redrive', on: null, by, people }, async () => {})
  const newestFirst = readLines(await auditLog.page({ month: '2027-03', limit: 9 }))
  expect(newestFirst.map(({ people }) => people)).toEqual([4, 4, 3, 3, 2, 2, 1, 1])
})
