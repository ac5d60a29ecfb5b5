import { expect, test } from 'vitest'
import { callsSeen } from '#core/staff/calls-seen.ts'
import type { Role } from '#core/staff/role.ts'

const TEAMS = ['Chăm sóc', 'Cửa hàng']

test.each([
  ['an agent sees their own part of their team', 'agent', 'Cửa hàng', { teams: ['Cửa hàng'], whose: 'own' }],
  ['a lead the whole of their own team', 'lead', 'Cửa hàng', { teams: ['Cửa hàng'], whose: 'team' }],
  ['a head every team, their own first', 'head', 'Cửa hàng', { teams: ['Cửa hàng', 'Chăm sóc'], whose: 'team' }],
  ['an operator, whose team has no list, every team', 'operator', 'Công nghệ', { teams: TEAMS, whose: 'team' }],
  ['an agent of a team without a list sees none', 'agent', 'Kho', { teams: [], whose: 'own' }],
  ['a lead of a team without a list sees none', 'lead', 'Kho', { teams: [], whose: 'team' }],
] as const satisfies readonly (readonly [string, Role, string, unknown])[])('%s', (_what, role, team, seen) => {
  expect(callsSeen({ role, team }, TEAMS)).toEqual(seen)
})
