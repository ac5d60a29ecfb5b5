/** Read back with the parser of another package, as a spreadsheet would. */
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvOf } from '#adapters/csv/text-table.ts'

const readBack = (rows: readonly (readonly string[])[], headings = ['Họ tên', 'Điện thoại']) => {
  const bytes = csvOf({ headings, rows })
  const cells: readonly (readonly string[])[] = parse(Buffer.from(bytes), { bom: true })
  return { bytes, cells }
}

test('begins with the byte order mark by which Excel knows UTF-8, and ends its lines as Windows does', () => {
  const { bytes, cells } = readBack([['Nguyễn Thị Ánh, “An”', '0912 345 678']])
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(Buffer.from(bytes).toString()).toMatch(/\r\n$/)
  expect(cells).toEqual([
    ['Họ tên', 'Điện thoại'],
    ['Nguyễn Thị Ánh, “An”', '0912 345 678'],
  ])
})

test.each([
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("http://x";"y")', `'=HYPERLINK("http://x";"y")`],
  ['+84912345678', "'+84912345678"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'=1+1"],
  ['\r=1+1', "'=1+1"],
  ['\n=1+1', "'=1+1"],
  ['  =1+1', "'=1+1"],
  ['\u00a0=1+1', "'=1+1"],
  ['＝1+1', "'＝1+1"],
  ['＠A1', "'＠A1"],
  ['a\r\n=1+1', 'a =1+1'],
  ['a"b', 'a"b'],
  ['Lan', 'Lan'],
  ['', ''],
])('%j is no formula', (written, expected) => {
  const { cells } = readBack([[written, 'x']])
  expect(cells[1]).toEqual([expected, 'x'])
})

test('headings are cells like all others', () => {
  expect(readBack([], ['=1', 'b']).cells).toEqual([["'=1", 'b']])
})
