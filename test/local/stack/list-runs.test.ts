/** When the lists of calls are made on a moved clock: at each begin of a team's day, some times later, and when the last of a team leaves after that. */
import { expect, test } from 'vitest'
import { DutyPlanSchema, TeamSchema } from '#core/duty/team.ts'
import { runsOfTeams } from '#local/stack/list-runs.ts'

const team = (name: string, startOfDay?: string) => TeamSchema.parse({ name, ...(startOfDay && { startOfDay }) })
const company = { startOfDay: '07:30', zone: 'Asia/Ho_Chi_Minh' }

test.each([
  ['no team of its own', [], ['cron(30 7 * * ? *)']],
  ['a team that says nothing', [team('a')], ['cron(30 7 * * ? *)']],
  ['a late team', [team('a', '13:05'), team('b', '07:30')], ['cron(30 7 * * ? *)', 'cron(5 13 * * ? *)']],
] as const)('%s', (_, teams, begins) => {
  expect(runsOfTeams({ teams, people: [] }, company)).toEqual({
    expressions: [...begins, 'cron(0 10,13,17 * * ? *)'],
    zone: company.zone,
  })
})

const until = (to: string) => [{ weekdays: [1], hours: [{ from: '13:30', to }] }]
test('who works later than the last of these has a run when they leave, which reports the day of their team', () => {
  const teams = [
    team('a'),
    TeamSchema.parse({ name: 'b', week: until('17:30') }),
    TeamSchema.parse({ name: 'c', week: until('24:00') }),
  ]
  const people = [{ address: 'hai@example.com', shifts: until('19:05') }]
  expect(runsOfTeams(DutyPlanSchema.parse({ teams, people }), company).expressions).toEqual([
    'cron(30 7 * * ? *)',
    'cron(0 10,13,17 * * ? *)',
    'cron(30 17 * * ? *)',
    'cron(5 19 * * ? *)',
    'cron(30 23 * * ? *)',
  ])
})
