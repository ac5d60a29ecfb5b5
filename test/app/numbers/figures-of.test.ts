/** Figures of any period, from files of facts in memory. */
import { describe, expect, test } from 'vitest'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { countedDays, countPeriods } from '#app/numbers/count-periods.ts'
import { type Figures, figuresOf } from '#app/numbers/figures-of.ts'
import type { FactStore } from '#app/ports/numbers.ts'
import type { KpiId } from '#core/kpi/kpi.ts'
import { EVERYTHING } from '#core/kpi/segment.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { factsByDay } from '#test/support/checked-figures.ts'
import { randomWorld, type World } from '#test/support/random-facts.ts'

const NOW = '2027-02-01T20:00:00.000Z'
const TODAY = '2027-02-02'
const JANUARY = { from: '2027-01-01', to: '2027-01-31' }
const world = randomWorld(3, { from: '2026-12-20', days: 50, today: TODAY })
const EVERY_DAY = [...datesFrom('2026-12-20', addDays(TODAY, -1))]

async function keptFacts({ of = world, days = EVERY_DAY }: { readonly of?: World; readonly days?: readonly LocalDate[] } = {}) {
  const [facts, numbers] = [memoryFactStore(), memoryNumberStore()]
  for (const [day, each] of factsByDay(of)) if (days.includes(day)) await facts.write(day, each)
  for (const day of days) await numbers.noteWritten(day, NOW)
  return { facts, numbers, companyRules: theCompanyRules() }
}

const figureIn = (found: Figures, id: KpiId) => found.figures.find(({ kpi }) => kpi.id === id)

async function told(ports: Awaited<ReturnType<typeof keptFacts>>, asked: Partial<Parameters<typeof figuresOf>[1]> = {}) {
  const found = await figuresOf(ports, { period: JANUARY, segment: EVERYTHING, now: NOW, ...asked })
  if ('unknownSegment' in found) throw new Error(`unknown: ${found.known.join(', ')}`)
  return found
}

test('every figure once, in their order, compared with the month before and with the year before by Tết', async () => {
  const found = await told(await keptFacts())
  expect(new Set(found.figures.map(({ kpi }) => kpi.id)).size).toBe(found.figures.length)
  expect(found.before).toMatchObject({ from: '2026-12-01', to: '2026-12-31' })
  expect(found.yearBefore).toEqual({ from: '2026-01-12', to: '2026-02-11', alignedBy: 'tet' })
})

test('a period of no name is compared with as many days before it', async () => {
  const { before } = await told(await keptFacts(), { period: { from: '2027-01-05', to: '2027-01-14' } })
  expect(before).toEqual({ from: '2026-12-26', to: '2027-01-04' })
})

test('of several months, the share of active customers is told of each', async () => {
  const { figures } = await told(await keptFacts(), { period: { from: '2026-12-01', to: '2027-01-31' } })
  expect(figures.filter(({ kpi }) => kpi.id === 'active-share').map(({ period }) => period.from)).toEqual([
    '2026-12-01',
    '2027-01-01',
  ])
})

test('months of which the period holds a part alone have no share', async () => {
  const { figures } = await told(await keptFacts(), { period: { from: '2026-12-02', to: '2027-01-31' } })
  expect(figures.filter(({ kpi }) => kpi.id === 'active-share').map(({ period }) => period.from)).toEqual(['2027-01-01'])
})

test('a day whose facts are not written is named, and no change is told', async () => {
  const ports = await keptFacts({ days: EVERY_DAY.filter((day) => day !== '2027-01-09') })
  const found = await told(ports)
  expect(figureIn(found, 'delivered')?.kpi.missing).toEqual([{ from: '2027-01-09', to: '2027-01-09', because: 'not-rolled-up' }])
  expect(figureIn(found, 'csat')?.change).toMatchObject({ is: 'not-compared' })
})

test('days before the first are named as such', async () => {
  const found = await told(await keptFacts({ days: EVERY_DAY.filter((day) => day >= '2027-01-10') }))
  expect(figureIn(found, 'nps')?.kpi.missing).toEqual([{ from: '2027-01-01', to: '2027-01-09', because: 'before-first-data' }])
})

test('the days of a period that is not over are not missing', async () => {
  const found = await told(await keptFacts(), { period: { from: '2027-02-01', to: '2027-02-28' } })
  expect(figureIn(found, 'nps')?.kpi.missing).toEqual([])
})

test('without any facts every figure has no data', async () => {
  const found = await told({ facts: memoryFactStore(), numbers: memoryNumberStore(), companyRules: theCompanyRules() })
  expect(found.figures.filter(({ kpi }) => kpi.value !== null)).toEqual([])
  expect(found.figures[0]?.kpi.missing).toEqual([{ ...JANUARY, because: 'before-first-data' }])
})

test('a segment of which nothing happened is refused with those of which something did', async () => {
  const found = await figuresOf(await keptFacts(), { period: JANUARY, segment: { by: 'campaign', is: 'nobody' }, now: NOW })
  expect(found).toMatchObject({ known: expect.arrayContaining(['all', 'campaign=nps', 'tier=gold', 'country=VN']) })
})

describe('counting periods', () => {
  test('reads each file once, whatever the number of periods', async () => {
    const ports = await keptFacts()
    const read: string[] = []
    const facts: FactStore = {
      ...ports.facts,
      read: (kind, day) => {
        read.push(`${kind} ${day}`)
        return ports.facts.read(kind, day)
      },
    }
    const periods = [JANUARY, { from: '2027-01-04', to: '2027-01-10' }, { from: '2027-01-01', to: '2027-03-31' }]
    await countPeriods({ ...ports, facts }, { periods, now: NOW, days: await countedDays(ports, NOW) })
    expect(read.length).toBe(new Set(read).size)
  })

  test('a period that has not begun has no roll-up', async () => {
    const ports = await keptFacts()
    const days = await countedDays(ports, NOW)
    expect(await countPeriods(ports, { periods: [{ from: '2027-03-01', to: '2027-03-31' }], now: NOW, days })).toEqual([])
  })

  test('counted beside others, a period comes to what it comes to alone', async () => {
    const ports = await keptFacts()
    const week = { from: '2027-01-04', to: '2027-01-10' }
    const days = await countedDays(ports, NOW)
    const beside = await countPeriods(ports, { periods: [JANUARY, week], now: NOW, days })
    const alone = await countPeriods(ports, { periods: [week], now: NOW, days })
    expect(beside.filter(({ period }) => period.to === week.to)).toEqual(alone)
  })
})

test('a period that is not over is compared with none that is whole: its figures are final on the day after it', async () => {
  const { figures } = await told(await keptFacts(), { period: { from: '2027-01-25', to: '2027-02-07' } })
  for (const { kpi, change } of figures) {
    expect(kpi.provisional, kpi.id).not.toBeNull()
    expect(change.is, kpi.id).toBe('not-compared')
  }
  const engagement = figures.find(({ kpi }) => kpi.id === 'engagement')
  expect(engagement?.kpi.provisional).toEqual({ because: 'window-open', finalOn: '2027-02-08' })
})

test('before there was any care nobody can have complained: purchases alone make no complaint rate of 0 %', async () => {
  const bare = { ...world, touches: [], answers: [], ratings: [], replies: [], gifts: [], work: [], hotline: [] }
  const { figures } = await told(await keptFacts({ of: bare }))
  const valueIn = (id: KpiId) => figures.find(({ kpi }) => kpi.id === id)?.kpi.value
  expect(valueIn('complaint-rate')).toBeNull()
  expect(valueIn('kept-customers')).not.toBeNull()
})
