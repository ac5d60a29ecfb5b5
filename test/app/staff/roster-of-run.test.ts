import { expect, test } from 'vitest'
import type { RosterPorts } from '#app/staff/roster-of-run.ts'
import { rosterOfRun } from '#app/staff/roster-of-run.ts'
import { NO_PLAN } from '#core/duty/team.ts'

function counting(over: Partial<RosterPorts['dutyBook']> = {}) {
  const asked: string[] = []
  const note = (what: string) => void asked.push(what)
  const ports: RosterPorts = {
    roster: {
      current: async () => {
        note('roster')
        return undefined
      },
      plan: async (planId) => {
        note(`plan ${planId}`)
        return NO_PLAN
      },
    },
    dutyBook: {
      changesOn: async (date) => {
        note(date)
        return []
      },
      ...over,
    },
  }
  return { asked, ports: rosterOfRun(ports) }
}

test('a run asks once for the roster, for each plan, and for the changes of each day', async () => {
  const { asked, ports } = counting()
  await Promise.all([ports.roster.current(), ports.roster.current()])
  await ports.roster.plan('summer')
  await ports.roster.plan('summer')
  await ports.roster.plan(null)
  for (const date of ['2027-03-05', '2027-03-05', '2027-03-06']) await ports.dutyBook.changesOn(date)
  expect(asked).toEqual(['roster', 'plan summer', 'plan null', '2027-03-05', '2027-03-06'])
})

test('what could not be read is asked again', async () => {
  let fails = 1
  const { ports } = counting({
    changesOn: async () => {
      if (fails-- > 0) throw new Error('the table is away')
      return []
    },
  })
  await expect(ports.dutyBook.changesOn('2027-03-05')).rejects.toThrow('the table is away')
  expect(await ports.dutyBook.changesOn('2027-03-05')).toEqual([])
})
