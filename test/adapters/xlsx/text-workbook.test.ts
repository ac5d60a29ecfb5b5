import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { workbookOf } from '#adapters/xlsx/text-workbook.ts'

const DANGEROUS = ['=1+1', '+84912345678', '-2+3', '@SUM(A1)', '\t=1+1', '\r=1+1', '0912345678', '1e5', '2027-03-02', 'TRUE']

test('every cell is text when it is read back, with its format, and none is a formula', async () => {
  const bytes = await workbookOf({
    title: 'Gọi: 02/03',
    headings: ['Họ tên', 'Điện thoại'],
    rows: DANGEROUS.map((cell) => [cell, 'Ánh']),
  })
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  const [sheet] = sheets
  expect(sheet?.name).toBe('Gọi  02 03')
  expect(sheet?.rows).toEqual([['Họ tên', 'Điện thoại'], ...DANGEROUS.map((cell) => [cell.replace(/^[\t\r]/, ''), 'Ánh'])])
  for (const [place, cell] of sheet?.cells ?? []) {
    expect(cell, place).toMatchObject({ type: 'string' })
    expect(cell.formula, place).toBeUndefined()
    expect(cell.style?.numFmt, place).toBe('@')
  }
  expect(sheet?.cells?.size).toBe(2 * (DANGEROUS.length + 1))
})

test('a title that Excel refuses is made one that it takes', async () => {
  const { sheets } = await readXlsx(await workbookOf({ title: `[${'x'.repeat(40)}]`, headings: ['a'], rows: [] }))
  expect(sheets[0]?.name).toBe('x'.repeat(30))
  const empty = await readXlsx(await workbookOf({ title: '?', headings: ['a'], rows: [] }))
  expect(empty.sheets[0]?.name).toBe('1')
})
