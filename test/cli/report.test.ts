/** `care report`, over the real purchases of CDNOW: exported as facts, counted, and counted again by DuckDB. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { cdnowCustomer, openCdnow } from '#adapters/csv/cdnow-file.ts'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { importPurchases } from '#app/importing/import-purchases.ts'
import { exportFacts } from '#app/numbers/export-facts.ts'
import { KPI_IDS } from '#core/kpi/kpi.ts'
import { collectingListener } from '#test/app/importing/import-stores.ts'
import { storedDays } from '#test/app/numbers/stored-days.ts'
import { careInMemory, runCare } from '#test/cli/care-run.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { openFacts } from '#test/support/duckdb.ts'
import { publishedQuery } from '#test/support/published-sql.ts'

const NOW = '2026-11-22T03:00:00.000Z'
const FROM = '1997-01-01'
const TO = '1998-06-30'
const folder = mkdtempSync(join(tmpdir(), 'cdnow-facts-'))

beforeAll(async () => {
  const stores = storedDays()
  const table = await openCdnow(join(import.meta.dirname, '../fixtures/cdnow-sample.txt'))
  if ('refused' in table) throw new Error(table.refused)
  const { listener } = collectingListener()
  await importPurchases({
    ...stores,
    company: theCompanyRules().company,
    now: NOW,
    rows: table.rows(),
    listener,
    newCustomer: cdnowCustomer,
  })
  await exportFacts(
    { ...stores, facts: parquetFactStore(factFolder(folder)) },
    { period: { from: FROM, to: TO }, now: NOW, onDay: () => {} },
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const report = (...args: string[]) => runCare(careInMemory().place, ['report', ...args])
const cdnow = (...more: string[]) => report('--from', FROM, '--to', TO, '--facts', folder, ...more)

const Told = z.array(
  z.object({
    id: z.string(),
    value: z.number().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    window: z.object({ from: z.string(), to: z.string(), means: z.string() }),
    formula: z.string(),
    change: z.object({ is: z.string() }),
  }),
)

/** As docs/numbers.md shows them: horizon, retained, customers. */
const COHORTS = [
  [30, 410, 2_357],
  [90, 687, 2_357],
  [180, 887, 2_357],
  [365, 1_074, 2_357],
] as const

describe('the customers of CDNOW', () => {
  test('retention at each horizon, and the share of active customers of each month', async () => {
    const { exitCode, printed } = await cdnow('--json')
    expect(exitCode).toBe(0)
    const told = Told.parse(JSON.parse(printed))
    for (const [horizon, part, whole] of COHORTS)
      expect(told.find(({ id }) => id === `retention-${horizon}`)).toMatchObject({ numerator: part, denominator: whole })
    const months = told.filter(({ id }) => id === 'active-share')
    expect(months.map(({ window }) => window.from.slice(0, 7))).toEqual(expect.arrayContaining(['1997-01', '1998-06']))
    expect(months).toHaveLength(18)
    expect(months[1]).toMatchObject({ numerator: 981, denominator: 1_638 })
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set(KPI_IDS))
    const none = { customers: 0, bought: 0 }
    const lift = (JSON.parse(printed) as { id: string }[]).find(({ id }) => id === 'care-lift')
    expect(lift).toMatchObject({ value: null, verdict: 'no-data', treated: none, leftAlone: none, smallest: null })
  })

  test('DuckDB makes the same of the exported facts', async () => {
    const database = await openFacts(folder)
    const asked = { period: { from: FROM, to: TO }, today: '1998-07-01', zone: 'Asia/Ho_Chi_Minh' }
    for (const [horizon, numerator, denominator] of COHORTS) {
      const rows = await database.query(z.record(z.string(), z.coerce.number()), publishedQuery(`retention-${horizon}`, asked))
      expect(rows).toEqual([{ numerator, denominator }])
    }
    database.close()
  })

  test('in words: a figure that nothing was recorded of has no data, and is never 0', async () => {
    // A number and its unit stand on one line.
    const printed = (await cdnow()).printed.replaceAll('\u00a0', ' ')
    expect(printed).toContain('Retention at 365 days [retention-365]: 45.6 %')
    expect(printed).toContain('[nps]: no data')
    expect(printed).toContain('Monthly active share 1997-02 [active-share]: 59.9 %')
  })
})

describe('is refused, with the reason', () => {
  test.each([
    ['days the wrong way round', ['--from', TO, '--to', FROM, '--facts', folder], 2, /is after --to/],
    ['no such day', ['--from', '1997-02-30', '--to', TO, '--facts', folder], 2, /1997-02-30/],
    ['a segment of no column', ['--from', FROM, '--to', TO, '--facts', folder, '--segment', 'shoe=37'], 2, /campaign=/],
    [
      'a campaign that nothing is known of',
      ['--from', FROM, '--to', TO, '--facts', folder, '--segment', 'campaign=tet'],
      1,
      /in no campaign did anything/,
    ],
    ['a folder without facts', ['--from', FROM, '--to', TO, '--facts', join(folder, 'elsewhere')], 1, /care facts export/],
    [
      'days that have not come',
      ['--from', '1999-01-01', '--to', '1999-01-31', '--facts', folder],
      1,
      /facts end with 1998-06-30/,
    ],
  ] as const)('%s', async (_what, args, code, reason) => {
    const { exitCode, refused, usage } = await report(...args)
    expect(exitCode).toBe(code)
    expect(`${refused}${usage}`).toMatch(reason)
  })
})

test('of days before the first that is known the figures say what is missing', async () => {
  const { printed } = await report('--from', '1996-12-01', '--to', '1996-12-31', '--facts', folder, '--json')
  const told = z
    .array(z.object({ value: z.number().nullable(), missing: z.array(z.object({ because: z.string() })) }))
    .parse(JSON.parse(printed))
  expect(told.every(({ value }) => value === null)).toBe(true)
  expect(told[0]?.missing).toMatchObject([{ because: 'before-first-data' }])
})
