/** The team that rings back must be one whose list of calls is made. */
import { expect, test } from 'vitest'
import { checkHotlineTeam } from '#core/staff/hotline-team.ts'
import { readRoster } from '#core/staff/roster.ts'

const person = (team: string, role: 'agent' | 'marketing') => ({ name: 'x', address: `${team.length}@example.com`, team, role })
const roster = { people: [person('Tổng đài', 'agent'), person('Marketing', 'marketing')] }
const check = (hotlineTeam?: string) =>
  checkHotlineTeam({ calls: { attempts: 3, tiers: [], ...(hotlineTeam !== undefined && { hotlineTeam }) } }, roster)

test.each([undefined, 'Tổng đài'])('%s is right', (team) => {
  expect(check(team)).toEqual([])
})

test.each(['Tong dai', 'Marketing'])('%s is named with what would be right', (team) => {
  expect(check(team)).toMatchObject([
    { file: 'company.json', path: 'calls.hotlineTeam', value: team, expected: { en: expect.stringContaining('Tổng đài') } },
  ])
})

test.each([
  ['101', true],
  ['+84912345678', true],
  ['1', false],
  ['101a', false],
  ['+849123456789', false],
])('the extension %s in staff.json: %s', (extension, isRight) => {
  const people = [
    { name: 'Hà', address: 'ha@example.com', team: 'Tổng đài', role: 'head', extension },
    { name: 'Huy', address: 'huy@example.com', team: 'Công nghệ', role: 'operator' },
  ]
  const read = readRoster({ file: 'staff.json', text: JSON.stringify({ people }) })
  if (isRight) expect(read).toMatchObject({ value: { people: [{ extension }, expect.not.objectContaining({ extension })] } })
  else expect(read).toMatchObject({ problems: [{ path: 'people[0].extension' }] })
})
