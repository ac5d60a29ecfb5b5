/** Facts in a folder keep the promises of the port; a file is there as a whole or not at all. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { FactFileError, parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { FACT_KINDS, NO_FACTS } from '#core/facts/fact-tables.ts'
import { factStoreContract } from '#test/contract/fact-store.contract.ts'
import { sampleDay } from '#test/support/sample-facts.ts'

const DAY = '2027-02-06'
const freshFolder = () => mkdtempSync(join(tmpdir(), 'facts-'))
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()

factStoreContract(async () => parquetFactStore(factFolder(freshFolder())))

test('each kind has a file for the day, and nothing else lies there, also when two write at the same time', async () => {
  const folder = freshFolder()
  const facts = parquetFactStore(factFolder(folder))
  await Promise.all([facts.write(DAY, NO_FACTS), facts.write(DAY, sampleDay()), facts.write(DAY, NO_FACTS)])
  expect(filesIn(folder)).toEqual(FACT_KINDS.map((kind) => `${kind}/day=${DAY}/facts.parquet`).toSorted())
})

test('the same rows make the same bytes, whatever their order', async () => {
  const [one, other] = [freshFolder(), freshFolder()]
  await parquetFactStore(factFolder(one)).write(DAY, sampleDay())
  const turned = Object.fromEntries(Object.entries(sampleDay()).map(([kind, rows]) => [kind, rows.toReversed()]))
  await parquetFactStore(factFolder(other)).write(DAY, { ...NO_FACTS, ...turned })
  for (const file of filesIn(one)) expect(readFileSync(join(other, file)).equals(readFileSync(join(one, file)))).toBe(true)
})

test.each([
  ['empty', () => new Uint8Array()],
  ['no Parquet', () => Buffer.from('Kính gửi quý khách')],
  ['cut short', (whole: Buffer) => whole.subarray(0, whole.length - 40)],
  ['without its beginning', (whole: Buffer) => whole.subarray(200)],
  ['overwritten in the middle', (whole: Buffer) => Buffer.from(whole).fill(0xff, 60, 160)],
])('a file that is %s is an error that names it, never an empty day', async (_what, broken) => {
  const folder = freshFolder()
  const facts = parquetFactStore(factFolder(folder))
  await facts.write(DAY, sampleDay())
  const file = join(folder, `work/day=${DAY}/facts.parquet`)
  writeFileSync(file, broken(readFileSync(file)))
  await expect(facts.read('work', DAY)).rejects.toThrow(FactFileError)
  await expect(facts.read('work', DAY)).rejects.toThrow(`work/day=${DAY}/facts.parquet`)
  expect(await facts.read('touches', DAY)).toHaveLength(5)
})

test('the file of another kind is not taken for one of this kind', async () => {
  const folder = freshFolder()
  const facts = parquetFactStore(factFolder(folder))
  await facts.write(DAY, sampleDay())
  const touches = readFileSync(join(folder, `touches/day=${DAY}/facts.parquet`))
  writeFileSync(join(folder, `work/day=${DAY}/facts.parquet`), touches)
  await expect(facts.read('work', DAY)).rejects.toThrow('it has no column item')
})

test('a write that fails leaves the file of before and nothing beside it', async () => {
  const folder = freshFolder()
  const files = factFolder(folder)
  // A folder stands where the file is to go.
  mkdirSync(join(folder, 'work/day=2027-02-06/facts.parquet/inside'), { recursive: true })
  await expect(files.put('work/day=2027-02-06/facts.parquet', new Uint8Array(3))).rejects.toThrow()
  expect(filesIn(folder)).toEqual([])
  await expect(files.get('work/day=2027-02-06/facts.parquet')).rejects.toThrow('EISDIR')
})

test.each(['../../etc', '2027-02-30', '', '2027-02-06/../x'])('%j is no day and leads nowhere', async (day) => {
  const facts = parquetFactStore(factFolder(freshFolder()))
  await expect(facts.write(day, NO_FACTS)).rejects.toThrow('not a day')
  await expect(facts.read('touches', day)).rejects.toThrow('not a day')
})
