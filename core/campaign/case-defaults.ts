/**
 * The categories and severities of a company that writes none. The categories are those of care desks in Vietnam. The times are a proposal after their
 * practice, where published limits for a written answer lie between 5 and 20 working days; the law's 7 working days stand apart.
 */
import type { CaseField } from '#core/campaign/case-terms.ts'

const named = (id: string, vi: string, en: string, requires: readonly CaseField[] = []) => ({
  id,
  name: { vi, en },
  requires: [...requires],
})

export const DEFAULT_CATEGORIES = [
  named('product-quality', 'Chất lượng sản phẩm', 'Quality of a product', ['product', 'batch']),
  named('delivery', 'Giao hàng chậm, thiếu, sai', 'Delivery late, short or wrong', ['order-id', 'delivery-address']),
  named('warranty', 'Lỗi kỹ thuật, bảo hành', 'Technical fault, warranty', ['product', 'order-date']),
  named('service', 'Thái độ phục vụ', 'How staff behaved', ['happened-on']),
  named('response-time', 'Thời gian phản hồi', 'Time to an answer'),
  named('price-invoice-refund', 'Giá, hóa đơn, hoàn tiền', 'Price, invoice, refund', [
    'order-id',
    'invoice-company',
    'invoice-address',
    'tax-code',
  ]),
  named('promotion-gift', 'Khuyến mại, quà tặng không nhận được', 'Promotion or gift not received'),
  named('wrong-information', 'Thông tin, chính sách sai', 'Wrong information or policy'),
  named('privacy', 'Quyền riêng tư, bị làm phiền', 'Privacy, disturbance'),
  named('other', 'Khác', 'Other'),
]

const SOURCE = 'A proposal after the practice of care desks in Vietnam, to replace by your own promise'

const hours = (amount: number) => ({ amount, unit: 'hours' as const })
const days = (amount: number) => ({ amount, unit: 'days' as const })

export const DEFAULT_SEVERITIES = {
  s1: {
    name: { vi: 'Khẩn cấp', en: 'Urgent' },
    when: {
      words: {
        vi: [
          'ngộ độc',
          'dị ứng',
          'nhập viện',
          'cấp cứu',
          'bị thương',
          'bị bỏng',
          'cháy nổ',
          'lộ thông tin',
          'lộ dữ liệu',
          'báo chí',
          'khởi kiện',
        ],
        en: [
          'poisoned',
          'poisoning',
          'allergic',
          'hospital',
          'injured',
          'burnt',
          'caught fire',
          'data leak',
          'the press',
          'sue you',
        ],
      },
    },
    clocks: {
      time: 'around-the-clock' as const,
      acknowledge: hours(1),
      propose: hours(4),
      reply: hours(1),
      resolve: hours(24),
    },
    escalate: [
      { percent: 50, to: 'head' as const },
      { percent: 100, to: 'director' as const },
    ],
    source: SOURCE,
  },
  s2: {
    name: { vi: 'Cao', en: 'High' },
    when: {
      scoreAtMost: 1,
      words: {
        vi: ['giao sai', 'sai hàng', 'hàng giả', 'hàng lỗi', 'hết hạn sử dụng', 'bị mốc', 'hoàn tiền'],
        en: ['wrong item', 'wrong product', 'counterfeit', 'defective', 'expired', 'mould', 'refund'],
      },
      repeat: true,
    },
    clocks: {
      time: 'working' as const,
      acknowledge: hours(4),
      propose: days(1),
      reply: hours(4),
      resolve: days(3),
    },
    escalate: [{ percent: 100, to: 'head' as const }],
    source: SOURCE,
  },
  s3: {
    name: { vi: 'Thường', en: 'Normal' },
    clocks: { time: 'working' as const, acknowledge: days(1), propose: days(2), reply: days(1), resolve: days(5) },
    escalate: [{ percent: 100, to: 'lead' as const }],
    source: SOURCE,
  },
  s4: {
    name: { vi: 'Góp ý', en: 'Minor' },
    clocks: { time: 'working' as const, acknowledge: days(2), propose: null, reply: days(2), resolve: days(7) },
    source: SOURCE,
  },
}
