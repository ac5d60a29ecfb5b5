import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CUSTOMER_HEADINGS } from '#adapters/csv/customer-headings.ts'
import { PURCHASE_HEADINGS } from '#adapters/csv/purchase-headings.ts'
import { openTable } from '#adapters/csv/table-file.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'table-file-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

async function tableOf(content: string | Buffer) {
  const path = join(folder, 'table.csv')
  writeFileSync(path, content)
  const table = await openTable(path, CUSTOMER_HEADINGS)
  if ('refused' in table) return { refused: table.refused, rows: [], unknown: [] }
  return { refused: null, rows: await listed(table.rows()), unknown: table.unknown, written: table.written }
}

describe('a table is recognised however it was saved', () => {
  const lan = [{ row: 2, cells: { customer_id: 'KH1', full_name: 'Phạm Lan', email: 'lan@example.com' } }]
  test.each([
    ['commas', 'customer_id,full_name,email\nKH1,Phạm Lan,lan@example.com\n'],
    ['semicolons', 'customer_id;full_name;email\r\nKH1;Phạm Lan;lan@example.com\r\n'],
    ['tabs', 'customer_id\tfull_name\temail\nKH1\tPhạm Lan\tlan@example.com'],
    ['a byte order mark', '\uFEFFcustomer_id,full_name,email\nKH1,Phạm Lan,lan@example.com\n'],
    ['old line ends', 'customer_id,full_name,email\rKH1,Phạm Lan,lan@example.com\r'],
    ['Vietnamese headings', 'Mã khách hàng;Họ và tên;Email\nKH1;Phạm Lan;lan@example.com\n'],
    ['headings in capitals', 'MÃ KHÁCH HÀNG;HỌ VÀ TÊN;EMAIL\nKH1;Phạm Lan;lan@example.com\n'],
    ['headings without marks', 'Ma khach hang;Ho va ten;Email\nKH1;Phạm Lan;lan@example.com\n'],
    ['decomposed headings', `${'Mã khách hàng;Họ và tên;Email'.normalize('NFD')}\nKH1;Phạm Lan;lan@example.com\n`],
    ['quotes', '"customer_id","full_name","email"\n"KH1","Phạm Lan","lan@example.com"\n'],
  ])('with %s', async (_, content) => {
    expect(await tableOf(content)).toMatchObject({ refused: null, rows: lan })
  })
  test('with the line sep=; that Excel writes, rows counted as Excel counts them', async () => {
    expect(await tableOf('sep=;\ncustomer_id;full_name;email\nKH1;Phạm Lan;lan@example.com')).toMatchObject({
      rows: [{ ...lan[0], row: 3 }],
    })
  })
})

test('every name that a heading goes by names one column only', () => {
  for (const headings of [CUSTOMER_HEADINGS, PURCHASE_HEADINGS]) {
    const names = Object.values<readonly string[]>(headings.names).flat()
    expect(new Set(names).size).toBe(names.length)
  }
})

test('columns nobody knows are told, and their cells left out', async () => {
  const { unknown, rows } = await tableOf('Mã KH,Họ tên,Cỡ giày\nKH1,Phạm Lan,37\n')
  expect(unknown).toEqual(['Cỡ giày'])
  expect(rows).toEqual([{ row: 2, cells: { customer_id: 'KH1', full_name: 'Phạm Lan' } }])
})

describe('a file is refused whole, with what would be right', () => {
  test.each([
    [
      'without an id column',
      'Họ tên,Email\nLan,lan@example.com\n',
      'no column for customer_id; expected one named customer_id, Mã khách hàng',
    ],
    ['without a name column', 'customer_id,email\nKH1,lan@example.com\n', 'no column for full_name'],
    [
      'with two columns for one thing',
      'customer_id,name,phone,Di động\nKH1,Lan,1,2\n',
      'two columns for phone: "phone" and "Di động"',
    ],
    ['that is empty', '', 'empty'],
    ['of empty lines', '\n\n', 'no heading'],
    ['in UTF-16', Buffer.from('\uFEFFcustomer_id,full_name\n', 'utf16le'), 'UTF-16'],
    ['in UTF-16 without a mark', Buffer.from('customer_id,full_name\n', 'utf16le'), 'UTF-16'],
    ['in windows-1258', Buffer.from('customer_id,full_name\nKH1,Nguy\xEAn', 'latin1'), 'not UTF-8 near line 2 (windows-1258'],
    [
      'in windows-1258 further down',
      Buffer.from(`customer_id,full_name\n${'KH1,Lan\n'.repeat(20_000)}KH2,Nguy\xEAn`, 'latin1'),
      'not UTF-8 near line 20002',
    ],
    ['cut in the middle of a letter', Buffer.from('customer_id,full_name\nKH1,Nguyễ').subarray(0, -1), 'not UTF-8'],
    ['that is a workbook', Buffer.from('PK\u0003\u0004 and so on'), 'an Excel workbook; expected CSV in UTF-8'],
  ])('%s', async (_, content, reason) => {
    expect((await tableOf(content)).refused).toContain(reason)
  })
})

describe('a broken row costs nobody else anything', () => {
  const around = (row: string) => `customer_id,full_name,email\nKH1,Một,a@example.com\n${row}\nKH3,Ba,c@example.com\n`
  const good = [
    expect.objectContaining({ cells: expect.objectContaining({ customer_id: 'KH1' }) }),
    expect.objectContaining({ cells: expect.objectContaining({ customer_id: 'KH3' }) }),
  ]

  test.each([
    ['a quote that is never closed', '"KH2,Hai,b@example.com', 'quotes in pairs'],
    ['a quote closed too early', 'KH2,"Ha"i,b@example.com', 'quotes in pairs'],
    ['too many cells', 'KH2,Hai,b@example.com,extra', '3 cells, as the heading has; this row has 4'],
    ['too few cells', 'KH2,Hai', '3 cells, as the heading has; this row has 2'],
  ])('%s', async (_, row, expected) => {
    const { rows } = await tableOf(around(row))
    expect(rows.filter((found) => 'cells' in found)).toEqual(good)
    expect(rows.filter((found) => 'broken' in found)).toEqual([
      { row: 3, broken: { row: 3, column: '', value: row, expected: expect.stringContaining(expected) } },
    ])
  })

  test('a quote left open hides none of the thousand rows after it, quoted ones included', async () => {
    const rest = Array.from({ length: 1_000 }, (_, at) => `KH${at},"Tên ${at}",x@example.com`).join('\n')
    const { rows } = await tableOf(`customer_id,full_name,email\nKH,"Hai,b@example.com\n${rest}\n`)
    expect(rows.filter((row) => 'cells' in row)).toHaveLength(1_000)
    expect(rows.filter((row) => 'broken' in row)).toHaveLength(1)
  })

  test('empty lines and rows of empty cells are passed over, and counted as the spreadsheet counts them', async () => {
    const { rows } = await tableOf('customer_id,full_name\n\n,\nKH1,Lan\n')
    expect(rows).toEqual([{ row: 4, cells: { customer_id: 'KH1', full_name: 'Lan' } }])
  })
})

test('line breaks, delimiters and quotes inside quotes belong to the cell, and the row counts once', async () => {
  const { rows } = await tableOf('customer_id,full_name\nKH1,"Lan\r\n""Lan"", Hà Nội"\nKH2,Nam\n')
  expect(rows).toEqual([
    { row: 2, cells: { customer_id: 'KH1', full_name: 'Lan\n"Lan", Hà Nội' } },
    { row: 3, cells: { customer_id: 'KH2', full_name: 'Nam' } },
  ])
})

test('whatever a spreadsheet writes is read back, and no text at all hides the row after it', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'Đ', ' ', '"', ',', ';', '\n', '\t', "'"), maxLength: 6 })
    .map((text) => `x${text}`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { maxLength: 5 }),
      fc.constantFrom(',', ';', '\t'),
      async (cells, delimiter) => {
        const { rows } = await tableOf(
          stringify([['customer_id', 'full_name'], ...cells], { delimiter, quoted_match: /[,;\t"\n]/ }),
        )
        expect(rows.map((row) => ('cells' in row ? [row.cells.customer_id, row.cells.full_name] : row))).toEqual(cells)
      },
    ),
    { numRuns: 60 },
  )
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 40 }), async (text) => {
      const { rows } = await tableOf(`customer_id,full_name\n${text}\nlast,Row`)
      expect(rows.at(-1)).toMatchObject({ cells: { customer_id: 'last', full_name: 'Row' } })
    }),
    { numRuns: 100 },
  )
})

describe('rows above the headings', () => {
  const table = 'Mã KH;Họ tên;Email\nKH1;Phạm Lan;lan@example.com\n'
  test.each([
    ['a title', 'DANH SÁCH KHÁCH HÀNG;;\n', 1, 3],
    ['a title, a date and a blank line', 'DANH SÁCH KHÁCH HÀNG NĂM 2026;;\nNgày in: 01/11/2026;;\n;;\n', 3, 5],
    ['a title without delimiters, and a blank line', 'Danh sách khách hàng\n\n', 2, 4],
    ['a line for Excel and a title', 'sep=;\nDanh sách khách hàng\n', 1, 4],
    ['a line for Excel alone', 'sep=;\n', 0, 3],
    ['a blank line', '\n', 0, 3],
  ])('%s are left out and told, and rows keep their numbers', async (_, above, skipped, row) => {
    writeFileSync(join(folder, 'title.csv'), above + table)
    const opened = await openTable(join(folder, 'title.csv'), CUSTOMER_HEADINGS)
    if ('refused' in opened) throw new Error(opened.refused)
    expect(opened.skipped).toBe(skipped)
    expect(await listed(opened.rows())).toEqual([
      { row, cells: { customer_id: 'KH1', full_name: 'Phạm Lan', email: 'lan@example.com' } },
    ])
  })

  test('a row that repeats a word of the headings is no second heading', async () => {
    const { rows } = await tableOf('customer_id,full_name,tags\nKH1,Lan,email\nKH2,name,phone\n')
    expect(rows).toHaveLength(2)
  })
})

describe('cells under an empty heading are told with the column and the first row', () => {
  const unnamedIn = async (content: string) => {
    const path = join(folder, 'unnamed.csv')
    writeFileSync(path, content)
    const table = await openTable(path, CUSTOMER_HEADINGS)
    if ('refused' in table) throw new Error(table.refused)
    return table.unnamed
  }
  test.each([
    [
      'of a heading in two rows',
      'Mã KH,Họ tên,Liên hệ,\n,,SĐT,Email\nA1,Lan,0912345678,lan@example.com\n',
      [{ column: 'D', row: 2 }],
    ],
    ['in the middle', 'Mã KH;;Họ tên\nA1;;Lan\nA2;x;An\n', [{ column: 'B', row: 3 }]],
    ['far to the right', `Mã KH,Họ tên${','.repeat(26)}\nA1,Lan${','.repeat(25)},x\n`, [{ column: 'AB', row: 2 }]],
    ['that are empty as well', 'Mã KH,Họ tên,,\nA1,Lan,, \n', []],
  ])('%s', async (_, content, unnamed) => {
    expect(await unnamedIn(content)).toEqual(unnamed)
  })
})
