import { expect, onTestFinished, test } from 'vitest'
import { dayStart } from '#core/time/zone.ts'
import { smallCompany } from '#test/support/small-company.ts'

const CUSTOMERS = `customer_id,full_name,honorific,gender,phone,email
${['Lan', 'Hùng', 'Minh', 'Hà', 'Tuấn', 'Nga'].map((name, n) => `KH1${n + 1},Nguyễn ${name},chị,female,090000010${n},`).join('\n')}
`
const PURCHASES = `customer_id,order_id,purchased_on,delivered_on
${[1, 2, 3, 4, 5, 6].map((n) => `KH1${n},HD-${n},2027-01-28,2027-01-30`).join('\n')}
`

/** The attempts to ring, and what the clock's page tells of agents, after three days of work. */
async function threeDays(agents: boolean) {
  const company = smallCompany({
    startOn: '2027-03-01',
    campaigns: ['check-in-call'],
    customers: CUSTOMERS,
    purchases: PURCHASES,
  })
  onTestFinished(company.remove)
  const system = await company.start({ agents })
  onTestFinished(system.stop)
  system.moves?.to(dayStart('2027-03-04', 'Asia/Ho_Chi_Minh'))
  await system.moves?.idle()
  const work = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => system.stack.stores.work.ofCustomer(`KH1${n}`)))
  const told = system.eventLog.latest({ kind: 'event', limit: 500 }).filter(({ name }) => name === 'agents.worked')
  return {
    tasks: work.flat().filter(({ kind }) => kind === 'call-task').length,
    attempts: work.flat().flatMap(({ events }) => events.filter(({ is }) => is === 'attempted')).length,
    calls: told.reduce((sum, { values }) => sum + Number(values.calls), 0),
    alarms: system.eventLog.latest({ kind: 'alarm', limit: 500 }),
  }
}

test('sample agents ring everybody on their list, and the clock’s page tells it', async () => {
  const { tasks, attempts, calls, alarms } = await threeDays(true)
  expect([tasks, alarms]).toEqual([6, []])
  expect(attempts).toBeGreaterThanOrEqual(6)
  expect(calls).toBe(attempts)
})

test('without them the list waits for the visitor: nothing is logged', async () => {
  expect(await threeDays(false)).toEqual({ tasks: 6, attempts: 0, calls: 0, alarms: [] })
})
