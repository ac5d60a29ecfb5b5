import { expect, test } from 'vitest'
import { redriveAll } from '#app/operating/redrive-all.ts'
import type { PutBack } from '#app/ports/dead-letters.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const LETTERS: readonly PutBack[] = [{ queue: 'orders', found: 2, putBack: 2, unreadable: 0 }]

test('dead letters and what is overdue are put back with one order, and everybody is sent to once', async () => {
  const company = await runningCompany({
    now: '2027-03-08T00:00:00.000Z',
    campaigns: [aCampaign()],
    customers: [aCustomer()],
  })
  // Alarms got lost, and so did the hourly look ahead.
  company.replace({ alarms: { ...company.stores.alarms, set: async () => undefined } })
  await company.until('2027-03-10T01:59:00.000Z')
  company.replace({})
  company.jumpTo('2027-03-10T02:25:00.000Z')
  const deadLetters = { putBack: async () => LETTERS }
  const done = await redriveAll({ ...company.stores, deadLetters }, company.clock())
  expect(done).toEqual({ letters: LETTERS, overdue: [{ occurrenceId: 'tenth-of-march_2027-03-10', handedOut: 1 }] })
  await company.drain()
  expect(company.sent()).toEqual(['c-001 tenth-of-march'])
  const again = await redriveAll({ ...company.stores, deadLetters }, company.clock())
  expect(again.overdue).toEqual([])
})
