/** `care themes`, over facts in a folder. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { factFolder } from '#adapters/files/fact-folder.ts'
import { parquetFactStore } from '#adapters/parquet/fact-store.ts'
import { datesFrom } from '#core/time/local-date.ts'
import { careInMemory, runCare } from '#test/cli/care-run.ts'
import { anAnswerFact, someFacts } from '#test/support/fact-builders.ts'

const folder = mkdtempSync(join(tmpdir(), 'theme-facts-'))
beforeAll(async () => {
  const store = parquetFactStore(factFolder(folder))
  for (const day of datesFrom('2027-02-01', '2027-03-31')) {
    const number = Number(day.slice(-2))
    const themes = day.startsWith('2027-02') && number > 4 ? 'price' : 'late price'
    const answers = [1, 2].map((of) =>
      anAnswerFact({
        person: BigInt(number * 10 + of),
        campaign: 'nps',
        invited_on: day,
        themes,
        happened_at: `${day}T02:00:00.000Z`,
      }),
    )
    await store.write(day, someFacts({ answers }))
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const themes = (...args: string[]) => runCare(careInMemory().place, ['themes', ...args, '--facts', folder])

test('tells how many customers by theme, and what changed since the month before', async () => {
  const { printed: out } = await themes('--from', '2027-03-01', '--to', '2027-03-31')
  expect(out).toContain('late [late]: 62 customers, 100\u00a0% (answers 62, mails 0, calls and cases 0); +')
  expect(out).toContain('price [price]: 62 customers, 100')
  expect(out).not.toContain('price [price]: 62 customers, 100\u00a0% (answers 62, mails 0, calls and cases 0);')
  expect(out).toContain('of 62 customers of whom there was something to read; compared with 2027-02-01 to 2027-02-28')
})

test('tells the same as JSON', async () => {
  const { printed: out } = await themes('--from', '2027-02-01', '--to', '2027-02-28', '--json')
  expect(JSON.parse(out)).toMatchObject({
    before: { from: '2027-01-01', to: '2027-01-31' },
    customers: 56,
    themes: [
      { theme: 'price', now: { customers: 56, answers: 56 }, share: 1 },
      { theme: 'late', now: { customers: 8 }, change: { is: 'not-compared' } },
    ],
  })
})

test('says "no data" of a period without words, and refuses one that has not begun and a turned one', async () => {
  expect((await themes('--from', '2027-01-01', '--to', '2027-01-31')).printed).toContain('no data')
  expect((await themes('--from', '2027-05-01', '--to', '2027-05-31')).exitCode).toBe(1)
  expect((await themes('--from', '2027-03-31', '--to', '2027-03-01')).exitCode).toBe(2)
})
