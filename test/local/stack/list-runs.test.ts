/** When the lists of calls are made on a moved clock: at each begin of a team's day, and some times later. */
import { expect, test } from 'vitest'
import { TeamSchema } from '#core/duty/team.ts'
import { runsOfTeams } from '#local/stack/list-runs.ts'

const team = (name: string, startOfDay?: string) => TeamSchema.parse({ name, ...(startOfDay && { startOfDay }) })
const company = { startOfDay: '07:30', zone: 'Asia/Ho_Chi_Minh' }

test.each([
  ['no team of its own', [], ['cron(30 7 * * ? *)']],
  ['a team that says nothing', [team('a')], ['cron(30 7 * * ? *)']],
  ['a late team', [team('a', '13:05'), team('b', '07:30')], ['cron(30 7 * * ? *)', 'cron(5 13 * * ? *)']],
] as const)('%s', (_, teams, begins) => {
  expect(runsOfTeams({ teams }, company)).toEqual({ expressions: [...begins, 'cron(0 10,13,17 * * ? *)'], zone: company.zone })
})
