/** Staff correct what a case is about, on its screen. */
import { expect, test } from 'vitest'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { themesOfItem } from '#core/work/themes-of-item.ts'
import { office } from '#test/functions/staff/work/work-office.ts'
import { aTheme } from '#test/support/theme-builders.ts'
import { closedWork, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const THEMES = [aTheme('late', ['giao trễ']), aTheme('price', ['giá'])]
const AT = '2027-03-09T02:00:00.000Z'
const LAN = { is: 'staff', name: 'Lan' } as const
const CASE = storedCase({
  workId: 'w-1',
  events: [openedAt(AT), { is: 'noted', at: AT, by: LAN, note: 'Khách nói giao trễ' }],
})
const themes = { themes: THEMES }

test('a theme is shown, removed and added, with who said so in the history, and the same twice is once', async () => {
  const { as, work, audit } = await office(CASE)
  const { send, page } = as('Hanh', {}, themes)
  expect(await page('/work/w-1')).toContain('>late</span>')
  const removed = { theme: 'late', as: 'removed' }
  expect(await send('/work/w-1/theme', removed)).toMatchObject({ status: 303, to: '/work/w-1?said=theme-set' })
  await send('/work/w-1/theme', removed)
  await send('/work/w-1/theme', { theme: 'price', as: 'added' })
  const item = await work.get('w-1')
  expect(item && themesOfItem(item, THEMES)).toEqual(['price'])
  expect(item?.events.filter(({ is }) => is === 'theme-set')).toHaveLength(2)
  expect(await page('/work/w-1', 'en')).toContain('Hanh removed the theme “late”')
  expect((await audit()).filter((line) => line.startsWith('set-theme'))).toHaveLength(3)
})

test('it leaves the forms of colleagues and the clocks as they are', async () => {
  const { as, work, stores } = await office(CASE)
  await as('Bao', {}, themes).send('/work/w-1/theme', { theme: 'price', as: 'added' })
  const item = await work.get('w-1')
  expect(item && deadlinesOf(item, stores.companyRules)).toEqual(deadlinesOf(CASE, stores.companyRules))
  const form = { level: 'head', text: 'nặng', seen: '0' }
  expect(await as('Hanh', {}, themes).send('/work/w-1/escalate', form)).toMatchObject({ status: 303 })
})

test('a closed case is corrected as well, and stays closed', async () => {
  const { as, work } = await office(closedWork(CASE))
  expect(await as('Hanh', {}, themes).send('/work/w-1/theme', { theme: 'price', as: 'added' })).toMatchObject({ status: 303 })
  const item = await work.get('w-1')
  expect(item?.events.map(({ is }) => is)).toEqual(['opened', 'noted', 'closed', 'theme-set'])
})

test.each([
  ['a theme that there is not', CASE, { theme: 'gone', as: 'added' }, 'Không có chủ đề ấy'],
  ['what is no theme, taken away', CASE, { theme: 'x'.repeat(41), as: 'removed' }, 'Không có chủ đề ấy'],
  ['work that is no case', storedWork({ workId: 'w-1' }), { theme: 'late', as: 'added' }, ''],
])('%s is refused', async (_what, item, form, words) => {
  const { as, work } = await office(item)
  const answered = await as('Hanh', {}, themes).send('/work/w-1/theme', form)
  expect(answered.status).toBe(409)
  expect(answered.page).toContain(words)
  expect((await work.get('w-1'))?.events.some(({ is }) => is === 'theme-set')).toBe(false)
})

test('who may not note on work reads themes and corrects none', async () => {
  const { as } = await office(CASE)
  expect(await as('Huy', {}, themes).page('/work/w-1')).not.toContain('data-themes')
  expect(await as('Huy', {}, themes).send('/work/w-1/theme', { theme: 'late', as: 'removed' })).toMatchObject({ status: 403 })
})
