import { expect, test } from 'vitest'
import type { StaffMember } from '#core/staff/roster.ts'
import { rosterChanges } from '#core/staff/roster-changes.ts'

const MAI: StaffMember = { name: 'Lê Ngọc Mai', address: 'mai@trasen.example.com', team: 'Chăm sóc', role: 'lead' }
const BAO: StaffMember = { name: 'Trần Bảo', address: 'bao@trasen.example.com', team: 'Chăm sóc', role: 'agent' }
const NOTHING = { joined: [], left: [], roleChanged: [], givenOn: [], renamed: [] }

test('of a first roster everybody joins', () => {
  expect(rosterChanges(undefined, { people: [MAI] })).toEqual({ ...NOTHING, joined: [MAI] })
})

test('who joins, who leaves, and whose role changes', () => {
  const changed = { ...MAI, role: 'head' } as const
  expect(rosterChanges({ people: [MAI, BAO] }, { people: [changed] })).toEqual({
    joined: [],
    left: [BAO],
    roleChanged: [{ member: changed, from: 'lead' }],
    givenOn: [],
    renamed: [],
  })
})

test('another team is no change of these, and another address is another person', () => {
  expect(rosterChanges({ people: [MAI] }, { people: [{ ...MAI, team: 'Cửa hàng' }] })).toEqual(NOTHING)
  const moved = { ...MAI, address: 'ngoc-mai@trasen.example.com' }
  expect(rosterChanges({ people: [MAI] }, { people: [moved] })).toEqual({ ...NOTHING, joined: [moved], left: [MAI] })
})

test('another name alone is a corrected spelling: the person stays, and the operator is told', () => {
  const corrected = { ...MAI, name: 'Lê Ngọc Mai ' }
  expect(rosterChanges({ people: [MAI] }, { people: [corrected] })).toEqual({
    ...NOTHING,
    renamed: [{ member: corrected, from: MAI.name }],
  })
})

test.each([
  ['written for the first time', undefined, '2027-03-01'],
  ['another than before', '2026-03-01', '2027-03-01'],
  ['taken out again', '2027-03-01', undefined],
])('a day since when the address is theirs that is %s gives the address to another person', (_what, from, to) => {
  const line = (member: StaffMember, addressSince: string | undefined) => ({ ...member, ...(addressSince && { addressSince }) })
  const next = line({ ...BAO, address: MAI.address }, to)
  expect(rosterChanges({ people: [line(MAI, from)] }, { people: [next] })).toEqual({
    ...NOTHING,
    roleChanged: [{ member: next, from: 'lead' }],
    givenOn: [next],
  })
  expect(rosterChanges({ people: [line(MAI, to)] }, { people: [line(MAI, to)] })).toEqual(NOTHING)
})
