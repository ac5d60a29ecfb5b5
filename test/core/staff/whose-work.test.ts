import { expect, test } from 'vitest'
import { ROLES } from '#core/staff/role.ts'
import { isAmong, mayOwnWork } from '#core/staff/whose-work.ts'
import { isSameDesk } from '#core/work/owner.ts'
import { aPerson } from '#test/support/work-builders.ts'

const CARE = 'Chăm sóc'
const SHOP = 'Cửa hàng'
const viewer = { address: 'hanh@example.com', team: CARE }

test.each([
  ['one’s own', aPerson('hanh', CARE), ['all', 'mine', 'team']],
  ['a colleague’s of the team', aPerson('bao', CARE), ['all', 'team']],
  ['the team’s', { is: 'team', team: CARE } as const, ['all', 'team']],
  ['everybody’s', { is: 'everybody' } as const, ['all', 'team']],
  ['another team’s', { is: 'team', team: SHOP } as const, ['all']],
  ['of a colleague who has left the team since', aPerson('moved', CARE), ['all', 'team']],
  ['one’s own, from the team before,', aPerson('hanh', SHOP), ['all', 'mine']],
  ['of a person of another team', aPerson('vy', SHOP), ['all']],
])('%s work stands among %j', (_what, owner, among) => {
  const found = (['all', 'mine', 'team'] as const).filter((whose) => isAmong(owner, { whose, viewer }))
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
