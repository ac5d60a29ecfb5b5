import { expect, test } from 'vitest'
import { ROLES } from '#core/staff/role.ts'
import { isAmong, mayOwnWork } from '#core/staff/whose-work.ts'
import { isSameDesk } from '#core/work/owner.ts'
import { aPerson } from '#test/support/work-builders.ts'

const CARE = 'Chăm sóc'
const SHOP = 'Cửa hàng'
const viewer = { address: 'hanh@example.com', team: CARE }
const member = (name: string, team: string) => ({ name, address: `${name}@example.com`, team, role: 'agent' }) as const
const roster = { people: [member('hanh', CARE), member('bao', CARE), member('moved', SHOP)] }

test.each([
  ['one’s own', aPerson('hanh', CARE), ['all', 'mine', 'team']],
  ['a colleague’s of the team', aPerson('bao', CARE), ['all', 'team']],
  ['the team’s', { is: 'team', team: CARE } as const, ['all', 'team']],
  ['everybody’s', { is: 'everybody' } as const, ['all', 'team']],
  ['another team’s', { is: 'team', team: SHOP } as const, ['all']],
  ['of somebody who has gone to another team since', aPerson('moved', CARE), ['all']],
  ['of somebody of the team who has left', aPerson('gone', CARE), ['all', 'team']],
  ['of somebody of another team who has left', aPerson('gone', SHOP), ['all']],
])('%s work stands among %j', (_what, owner, among) => {
  const found = (['all', 'mine', 'team'] as const).filter((whose) => isAmong(owner, { whose, viewer, roster }))
  expect(found).toEqual(among)
})

test('only those who note and close work can have it', () => {
  expect(ROLES.filter((role) => mayOwnWork({ role }))).toEqual(['agent', 'lead', 'head'])
})

test('a person is their address, whatever they or their team are called', () => {
  const renamed = { ...aPerson('hanh', SHOP), name: 'Hạnh' }
  expect(isSameDesk(aPerson('hanh', CARE), renamed)).toBe(true)
  expect(isSameDesk(aPerson('hanh'), aPerson('bao'))).toBe(false)
  expect(isSameDesk({ is: 'team', team: CARE }, { is: 'team', team: SHOP })).toBe(false)
  expect(isSameDesk({ is: 'everybody' }, { is: 'everybody' })).toBe(true)
  expect(isSameDesk({ is: 'everybody' }, aPerson())).toBe(false)
})
