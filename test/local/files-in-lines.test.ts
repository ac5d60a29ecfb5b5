import { expect, test } from 'vitest'
import { memoryAuditLog, memoryRosterStore, memorySessionStore, memorySubjectStore } from '#adapters/memory/staff-stores.ts'
import { publishRoster } from '#app/staff/publish-roster.ts'
import { NO_PLAN } from '#core/duty/team.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { filesAtStart, filesReadAgain } from '#local/files-in-lines.ts'

const MAI: StaffMember = { name: 'Lê Ngọc Mai', address: 'mai@trasen.example.com', team: 'Chăm sóc', role: 'lead' }
const BAO: StaffMember = { name: 'Trần Bảo', address: 'bao@trasen.example.com', team: 'Chăm sóc', role: 'agent' }

function rosters() {
  const ports = {
    roster: memoryRosterStore(),
    sessions: memorySessionStore(),
    subjects: memorySubjectStore(),
    auditLog: memoryAuditLog(),
    events: { staffActUnclosed: () => {} },
    accounts: null,
  }
  return async (...people: readonly StaffMember[]) => ({
    problems: [],
    companyChanged: false,
    files: new Map(),
    accepted: [],
    roster: await publishRoster(ports, { roster: { people, plan: NO_PLAN }, by: 'huy', at: '2027-03-10T02:00:00.000Z' }),
  })
}

test('a saved roster is told: who left, who is called otherwise, and whose address is another person’s', async () => {
  const read = rosters()
  const first = await read(MAI, BAO)
  const renamed = await read({ ...MAI, name: 'Đỗ Mai' })
  expect(filesReadAgain(renamed, first).join('\n')).toContain('bao@trasen.example.com left')
  expect(filesReadAgain(renamed, first).join('\n')).toMatch(/called Lê Ngọc Mai and is called Đỗ Mai.*addressSince/)
  const given = await read({ ...MAI, name: 'Vũ Lan', addressSince: '2027-03-10' })
  expect(filesReadAgain(given, renamed).join('\n')).toContain('another person’s now (Vũ Lan)')
  expect(filesReadAgain(given, renamed).join('\n')).not.toContain('nothing new')
  expect(filesReadAgain(await read({ ...MAI, name: 'Vũ Lan', addressSince: '2027-03-10' }), given)).toEqual([
    'campaign files read again:',
    '  nothing new in them',
  ])
})

test('at the start the first roster and the same one are no news, and one that was changed while nothing ran is', async () => {
  const read = rosters()
  expect(filesAtStart(await read(MAI, BAO))).toEqual([])
  expect(filesAtStart(await read(MAI, BAO))).toEqual([])
  expect(filesAtStart(await read(MAI)).join('\n')).toContain('bao@trasen.example.com left')
})
