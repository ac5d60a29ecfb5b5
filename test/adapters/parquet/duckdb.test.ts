/** Files of facts as another program reads them: every kind, every type, every null. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { type Column, FACT_KINDS, FACT_TABLES, NO_FACTS, typeOfColumn } from '#core/facts/fact-tables.ts'
import { DUCKDB_TYPES, type FactDatabase, filesOf, openFacts, wholeNumber } from '#test/support/duckdb.ts'
import { sampleDay, sampleFacts } from '#test/support/sample-facts.ts'

const DAY = '2027-02-06'
const AnyRow = z.record(z.string(), z.unknown())
const freshFolder = () => mkdtempSync(join(tmpdir(), 'facts-'))
let database: FactDatabase | undefined
afterEach(() => database?.close())

async function opened(folder: string): Promise<FactDatabase> {
  database = await openFacts(folder)
  return database
}

test.each(FACT_KINDS)('%s has the same values there', async (kind) => {
  const folder = freshFolder()
  const facts = parquetFactStore(factFolder(folder))
  await facts.write(DAY, sampleDay())
  const rows = await (await opened(folder)).query(AnyRow, `SELECT * FROM ${kind}`)
  expect(rows).toHaveLength(5)
  expect(rows).toEqual(await facts.read(kind, DAY))
  for (const row of sampleFacts(kind)) expect(rows).toContainEqual({ day: DAY, ...row })
})

test.each(FACT_KINDS)(
  '%s has the types that docs/facts.md promises, with rows and without, from the first file on',
  async (kind) => {
    const folder = freshFolder()
    const promised = Object.entries<Column>(FACT_TABLES[kind]).map(([name, column]) => [name, DUCKDB_TYPES[typeOfColumn(column)]])
    const facts = parquetFactStore(factFolder(folder))
    for (const day of [NO_FACTS, sampleDay()]) {
      await facts.write(DAY, day)
      const db = await opened(folder)
      const types = await db.types(`FROM ${filesOf(kind, folder)}`)
      expect(types).toEqual({ ...Object.fromEntries(promised), day: 'DATE' })
      expect(await db.types(`FROM ${kind}`)).toEqual(types)
      db.close()
    }
  },
)

test('days are days of the folder, and can be asked for by date', async () => {
  const folder = freshFolder()
  const facts = parquetFactStore(factFolder(folder))
  for (const day of ['2027-02-05', DAY, '2027-02-07']) await facts.write(day, sampleDay())
  const db = await opened(folder)
  const Counted = z.object({ day: z.iso.date(), rows: wholeNumber })
  expect(
    await db.query(
      Counted,
      `SELECT day, count(*) AS rows FROM touches WHERE day BETWEEN DATE '${DAY}' AND DATE '2027-02-28' GROUP BY day ORDER BY day`,
    ),
  ).toEqual([
    { day: DAY, rows: 5 },
    { day: '2027-02-07', rows: 5 },
  ])
})

test('where there are no files yet, every kind is empty and has its columns', async () => {
  const db = await opened(freshFolder())
  for (const kind of FACT_KINDS) {
    expect(await db.query(z.object({ rows: wholeNumber }), `SELECT count(*) AS rows FROM ${kind}`)).toEqual([{ rows: 0 }])
    expect(Object.keys(await db.types(`FROM ${kind}`))).toEqual(['day', ...Object.keys(FACT_TABLES[kind])])
  }
})

test('a sum beyond what a number holds is refused, and a bigint keeps it', async () => {
  const db = await opened(freshFolder())
  const sql = 'SELECT sum(amount) AS amount FROM (VALUES (9007199254740992::BIGINT), (1::BIGINT)) AS each(amount)'
  await expect(db.query(z.object({ amount: wholeNumber }), sql)).rejects.toThrow('more than a number holds exactly')
  expect(await db.query(z.object({ amount: z.bigint() }), sql)).toEqual([{ amount: 9_007_199_254_740_993n }])
})

test('a broken file is an error there too', async () => {
  const folder = freshFolder()
  mkdirSync(join(folder, `touches/day=${DAY}`), { recursive: true })
  writeFileSync(join(folder, `touches/day=${DAY}/facts.parquet`), 'Kính gửi')
  await expect(opened(folder)).rejects.toThrow('facts.parquet')
})
