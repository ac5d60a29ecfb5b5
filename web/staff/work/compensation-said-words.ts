/** What becomes of the forms about compensation. */
import { COMPENSATION_REFUSALS, MOST_OPEN_COMPENSATIONS } from '#core/work/case/compensation-act.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const COMPENSATION_DONE = [
  'compensation-asked',
  'compensation-approved',
  'compensation-refused',
  'compensation-given',
  'compensation-withdrawn',
] as const
export const COMPENSATION_NOT_DONE = [...COMPENSATION_REFUSALS, 'limit-reached', 'too-many-open', 'voucher-no-consent'] as const

export const COMPENSATION_SAID_WORDS = bothLanguages<
  Readonly<Record<(typeof COMPENSATION_DONE)[number] | (typeof COMPENSATION_NOT_DONE)[number], string>>
>({
  vi: {
    'compensation-asked':
      'Đã ghi khoản bù đắp, tiền được giữ trong hạn mức. Mục Bù đắp cho biết giao khách được ngay hay còn chờ duyệt.',
    'compensation-approved': 'Đã duyệt: khoản bù đắp giao khách được.',
    'compensation-refused': 'Đã từ chối: tiền giữ trong hạn mức được trả lại.',
    'compensation-given': 'Đã ghi: khách đã nhận khoản bù đắp.',
    'compensation-withdrawn': 'Đã rút khoản bù đắp: tiền giữ trong hạn mức được trả lại.',
    'no-catalogue': 'Công ty chưa có danh mục bù đắp (campaigns/compensation.json): hãy nhờ người vận hành. Chưa có gì được ghi.',
    'which-compensation': 'Hãy chọn khoản bù đắp. Chưa có gì được ghi.',
    'unfit-amount':
      'Số tiền phải là số nguyên lớn hơn 0, không quá mức cao nhất của khoản ấy; khoản có giá cố định thì để trống. Chưa có gì được ghi.',
    'too-many-compensations': `Vụ việc đang có ${MOST_OPEN_COMPENSATIONS} khoản bù đắp chưa xong: hãy xong hoặc rút bớt trước. Chưa có gì được ghi.`,
    'not-in-catalogue':
      'Khoản ấy không có, hoặc không còn trong danh mục bù đắp: không đề nghị và không duyệt được. Hãy chọn khoản khác. Chưa có gì được ghi.',
    'compensation-closed':
      'Khoản bù đắp ấy đã được duyệt, đã làm xong, bị từ chối hoặc đã rút: xem diễn biến. Chưa có gì được ghi.',
    'not-approved': 'Khoản bù đắp ấy chưa được duyệt. Chưa có gì được ghi.',
    'not-your-own': 'Bạn không tự duyệt khoản do chính mình đề nghị: phải là người khác. Chưa có gì được ghi.',
    'may-not-approve': 'Khoản ấy vượt mức bạn được duyệt: xem ai duyệt được ở mục Bù đắp. Chưa có gì được ghi.',
    'may-not-withdraw':
      'Khoản ấy do đồng nghiệp đề nghị: chỉ người ấy, trưởng nhóm hoặc trưởng phòng rút được. Chưa có gì được ghi.',
    'limit-reached': 'Hạn mức bù đắp của kỳ này không còn đủ: xem số còn lại ở mục Bù đắp. Chưa có gì được ghi.',
    'too-many-open': 'Kỳ này có quá nhiều khoản bù đắp chưa xong: hãy ghi các khoản đã làm là đã xong. Chưa có gì được ghi.',
    'voucher-no-consent':
      'Phiếu mua hàng là quảng cáo, và khách này chưa đồng ý nhận quảng cáo: không đưa phiếu được. Hãy chọn khoản khác. Chưa có gì được ghi.',
  },
  en: {
    'compensation-asked': 'The compensation is noted and booked against the limit: below stands whether it waits for approval.',
    'compensation-approved': 'Approved: the compensation may be given.',
    'compensation-refused': 'Refused: what was booked against the limit is given back.',
    'compensation-given': 'Noted: the customer has the compensation.',
    'compensation-withdrawn': 'Withdrawn: what was booked against the limit is given back.',
    'no-catalogue':
      'The company has no catalogue of compensation (campaigns/compensation.json): ask the operator. Nothing was written.',
    'which-compensation': 'Choose the compensation. Nothing was written.',
    'unfit-amount':
      'The amount must be a whole number above 0 and at most what the item allows; leave it empty where the cost is fixed. Nothing was written.',
    'too-many-compensations': `${MOST_OPEN_COMPENSATIONS} compensations of this case are open: give or withdraw some first. Nothing was written.`,
    'not-in-catalogue':
      'That is not in the catalogue, or not any more: it can be neither asked for nor approved. Choose another. Nothing was written.',
    'compensation-closed': 'It was approved, given, refused or withdrawn already: see the history. Nothing was written.',
    'not-approved': 'It is not approved yet. Nothing was written.',
    'not-your-own': 'You asked for it yourself: another person must approve it. Nothing was written.',
    'may-not-approve': 'It is above what you may approve: the compensation below says who may. Nothing was written.',
    'may-not-withdraw': 'A colleague asked for it: only they, a lead or the head may withdraw it. Nothing was written.',
    'limit-reached': 'The limit of this period leaves no room for it: what is left stands below. Nothing was written.',
    'too-many-open': 'Too many compensations of this period are open: note those that were given. Nothing was written.',
    'voucher-no-consent':
      'A voucher is advertising, and this customer has not agreed to advertising: it may not be given. Choose something else. Nothing was written.',
  },
})
