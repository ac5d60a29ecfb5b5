/** `care accept` and the people of staff.json: published like campaigns, and refused like them. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AccountChanges, StaffAccounts } from '#app/ports/staff.ts'
import { actsInLog } from '#core/staff/acts-in-log.ts'
import { careInMemory, NOW } from '#test/cli/care-run.ts'
import { campaignFolder, type Json } from '#test/functions/wiring/campaign-folder.ts'
import { readLines } from '#test/support/audit-lines.ts'

const person = (name: string, role: string) => ({ name, address: `${name}@trasen.example.com`, team: 'Chăm sóc', role })
const [CHAU, HUY, MAI, BAO] = [person('chau', 'head'), person('huy', 'operator'), person('mai', 'lead'), person('bao', 'agent')]
const roster = (...people: readonly Json[]) => ({ people })
const rewrite = (folder: string, content: string | Json) =>
  writeFileSync(join(folder, 'staff.json'), typeof content === 'string' ? content : JSON.stringify(content))

/** Accounts that answer as told, and remember who was to stay. */
function accountsOf(changes: Partial<AccountChanges> = {}) {
  const kept: string[][] = []
  const accounts: StaffAccounts = {
    keepOnly: async (people) => {
      kept.push(people.map(({ address }) => address))
      return { created: 0, renewed: 0, disabled: 0, failed: [], ...changes }
    },
  }
  return { accounts, kept }
}

test('the roster is in force with who answers for it, and what changes is said line by line', async () => {
  const { care, stores } = careInMemory()
  const folder = campaignFolder({ 'staff.json': roster(CHAU, HUY, MAI) })
  const first = await care('accept', folder, '--by', 'Lan')
  expect(first).toMatchObject({ exitCode: 0, refused: [] })
  expect(first.printed.split('\n').filter((line) => line.startsWith('staff'))).toEqual([
    'staff: version 1 published',
    'staff: chau@trasen.example.com joined as head',
    'staff: huy@trasen.example.com joined as operator',
    'staff: mai@trasen.example.com joined as lead',
  ])
  expect(await stores.staff.roster.current()).toMatchObject({ version: 1, publishedBy: 'Lan', publishedAt: NOW })
  rewrite(folder, roster(CHAU, HUY, BAO, { ...MAI, role: 'agent' }))
  expect((await care('accept', folder)).printed.split('\n')).toEqual([
    'staff: version 2 published',
    'staff: bao@trasen.example.com joined as agent',
    'staff: mai@trasen.example.com was lead and is agent',
  ])
  rewrite(folder, roster(CHAU, HUY, BAO))
  expect((await care('accept', folder)).printed.split('\n')).toEqual([
    'staff: version 3 published',
    'staff: mai@trasen.example.com left',
  ])
  expect((await care('accept', folder)).printed).toBe('staff: version 3 unchanged')
})

test('a line under another name is said to be the same person, and one with another day since when to be another', async () => {
  const { care } = careInMemory()
  const folder = campaignFolder({ 'staff.json': roster(CHAU, HUY, MAI) })
  await care('accept', folder)
  rewrite(folder, roster(CHAU, HUY, { ...MAI, name: 'Lan' }))
  expect((await care('accept', folder)).printed.split('\n')).toEqual([
    'staff: version 2 published',
    'staff: mai@trasen.example.com was called mai and is called Lan: the same person, whose sign-in holds. Was the address given to another person, write "addressSince" into the line, and accept again',
  ])
  rewrite(folder, roster(CHAU, HUY, { ...MAI, name: 'Lan', addressSince: '2027-03-01' }))
  expect((await care('accept', folder)).printed.split('\n')).toEqual([
    'staff: version 3 published',
    'staff: mai@trasen.example.com is another person’s now (Lan): the sign-in before is of no more use',
  ])
})

test('each publication is a line of the audit log, and an unchanged roster is none', async () => {
  const { care, stores } = careInMemory()
  const folder = campaignFolder({ 'staff.json': roster(CHAU, HUY) })
  await care('accept', folder, '--by', 'Lan')
  await care('accept', folder, '--by', 'Lan')
  rewrite(folder, roster(CHAU, HUY, MAI))
  await care('accept', folder, '--by', 'Minh')
  const log = await stores.staff.auditLog.page({ month: NOW.slice(0, 7), limit: 9 })
  expect(
    readLines(actsInLog(log))
      .map(({ act, by, on }) => `${act} ${on?.id} ${by}`)
      .toSorted(),
  ).toEqual(['publish-roster roster-1 Lan', 'publish-roster roster-2 Minh'])
})

test.each([
  ['a broken file', '{', /staff\.json/],
  ['a role that there is not', roster(CHAU, HUY, { ...MAI, role: 'boss' }), /staff\.json: people\[2\]\.role/],
  ['an address twice', roster(CHAU, HUY, MAI, MAI), /staff\.json: people\[3\]\.address/],
  ['no head', roster(HUY, MAI), /staff\.json: people: .*"head"/],
  ['no operator', roster(CHAU, MAI), /staff\.json: people: .*"operator"/],
  ['nobody', roster(), /staff\.json: people/],
])('with %s it is refused as a campaign is, and the last good one stays in force', async (_what, content, reason) => {
  const { accounts, kept } = accountsOf()
  const { care, stores } = careInMemory({ accounts })
  const folder = campaignFolder({ 'staff.json': roster(CHAU, HUY, MAI) })
  await care('accept', folder)
  rewrite(folder, content)
  const run = await care('accept', folder)
  expect(run).toMatchObject({ exitCode: 1, printed: '' })
  expect(run.refused).toEqual([expect.stringMatching(reason), 'The last accepted versions of these stay in force.'])
  expect((await stores.staff.roster.current())?.people.map(({ name }) => name)).toEqual(['chau', 'huy', 'mai'])
  expect(kept).toHaveLength(1)
})

test('whoever must be out does not wait for a mistake in another file', async () => {
  const { care, stores } = careInMemory()
  const folder = campaignFolder({ 'staff.json': roster(CHAU, HUY), 'wrong.json': '{' })
  expect(await care('accept', folder)).toMatchObject({ exitCode: 1 })
  expect((await stores.staff.roster.current())?.version).toBe(1)
})

test('accounts are kept in step, and those that could not be are named and make the command fail', async () => {
  const failed = [{ address: HUY.address, because: 'TooManyRequestsException' }]
  const { accounts, kept } = accountsOf({ created: 1, disabled: 2, failed })
  const { care, stores } = careInMemory({ accounts })
  const run = await care('accept', campaignFolder({ 'staff.json': roster(CHAU, HUY) }))
  expect(run.exitCode).toBe(1)
  expect(run.printed).toContain('accounts: 1 created, 0 made anew, 2 disabled')
  expect(run.refused).toEqual([
    'account of huy@trasen.example.com: TooManyRequestsException',
    'The roster is in force; these accounts are not in step with it: accept again.',
  ])
  expect(kept).toEqual([[CHAU.address, HUY.address]])
  expect((await stores.staff.roster.current())?.version).toBe(1)
})

test('a roster that another one has outrun is not in force, makes no account, and says so', async () => {
  const { accounts, kept } = accountsOf()
  const { care, stores } = careInMemory({ accounts })
  const { roster: store } = stores.staff
  const { current } = store
  store.current = async () => {
    const before = await current()
    await store.publish({ people: [], version: 1, publishedAt: NOW, publishedBy: 'another operator' })
    return before
  }
  const run = await care('accept', campaignFolder({ 'staff.json': roster(CHAU, HUY) }))
  expect(run).toMatchObject({ exitCode: 1, refused: [expect.stringContaining('another roster was accepted')] })
  expect(kept).toEqual([])
})

test('as JSON', async () => {
  const { care } = careInMemory(accountsOf({ created: 2 }))
  const run = await care('accept', campaignFolder({ 'staff.json': roster(CHAU, HUY) }), '--json')
  expect(JSON.parse(run.printed).staff).toMatchObject({
    version: 1,
    result: 'published',
    changes: { joined: [{ address: CHAU.address }, { address: HUY.address }], left: [], roleChanged: [] },
    accounts: { created: 2, failed: [] },
  })
})
