import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memberWith, readRoster } from '#core/staff/roster.ts'
import { nextRound, promisableFrom } from '#local/sample-agents/agents-hours.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (local: string) => new Date(`${local}:00+07:00`).toISOString()
const { calendar } = theCompanyRules()

const read = readRoster({ file: 'campaigns/staff.json', text: readFileSync('campaigns/staff.json', 'utf8') })
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const roster = read.value

const promisable = (name: string, now: string) => {
  const member = memberWith(roster, `${name}@trasenviet.example.com`)
  if (!member) throw new Error(name)
  return promisableFrom(at(now), { member, plan: roster.plan, calendar, zone })
}

test('agents ring at a few times of every day, each once', () => {
  expect(nextRound(at('2027-03-09T00:00'), zone)).toBe(at('2027-03-09T09:00'))
  expect(nextRound(at('2027-03-09T09:00'), zone)).toBe(at('2027-03-09T11:00'))
  expect(nextRound(at('2027-03-09T15:10'), zone)).toBe(at('2027-03-09T16:45'))
  expect(nextRound(at('2027-03-09T16:45'), zone)).toBe(at('2027-03-10T09:00'))
})

test.each([
  ['in the morning it is for the same day', 'hanh', '2027-03-09T09:00', '2027-03-09T16:45'],
  ['late in the afternoon it is for the next', 'hanh', '2027-03-09T16:45', '2027-03-10T16:45'],
  ['who asks on a Friday evening is rung on Monday', 'hanh', '2027-03-12T16:45', '2027-03-15T16:45'],
  ['the shop works on Saturdays', 'tung', '2027-03-12T16:45', '2027-03-13T16:45'],
  ['one who works mornings this week keeps it next week', 'bao', '2027-03-10T09:00', '2027-03-15T16:45'],
  ['it is not given for days of leave', 'linh', '2027-06-04T16:45', '2027-06-14T16:45'],
])('a promise is for a day on which the agent is there at that time: %s', (_, name, now, expected) => {
  expect(promisable(name, now)).toBe(at(expected))
})

test('one who never works at that time promises nothing, and neither does an agent right before Tết', () => {
  expect(promisable('duyen', '2027-03-09T09:00')).toBeNull()
  expect(promisable('hanh', '2027-02-03T16:45')).toBeNull()
})
