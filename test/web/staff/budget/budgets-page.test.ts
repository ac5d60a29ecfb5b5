import { expect, test } from 'vitest'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { budgetsPage } from '#web/staff/budget/budgets-page.ts'

/** The company's day, which begins seven hours before that of the clock. */
test.each([
  ['2026-11-30T10:00:00.000Z', '--from 2027-01-01 --to 2027-03-31'],
  ['2026-12-31T16:59:00.000Z', '--from 2027-01-01 --to 2027-03-31'],
  ['2026-12-31T17:00:00.000Z', '--from 2027-04-01 --to 2027-06-30'],
  ['2028-02-29T10:00:00.000Z', '--from 2028-04-01 --to 2028-06-30'],
])('with no budget yet the page at %s shows how the next quarter is stored: %s', async (now, flags) => {
  const page = String(await budgetsPage(aFrame('vi', { now }), []))
  expect(page).toContain('Chưa có ngân sách nào được lưu.')
  expect(page).toContain(`npx care budget draft ${flags}`)
})
