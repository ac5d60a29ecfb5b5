import { expect, test } from 'vitest'
import { pageAsked } from '#functions/staff/visit/page-asked.ts'

test.each([
  ['1', 1],
  ['12', 12],
  ['99999', 99_999],
  ['100000', 1],
  ['0', 1],
  ['-1', 1],
  ['1.5', 1],
  ['01', 1],
  ['', 1],
  [undefined, 1],
])('?page=%s is page %i', (text, page) => {
  expect(pageAsked(text)).toBe(page)
})
