/** Rules of themes that were corrected hold for the days that are written already. */
import { expect, test } from 'vitest'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { noteChangedThemes } from '#app/numbers/note-changed-themes.ts'
import type { NumberStore } from '#app/ports/numbers.ts'
import { rulesName, type Theme } from '#core/campaign/themes.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aTheme } from '#test/support/theme-builders.ts'

const NOW = '2027-03-10T20:00:00.000Z'
const LATE = aTheme('late', ['giao trễ'])
const PRICE = aTheme('price', ['giá'])

async function written() {
  const numbers = memoryNumberStore()
  for (const day of ['2026-09-07', '2026-09-08', '2027-03-09', '2027-03-10']) await numbers.noteWritten(day, NOW)
  const run = (themes: readonly Theme[], store: NumberStore = numbers) =>
    noteChangedThemes({ numbers: store, companyRules: { ...theCompanyRules(), themes } }, NOW)
  const late = async () => (await numbers.lateDays()).map(({ day }) => day)
  const settle = async () => {
    for (const note of await numbers.lateDays()) await numbers.settleLate(note)
  }
  return { numbers, run, late, settle }
}

test('new and corrected rules have the days of half a year written again, once', async () => {
  const { run, late, settle } = await written()
  await run([LATE])
  expect(await late()).toEqual(['2026-09-08', '2027-03-09', '2027-03-10'])
  await settle()
  await run([LATE])
  expect(await late()).toEqual([])
  await run([{ ...LATE, evenDenied: true }])
  expect(await late()).toHaveLength(3)
})

test('a company without rules, another name and another order change nothing', async () => {
  const { run, late, settle } = await written()
  await run([])
  expect(await late()).toEqual([])
  await run([LATE, PRICE])
  await settle()
  await run([PRICE, { ...LATE, name: { vi: 'Trễ', en: 'Late' } }])
  expect(await late()).toEqual([])
})

test('a run that breaks off notes the days once more', async () => {
  const { run, late, settle, numbers } = await written()
  const broken = { ...numbers, keepThemeRules: () => Promise.reject(new Error('away')) }
  await expect(run([LATE], broken)).rejects.toThrow('away')
  await settle()
  await run([LATE])
  expect(await late()).toHaveLength(3)
  expect(await numbers.themeRules()).toBe(rulesName([LATE]))
})
