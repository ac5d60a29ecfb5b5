/** How many calls a team has time for, and how many wait for it already. */
import { expect, test } from 'vitest'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { teamRoom } from '#app/desk/team-room.ts'
import { TeamSchema } from '#core/duty/team.ts'
import { checkInTask } from '#core/work/check-in.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { assignedTo, openedAt, storedWork } from '#test/support/work-builders.ts'

const [TEAM, FRIDAY, SATURDAY, MONDAY] = ['Care', '2027-03-05', '2027-03-06', '2027-03-08']
const at = '2027-03-05T01:00:00.000Z'

async function room(date: string, { through = MONDAY, apart = [] }: { through?: string; apart?: readonly string[] } = {}) {
  const [work, roster, dutyBook, companyRules] = [memoryWorkStore(), memoryRosterStore(), memoryDutyBook(), theCompanyRules()]
  const people = [{ name: 'Hạnh', address: 'hanh@example.com', team: TEAM, role: 'agent' as const }]
  const plan = { teams: [TeamSchema.parse({ name: TEAM, callsADay: 30 })], people: [] }
  await roster.publish({ people, version: 1, publishedAt: at, publishedBy: 'a test' }, plan)
  const order = (customerId: string, occurrenceId: string) =>
    checkInTask(
      {
        campaign: { id: 'courtesy', contentClass: 'care' },
        call: { channel: 'call', script: 'courtesy', team: TEAM, attempts: 3, openDays: 3 },
        customerId,
        occurrenceId,
        occasionKey: FRIDAY,
        callBy: '2027-03-05T10:00:00.000Z',
        at,
      },
      companyRules,
    )
  for (const item of [order('c-1', 'courtesy_1'), order('c-1', 'courtesy_2'), order('c-2', 'courtesy_2')]) await work.open(item)
  await work.open(
    storedWork({
      customerId: 'c-3',
      dueAt: at,
      events: [openedAt('2027-03-04T01:00:00.000Z'), assignedTo({ is: 'team', team: TEAM })],
    }),
  )
  return teamRoom({ work, roster, dutyBook, companyRules }, { team: TEAM, date, through, apart: new Set(apart) })
}

test('customers who wait are counted once each, without those of the occurrences that the caller counts', async () => {
  expect(await room(FRIDAY)).toEqual({ workday: FRIDAY, capacity: 30, open: 3 })
  expect(await room(FRIDAY, { apart: ['courtesy_2'] })).toMatchObject({ open: 2 })
  expect(await room(FRIDAY, { apart: ['courtesy_1', 'courtesy_2'] })).toMatchObject({ open: 1 })
})

test('on days off the room is that of the next day of the team, leftovers included; beyond the last day of the calls there is none', async () => {
  expect(await room(SATURDAY)).toEqual({ workday: MONDAY, capacity: 30, open: 3 })
  expect(await room(SATURDAY, { through: '2027-03-07' })).toMatchObject({ capacity: 0, open: 0 })
})
