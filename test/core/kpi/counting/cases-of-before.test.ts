/** Files of facts that were written before they told of cases: the figures of cases have no data, never 0, and every other figure stays. */
import { expect, test } from 'vitest'
import type { Kpi, KpiId } from '#core/kpi/kpi.ts'
import { rollUpsOf } from '#test/support/checked-figures.ts'
import { randomWorld, type World } from '#test/support/random-facts.ts'

const asked = { period: { from: '2027-01-01', to: '2027-01-31' }, today: '2027-02-09', zone: 'Asia/Ho_Chi_Minh' }
const SPAN = { from: '2026-12-20', days: 50, today: asked.today }
const OF_CASES: readonly KpiId[] = [
  'proposal-median',
  'proposal-p90',
  'escalation-rate',
  'handed-back-rate',
  'severity-lowered-rate',
  'repeat-rate',
  'compensation-cost',
  'fcr-staff',
]

/** Cases became part of others only since the files tell of cases. */
const unmerged = (world: World): World => ({ ...world, work: world.work.filter(({ event }) => event !== 'merged') })

const NOTHING_SAID = { amount: null, currency: null, solved_at_first: null }

/** As a file without the new columns is read, and as nothing happened to a case but what happens to all work. */
const ofBefore = (world: World): World => ({
  ...world,
  work: world.work
    .filter(({ event }) => ['opened', 'attempted', 'noted', 'closed', 'reopened'].includes(event))
    .map((row) => ({ ...row, severity: null, moved_to: null, category: null, ...NOTHING_SAID })),
})

const whole = (world: World) => rollUpsOf(world, asked).find(({ segment }) => segment.by === 'all')
const figure = (kpis: readonly Kpi[], id: KpiId) => kpis.find((kpi) => kpi.id === id)

test.each([1, 4, 9])('no data of cases, and all the rest (seed %i)', (seed) => {
  const world = unmerged(randomWorld(seed, SPAN))
  const [now, before] = [whole(world)?.kpis ?? [], whole(ofBefore(world))?.kpis ?? []]
  for (const id of OF_CASES) expect(figure(before, id)).toMatchObject({ value: null, n: 0, provisional: null })
  expect(figure(now, 'escalation-rate')?.value).not.toBeNull()
  for (const id of ['resolution-median', 'reopen-rate', 'calls-reached', 'complaint-rate', 'fcr-no-repeat'] as const)
    expect(figure(before, id)).toEqual(figure(now, id))
  expect(whole(ofBefore(world))?.breakdown.cases).toEqual({ upByTime: 0, upByHand: 0, handedBack: 0, lowered: 0 })
})

test('cases of a week in which the files began to tell of them are counted, and those of the days before are not', () => {
  const world = randomWorld(4, SPAN)
  const opened = new Map(world.work.filter(({ event }) => event === 'opened').map(({ item, day }) => [item, day]))
  const mixed = {
    ...world,
    work: world.work.map((row) => ((opened.get(row.item) ?? '') < '2027-01-15' ? { ...row, severity: null } : row)),
  }
  const [all, some] = [whole(world), whole(mixed)].map((one) => figure(one?.kpis ?? [], 'escalation-rate')?.denominator ?? 0)
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all ?? 0)
})
