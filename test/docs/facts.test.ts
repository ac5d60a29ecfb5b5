/** docs/facts.md says the types and the layout as the files have them, and its query runs as it stands there. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { PARQUET_TYPES } from '#adapters/parquet/fact-schema.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { factKey } from '#adapters/parquet/layout.ts'
import { NO_FACTS } from '#core/facts/fact-tables.ts'
import { careTemplate } from '#test/infra/synthesised.ts'
import { DUCKDB_TYPES, openFacts, wholeNumber } from '#test/support/duckdb.ts'
import { sampleFacts } from '#test/support/sample-facts.ts'

const text = readFileSync(resolve(import.meta.dirname, '../../docs/facts.md'), 'utf8')
const DAY = '2027-02-06'

test('the types are those of the files and of DuckDB', () => {
  const rows = [...text.matchAll(/^\| `(\w+)` \| ([A-Z0-9_ ]+) \| `\w+` \| `(\w+)` \|$/gm)].map(([, type, file, duckdb]) => [
    type,
    file,
    duckdb,
  ])
  expect(rows).toEqual(
    Object.entries(PARQUET_TYPES).map(([type, { type: stored, converted_type: converted }]) => [
      type,
      [stored, converted].filter((each) => each !== undefined).join(' '),
      DUCKDB_TYPES[type as keyof typeof PARQUET_TYPES],
    ]),
  )
})

test('the types of Athena are those that the tables in Glue have', () => {
  const promised = [...text.matchAll(/^\| `\w+` \| [A-Z0-9_ ]+ \| `(\w+)` \|/gm)].map(([, type]) => type)
  const used = Object.values(careTemplate().findResources('AWS::Glue::Table')).flatMap(({ Properties }) =>
    Properties.TableInput.StorageDescriptor.Columns.map(({ Type }: { Type: string }) => Type),
  )
  expect([...new Set(used)].toSorted()).toEqual(promised.toSorted())
})

test('the path is that of the file', () => {
  expect(text).toContain(`\n${factKey('touches', DAY)}\n`)
})

test('the query for DuckDB runs in the folder of the files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'))
  const [row] = sampleFacts('touches')
  const touches = [
    { ...row!, outcome: 'sent' },
    { ...row!, outcome: 'sent' },
    { ...row!, outcome: 'skipped' },
  ]
  const facts = parquetFactStore(factFolder(folder))
  await facts.write(DAY, { ...NO_FACTS, touches })
  await facts.write('2027-04-01', { ...NO_FACTS, touches })
  const sql = /```sql\n(SELECT[^`]+read_parquet[^`]+)```/.exec(text)?.[1]?.replace("'touches/", `'${folder}/touches/`) ?? ''
  const db = await openFacts(folder)
  const Row = z.object({ day: z.iso.date(), outcome: z.string(), 'count_star()': wholeNumber })
  expect(await db.query(Row, sql)).toEqual([
    { day: DAY, outcome: 'sent', 'count_star()': 2 },
    { day: DAY, outcome: 'skipped', 'count_star()': 1 },
  ])
  db.close()
})
