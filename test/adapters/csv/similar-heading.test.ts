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

describe('a heading that speaks of a refusal', () => {
  test.each([
    ...[
      'Không nhận QC',
      'Không đồng ý nhận quảng cáo',
      'Từ chối QC',
      'khong nhan qc',
      'KhongNhanQC',
      'Ko nhận QC',
      'KHÔNG NHẬN QC',
    ],
    ...['Đừng gửi QC', 'Ngưng nhận quảng cáo', 'Cấm quảng cáo', 'No marketing', 'MARKETING_OPT_OUT', 'Không nhận khảo sát'],
    ...['Nhận QC (x = không nhận)', 'Đồng ý nhận QC (x = từ chối)'],
  ])('is never told to be called what it refuses: %s', (heading) => {
    const refused = refusalOf(heading, 'Email') ?? ''
    expect(refused).toMatch(/write "không" into a column "Đồng ý nhận (quảng cáo|khảo sát)"/)
    expect(refused).toContain('not refusing is no consent')
    expect(refused).not.toMatch(/name it "Đồng ý|remove it/)
  })

  test.each([
    ...['Đã hủy đăng ký', 'Ngưng gửi mail', 'Unsubscribed', 'Do not email', 'Huỷ đăng ký', 'Hạn chế liên hệ', 'Không làm phiền'],
    ...[
      'Chặn',
      'Stop',
      'Blacklist',
      'Danh sách đen',
      'Tắt thông báo',
      'Bỏ đăng ký',
      'Không spam',
      'Email Opt Out',
      'HasOptedOutOfEmail',
    ],
    ...[
      'do_not_email',
      'Do Not Contact',
      "Don't email",
      'Suppressed',
      'Đã dừng nhận tin',
      'dung gui mail',
      'Khách không muốn nhận thư',
    ],
  ])('is not left out, and told to be an opt-out: %s', (heading) => {
    expect(refusalOf(heading, 'Email')).toMatch(/^"[^"]+" speaks of .*: name it "Từ chối chăm sóc" \(care_opt_out\)/)
  })

  test.each(['DNC', 'Do not call', 'Đừng gọi', 'Không gọi điện'])('that is of calls says where calls belong: %s', (heading) => {
    expect(refusalOf(heading, 'Email')).toMatch(/of calls, for which there is no column.*"Nhãn" \(tags\).*care_opt_out/)
  })

  test.each([
    'Opt-in',
    'GDPR consent',
    'Marketing',
    'Kông nhận QC',
    'Cho phép gửi mail',
    'Nhận tin nhắn',
    'Email subscribed',
    'Nhận QC (đánh dấu nếu không)',
  ])('or may be either says what to do in both cases: %s', (heading) => {
    expect(refusalOf(heading, 'Email')).toMatch(/means that they agreed, name it .*; if it means that they refused, /)
  })

  test.each(['Ngày đồng ý nhận tin', 'Unsubscribe date'])('with a day is told to be a day: %s', (heading) => {
    expect(refusalOf(heading, 'Email')).toContain('consent_date')
  })

  test.each([
    ['Accepts Marketing', 'consent_advertising'],
    ['Nhận email quảng cáo', 'consent_advertising'],
    ['Đồng ý nhận QC (Có/Không)', 'consent_advertising'],
    ['Không nhận email (x)', 'care_opt_out'],
  ])('or surely of a consent is that: %s is %s', (heading, column) => {
    expect(columnsOf(heading)).toMatchObject({ columns: ['customer_id', 'full_name', column] })
  })

  test.each([
    ...[
      'Người nhận hàng',
      'Ngày nhận hàng',
      'Địa chỉ nhận hàng',
      'Dung tích',
      'Ngày dùng thử',
      'Ngay dung thu',
      'Ngừng giao dịch',
    ],
    ...[
      'Ngày hủy thẻ',
      'Hủy đơn',
      'Contact no.',
      'Email no',
      'No. of orders',
      'Lịch sử liên hệ',
      'Bo phan lien he',
      'Trạng thái',
    ],
  ])('is none about goods or numbers: %s', (heading) => {
    expect(columnsOf(heading, 'Email')).toMatchObject({ unknown: [heading] })
  })
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
