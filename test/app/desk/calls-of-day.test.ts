/** What is left of a list: a call-back that was agreed for a later day is nothing to do today. */
import { expect, test } from 'vitest'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { linesNow } from '#app/desk/calls-of-day.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { openedAt, storedWork } from '#test/support/work-builders.ts'

const DATE = '2027-03-02'
const AT_NINE = '2027-03-02T02:00:00.000Z'

test.each([
  ['later today', '2027-03-02T08:00:00.000Z', false],
  ['tomorrow', '2027-03-03T02:00:00.000Z', true],
])('rung, with a call-back agreed for %s', async (_when, callBackAt, isDone) => {
  const work = memoryWorkStore()
  const by = { is: 'staff', name: 'Hanh' } as const
  const attempt = { is: 'attempted', at: AT_NINE, by, disposition: 'call-back', way: 'phone', note: null, callBackAt } as const
  await work.open(storedWork({ workId: 'call-an', events: [openedAt('2027-03-01T04:00:00.000Z'), attempt] }))
  const line = { workIds: ['call-an'], customerIds: ['an'], agent: null, isWorked: false, why: [] }
  const list = { team: 'Chăm sóc', date: DATE, version: 1, madeAt: AT_NINE, lines: [line], beyond: 0 }
  const [now] = await linesNow({ work, companyRules: theCompanyRules() }, { list, isAsked: () => true, now: AT_NINE })
  expect(now).toMatchObject({ isDone, promiseAt: callBackAt })
})
