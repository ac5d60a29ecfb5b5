import { describe, expect, test } from 'vitest'
import { customerFromRow } from '#core/customer/customer-row.ts'
import { readNameWithRemark } from '#core/customer/names.ts'

const defaults = { zone: 'Asia/Ho_Chi_Minh', locale: 'vi', country: 'VN', today: '2027-03-10' }

describe('what is greeted is the name, and the rest is kept as a remark and told', () => {
  test.each([
    ['Lan (mẹ bé Bi)', 'Lan', 'mẹ bé Bi'],
    ['Nguyễn Thị Lan (Q7) (khó tính)', 'Nguyễn Thị Lan', 'Q7; khó tính'],
    ['Lê Mai (mẹ bé Bi (2 tuổi))', 'Lê Mai', 'mẹ bé Bi (2 tuổi)'],
    ['Trần Hùng (nợ 2 triệu', 'Trần Hùng', 'nợ 2 triệu'],
    ['Trần Hùng nợ 2 triệu', 'Trần Hùng', 'nợ 2 triệu'],
    ['Lan 0912345678', 'Lan', '0912345678'],
    ['Lan - 0912 345 678 - Q7', 'Lan', '0912 345 678; Q7'],
    ['Lê Thị Hoa+84912345678', 'Lê Thị Hoa', '84912345678'],
    ['Nguyễn Thị Lan VIP', 'Nguyễn Thị Lan', 'VIP'],
    ['VIP Nguyễn Lan', 'Nguyễn Lan', 'VIP'],
    ['nguyễn thị lan vip', 'Nguyễn Thị Lan', 'vip'],
    ['Nguyễn Văn Hùng *nợ*', 'Nguyễn Văn Hùng', 'nợ'],
    ['Lan ***', 'Lan', '***'],
    ['Lan★', 'Lan', '★'],
    ['Lan 5*', 'Lan', '5*'],
    ['Lan 👍 Q7', 'Lan', '👍 Q7'],
    ['Lê Hoa（VIP）', 'Lê Hoa', 'VIP'],
    ['Lê Hoa【VIP】', 'Lê Hoa', 'VIP'],
    ['Lê Hoa {sỉ}', 'Lê Hoa', 'sỉ'],
    ['Lê Hoa <khách quen>', 'Lê Hoa', 'khách quen'],
    ['Nguyễn "Tí" Lan', 'Nguyễn Lan', 'Tí'],
    ['Chị Lan Q7', 'Chị Lan', 'Q7'],
    ['Chị Lan/Anh Tú', 'Chị Lan', 'Anh Tú'],
    ['Lan, Hùng', 'Lan', 'Hùng'],
    ['Lan - Hà Nội', 'Lan', 'Hà Nội'],
    ['Nguyễn Thị Lan 2', 'Nguyễn Thị Lan', '2'],
    ['Lan2', 'Lan', '2'],
    ['1. Nguyễn Lan', 'Nguyễn Lan', '1.'],
    ['KH001 Nguyễn Lan', 'Nguyễn Lan', 'KH001'],
    ['Mr. John Smith', 'John Smith', 'Mr.'],
    ['C.Lan', 'Lan', 'C.'],
    ['Lan mới', 'Lan', 'mới'],
    ['Lan Q.7', 'Lan', 'Q.7'],
    ['Lan đt 0912', 'Lan', 'đt 0912'],
  ])('%s is %s', (cell, name, remark) => {
    expect(readNameWithRemark(cell)).toEqual({ value: { name, remark }, note: expect.stringContaining(`"${remark}"`) })
  })

  test.each([
    ...[
      "H'Hen Niê",
      'K’Brôih',
      "Sean O'Brien-Nguyen",
      'Jean-Luc',
      'John D. Rockefeller',
      'Nguyễn Thị Mới',
      'Nguyễn Thị Bé',
      'Anh Nam',
    ],
    ...['Anh Anh', 'Lý Con', 'Nguyễn thị Lan', 'Y Moan Êñuôl', 'Rơ Châm Ơt', 'Ông Cao Thắng', 'Krajăn Plin'],
  ])('%s is a name as it stands', (name) => {
    expect(readNameWithRemark(name)).toEqual({ value: { name, remark: null } })
  })

  test.each([
    ['(Lan)', 'Lan'],
    ['Lê Mai )', 'Lê Mai'],
    ['Lan,', 'Lan'],
    ['Nguyễn, Lan', 'Nguyễn Lan'],
    ['"Nguyễn Thị Lan"', 'Nguyễn Thị Lan'],
  ])('%s is %s, with nothing worth keeping beside it', (cell, name) => {
    expect(readNameWithRemark(cell)).toEqual({ value: { name, remark: null } })
  })

  test.each(['VIP', '***', '12345', '(0912345678)', '{{customer.name}}', '<b>An</b>', '<script>Lan', '=1+1', 'lan@example.com'])(
    '%s is no name',
    (cell) => expect(readNameWithRemark(cell)).toEqual({ expected: expect.stringContaining('a name') }),
  )
})

test.each([
  [{ family_name: 'Nguyễn Thị', given_name: 'Lan (mẹ bé Bi)' }, 'Nguyễn Thị Lan', 'mẹ bé Bi'],
  [{ family_name: 'Trần (nợ)', given_name: 'Hùng 0912345678' }, 'Trần Hùng', 'nợ; 0912345678'],
  [{ given_name: 'Lan VIP' }, 'Lan', 'VIP'],
  [{ full_name: 'Lê Mai (Q1)', address_name: 'Mai *' }, 'Lê Mai', 'Q1'],
])('names in columns of their own are cleared as well: %o', (cells, fullName, nameRemark) => {
  const reading = customerFromRow({ row: 2, cells: { customer_id: 'A1', ...cells } }, defaults)
  expect(reading).toMatchObject({ ok: { customer: { fullName, nameRemark, addressName: fullName.split(' ').at(-1) } } })
  expect('warnings' in reading && reading.warnings.map(({ note }) => note).join()).toContain('kept as a remark')
})

test('an initial is greeted without its stop', () => {
  const cells = { customer_id: 'A1', full_name: 'J. Smith', name_order: 'given-first' }
  expect(customerFromRow({ row: 2, cells }, defaults)).toMatchObject({
    ok: { customer: { fullName: 'J. Smith', addressName: 'J' } },
  })
})
