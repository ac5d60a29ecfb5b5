import { describe, expect, test } from 'vitest'
import { CUSTOMER_HEADINGS } from '#adapters/csv/customer-headings.ts'
import { findColumns } from '#adapters/csv/headings.ts'
import { PURCHASE_HEADINGS } from '#adapters/csv/purchase-headings.ts'

const columnsOf = (...cells: string[]) => findColumns(['Mã KH', 'Họ tên', ...cells], CUSTOMER_HEADINGS)
const refusalOf = (...cells: string[]) => {
  const found = columnsOf(...cells)
  return 'refused' in found ? found.refused : undefined
}

describe('headings that Excel users write', () => {
  test.each([
    ['Số ĐT', 'phone'],
    ['SĐT', 'phone'],
    ['SDT', 'phone'],
    ['ĐTDĐ', 'phone'],
    ['Điện thoại liên hệ', 'phone'],
    ['Đồng ý nhận QC', 'consent_advertising'],
    ['ĐỒNG Ý NHẬN QC', 'consent_advertising'],
    ['Đồng ý nhận QC (Có/Không)', 'consent_advertising'],
    ['Đồng ý nhận quảng cáo [x]', 'consent_advertising'],
    ['Email (bắt buộc) *', 'email'],
    ['Mail', 'email'],
    ['NTNS', 'birthday'],
    ['Ngày/tháng/năm sinh', 'birthday'],
    ['Ngày sinh (dd/mm/yyyy)', 'birthday'],
    ['Hạng KH', 'tier'],
    ['NV chăm sóc', 'owner'],
    ['Không nhận email', 'care_opt_out'],
  ])('%s is %s', (heading, column) => {
    expect(columnsOf(heading)).toMatchObject({ columns: ['customer_id', 'full_name', column], unknown: [] })
  })
})

describe('an unknown heading that looks like a known one is refused, and the refusal says which', () => {
  test.each([
    ['Emial', '"email" (email)'],
    ['E-mial', '"E-mail" (email)'],
    ['Ngày sinhh', '"Ngày sinh" (birthday)'],
    ['Điện thoai khách (1)', '(phone)'],
    ['Số điện thọai', undefined],
    ['Giới tnh', '"Giới tính" (gender)'],
    ['Đồng ý nhận quảng cáo qua email', '(consent_advertising)'],
    ['Email công ty', undefined],
    ['Birthdya', '"birthday" (birthday)'],
    ['Salutaton', '"Salutation" (honorific)'],
  ])('%s', (heading, named) => {
    const refused = refusalOf(heading)
    if (named === undefined) expect(refused).toBeUndefined()
    else expect(refused).toContain(named)
  })

  test.each(['Đồng ý nhận thông báo', 'Từ chối nhận tin nhắn', 'Khách không nhận quà', 'GDPR consent', 'Opt-out SMS'])(
    'what speaks of consent is never just left out: %s',
    (heading) => {
      expect(refusalOf(heading, 'Email')).toMatch(/agreed to or refused|care_opt_out/)
    },
  )
})

test('what looks like a column that is there already, or like nothing, is left out and told', () => {
  for (const heading of ['Cỡ giày', 'Địa chỉ', 'Ghi chú', 'STT', 'Công ty', 'Năm', 'Ngày tạo', 'Facebook'])
    expect(columnsOf(heading)).toMatchObject({ unknown: [heading] })
  expect(columnsOf('Email', 'Emial')).toMatchObject({ unknown: ['Emial'] })
})

test('purchases have no consents to ask about, and their headings are looked at as well', () => {
  const found = (heading: string) => findColumns(['Mã KH', 'Ngày mua', heading], PURCHASE_HEADINGS)
  expect(found('Thành tiềnn')).toMatchObject({ refused: expect.stringContaining('(amount)') })
  expect(found('Đồng ý đổi trả')).toMatchObject({ unknown: ['Đồng ý đổi trả'] })
  expect(found('Tên SP')).toMatchObject({ columns: ['customer_id', 'purchased_on', 'product'] })
})
