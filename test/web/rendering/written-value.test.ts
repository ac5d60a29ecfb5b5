import { expect, test } from 'vitest'
import { longDate, shortDate, writtenMoney } from '#web/rendering/written-value.ts'

test.each([
  ['vi', 'Thứ Tư, ngày 2 tháng 9 năm 2026'],
  ['en', '2 September 2026'],
  ['en-US', 'September 2, 2026'],
  ['fr', '2 septembre 2026'],
])('a date in full in %s', (locale, written) => {
  expect(longDate('2026-09-02', locale)).toBe(written)
})

test.each([
  ['vi', '02/09/2026'],
  ['en', '2 September 2026'],
])('a short date in %s cannot be misread', (locale, written) => {
  expect(shortDate('2026-09-02', locale)).toBe(written)
})

test.each([
  ['2026-01-01', 'Thứ Năm, ngày 1 tháng 1 năm 2026'],
  ['2027-12-31', 'Thứ Sáu, ngày 31 tháng 12 năm 2027'],
  ['2028-02-29', 'Thứ Ba, ngày 29 tháng 2 năm 2028'],
  ['2026-11-22', 'Chủ Nhật, ngày 22 tháng 11 năm 2026'],
])('%s is the same day wherever the machine stands', (date, written) => {
  expect(longDate(date, 'vi')).toBe(written)
})

test.each([
  [{ amount: 1234567, currency: 'VND' }, 'vi', '1.234.567\u00a0₫'],
  [{ amount: 500000, currency: 'VND' }, 'en', '₫500,000'],
  [{ amount: 1999, currency: 'USD' }, 'en', 'US$19.99'],
  [{ amount: 1999, currency: 'USD' }, 'vi', '19,99\u00a0US$'],
])('%j in %s', (money, locale, written) => {
  expect(writtenMoney(money, locale)).toBe(written)
})
