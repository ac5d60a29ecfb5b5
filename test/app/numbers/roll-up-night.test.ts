/** The night's run as a whole: what is written is rolled up, in this night or in one that follows. */
import { expect, test } from 'vitest'
import { periodsOfNight } from '#app/numbers/periods-of-night.ts'
import type { RollUpNightPorts } from '#app/numbers/roll-up-night.ts'
import { rollUpNight } from '#app/numbers/roll-up-night.ts'
import { EVERYTHING } from '#core/kpi/segment.ts'
import { periodHolding } from '#core/report/report-period.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { rollUpNightHandler } from '#functions/queues/roll-up-night.ts'
import { DAY, NOW, storedDays, withGreeting } from '#test/app/numbers/stored-days.ts'
import { storedPurchase } from '#test/support/store-builders.ts'

/** A Tuesday's night, in which nothing is rolled up again for its own sake. */
const NEXT_NIGHT = '2027-02-08T21:00:00.000Z'
const HOURS_BEFORE = '2027-02-06T15:00:00.000Z'

function company() {
  const told: object[] = []
  return { ...storedDays(), told, events: { nightRolledUp: (values: object) => void told.push(values) } }
}

const monthOf = ({ numbers }: Pick<RollUpNightPorts, 'numbers'>, day: LocalDate) =>
  numbers.rollUp({ period: periodHolding('month', day), segment: EVERYTHING })

const boughtIn = async (ports: RollUpNightPorts, day: LocalDate) =>
  (await monthOf(ports, day))?.kpis.find(({ id }) => id === 'active-share')?.numerator

/** A purchase of November that was imported in February. */
async function withLatePurchase(ports: ReturnType<typeof company>): Promise<void> {
  await withGreeting(ports)
  await ports.purchases.put([storedPurchase({ customerId: 'c-001', purchasedOn: '2026-11-12' })])
  await ports.numbers.noteLate({ day: '2026-11-12', at: HOURS_BEFORE })
}

test('yesterday, and a day that came late, are in the figures of their week, month, quarter and year', async () => {
  const ports = company()
  await withLatePurchase(ports)
  const { periods } = await rollUpNight(ports, { now: NOW })
  for (const day of [DAY, '2026-11-12'])
    for (const kind of ['week', 'month', 'quarter', 'year'] as const) {
      const { from, to } = periodHolding(kind, day)
      expect(periods).toContainEqual({ from, to })
    }
  expect((await monthOf(ports, DAY))?.breakdown.outcomes).toEqual({ sent: 1, skipped: 1 })
  expect(await boughtIn(ports, '2026-11-12')).toBe(1)
  expect(ports.told).toMatchObject([{ left: 0, notRolledUp: 0 }])
})

test('a purchase that came late makes its customer one to be kept in the months after it', async () => {
  const ports = company()
  await withGreeting(ports)
  const kept = async () => (await monthOf(ports, '2026-12-15'))?.kpis.find(({ id }) => id === 'kept-customers')?.denominator
  await ports.purchases.put([storedPurchase({ customerId: 'c-001', purchasedOn: '2026-12-20' })])
  await ports.numbers.noteLate({ day: '2026-12-20', at: HOURS_BEFORE })
  await rollUpNight(ports, { now: NOW })
  expect(await kept()).toBe(0)
  await ports.purchases.put([storedPurchase({ purchaseId: 'late', customerId: 'c-001', purchasedOn: '2026-11-12' })])
  await ports.numbers.noteLate({ day: '2026-11-12', at: HOURS_BEFORE })
  await rollUpNight(ports, { now: NEXT_NIGHT })
  expect(await kept()).toBe(1)
})

test('again comes to the same', async () => {
  const ports = company()
  await withLatePurchase(ports)
  await rollUpNight(ports, { now: NOW })
  const once = await monthOf(ports, DAY)
  await rollUpNight(ports, { now: NOW })
  expect(await monthOf(ports, DAY)).toEqual(once)
})

test('a night that breaks off between the facts and the figures leaves no month wrong: the next one makes them', async () => {
  const ports = company()
  await withLatePurchase(ports)
  const broken = { ...ports, numbers: { ...ports.numbers, putRollUps: () => Promise.reject(new Error('the table is away')) } }
  await expect(rollUpNight(broken, { now: NOW })).rejects.toThrow('the table is away')
  expect(await monthOf(ports, '2026-11-12')).toBeUndefined()
  await rollUpNight(ports, { now: NEXT_NIGHT })
  expect(await boughtIn(ports, '2026-11-12')).toBe(1)
})

test('periods for which there was no time are made in the nights after, and then are left alone', async () => {
  const ports = company()
  await withLatePurchase(ports)
  for (const day of ['2026-03-03', '2026-05-05', '2026-07-07']) await ports.numbers.noteLate({ day, at: HOURS_BEFORE })
  // Time for all facts, and then for the first figures alone.
  let isLate = false
  const putRollUps: RollUpNightPorts['numbers']['putRollUps'] = async (rollUps) => {
    await ports.numbers.putRollUps(rollUps)
    isLate = true
  }
  const slow = { ...ports, numbers: { ...ports.numbers, putRollUps } }
  const { left, notRolledUp } = await rollUpNight(slow, { now: NOW, hasTime: () => !isLate })
  expect(left).toEqual([])
  expect(notRolledUp.length).toBeGreaterThan(0)
  const next = await rollUpNight(ports, { now: NEXT_NIGHT })
  expect(next.periods).toEqual(expect.arrayContaining([...notRolledUp]))
  expect([await ports.numbers.daysToRollUp(), await ports.numbers.waitingPeriods()]).toEqual([[], []])
})

test('a night that is to roll up some periods begins with those of yesterday; the others wait for the next', async () => {
  const ports = company()
  await withLatePurchase(ports)
  const yesterdays = periodsOfNight({
    today: localDateAt(NOW, 'Asia/Ho_Chi_Minh'),
    written: [],
    firstDay: '2026-11-12',
    again: false,
  })
  const { periods, notRolledUp } = await rollUpNight(ports, { now: NOW, atMost: 3, again: false })
  expect(periods).toEqual(yesterdays.slice(0, 3).map(({ from, to }) => ({ from, to })))
  expect(await ports.numbers.waitingPeriods()).toHaveLength(notRolledUp.length)
  const next = await rollUpNight(ports, { now: NEXT_NIGHT, again: false })
  expect(next.periods).toEqual(expect.arrayContaining([...notRolledUp]))
  expect([next.notRolledUp, await ports.numbers.waitingPeriods()]).toEqual([[], []])
})

test('the function ends in time: what is left stands in its line of the log', async () => {
  const ports = company()
  await withLatePurchase(ports)
  const handler = rollUpNightHandler({ ports, clock: () => NOW })
  await handler({}, { getRemainingTimeInMillis: () => 60_000 })
  expect(ports.told).toMatchObject([{ written: 1 }])
  await handler({}, { getRemainingTimeInMillis: () => 15 * 60_000 })
  expect(ports.told[1]).toMatchObject({ left: 0, notRolledUp: 0 })
})
