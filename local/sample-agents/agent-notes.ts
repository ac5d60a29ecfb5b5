/** What sample agents write down. Staff of the sample company write Vietnamese, whatever language the pages are read in. */
import type { Disposition } from '#core/work/disposition.ts'

/** For the others nothing is written. */
export const CALL_NOTES: Readonly<Partial<Record<Disposition, readonly string[]>>> = {
  feedback: [
    'Trà ngon, mong hộp đóng chắc hơn.',
    'Thích loại sen Tây Hồ, hỏi có gói nhỏ hơn không.',
    'Mong cửa hàng báo trước giờ giao.',
    'Hỏi cách bảo quản trà khi trời nồm, đã hướng dẫn.',
  ],
  complaint: ['Hộp trà giao đến bị móp, khách rất phiền.', 'Giao thiếu một gói so với đơn, khách chờ đã lâu.'],
  request: ['Khách cần xuất hóa đơn cho đơn vừa rồi.', 'Khách hỏi bao giờ có lại trà sen loại 500 g.'],
  'wants-more': ['Khách muốn mua thêm để biếu, đã gửi bảng giá.'],
  'call-back': ['Khách đang bận, xin gọi lại lúc năm giờ chiều.'],
  'other-person': ['Người nhà nghe máy, khách đi vắng.'],
  'do-not-call': ['Khách nói không muốn nhận cuộc gọi nữa, đã xin lỗi.'],
}

export const SOLVED_BY_PHONE: readonly string[] = [
  'Đã gọi lại xin lỗi và gửi bù, khách đồng ý.',
  'Đã giải thích và xử lý xong, khách hài lòng.',
  'Đã gửi thông tin khách cần và gọi báo lại.',
]
export const SOLVED_BY_MAIL: readonly string[] = [
  'Không gọi được cho khách: đã trả lời bằng thư.',
  'Đã trả lời bằng thư và xử lý xong.',
]
