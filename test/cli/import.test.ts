import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CliOutput } from '#cli/cli-output.ts'
import { importCommand, importFileInto } from '#cli/commands/import.ts'
import { importStores } from '#test/app/importing/import-stores.ts'
import { runCommand } from '#test/cli/calendar-run.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const root = join(import.meta.dirname, '../..')
const NOW = '2026-11-22T03:00:00.000Z'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function careImport() {
  const stores = importStores()
  const warned: string[] = []
  const run = (...args: string[]) =>
    runCommand((output: CliOutput) => {
      const heard = { ...output, warn: (text: string) => void warned.push(text) }
      return importCommand({ output: heard, stores: async () => ({ ...stores, companyRules: theCompanyRules(), now: NOW }) })
    }, args)
  return { run, stores, warned }
}
const file = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const copied = (path: string) => {
  const copy = join(folder, path.split('/').at(-1) ?? '')
  copyFileSync(join(root, path), copy)
  return copy
}

test('a clean table is imported and leaves no file of errors; an old one is removed', async () => {
  const path = file('customers.csv', 'Mã KH;Họ tên;Cỡ giày\nKH1;Phạm Lan;37\n')
  const old = file('customers.errors.csv', 'row\n')
  const { run, warned } = careImport()
  const { printed, exitCode } = await run('customers', path)
  expect(exitCode).toBe(0)
  expect(printed).toBe('1 rows: 1 added, 0 changed, 0 unchanged, 0 refused')
  expect(warned).toEqual(['columns nobody knows, left out: Cỡ giày'])
  expect(existsSync(old)).toBe(false)
})

test('cells without a heading are named', async () => {
  const { run, warned } = careImport()
  const path = file('customers.csv', 'Mã KH,Họ tên,Liên hệ,\nKH1,Lan,0912345678,lan@example.com\n')
  expect((await run('customers', path)).exitCode).toBe(0)
  expect(warned).toContainEqual(expect.stringMatching(/^column D has no heading and was left out \(first filled in row 2\)/))
})

describe('a list in an old font', () => {
  const ROWS = ['Nguyeãn Thò,Haïnh', 'Traàn,Hoàng', 'Leâ,Maïnh', 'Phan,Lan', 'Vuõ,Phuùc', 'Hoaøng Thò,Thònh']
  test('is judged as a whole, and the customers are called as they are', async () => {
    const { run, stores } = careImport()
    const rows = ROWS.map((names, at) => `KH${at},${names}`)
    const { printed } = await run('customers', file('customers.csv', `Mã KH,Họ đệm,Tên\n${rows.join('\n')}\n`))
    expect(printed).toContain('6 added')
    const people = await stores.customers.getMany(ROWS.map((_, at) => `KH${at}`))
    expect(people.map(({ customer }) => customer.fullName).sort()).toEqual(
      ['Nguyễn Thị Hạnh', 'Trần Hồng', 'Lê Mạnh', 'Phan Lan', 'Vũ Phúc', 'Hoàng Thị Thịnh'].sort(),
    )
    expect(people.find(({ customer }) => customer.customerId === 'KH1')?.customer.addressName).toBe('Hồng')
    expect(readFileSync(join(folder, 'customers.warnings.csv'), 'utf8')).toContain('converted from the old font VNI: Hồng')
  })

  test('that has today’s letters as well refuses only the names that may be either', async () => {
    const { run, stores } = careImport()
    const names = ['Nguyeãn Haïnh', 'Leâ Thò Lan', 'Nguyễn Hạnh', 'Lê Thị Lan', 'Hoàng']
    const rows = names.map((name, at) => `KH${at},${name}`)
    const { exitCode } = await run('customers', file('customers.csv', `Mã KH,Họ tên\n${rows.join('\n')}\n`))
    expect(exitCode).toBe(1)
    expect(readFileSync(join(folder, 'customers.errors.csv'), 'utf8')).toMatch(/^6,Họ tên,Hoàng,.*Hoàng or Hồng/m)
    expect(await stores.customers.getMany(['KH0', 'KH1', 'KH2', 'KH3'])).toHaveLength(4)
  })
})

describe('refused rows', () => {
  test('go to a file that a spreadsheet opens, by the headings of the table, with no cell that could be a formula', async () => {
    const path = file('customers.csv', 'Mã KH,Họ tên,Email\n=1+1,Phạm Lan,lan@example.com\nKH2,@SUM(A1),an@example.com\n')
    const { run } = careImport()
    const { refused, exitCode } = await run('customers', path)
    const errors = join(folder, 'customers.errors.csv')
    expect(exitCode).toBe(1)
    expect(refused).toEqual([`2 rows were refused; what would be right stands in ${errors}. The others are imported.`])
    const text = readFileSync(errors, 'utf8')
    expect(text.startsWith('\uFEFFrow,column,value,expected\r\n')).toBe(true)
    expect(parse(text, { bom: true, from: 2 })).toEqual([
      ['2', 'Mã KH', "'=1+1", expect.stringContaining('letters, digits')],
      ['3', 'Họ tên', "'@SUM(A1)", expect.stringContaining('a name')],
    ])
  })

  test('never name a customer on the terminal', async () => {
    const path = file(
      'customers.csv',
      'id,name,email,phone\nKH1,Phạm Lan,lan@exa\u200Bmple.com,0168 812 3456\nKH2,Lê An,secret,\n',
    )
    const { run, warned } = careImport()
    const { printed, refused } = await run('customers', path)
    expect(warned).toEqual([
      expect.stringMatching(/^row 2, email: .*taken out/),
      expect.stringContaining('row 2, phone'),
      expect.stringContaining('row 3, email: left out'),
      expect.stringContaining('3 warnings: '),
    ])
    expect([printed, ...refused, ...warned].join()).not.toMatch(/Lan|lan@|secret|Lê/)
    expect(readFileSync(join(folder, 'customers.warnings.csv'), 'utf8')).toContain('0168 812 3456')
  })
})

test('with --json the answer is one object', async () => {
  const { run } = careImport()
  const path = file('customers.csv', 'id,name\nKH1,Lan\n')
  expect(JSON.parse((await run('customers', path, '--json')).printed)).toEqual({
    file: path,
    ...{ read: 1, added: 1, changed: 0, unchanged: 0, refused: 0, superseded: 0, warnings: 0 },
    errorsFile: null,
    warningsFile: null,
  })
})

test('a file that is no table, or not there, is refused with exit code 1, and nothing is opened', async () => {
  const { run } = careImport()
  const latin = join(folder, 'old.csv')
  writeFileSync(latin, Buffer.from('id,name\nKH1,Nguy\xEAn', 'latin1'))
  expect(await run('customers', latin)).toMatchObject({ exitCode: 1, refused: [expect.stringContaining('CSV in UTF-8')] })
  expect(await run('customers', join(folder, 'none.csv'))).toMatchObject({
    exitCode: 1,
    refused: [expect.stringContaining('no such file')],
  })
})

test('a rehearsal imports without leaving files, and says how many rows it goes without', async () => {
  const stores = importStores()
  const warned: string[] = []
  const output: CliOutput = { print: () => {}, warn: (text) => void warned.push(text), refuse: () => {} }
  const frame = { output, stores: async () => ({ ...stores, companyRules: theCompanyRules(), now: NOW }) }
  const path = file('customers.csv', 'id,name,email\nKH1,Lan,\nKH 2,An,\n')
  expect(await importFileInto(frame, { kind: 'customers', file: path, format: 'csv' })).toBeUndefined()
  expect(warned).toEqual([`${path}: going without 1 row that an import refuses`])
  expect(await stores.customers.get('KH1')).toBeDefined()
  expect(existsSync(join(folder, 'customers.errors.csv'))).toBe(false)
  const none = join(folder, 'none.csv')
  expect(await importFileInto(frame, { kind: 'purchases', file: none, format: 'cdnow' })).toContain(
    `${none}: there is no such file`,
  )
})

test('a long file tells its progress every thousand rows', async () => {
  const { run, warned } = careImport()
  const rows = Array.from({ length: 2_500 }, (_, at) => `KH${at},Lan`)
  await run('customers', file('customers.csv', `id,name\n${rows.join('\n')}\n`))
  expect(warned).toEqual(['1000 rows …', '2000 rows …'])
})

describe('the CDNOW purchases of 2,357 real customers', () => {
  test('come in whole, same-day repeats kept apart, and again without a write', async () => {
    const { run, stores } = careImport()
    const path = copied('test/fixtures/cdnow-sample.txt')
    const first = await run('purchases', path, '--format', 'cdnow')
    expect(first).toMatchObject({
      exitCode: 0,
      printed: '6919 rows: 6919 added, 0 changed, 0 unchanged, 0 refused, 2357 customers made',
    })
    let purchases = 0
    let cents = 0
    let units = 0
    let customers = 0
    for await (const people of stores.customers.inPartitions({ first: 0, last: 255 })) {
      customers += people.length
      for (const { customer } of people) {
        expect(customer.email).toBe(`${customer.customerId}@example.com`)
        const bought = await stores.purchases.ofCustomer(customer.customerId)
        const days = bought.map(({ purchasedOn }) => purchasedOn).sort()
        expect([customer.firstPurchaseOn, customer.lastPurchaseOn]).toEqual([days[0], days.at(-1)])
        purchases += bought.length
        cents += bought.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0)
        units += bought.reduce((sum, purchase) => sum + (purchase.units ?? 0), 0)
      }
    }
    // The sums of the file's own columns.
    expect({ customers, purchases, units, cents }).toEqual({
      customers: 2_357,
      purchases: 6_919,
      units: 16_479,
      cents: 24_409_194,
    })

    const written = { ...stores.writes }
    expect((await run('purchases', path, '--format', 'cdnow')).printed).toContain('0 added, 0 changed, 6919 unchanged')
    expect(stores.writes).toEqual(written)
  })

  test('with four columns the customer is the same; a line that is none is refused', async () => {
    const { run, stores } = careImport()
    const path = file(
      'cdnow.txt',
      ' 00004 19970101  1   29.33\r\n 00004 0001 19970118  2   29.73\r\nhello\r\n\r\n4 19970230 1 1.00\r\n',
    )
    const { exitCode } = await run('purchases', path, '--format', 'cdnow')
    expect(exitCode).toBe(1)
    expect((await stores.purchases.ofCustomer('cdnow-00004')).map(({ amount }) => amount?.amount).sort()).toEqual([2_933, 2_973])
    const errors = parse(readFileSync(join(folder, 'cdnow.errors.csv'), 'utf8'), { bom: true, from: 2 })
    expect(errors).toEqual([
      ['3', '', 'hello', expect.stringContaining('4 or 5 columns')],
      ['5', 'purchased_on', '1997-02-30', expect.stringContaining('28 days')],
    ])
  })
})

describe('the sample company', () => {
  test('is imported without a refusal, customers first, then what they bought', async () => {
    const { run, stores } = careImport()
    const customers = await run('customers', copied('campaigns/sample/customers.csv'), '--json')
    expect(JSON.parse(customers.printed)).toMatchObject({ read: 500, added: 500, refused: 0 })
    const purchases = await run('purchases', copied('campaigns/sample/purchases.csv'), '--json')
    expect(JSON.parse(purchases.printed)).toMatchObject({ read: 2_500, added: 2_500, refused: 0, customersAdded: 0 })
    expect((await stores.customers.get('KH0018'))?.customer.birthday).toEqual({
      kind: 'lunar',
      month: 6,
      day: 1,
      leap: true,
      year: null,
    })
    const again = await run('customers', join(folder, 'customers.csv'), '--json')
    expect(JSON.parse(again.printed)).toMatchObject({ unchanged: 500, added: 0, changed: 0 })
  })

  test('has a list with mistakes: each is told by row and column, the good rows come in', async () => {
    const { run, stores } = careImport()
    const { printed, exitCode } = await run('customers', copied('campaigns/sample/customers-with-mistakes.csv'), '--json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(printed)).toMatchObject({ read: 18, added: 11, superseded: 1, refused: 6 })
    const errors: string[][] = parse(readFileSync(join(folder, 'customers-with-mistakes.errors.csv'), 'utf8'), {
      bom: true,
      from: 2,
    })
    expect(errors.map(([row, column]) => `${row} ${column}`)).toEqual([
      ...['8 customer_id', '9 full_name', '11 consent_advertising', '15 full_name', '16 ', '17 '],
    ])
    const [hoa, han] = await Promise.all([stores.customers.get('KH9001'), stores.customers.get('KH9012')])
    expect(hoa?.customer).toMatchObject({ email: 'hoa.le@example.net', birthday: { kind: 'lunar', day: 15, month: 8 } })
    expect(han?.customer).toMatchObject({ email: 'han.ly@example.com', phone: '+84380009012' })
    const warnings = readFileSync(join(folder, 'customers-with-mistakes.warnings.csv'), 'utf8')
    for (const cell of ['3,email', '5,birthday', '6,birthday', '7,zone', '7,birthday', '12,email', '14,birthday'])
      expect(warnings).toMatch(new RegExp(`^${cell},[^\\n]*(\\n[^\\n]*)?left out: expected`, 'm'))
    for (const [row, id] of [
      ['4', 'KH9003'],
      ['10', 'KH9009'],
    ] as const) {
      expect((await stores.customers.get(id))?.customer).toMatchObject({ phone: null, email: expect.stringContaining('@') })
      expect(warnings).toMatch(new RegExp(`^${row},phone,[^\\n]*left out: expected a number`, 'm'))
    }
  })
})

describe('--dry-run', () => {
  const LIST =
    'Mã KH,Họ tên,Email,Đồng ý nhận QC,Ngày đồng ý\nKH1,Lan,lan@example.com,có,01/02/2026\nKH 2,An,an@example.com,,\nKH1,Lan Anh,lan@example.com,có,01/02/2026\n'

  test('says what would come of a list of customers, and writes nothing', async () => {
    const { run, stores } = careImport()
    const path = file('customers.csv', LIST)
    const dry = await run('customers', path, '--dry-run')
    expect(dry).toMatchObject({
      exitCode: 1,
      printed: 'dry run, nothing was written: 3 rows: 1 added, 0 changed, 0 unchanged, 1 refused, 1 replaced by a later row',
      refused: [expect.stringContaining('The others would be imported.')],
    })
    expect(await stores.customers.page({ limit: 10 })).toEqual([])
    expect(await stores.consents.ofCustomer('KH1')).toEqual([])
    const real = JSON.parse((await run('customers', path, '--json')).printed)
    expect(real).toMatchObject({ added: 1, changed: 0, unchanged: 0, refused: 1, superseded: 1 })
    expect(JSON.parse((await run('customers', path, '--dry-run', '--json')).printed)).toMatchObject({
      ...{ dryRun: true, added: 0, changed: 0, unchanged: 1, refused: 1, superseded: 1 },
    })
  })

  test('notes no stop for a "no" in the list; the import itself does', async () => {
    const { run, stores } = careImport()
    const path = file('customers.csv', 'Mã KH,Họ tên,Email,Đồng ý nhận QC\nKH1,Lan,lan@example.com,không\n')
    const versionOf = async () => (await stores.ledgers.getMany(['KH1']))[0]?.version
    await run('customers', path, '--dry-run')
    expect(await versionOf()).toBe(0)
    await run('customers', path)
    expect(await versionOf()).toBe(1)
  })

  test('makes no customer of purchases, and counts each once however many rows they have', async () => {
    const { run, stores } = careImport()
    const rows = Array.from({ length: 250 }, (_, n) => `KH1,${String((n % 28) + 1).padStart(2, '0')}/01/2026,Món ${n}`)
    const path = file('purchases.csv', ['Mã KH,Ngày mua,Sản phẩm', ...rows].join('\n'))
    const { printed } = await run('purchases', path, '--create-customers', '--dry-run', '--json')
    expect(JSON.parse(printed)).toMatchObject({ dryRun: true, read: 250, added: 250, customersAdded: 1 })
    expect(await stores.customers.get('KH1')).toBeUndefined()
    expect(await stores.purchases.ofCustomer('KH1')).toEqual([])
  })
})

describe('a workbook', () => {
  test('is imported like a text: a phone gets its leading zero back where only that makes it valid, and formulas are told', async () => {
    const { run, stores, warned } = careImport()
    const { printed, exitCode } = await run('customers', copied('test/fixtures/customers.xlsx'))
    expect([exitCode, printed]).toEqual([0, '5 rows: 5 added, 0 changed, 0 unchanged, 0 refused'])
    const phoneOf = async (id: string) => (await stores.customers.get(id))?.customer.phone
    expect(await Promise.all(['1001', 'KH1002', 'KH1003', 'KH1004', 'KH1005'].map(phoneOf))).toEqual([
      ...['+84912345678', '+84912000902', '+842838221234', null, null],
    ])
    const told = readFileSync(join(folder, 'customers.warnings.csv'), 'utf8')
    expect(told).toContain('taken as 0912345678')
    expect(told).toContain('taken as 02838221234')
    expect(told).toMatch(/4,Hạng KH,GOLD,a formula: the value stored with it was taken/)
    expect(warned).toContain('2 rows above the headings left out')
    expect((await run('customers', copied('test/fixtures/customers.xlsx'))).printed).toContain('5 unchanged')
  })

  test('of purchases as well', async () => {
    const { run, stores } = careImport()
    await run('customers', file('c.csv', 'Mã KH,Họ tên\nKH1,Lan\n'))
    const { printed } = await run('purchases', copied('test/fixtures/purchases.xlsx'), '--json')
    expect(JSON.parse(printed)).toMatchObject({ read: 2, added: 1, refused: 1 })
    expect(await stores.purchases.ofCustomer('KH1')).toMatchObject([
      { purchasedOn: '2026-03-05', product: 'Trà sen', units: 2, amount: { amount: 690_000, currency: 'VND' } },
    ])
  })
})
