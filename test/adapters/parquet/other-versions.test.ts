/** Files of facts that another version of the product wrote, with fewer columns or with more, and files of more rows than one group. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import type { Fact } from '#core/facts/fact-tables.ts'
import { NO_FACTS } from '#core/facts/fact-tables.ts'
import { openFacts, wholeNumber } from '#test/support/duckdb.ts'

const DAY = '2027-02-06'
const KEY = `hotline/day=${DAY}/facts.parquet`

interface Written {
  readonly name: string
  readonly type: BasicType
  readonly data: unknown[]
  readonly nullable: boolean
}
const caller: Written = { name: 'caller', type: 'INT64', data: [7n, 8n], nullable: false }
const missed: Written = { name: 'missed', type: 'BOOLEAN', data: [true, false], nullable: false }
const tier: Written = { name: 'tier', type: 'STRING', data: ['gold', null], nullable: true }
const unknown: Written = { name: 'waited_seconds', type: 'INT32', data: [12, 30], nullable: false }

async function withFile(columns: readonly Written[]) {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'))
  const files = factFolder(folder)
  await files.put(KEY, new Uint8Array(parquetWriteBuffer({ columnData: [...columns] })))
  return { folder, facts: parquetFactStore(files) }
}

const READ = [
  { day: DAY, person: null, tier: 'gold', country: null, caller: 7n, missed: true },
  { day: DAY, person: null, tier: null, country: null, caller: 8n, missed: false },
]

test('a column added later reads as null from an older file, here and in DuckDB, beside a newer file', async () => {
  const { folder, facts } = await withFile([caller, missed, tier])
  expect(await facts.read('hotline', DAY)).toEqual(READ)
  const newer: Fact<'hotline'> = { person: 5n, tier: null, country: 'VN', caller: 9n, missed: true }
  await facts.write('2027-02-07', { ...NO_FACTS, hotline: [newer] })
  const db = await openFacts(folder)
  const rows = await db.query(z.record(z.string(), z.unknown()), 'SELECT * FROM hotline ORDER BY caller')
  expect(rows).toEqual([...READ, { day: '2027-02-07', ...newer }])
  db.close()
})

test('a column that this version does not know is left out', async () => {
  const { facts } = await withFile([unknown, caller, missed, tier])
  expect(await facts.read('hotline', DAY)).toEqual(READ)
})

const asInt: Written = { ...caller, type: 'INT32', data: [7, 8] }
const asNumbers: Written = { ...tier, type: 'INT64', data: [7n, 8n] }

test.each([
  ['a column that must be there is not', [caller, tier], 'it has no column missed'],
  ['whole numbers are narrower', [asInt, missed], 'its column caller is no bigint'],
  ['numbers stand where text should', [asNumbers, caller, missed], 'its column tier is no text'],
])('a file is refused, and named, where %s', async (_what, columns, because) => {
  const { facts } = await withFile(columns)
  await expect(facts.read('hotline', DAY)).rejects.toThrow(`the facts in ${KEY} cannot be read: ${because}`)
})

test('a day of more rows than one group holds is whole, here and in DuckDB', async () => {
  const rows = 250_001
  const folder = mkdtempSync(join(tmpdir(), 'facts-'))
  const facts = parquetFactStore(factFolder(folder))
  const hotline = Array.from({ length: rows }, (_, n) => ({
    person: BigInt(n),
    tier: null,
    country: 'VN',
    caller: BigInt(n),
    missed: n % 3 === 0,
  }))
  await facts.write(DAY, { ...NO_FACTS, hotline })
  const read = await facts.read('hotline', DAY)
  expect(read).toHaveLength(rows)
  expect(read.every(({ caller, missed }, n) => caller === BigInt(n) && missed === (n % 3 === 0))).toBe(true)
  const db = await openFacts(folder)
  const Told = z.object({ rows: wholeNumber, people: wholeNumber, missed: wholeNumber })
  const sql = 'SELECT count(*) AS rows, count(DISTINCT person) AS people, count(*) FILTER (missed) AS missed FROM hotline'
  expect(await db.query(Told, sql)).toEqual([{ rows, people: rows, missed: 83_334 }])
  db.close()
})
