/** A company whose customers first bought forty years ago: its days and periods take several nights, none is lost, and until then figures say what is missing. */
import { expect, test } from 'vitest'
import { rollUpNight } from '#app/numbers/roll-up-night.ts'
import { MOST_DAYS } from '#app/numbers/write-night.ts'
import { readReport } from '#app/reporting/read-report.ts'
import type { Kpi, KpiId } from '#core/kpi/kpi.ts'
import { EVERYTHING } from '#core/kpi/segment.ts'
import { periodHolding } from '#core/report/report-period.ts'
import { addDays, daysBetween, type LocalDate } from '#core/time/local-date.ts'
import { storedDays } from '#test/app/numbers/stored-days.ts'
import { storedCustomer, storedPurchase } from '#test/support/store-builders.ts'

const FIRST = '1987-02-09'
/** The day before the first night. */
const YESTERDAY = '2027-02-06'
const HOURS_BEFORE = '2027-02-06T10:00:00.000Z'
const JANUARY = periodHolding('month', '2027-01-10')
/** With which all of it is written: yesterday of each night, and MOST_DAYS less one of what is behind. */
const NIGHTS = Math.ceil(daysBetween(FIRST, YESTERDAY) / (MOST_DAYS - 1))

/** One customer came back after forty years, and one is new. */
async function oldCompany() {
  const ports = { ...storedDays(), events: { nightRolledUp: () => {} } }
  await ports.customers.put(['c-001', 'c-002'].map((customerId) => storedCustomer({ customerId })))
  for (const [customerId, purchasedOn] of [
    ['c-001', FIRST],
    ['c-001', '2027-01-05'],
    ['c-002', '2027-01-04'],
  ] as const) {
    await ports.purchases.put([storedPurchase({ customerId, purchaseId: `${customerId} ${purchasedOn}`, purchasedOn })])
    await ports.numbers.noteLate({ day: purchasedOn, at: HOURS_BEFORE })
  }
  /** The newest periods alone: of all there are some three thousand. */
  const night = (after: number) =>
    rollUpNight(ports, { now: `${addDays(YESTERDAY, after)}T21:00:00.000Z`, again: false, atMost: 24 })
  const figure = async (id: KpiId): Promise<Kpi | undefined> =>
    (await ports.numbers.rollUp({ period: JANUARY, segment: EVERYTHING }))?.kpis.find((kpi) => kpi.id === id)
  const report = (day: LocalDate, today: LocalDate) =>
    readReport(ports, {
      period: periodHolding('month', day),
      segment: EVERYTHING,
      today,
      settings: { targets: {} },
      themes: [],
    })
  return { ports, night, figure, report }
}

test('each night makes so many days, and until all are made, figures that look back say from which day on days are missing', async () => {
  const { ports, night, figure } = await oldCompany()
  const first = await night(0)
  expect([first.written.length, first.written[0], first.left.at(-1)]).toEqual([MOST_DAYS, YESTERDAY, FIRST])
  expect(first.left).toHaveLength(daysBetween(FIRST, YESTERDAY) + 1 - MOST_DAYS)
  const untold = { from: FIRST, to: first.left[0], because: 'not-rolled-up' }
  for (const id of ['retention-30', 'active-share'] as const) expect((await figure(id))?.missing).toEqual([untold])
  expect((await figure('nps'))?.missing).toEqual([])

  for (let after = 1; after < NIGHTS; after++) expect((await night(after)).written.length).toBeLessThanOrEqual(MOST_DAYS)
  const last = addDays(YESTERDAY, NIGHTS - 1)
  expect(await ports.numbers.writtenDays({ from: FIRST, to: last })).toHaveLength(daysBetween(FIRST, last) + 1)
  expect(await ports.numbers.lateDays()).toEqual([])
  expect(await ports.facts.read('purchases', FIRST)).toHaveLength(1)
  // The customer of 1987 did not first buy in January 2027.
  expect(await figure('retention-30')).toMatchObject({ missing: [], denominator: 1 })
  expect(await figure('active-share')).toMatchObject({ missing: [], numerator: 2, denominator: 2 })
  expect(await night(NIGHTS)).toMatchObject({ written: [addDays(YESTERDAY, NIGHTS)], left: [] })
})

test('a month of the years that wait is not rolled up yet, and does not lie before the first data', async () => {
  const { night, report } = await oldCompany()
  await night(0)
  expect(await report('1987-03-01', '2027-02-07')).toMatchObject({
    nothing: 'not-rolled-up',
    missing: [{ from: '1987-03-01', to: '1987-03-31', because: 'not-rolled-up' }],
  })
  expect(await report('1986-03-01', '2027-02-07')).toMatchObject({ nothing: 'before-first-data' })
})

test('the newest periods are made first; the others wait, and none is forgotten', async () => {
  const { ports, night } = await oldCompany()
  const { periods, notRolledUp } = await night(0)
  expect(periods).toContainEqual({ from: JANUARY.from, to: JANUARY.to })
  expect(periods.every(({ to }) => to > '2025-12-31')).toBe(true)
  expect(notRolledUp.length).toBeGreaterThan(300)
  expect(await ports.numbers.waitingPeriods()).toHaveLength(notRolledUp.length)
})
