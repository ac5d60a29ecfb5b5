/**
 * Every figure twice: by our counters, and by DuckDB from the files of facts with the SQL that docs/numbers.md publishes. The two share no code.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { type DatedFact, FACT_KINDS, type FactKind } from '#core/facts/fact-tables.ts'
import { KPI_IDS, type KpiId } from '#core/kpi/kpi.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { differences, factsByDay, rollUpsOf } from '#test/support/checked-figures.ts'
import { openFacts } from '#test/support/duckdb.ts'
import { PUBLISHED } from '#test/support/published-sql.ts'
import { randomWorld, type World } from '#test/support/random-facts.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const asked = { period: { from: '2027-01-01', to: '2027-01-31' }, today: '2027-02-09', zone: ZONE }
const SPAN = { from: '2026-12-20', days: 50, today: asked.today }

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

async function filesOf(world: World): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'))
  folders.push(folder)
  const store = parquetFactStore(factFolder(folder))
  for (const [day, facts] of factsByDay(world)) await store.write(day, facts)
  return folder
}

test('every figure has its query', () => {
  expect(KPI_IDS.filter((id) => !PUBLISHED.has(id))).toEqual([])
})

describe.each(Array.from({ length: 8 }, (_, seed) => seed))('a world of chance, seed %i', (seed) => {
  test('every figure is what DuckDB makes of the files', async () => {
    const world = randomWorld(seed, SPAN)
    const database = await openFacts(await filesOf(world))
    expect(await differences({ database, rollUps: oneOfEach(rollUpsOf(world, asked)), asked })).toEqual([])
    database.close()
  })
})

/** Everything that happens to a company in a year, and to the files of one that began with them in the middle of its work. */
const ODD_WORLDS: readonly (readonly [string, (seed: number) => World])[] = [
  ['customers whose tier changes from day to day', (seed) => withChangingTiers(randomWorld(seed, SPAN))],
  ['work that was opened before there were facts', (seed) => beginningOn('2027-01-08', randomWorld(seed, SPAN))],
  ['work that lay open for longer than is looked back', (seed) => openedBefore('2026-05-01', randomWorld(seed, SPAN))],
]

describe.each(ODD_WORLDS)('a world of %s', (_what, worldOf) => {
  test.each([1, 2, 3])('every figure is what DuckDB makes of the files, seed %i', async (seed) => {
    const world = worldOf(seed)
    const database = await openFacts(await filesOf(world))
    expect(await differences({ database, rollUps: oneOfEach(rollUpsOf(world, asked)), asked })).toEqual([])
    database.close()
  })
})

/** Rows of a customer have the tier of the day on which they were written. */
const withChangingTiers = (world: World): World =>
  mapped(world, (row) =>
    row.person === null ? row : { ...row, tier: ['gold', 'silver', null][Number(row.day.slice(-2)) % 3] ?? null },
  )

const beginningOn = (first: string, world: World): World =>
  Object.fromEntries(FACT_KINDS.map((kind) => [kind, world[kind].filter(({ day }) => day >= first)])) as unknown as World

const openedBefore = (day: string, world: World): World => ({
  ...world,
  work: world.work.map((row) => (row.event === 'opened' ? { ...row, day, happened_at: `${day}T02:00:00.000Z` } : row)),
})

type AnyRow = DatedFact<FactKind>
const mapped = (world: World, change: (row: AnyRow) => AnyRow): World =>
  Object.fromEntries(FACT_KINDS.map((kind) => [kind, (world[kind] as readonly AnyRow[]).map(change)])) as unknown as World

/** Everything, and of each kind of segment the first. */
const oneOfEach = (rollUps: readonly RollUp[]): readonly RollUp[] =>
  rollUps.filter((rollUp, at) => rollUps.findIndex(({ segment }) => segment.by === rollUp.segment.by) === at)

describe('the check finds', () => {
  const planted: readonly (readonly [string, KpiId, (world: World) => World, seeds?: readonly number[]])[] = [
    ['a day that is counted twice', 'delivered', (world) => ({ ...world, touches: twice(world.touches, '2027-01-12') })],
    ["a customer's earlier answer that is kept", 'nps', (world) => ({ ...world, answers: earliestFirst(world.answers) })],
    [
      'an answer that a machine may have pressed',
      'nps',
      (world) => ({ ...world, answers: world.answers.map((row) => ({ ...row, suspect: false })) }),
    ],
    ['purchases that are left out', 'active-share', (world) => ({ ...world, purchases: world.purchases.slice(20) })],
    [
      'talks that are taken for none',
      'engagement',
      (world) => ({ ...world, work: world.work.map((row) => (row.disposition ? { ...row, disposition: 'no-answer' } : row)) }),
    ],
    ['a proposal that is taken for another step', 'proposal-median', changed('moved', { moved_to: 'collect' }), [7]],
    ['a mail to a customer that is taken for a note', 'first-response-median', changed('mailed', { event: 'noted' }), [6]],
    ['cases that went up, and are counted as if they had not', 'escalation-rate', changed('escalated', { event: 'noted' })],
    [
      'cases that came down again, and are counted as if they had not',
      'handed-back-rate',
      changed('handed-back', { event: 'noted' }),
    ],
    [
      'a severity of a rule that is taken for one set by hand',
      'severity-lowered-rate',
      changed('severity-set', { by_staff: true }),
    ],
    [
      'a description as something less grave that is taken for a note',
      'severity-lowered-rate',
      changed('described', { event: 'noted' }),
    ],
    ['cases that became part of another, and are counted beside it', 'escalation-rate', changed('merged', { event: 'noted' })],
    ['categories that are mixed up', 'repeat-rate', changed('described', { category: 'delivery' }), [14]],
    ['compensation that is taken for a note', 'compensation-cost', changed('compensation-given', { event: 'noted' }), [2, 9]],
    ['ends of which staff said nothing, taken for solved later', 'fcr-staff', withMarks((mark) => mark ?? false)],
    [
      'a mark of an end before the last, taken for the last',
      'fcr-staff',
      (world) => ({ ...world, work: firstMarks(world.work) }),
    ],
    [
      'the last draw of a customer that is taken for the first',
      'care-lift',
      (world) => ({ ...world, touches: world.touches.filter(({ day }) => day >= '2027-01-20') }),
    ],
    [
      'draws that are not looked at',
      'care-lift',
      (world) => ({ ...world, touches: world.touches.map((row) => ({ ...row, drawn: null, draws_care: null })) }),
    ],
    [
      'cases of files of before that are taken for cases of which all is told',
      'escalation-rate',
      (world) => ({ ...world, work: world.work.map((row) => ({ ...row, severity: row.severity ?? 's3' })) }),
    ],
  ]

  const withSeeds = planted.map(([what, id, broken, seeds = [1, 2]]) => ({ what, id, broken, seeds }))
  test.each(withSeeds)('$what', async ({ id, broken, seeds }) => {
    const found = new Set<string>()
    for (const seed of seeds) {
      const world = randomWorld(seed, SPAN)
      const database = await openFacts(await filesOf(world))
      const rollUps = rollUpsOf(broken(world), asked).filter(({ segment }) => segment.by === 'all')
      for (const difference of await differences({ database, rollUps, asked })) found.add(difference.id)
      database.close()
    }
    expect([...found]).toContain(id)
  })
})

const changed =
  (event: string, over: Partial<World['work'][number]>) =>
  (world: World): World => ({ ...world, work: world.work.map((row) => (row.event === event ? { ...row, ...over } : row)) })

const withMarks =
  (change: (mark: boolean | null) => boolean | null) =>
  (world: World): World => ({
    ...world,
    work: world.work.map((row) => (row.event === 'closed' ? { ...row, solved_at_first: change(row.solved_at_first) } : row)),
  })

/** Each end has the mark of the first end of its item that has one. */
function firstMarks(rows: World['work']): World['work'] {
  const first = new Map<bigint, boolean>()
  for (const { item, solved_at_first } of rows) if (solved_at_first !== null && !first.has(item)) first.set(item, solved_at_first)
  return rows.map((row) => (row.event === 'closed' ? { ...row, solved_at_first: first.get(row.item) ?? null } : row))
}

const twice = <Row extends { readonly day: string }>(rows: readonly Row[], day: string): readonly Row[] => [
  ...rows,
  ...rows.filter((row) => row.day === day),
]

/** The first answer of each invitation stands in the place of its last. */
const earliestFirst = (rows: World['answers']): World['answers'] =>
  rows.map((row) => ({ ...row, answer_no: -row.answer_no, happened_at: row.happened_at }))
