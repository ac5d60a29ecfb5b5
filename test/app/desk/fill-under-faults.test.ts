/**
 * A campaign that fills the capacity of its team under faults: the stores fail before and after they wrote, planners and senders break off and come again.
 * Whatever breaks, no customer is both rung and written to, the team gets no more than it has time for, and the balances add up.
 */
import { expect, test } from 'vitest'
import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import { TeamSchema } from '#core/duty/team.ts'
import { handedOver } from '#core/planning/balance.ts'
import type { Instant } from '#core/time/instant.ts'
import { deskAddsUp } from '#core/work/desk-balance.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { failingPorts } from '#test/support/failing-ports.ts'
import { runningCompany } from '#test/support/running-company.ts'

const hanoi = (day: string, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString() as Instant
const ROOM = 7
const [ON, CUSTOMERS] = ['check-in_2027-03-10', 20]

/** About one call in `every` fails, before or after it was done. */
function someFaults(seed: number, every: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return (state >>> 0) / 2 ** 32
  }
  return Array.from({ length: 4_000 }, (_, call) => call + 1)
    .filter(() => next() < 1 / every)
    .map((call) => ({ call, when: next() < 0.5 ? ('before' as const) : ('after' as const) }))
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('rung or written to, never both, and no more than fit (seed %i)', async (seed) => {
  const company = await runningCompany({
    now: hanoi('2027-03-08', '22:30'),
    campaigns: [
      aCampaign({
        id: 'check-in',
        touch: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 2, else: 'missed-you' },
        window: { from: '09:00', to: '16:00' },
        graceDays: 1,
      }),
    ],
    customers: Array.from({ length: CUSTOMERS }, (_, at) => {
      const customerId = `c-${String(at).padStart(3, '0')}`
      return aCustomer({ customerId, email: `${customerId}@example.com`, phone: `+849123450${String(at).padStart(2, '0')}` })
    }),
  })
  const { stores } = company
  const hanh = { name: 'Hạnh', address: 'hanh@example.com', team: 'Care', role: 'agent' as const }
  await stores.roster.publish(
    { people: [hanh], version: 1, publishedAt: company.clock(), publishedBy: 'Mai' },
    { teams: [TeamSchema.parse({ name: 'Care', callsADay: ROOM })], people: [] },
  )
  company.replace(failingPorts(stores, someFaults(seed * 7_919, 25)))
  await company.until(hanoi('2027-03-11', '12:00'))
  company.replace({})
  await company.until(hanoi('2027-03-24', '02:00'))

  const occurrence = await stores.occurrences.get(ON)
  expect(occurrence).toMatchObject({ state: 'closed', mismatch: false, balance: { audience: CUSTOMERS } })
  const tasks = (
    await Promise.all(Array.from({ length: CUSTOMERS }, (_, at) => stores.work.ofCustomer(`c-${String(at).padStart(3, '0')}`)))
  ).flat()
  const rung = tasks.map(({ customerId }) => customerId)
  const written = stores.mailer.mails.map(({ customerId }) => customerId)
  expect(rung.length).toBeLessThanOrEqual(ROOM)
  expect(new Set([...rung, ...written]).size).toBe(rung.length + written.length)
  const balance = occurrence?.balance
  const desk = await drawDeskBalance(stores, ON)
  expect(deskAddsUp(desk)).toBe(true)
  expect([desk.handed, rung.length]).toEqual([balance && handedOver(balance), desk.handed])
  // A mail whose answer was lost is unknown, and may have left.
  expect(written.length).toBeGreaterThanOrEqual(balance?.instead?.sent ?? 0)
  expect(written.length).toBeLessThanOrEqual((balance?.instead?.sent ?? 0) + (balance?.unknown ?? 0))
})
