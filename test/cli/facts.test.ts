import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { closed, DAY, NOW, type StoredDays, storedDays, theDay, withGreeting } from '#test/app/numbers/stored-days.ts'
import { careInMemory, runCare } from '#test/cli/care-run.ts'
import { storedPurchase } from '#test/support/store-builders.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'facts-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const careOn =
  (stores: StoredDays) =>
  (...args: string[]) => {
    const all = { ...stores, company: stores.companyRules.company, now: NOW }
    const place = {
      ...careInMemory().place,
      stores: async () => all as never,
      facts: async () => ({ numberOf: async () => stores.numberOf }) as never,
    }
    return runCare(place, ['facts', 'export', ...args])
  }

test('what happened stands in a file for each day and kind, as it is gathered', async () => {
  const stores = storedDays()
  await withGreeting(stores)
  await stores.purchases.put([storedPurchase({ purchasedOn: DAY })])
  const out = folder()
  const { exitCode, printed } = await careOn(stores)('--from', '2027-02-05', '--to', DAY, '--out', out)
  expect(exitCode).toBe(0)
  expect(printed).toBe(
    `2 days from 2027-02-05 to 2027-02-06 in ${out}: 2 touches, 0 answers, 0 ratings, 0 replies, 1 purchases, 0 gifts, 0 work, 0 hotline; nothing is known of the days before 2027-02-06`,
  )
  const read = await parquetFactStore(factFolder(out)).read('touches', DAY)
  const { facts } = await theDay(stores)
  expect(read.map(({ person }) => person).toSorted()).toEqual(facts.touches.map(({ person }) => person).toSorted())
  expect(readdirSync(join(out, 'touches'))).toEqual(['day=2027-02-05', `day=${DAY}`])
})

test('as JSON, and of days of which nothing is known', async () => {
  const out = folder()
  const care = careOn(storedDays())
  const { exitCode, printed } = await care('--from', DAY, '--to', DAY, '--out', join(out, 'new', 'folder'), '--json')
  expect(exitCode).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ from: DAY, to: DAY, days: 1, rows: { touches: 0, hotline: 0 }, first: null })
  expect((await care('--from', DAY, '--to', DAY, '--out', out)).printed).toContain('nothing is known of them')
})

test('again into the same folder loses nothing that was purged since, and leaves other files alone', async () => {
  const stores = storedDays()
  await withGreeting(stores)
  await closed(stores)
  const out = folder()
  mkdirSync(join(out, 'touches'))
  writeFileSync(join(out, 'notes.txt'), 'mine')
  const care = careOn(stores)
  await care('--from', DAY, '--to', DAY, '--out', out)
  const file = join(out, 'touches', `day=${DAY}`, 'facts.parquet')
  const before = readFileSync(file)
  await care('--from', DAY, '--to', DAY, '--out', out)
  expect(readFileSync(file).equals(before)).toBe(true)
  await stores.occurrences.removeNames('tet_2027-02-06')
  expect((await care('--from', DAY, '--to', DAY, '--out', out)).printed).toContain('2 touches')
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine')
})

test.each([
  ['days the wrong way round', ['--from', '2027-02-06', '--to', '2027-02-05'], 'give the earlier day first'],
  ['a day that is not over', ['--from', '2027-02-01', '--to', '2027-02-07'], 'the last day that can be exported is 2027-02-06'],
])('%s are refused with the reason, and nothing is written', async (_, days, reason) => {
  const out = folder()
  const { exitCode, refused } = await careOn(storedDays())(...days, '--out', out)
  expect([exitCode, refused.join()]).toEqual([1, expect.stringContaining(reason)])
  expect(readdirSync(out)).toEqual([])
})

test('a file instead of a folder is refused; no such day, and no folder, are wrong usage', async () => {
  const out = folder()
  writeFileSync(join(out, 'file'), '')
  const care = careOn(storedDays())
  expect(await care('--from', DAY, '--to', DAY, '--out', join(out, 'file'))).toMatchObject({ exitCode: 1 })
  const wrong = await care('--from', '2027-02-30', '--to', DAY, '--out', out)
  expect([wrong.exitCode, wrong.usage]).toEqual([2, expect.stringContaining('Expected a day that exists')])
  expect((await care('--from', DAY, '--to', DAY)).exitCode).toBe(2)
  expect((await care('--help')).usage).toContain('the folder; it is made where it is missing')
})
