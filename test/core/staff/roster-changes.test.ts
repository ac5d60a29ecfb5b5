import { expect, test } from 'vitest'
import type { StaffMember } from '#core/staff/roster.ts'
import { rosterChanges } from '#core/staff/roster-changes.ts'

const MAI: StaffMember = { name: 'Lê Ngọc Mai', address: 'mai@trasen.example.com', team: 'Chăm sóc', role: 'lead' }
const BAO: StaffMember = { name: 'Trần Bảo', address: 'bao@trasen.example.com', team: 'Chăm sóc', role: 'agent' }
const NOTHING = { joined: [], left: [], roleChanged: [] }

test('of a first roster everybody joins', () => {
  expect(rosterChanges(undefined, { people: [MAI] })).toEqual({ ...NOTHING, joined: [MAI] })
})

test('who joins, who leaves, and whose role changes', () => {
  const changed = { ...MAI, role: 'head' } as const
  expect(rosterChanges({ people: [MAI, BAO] }, { people: [changed] })).toEqual({
    joined: [],
    left: [BAO],
    roleChanged: [{ member: changed, from: 'lead' }],
  })
})

test('another name or team is no change of these, and another address is another person', () => {
  expect(rosterChanges({ people: [MAI] }, { people: [{ ...MAI, name: 'Lê Mai', team: 'Cửa hàng' }] })).toEqual(NOTHING)
  const moved = { ...MAI, address: 'ngoc-mai@trasen.example.com' }
  expect(rosterChanges({ people: [MAI] }, { people: [moved] })).toEqual({ ...NOTHING, joined: [moved], left: [MAI] })
})
