/** Whom a week at the care desk is about: who is rung on which day follows from when their order was delivered. */
import type { Buyer } from '#test/browser/care-desk.ts'

const SHARED = '0912000030'

/** Rung 30 days after delivery. */
const rungOn = (
  deliveredOn: string,
  ...people: readonly (readonly [id: string, honorific: string, name: string, phone?: string])[]
) => people.map(([id, honorific, name, phone = `09121110${id.slice(2)}`]): Buyer => ({ id, name, honorific, phone, deliveredOn }))

export const BUYERS: readonly Buyer[] = [
  // On Monday, 3 April 2028.
  ...rungOn(
    '2028-03-04',
    ['KH01', 'chị', 'Nguyễn Thị Lan'],
    ['KH02', 'anh', 'Trần Văn Hùng'],
    ['KH03', 'ông', 'Phạm Đức Sơn', SHARED],
    ['KH04', 'bà', 'Lê Thị Thủy', SHARED],
    ['KH05', 'cô', 'Hoàng Thu Hà'],
    ['KH06', 'anh', 'Võ Minh Tuấn'],
    ['KH30', 'chị', 'Trịnh Thị Hạ'],
  ),
  // Asked by mail on Monday, two working days after the delivery.
  ...rungOn('2028-03-30', ['KH07', 'chị', 'Đinh Thị Hoa']),
  // On the holiday, so the day after it.
  ...rungOn('2028-03-05', ['KH08', 'anh', 'Bùi Văn Nam']),
  ...rungOn('2028-03-06', ['KH09', 'cô', 'Lý Thị Ngọc']),
  // On Thursday.
  ...rungOn(
    '2028-03-07',
    ['KH10', 'chị', 'Đào Thị Yến'],
    ['KH11', 'chị', 'Phan Thị Cúc'],
    ['KH12', 'chị', 'Tạ Thị Đào'],
    ['KH13', 'chị', 'Hồ Thị Mận'],
    ['KH14', 'chị', 'Vũ Thị Sen'],
  ),
  // On Friday.
  ...rungOn(
    '2028-03-08',
    ['KH20', 'chị', 'Cao Thị Liễu'],
    ['KH21', 'chị', 'Mai Thị Trúc'],
    ['KH22', 'chị', 'Đoàn Thị Quế'],
    ['KH23', 'chị', 'Lâm Thị Huệ'],
  ),
]

export function nameOf(id: string): string {
  const buyer = BUYERS.find((one) => one.id === id)
  if (!buyer) throw new Error(`no buyer ${id}`)
  return buyer.name
}
