/** The workbooks in test/fixtures were made by another program than the one that reads them. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CUSTOMER_HEADINGS } from '#adapters/csv/customer-headings.ts'
import { PURCHASE_HEADINGS } from '#adapters/csv/purchase-headings.ts'
import { isWorkbook, openWorkbook } from '#adapters/xlsx/workbook-table.ts'

const fixture = (name: string) => join(import.meta.dirname, '../../fixtures', name)
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbook-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

test('the first visible sheet is read: title skipped, rows counted as Excel counts them, dates and numbers as people see them', async () => {
  const table = await openWorkbook(fixture('customers.xlsx'), CUSTOMER_HEADINGS)
  if ('refused' in table) throw new Error(table.refused)
  expect(table.skipped).toBe(2)
  expect(table.unknown).toEqual([])
  const rows = await listed(table.rows())
  expect(rows.map(({ row }) => row)).toEqual([4, 5, 6, 8, 9])
  expect(rows[0]).toMatchObject({
    cells: {
      customer_id: '1001',
      full_name: 'Nguyễn Thị Lan',
      phone: '912345678',
      birthday: '1988-02-29',
      consent_advertising: 'Có',
      consent_date: '2026-01-05',
      tier: 'GOLD',
    },
    numbers: new Set(['customer_id', 'phone']),
    remarks: [{ row: 4, column: 'tier', value: 'GOLD', note: expect.stringContaining('formula') }],
  })
  expect(rows[1]).toMatchObject({ cells: { phone: '0912 000 902', birthday: '1900-03-01', consent_advertising: 'true' } })
  expect(rows[2]).toMatchObject({ cells: { full_name: 'Lê Hoa' }, remarks: [{ column: 'full_name' }] })
})

test('a day with an hour is its day, a formula counts as the value stored with it, and a fraction is never thousands', async () => {
  const table = await openWorkbook(fixture('purchases.xlsx'), PURCHASE_HEADINGS)
  if ('refused' in table) throw new Error(table.refused)
  expect(await listed(table.rows())).toMatchObject([
    { cells: { purchased_on: '2026-03-05', amount: '690000', units: '2' }, remarks: [{ column: 'amount' }] },
    { cells: { purchased_on: '2026-03-06', amount: '1.2340' } },
  ])
})

test('a sheet with more rows than one page of anything is read to its end', async () => {
  const rows = [['Mã KH', 'Họ tên'], ...Array.from({ length: 5_000 }, (_, n) => [`KH${n}`, 'Lan'])]
  writeFileSync(join(folder, 'many.xlsx'), await writeXlsx({ sheets: [{ name: 'S', rows }] }))
  const table = await openWorkbook(join(folder, 'many.xlsx'), CUSTOMER_HEADINGS)
  if ('refused' in table) throw new Error(table.refused)
  const read = await listed(table.rows())
  expect(read).toHaveLength(5_000)
  expect(read.at(-1)).toEqual({ row: 5_001, cells: { customer_id: 'KH4999', full_name: 'Lan' } })
})

describe('refused whole, with what would be right', () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ['an empty sheet', () => writeXlsx({ sheets: [{ name: 'Trống', rows: [] }] }), /Trống is empty/],
    ['a ZIP that is no workbook', () => Buffer.from('PK\u0003\u0004 and nothing more'), /no workbook that can be read/],
    [
      'a sheet without an id',
      () => writeXlsx({ sheets: [{ name: 'A', rows: [['Họ tên'], ['Lan']] }] }),
      /no column for customer_id/,
    ],
    [
      'a heading in doubt',
      () =>
        writeXlsx({
          sheets: [
            {
              name: 'A',
              rows: [
                ['Mã KH', 'Họ tên', 'Emial'],
                ['KH1', 'Lan', 'a@b.vn'],
              ],
            },
          ],
        }),
      /looks like "email"/,
    ],
  ])('%s', async (_, content, right) => {
    writeFileSync(join(folder, 'bad.xlsx'), await content())
    expect(await openWorkbook(join(folder, 'bad.xlsx'), CUSTOMER_HEADINGS)).toEqual({ refused: expect.stringMatching(right) })
  })
})

test('a workbook is known by what is in it, whatever it is called', async () => {
  copyFileSync(fixture('customers.xlsx'), join(folder, 'list.csv'))
  writeFileSync(join(folder, 'list.xlsx'), 'customer_id,full_name\n')
  writeFileSync(join(folder, 'short'), 'PK')
  expect(await isWorkbook(join(folder, 'list.csv'))).toBe(true)
  expect(await isWorkbook(join(folder, 'list.xlsx'))).toBe(false)
  expect(await isWorkbook(join(folder, 'short'))).toBe(false)
})

test('cells beside the headings, as under a merged one, are told with their column', async () => {
  const rows = [['Danh sách'], ['Mã KH', 'Họ tên', 'Liên hệ', null], ['KH1', 'Lan', '0912345678', 'lan@example.com', null, 'vip']]
  writeFileSync(join(folder, 'merged.xlsx'), await writeXlsx({ sheets: [{ name: 'S', rows }] }))
  const table = await openWorkbook(join(folder, 'merged.xlsx'), CUSTOMER_HEADINGS)
  expect('unnamed' in table && table.unnamed).toEqual([
    { column: 'D', row: 3 },
    { column: 'F', row: 3 },
  ])
})
