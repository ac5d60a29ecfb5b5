import { describe, expect, test } from 'vitest'
import { CustomerSchema } from '#core/customer/customer.ts'
import type { CustomerColumn } from '#core/customer/customer-column.ts'
import { customerFromRow } from '#core/customer/customer-row.ts'

const defaults = { zone: 'Asia/Ho_Chi_Minh', locale: 'vi', country: 'VN', today: '2026-11-22' }
type Cells = Partial<Record<CustomerColumn, string>>
const AN: Cells = { customer_id: 'KH1', full_name: 'Nguyễn Văn An' }

const read = (cells: Cells, known?: Parameters<typeof customerFromRow>[2]) =>
  customerFromRow({ row: 7, cells: { ...AN, ...cells } }, defaults, known)

function customerOf(cells: Cells, known?: Parameters<typeof customerFromRow>[2]) {
  const reading = read(cells, known)
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems))
  return reading.ok.customer
}
function decisionsOf(cells: Cells) {
  const reading = read(cells)
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems))
  return { decisions: reading.ok.decisions, notes: reading.warnings.map(({ note }) => note) }
}
function problemsOf(cells: Cells) {
  const reading = read(cells)
  return 'problems' in reading ? reading.problems.map(({ column, expected }) => [column, expected]) : []
}

test('a row becomes a whole customer, with the company’s defaults where the row is silent', () => {
  const customer = customerOf({
    email: 'an@example.com',
    phone: '0912345678',
    birthday: '29/02/1988',
    tier: 'VIP',
    tags: 'Trà; cà phê,trà',
  })
  expect(customer).toEqual({
    customerId: 'KH1',
    fullName: 'Nguyễn Văn An',
    familyName: 'Nguyễn',
    givenName: 'An',
    addressName: 'An',
    nameRemark: null,
    honorific: 'quy-khach',
    nameOrder: 'family-first',
    gender: null,
    email: 'an@example.com',
    phone: '+84912345678',
    zone: 'Asia/Ho_Chi_Minh',
    locale: 'vi',
    country: 'VN',
    birthday: { kind: 'solar', month: 2, day: 29, year: 1988 },
    tier: 'vip',
    profession: null,
    tags: ['trà', 'cà phê'],
    owner: null,
    firstPurchaseOn: null,
    lastPurchaseOn: null,
    products: [],
    wrongPhone: null,
    renewsOn: null,
    preferredChannel: null,
    preferredParts: null,
    corrections: null,
  })
  expect(CustomerSchema.parse(customer)).toEqual(customer)
})

describe('forms of address', () => {
  test.each([
    [{ honorific: 'Chị' }, 'chi', null],
    [{ honorific: 'ÔNG' }, 'ong', null],
    [{ honorific: 'thầy' }, 'thay', null],
    [{ honorific: 'Anh/Chị' }, 'quy-khach', null],
    [{ honorific: 'Mr.' }, 'anh', 'male'],
    [{ honorific: 'Ms' }, 'chi', 'female'],
    [{ gender: 'Nữ' }, 'chi', 'female'],
    [{ gender: 'nam' }, 'anh', 'male'],
    [{ gender: 'khác' }, 'quy-khach', null],
    [{ honorific: 'Mr', country: 'AU', locale: 'en' }, 'none', 'male'],
    [{ gender: 'male', country: 'AU', locale: 'en' }, 'none', 'male'],
    [{ honorific: 'none', gender: 'nữ' }, 'none', 'female'],
  ] as const)('%o makes honorific %s and gender %s', (cells, honorific, gender) => {
    expect(customerOf(cells)).toMatchObject({ honorific, gender })
  })

  test('an honorific nobody knows does not cost the greeting: it is reported and the usual form taken', () => {
    const reading = read({ honorific: 'Đức ông', gender: 'nam' })
    expect(reading).toMatchObject({
      ok: { customer: { honorific: 'anh' } },
      warnings: [{ row: 7, column: 'honorific', value: 'Đức ông' }],
    })
  })

  test('a family name first is the default in Vietnam only', () => {
    expect(customerOf({ full_name: 'Emily Carter', country: 'AU', locale: 'en' })).toMatchObject({
      nameOrder: 'given-first',
      familyName: 'Carter',
      givenName: 'Emily',
      addressName: 'Emily',
    })
  })

  test('a table that knows better than the split is believed', () => {
    expect(customerOf({ full_name: 'Nguyễn Ngọc Trường Sơn', address_name: 'Trường Sơn' }).addressName).toBe('Trường Sơn')
    expect(customerOf({ full_name: '', family_name: 'Hoàng Phủ Ngọc', given_name: 'Tường' })).toMatchObject({
      fullName: 'Hoàng Phủ Ngọc Tường',
      addressName: 'Tường',
    })
  })
})

describe('a row over a customer who is known', () => {
  const known = {
    ...customerOf({ phone: '0912345678', address_name: 'Văn An', tags: 'trà' }),
    firstPurchaseOn: '2024-01-02',
    lastPurchaseOn: '2025-01-02',
  }

  test('columns that the table lacks leave things as they are, purchase dates always', () => {
    expect(customerOf({ tier: 'gold' }, known)).toEqual({ ...known, tier: 'gold' })
  })
  test('an empty cell empties', () => {
    expect(customerOf({ phone: '', tags: '' }, known)).toEqual({ ...known, phone: null, tags: [] })
  })
  test('an empty lunar cell in a table without the solar column leaves a solar birthday', () => {
    const born = { ...known, birthday: { kind: 'solar', month: 2, day: 29, year: 1988 } as const }
    expect(customerOf({ lunar_birthday: '' }, born).birthday).toEqual(born.birthday)
    expect(customerOf({ birthday: '' }, born).birthday).toBeNull()
    expect(customerOf({ lunar_birthday: '15/8' }, born).birthday).toMatchObject({ kind: 'lunar' })
  })
  test('an edited form of address falls with the name it was made for', () => {
    expect(customerOf({ full_name: 'Nguyễn Văn Bình' }, known).addressName).toBe('Bình')
  })
})

describe('consent', () => {
  test.each([
    [
      { consent_advertising: 'có', consent_date: '01/03/2025' },
      { purpose: 'advertising', decision: 'granted', on: '2025-03-01' },
    ],
    [
      { consent_advertising: 'Không', consent_date: '2025-03-01' },
      { purpose: 'advertising', decision: 'withdrawn', on: '2025-03-01' },
    ],
    [
      { consent_survey: 'yes', consent_date: '2025-03-01' },
      { purpose: 'survey', decision: 'granted', on: '2025-03-01' },
    ],
    [{ consent_care: 'no' }, { purpose: 'care', decision: 'withdrawn', on: null }],
    [
      { care_opt_out: 'x', opt_out_date: '02/03/2025' },
      { purpose: 'care', decision: 'withdrawn', on: '2025-03-02' },
    ],
  ])('%o is a decision', (cells, decision) => {
    expect(decisionsOf(cells)).toEqual({ decisions: [decision], notes: [] })
  })
  test('an empty cell was never decided, and not having opted out is no consent', () => {
    expect(decisionsOf({ consent_advertising: '', care_opt_out: 'không' })).toEqual({ decisions: [], notes: [] })
  })
  test('a yes without its date is taken with a warning', () => {
    expect(decisionsOf({ consent_advertising: 'yes' })).toEqual({
      decisions: [{ purpose: 'advertising', decision: 'granted', on: null }],
      notes: ['agreed, but not when: counted from this import'],
    })
  })
  test('permission is never guessed', () => {
    expect(problemsOf({ consent_advertising: 'maybe' })).toEqual([['consent_advertising', expect.stringContaining('có, không')]])
  })
})

describe('birthdays', () => {
  test('the lunar column says how the customer wants to be greeted', () => {
    const reading = read({ birthday: '30/01/1990', lunar_birthday: '4/1' })
    expect(reading).toMatchObject({
      ok: { customer: { birthday: { kind: 'lunar', month: 1, day: 4, leap: false, year: null } } },
    })
    expect('warnings' in reading && reading.warnings[0]?.note).toContain('lunar')
  })
  test('an empty lunar column leaves the solar one', () => {
    expect(customerOf({ birthday: '30/01/1990', lunar_birthday: '' }).birthday).toMatchObject({ kind: 'solar' })
  })
  test('nobody is born next year', () => {
    expect(read({ birthday: '01/01/2027' })).toMatchObject({
      ok: { customer: { birthday: null } },
      warnings: [{ column: 'birthday', note: expect.stringContaining('up to 2026') }],
    })
  })
})

test.each<[Cells, string, string]>([
  [{ customer_id: 'KH 1' }, 'customer_id', 'letters, digits'],
  [{ customer_id: '' }, 'customer_id', 'letters, digits'],
  [{ full_name: ' ' }, 'full_name', 'the name'],
  [{ full_name: 'không có' }, 'full_name', 'the name'],
  [{ full_name: 'n/a' }, 'full_name', 'the name'],
  [{ full_name: 'VIP' }, 'full_name', 'letters'],
  [{ consent_advertising: 'để hỏi lại' }, 'consent_advertising', 'có, không'],
  [{ care_opt_out: 'theo giấy' }, 'care_opt_out', 'có, không'],
])('%o refuses the row at %s', (cells, column, expected) => {
  expect(problemsOf(cells)).toEqual([[column, expect.stringContaining(expected)]])
})

describe('a name whose UTF-8 was read as Latin', () => {
  const bytesOf = (name: string) => Buffer.from(name.normalize('NFC'), 'utf8')
  const inWindows1252 = (name: string) => new TextDecoder('windows-1252').decode(bytesOf(name))
  const inLatin1 = (name: string) => bytesOf(name).toString('latin1')
  const NAMES = ['Nguyễn Văn B', 'Đỗ Đăng Đức', 'Lê Thị Thơ', 'Vũ Ngân', 'Trần Ái', 'Phạm Hà', 'Lý Ơn', 'Ưng Sĩ', 'Ôn Êm', 'Tô Ý']
  test.each(NAMES.flatMap((name) => [inWindows1252(name), inLatin1(name)]))(
    '%s is told as that, never as an old font',
    (name) => {
      expect(problemsOf({ full_name: name })).toEqual([['full_name', expect.stringContaining('save the file as CSV UTF-8')]])
    },
  )
  test('also in a column of its own', () => {
    expect(problemsOf({ full_name: '', family_name: 'Nguyá»…n', given_name: 'An' })).toEqual([
      ['family_name', expect.stringContaining('CSV UTF-8')],
    ])
  })
  test.each(['JOÃO SOUZA', 'Ægir Ådahl', 'Ärne Öst', 'LÃ THỊ HÀ', 'Bà “LÃ”', 'Lã…'])('%s is whole', (name) => {
    expect(problemsOf({ full_name: name }).filter(([, expected]) => String(expected).includes('intact'))).toEqual([])
  })
})

describe('a cell that a customer can do without', () => {
  const WRONG: readonly [Cells, keyof Cells, string, object][] = [
    [{ email: 'an@' }, 'email', 'domain', { email: null }],
    [{ email: 'hoa@example.com; hoa2@example.com' }, 'email', 'one address only', { email: null }],
    [{ birthday: '31/04' }, 'birthday', '30 days', { birthday: null }],
    [{ birthday: '1990' }, 'birthday', 'dd/MM', { birthday: null }],
    [{ birthday: '#VALUE!' }, 'birthday', 'dd/MM', { birthday: null }],
    [{ lunar_birthday: '31/4' }, 'lunar_birthday', 'lunar day', { birthday: null }],
    [{ zone: 'Hà Nội' }, 'zone', 'Asia/Ho_Chi_Minh', { zone: 'Asia/Ho_Chi_Minh' }],
    [{ zone: 'UTC+7' }, 'zone', 'Asia/Ho_Chi_Minh', { zone: 'Asia/Ho_Chi_Minh' }],
    [{ locale: 'tiếng Kinh' }, 'locale', 'vi or en', { locale: 'vi' }],
    [{ country: 'Atlantis' }, 'country', 'two letters', { country: 'VN' }],
    [{ name_order: 'ngược' }, 'name_order', 'family-first', { nameOrder: 'family-first' }],
    [{ renews_on: '31/02/2027' }, 'renews_on', '28 days', { renewsOn: null }],
    [{ phone: '1900 1234' }, 'phone', 'service number', { phone: null }],
    [{ address_name: 'lan@example.com' }, 'address_name', 'a name', { addressName: 'An' }],
    [{ consent_date: '01/01/2030', consent_advertising: 'không' }, 'consent_date', 'up to 2026-11-22', {}],
  ]
  test.each(WRONG)('costs the cell when it is wrong, and is told: %o', (cells, column, note, customer) => {
    expect(read(cells)).toMatchObject({
      ok: { customer },
      warnings: [{ row: 7, column, value: cells[column], note: expect.stringContaining(note) }],
    })
  })

  test.each(WRONG.filter(([, column]) => column !== 'consent_date' && column !== 'address_name'))(
    'leaves what is known when it is wrong: %o',
    (cells) => {
      const rich: Cells = { email: 'an@example.com', phone: '0912345678', birthday: '20/10/1985', country: 'AU', locale: 'en' }
      const known = customerOf({ ...rich, name_order: 'given-first', zone: 'Australia/Sydney', renews_on: '01/02/2027' })
      expect(customerOf(cells, known)).toEqual(known)
    },
  )

  test.each([
    'không có',
    'Không',
    '-',
    '--',
    '—',
    'n/a',
    'N/A',
    '#N/A',
    'NA',
    'chưa có',
    'chưa',
    'Chưa rõ',
    'null',
    'none',
    '.',
    '?',
  ])('that says %s is empty, and nothing is to be told', (nothing) => {
    const cells = { email: nothing, phone: nothing, birthday: nothing, tier: nothing, tags: nothing, renews_on: nothing }
    const reading = read({ ...cells, profession: nothing, zone: nothing, gender: nothing, consent_date: nothing })
    expect(reading).toMatchObject({
      ok: { customer: { email: null, phone: null, birthday: null, tier: null, tags: [], renewsOn: null, profession: null } },
      warnings: [],
    })
  })

  test('a country, a language or a name that looks like nothing is one', () => {
    expect(customerOf({ country: 'NO', locale: 'no' })).toMatchObject({ country: 'NO', locale: 'no' })
    expect(customerOf({ full_name: 'Na', owner: 'Na', address_name: 'Na' })).toMatchObject({ addressName: 'Na', owner: 'Na' })
    expect(customerOf({ owner: 'chưa có', address_name: '-' })).toMatchObject({ owner: null, addressName: 'An' })
  })
})

describe('numbers of a workbook that stand for days', () => {
  const inNumbers = (cells: Cells) => {
    const numbers = new Set<CustomerColumn>(['birthday', 'lunar_birthday', 'renews_on', 'consent_date'])
    return customerFromRow({ row: 7, cells: { ...AN, ...cells }, numbers }, defaults)
  }
  test.each<[Cells, string]>([
    [{ birthday: '20.1' }, '20.10 becomes 20.1'],
    [{ birthday: '20.12' }, 'format Text'],
    [{ birthday: '31340' }, 'format Date'],
    [{ birthday: '1985' }, 'format Text'],
    [{ lunar_birthday: '15.8' }, 'format Text'],
    [{ renews_on: '46000' }, 'format Date'],
    [{ consent_advertising: 'có', consent_date: '46000' }, 'format Date'],
  ])('%o is no day: it is told what to do', (cells, note) => {
    const reading = inNumbers(cells)
    expect(reading).toMatchObject({ ok: { customer: { birthday: null, renewsOn: null } } })
    expect('warnings' in reading && reading.warnings[0]?.note).toContain(note)
  })
  test.each(['20.1', '20,1', '5.1'])('a text %s may have lost its nought as well', (birthday) => {
    const reading = read({ birthday })
    expect(reading).toMatchObject({ ok: { customer: { birthday: null } }, warnings: [{ column: 'birthday' }] })
  })
  test.each([
    ['20.10', 10],
    ['20.2', 2],
    ['20.01', 1],
    ['20/1', 1],
  ])('a text %s has all of it', (birthday, month) => {
    expect(customerOf({ birthday }).birthday).toMatchObject({ day: 20, month })
  })
})

test('everything that is wrong with a row is told at once, with the row and the value', () => {
  expect(read({ customer_id: 'KH 1', full_name: '', consent_survey: 'maybe' })).toEqual({
    problems: [
      { row: 7, column: 'customer_id', value: 'KH 1', expected: expect.any(String) },
      { row: 7, column: 'consent_survey', value: 'maybe', expected: expect.any(String) },
    ],
  })
})

describe('words of consent', () => {
  test.each([
    ...['có', 'x', 'X', '1', 'yes', 'Rồi', 'ok', 'Đồng ý', 'đã đồng ý', 'Có nhận', '✓'].map((word) => [word, 'granted'] as const),
    ...['không', '0', 'no', 'Không nhận', 'từ chối', 'không đồng ý', 'Đã hủy', 'unsubscribed', 'ko'].map(
      (word) => [word, 'withdrawn'] as const,
    ),
  ])('%s in a column of consent is %s', (word, decision) => {
    expect(decisionsOf({ consent_advertising: word, consent_date: '01/03/2025' }).decisions).toMatchObject([{ decision }])
  })
  test.each(['x', 'X', 'v', '1', '✓', '✔️'])('%s is taken for a yes, and told', (mark) => {
    expect(decisionsOf({ consent_advertising: ` ${mark} `, consent_date: '01/03/2025' })).toMatchObject({
      decisions: [{ decision: 'granted' }],
      notes: [`${mark} read as yes`],
    })
  })
  test.each(['có', 'không', 'yes', 'Đồng ý', '0'])('%s says itself what it means', (word) => {
    expect(decisionsOf({ consent_advertising: word, consent_date: '01/03/2025' }).notes).toEqual([])
  })
  test.each(['chưa', 'Chưa hỏi', 'n/a', '-', 'không rõ'])('%s was never decided', (word) => {
    expect(decisionsOf({ consent_advertising: word, consent_care: word, care_opt_out: word })).toEqual({
      decisions: [],
      notes: [],
    })
  })
  test.each(['có', 'x', '1', 'từ chối', 'không nhận', 'Đã hủy đăng ký', 'đã ngưng', 'opted out', 'unsubscribed'])(
    '%s in a column of refusals is a refusal',
    (word) => {
      expect(decisionsOf({ care_opt_out: word }).decisions).toEqual([{ purpose: 'care', decision: 'withdrawn', on: null }])
    },
  )
  test.each(['không', '0', 'đồng ý', 'nhận', 'subscribed'])('%s in a column of refusals is none', (word) => {
    expect(decisionsOf({ care_opt_out: word }).decisions).toEqual([])
  })
})

test('a renewal date is kept, emptied by an empty cell, and refused with what would be right', () => {
  const known = read({ customer_id: 'KH1', full_name: 'Nguyễn Thị Lan', renews_on: '31/12/2027' })
  expect(known).toMatchObject({ ok: { customer: { renewsOn: '2027-12-31' } } })
  const before = 'ok' in known ? known.ok.customer : undefined
  expect(read({ customer_id: 'KH1', full_name: 'Lan' }, before)).toMatchObject({ ok: { customer: { renewsOn: '2027-12-31' } } })
  expect(read({ customer_id: 'KH1', full_name: 'Lan', renews_on: '' }, before)).toMatchObject({
    ok: { customer: { renewsOn: null } },
  })
  expect(read({ customer_id: 'KH1', full_name: 'Lan', renews_on: '31/02/2027' })).toMatchObject({
    warnings: [{ column: 'renews_on', value: '31/02/2027' }],
  })
})

test.each([
  ['19001234', 'service number'],
  ['0438123456', 'as of 2017'],
  ['hỏi chị Mai', 'a number such as'],
  ['(033) 382 5123', '0203 382 5123'],
])('the phone %s costs the phone, not the customer, and what is known stays', (phone, right) => {
  const cells = { customer_id: 'KH1', full_name: 'Nguyễn Thị Lan', email: 'lan@example.com' }
  expect(read({ ...cells, phone })).toMatchObject({
    ok: { customer: { phone: null, email: 'lan@example.com' } },
    warnings: [{ column: 'phone', value: phone, note: expect.stringContaining(right) }],
  })
  const known = read({ ...cells, phone: '0912 345 678' })
  const before = 'ok' in known ? known.ok.customer : undefined
  expect(read({ ...cells, phone }, before)).toMatchObject({ ok: { customer: { phone: '+84912345678' } } })
})

test.each([
  ['Nguyễn Thị Lan (mẹ bé Bi)', 'Nguyễn Thị Lan', 'mẹ bé Bi'],
  ['NGUYỄN THỊ LAN (KHO Q7)', 'Nguyễn Thị Lan', 'KHO Q7'],
  ['(Sỉ) Trần Văn Bình', 'Trần Văn Bình', 'Sỉ'],
  ['Lê Hoa [VIP]', 'Lê Hoa', 'VIP'],
])('%s is called %s; what stands in brackets is kept and never greeted', (full_name, fullName, nameRemark) => {
  const reading = read({ customer_id: 'KH1', full_name })
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems))
  const { ok, warnings } = reading
  expect(ok.customer).toMatchObject({ fullName, nameRemark, addressName: fullName.split(' ').at(-1) })
  expect(warnings.map(({ note }) => note).join()).toContain('kept as a remark')
  const again = read({ customer_id: 'KH1', full_name: fullName }, ok.customer)
  expect(again).toMatchObject({ ok: { customer: { fullName, nameRemark: null } } })
})

test.each(['=HYPERLINK("http://example.com")', 'Lan (lan@example.com)', '(Lan)', 'NguyÔn V¨n Xyz¸q'])(
  '%s is no name',
  (full_name) => {
    const reading = read({ customer_id: 'KH1', full_name })
    if (full_name === '(Lan)') expect(reading).toMatchObject({ ok: { customer: { nameRemark: null } } })
    else expect(reading).toMatchObject({ problems: [{ column: 'full_name' }] })
  },
)

test('a name in an old font is converted, and told', () => {
  expect(read({ customer_id: 'KH1', full_name: 'NguyÔn V¨n Hïng' })).toMatchObject({
    ok: { customer: { fullName: 'Nguyễn Văn Hùng', familyName: 'Nguyễn', addressName: 'Hùng' } },
    warnings: [{ column: 'full_name', note: expect.stringContaining('Nguyễn Văn Hùng') }],
  })
})
