import { expect, test } from 'vitest'
import { wrongDaysOfHeard } from '#web/staff/listening/listening-filter.ts'
import { wrongDay, wrongLines, wrongMonth } from '#web/staff/wrong-in-address.ts'

const said = async (wrong: Parameters<typeof wrongLines>[0], locale: 'vi' | 'en' = 'vi') =>
  String(await wrongLines(wrong, locale))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test.each([
  [undefined, ''],
  ['', ''],
  ['2027-02', ''],
  ['2026-13', 'Không có tháng “2026-13”, nên trang không xét đến. Tháng viết như 2027-02.'],
  ['february', 'Không có tháng “february”, nên trang không xét đến. Tháng viết như 2027-02.'],
])('the month %j', async (month, words) => {
  expect(await said(wrongMonth(month))).toBe(words)
})

test('a month to come is told where a list has none', async () => {
  expect(await said(wrongMonth('2027-04', { latest: '2027-03' }))).toBe('Tháng 4/2027 chưa đến, nên trang hiện tháng này.')
  expect(await said(wrongMonth('2027-03', { latest: '2027-03' }))).toBe('')
})

test('a day that the page does not show is told', async () => {
  expect(await said(wrongDay('2027-02-30', { shown: '2027-03-10' }), 'en')).toContain('There is no day “2027-02-30”')
  expect(await said(wrongDay('2020-01-01', { shown: '2027-03-10' }), 'en')).toContain('so today is shown')
  expect(await said(wrongDay('2027-03-10', { shown: '2027-03-10' }))).toBe('')
})

test('what was written is shown as text, and not all of it', async () => {
  const html = String(await wrongLines(wrongMonth(`<b>${'x'.repeat(500)}`), 'vi'))
  expect(html).toContain('&lt;b&gt;')
  expect(html.length).toBeLessThan(300)
})

test('days the wrong way round lead to the same page with the days turned', async () => {
  const wrong = wrongDaysOfHeard({ show: 'answers', from: '2027-03-10', to: '2027-03-01' })
  expect(String(await wrongLines(wrong, 'vi'))).toContain('href="/listening?show=answers&amp;from=2027-03-01&amp;to=2027-03-10"')
  expect(await said(wrong)).toContain('Ngày bắt đầu 10/03/2027 đứng sau ngày kết thúc 01/03/2027')
  expect(wrongDaysOfHeard({ from: '2027-03-10', to: '2027-03-10' })).toEqual([])
  expect(wrongDaysOfHeard({ from: '2027-13-01', to: 'x' }).map(({ is }) => is)).toEqual(['no-such-day', 'no-such-day'])
})
