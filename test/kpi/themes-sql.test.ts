/** What customers talked about, counted twice: by our counters, and by DuckDB with the SQL that docs/numbers.md publishes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as z from 'zod'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { factsByDay, rollUpsOf } from '#test/support/checked-figures.ts'
import { openFacts } from '#test/support/duckdb.ts'
import { queryOf } from '#test/support/published-sql.ts'
import { randomWorld } from '#test/support/random-facts.ts'

const asked = { period: { from: '2027-01-01', to: '2027-01-31' }, today: '2027-02-09', zone: 'Asia/Ho_Chi_Minh' }
const SPAN = { from: '2026-12-20', days: 50, today: asked.today }
const section = readFileSync(resolve(import.meta.dirname, '../../docs/numbers.md'), 'utf8').split('\n## Themes\n')[1] ?? ''
const SQL = /```sql\n([\s\S]*?)\n```/.exec(section)?.[1] ?? ''
const Row = z.object({
  theme: z.string(),
  customers: z.coerce.number(),
  answers: z.coerce.number(),
  replies: z.coerce.number(),
  items: z.coerce.number(),
  of_customers: z.coerce.number(),
})

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

test.each([0, 1, 2, 3, 4, 5])('every count of a theme is what DuckDB makes of the files, seed %i', async (seed) => {
  const world = randomWorld(seed, SPAN)
  const folder = mkdtempSync(join(tmpdir(), 'facts-'))
  folders.push(folder)
  const store = parquetFactStore(factFolder(folder))
  for (const [day, facts] of factsByDay(world)) await store.write(day, facts)
  const database = await openFacts(folder)
  const rows = await database.query(Row, queryOf(SQL, asked))
  database.close()
  const ours = rollUpsOf(world, asked).find(({ segment }) => segment.by === 'all')?.breakdown.themes
  expect(ours?.customers).toBeGreaterThan(0)
  expect(rows.map(({ theme, of_customers, ...counts }) => [theme, of_customers, counts])).toEqual(
    Object.entries(ours?.of ?? {}).map(([theme, counts]) => [theme, ours?.customers, counts]),
  )
})
