/** A day that is missing outside a period: each figure that it changes says that it is missing, and no figure says so that looks at the period alone. */
import { expect, test } from 'vitest'
import { FACT_KINDS } from '#core/facts/fact-tables.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { rollUpsOf } from '#test/support/checked-figures.ts'
import { randomWorld, type World } from '#test/support/random-facts.ts'

const asked = { period: { from: '2027-01-01', to: '2027-01-31' }, today: '2027-03-20', zone: 'Asia/Ho_Chi_Minh' }
const SPAN = { from: '2026-11-20', days: 120, today: asked.today }

const without = (world: World, day: LocalDate): World =>
  Object.fromEntries(FACT_KINDS.map((kind) => [kind, world[kind].filter((row) => row.day !== day)])) as unknown as World

function figuresOf(world: World, holes: readonly LocalDate[] = []): readonly Kpi[] {
  const whole = rollUpsOf(world, asked, {
    within: [],
    holes: holes.map((day) => ({ from: day, to: day, because: 'not-rolled-up' })),
  }).find(({ segment }) => segment.by === 'all')
  return whole?.kpis ?? []
}

const told = ({ value, numerator, denominator, n }: Kpi) => ({ value, numerator, denominator, n })

test('every figure that a missing day changes says so', () => {
  const changed = new Set<string>()
  for (let seed = 0; seed < 12; seed++) {
    const world = randomWorld(seed, SPAN)
    const whole = figuresOf(world)
    // Ten days before the period and after it, others in each world.
    for (let step = 0; step < 10; step++) {
      const day =
        step % 2 === 0 ? addDays('2026-11-20', (seed * 7 + step * 4) % 42) : addDays('2027-02-01', (seed * 5 + step * 4) % 47)
      for (const [at, kpi] of figuresOf(without(world, day), [day]).entries()) {
        if (JSON.stringify(told(kpi)) === JSON.stringify(told(whole[at] as Kpi))) continue
        changed.add(kpi.id)
        expect([kpi.id, day, kpi.missing]).toEqual([kpi.id, day, [{ from: day, to: day, because: 'not-rolled-up' }]])
      }
    }
  }
  expect([...changed]).toEqual(expect.arrayContaining(['kept-customers', 'retention-30', 'active-share']))
})

test('what looks at its period alone misses nothing outside it, and nobody is asked about a day long past', () => {
  const missingOf = (id: string, holes: readonly LocalDate[]) =>
    figuresOf(randomWorld(1, SPAN), holes)
      .find((kpi) => kpi.id === id)
      ?.missing.map(({ from, to }) => `${from} ${to}`)
  const holes = ['2025-12-31', '2026-12-31', '2027-02-01', '2027-02-02']
  expect(missingOf('nps', holes)).toEqual([])
  // Answers come for months after the invitations of the period.
  expect(missingOf('response-rate', holes)).toEqual(['2027-02-01 2027-02-02'])
  expect(missingOf('kept-customers', holes)).toEqual(['2026-12-31 2026-12-31'])
  expect(missingOf('retention-30', holes)).toEqual(['2025-12-31 2025-12-31', '2026-12-31 2026-12-31', '2027-02-01 2027-02-02'])
})
