/** What is held about a customer, by kind: before it is handed out or erased on a page, and as `care person` counts it. */
import { bothLanguages } from '#web/words/both-languages.ts'
import { ofAny, ofOneOrMany } from '#web/words/number-of.ts'

export const HELD_WORDS = bothLanguages({
  vi: {
    purchases: ofAny('lần mua hàng'),
    contacts: ofAny('lần liên hệ'),
    consents: ofAny('lần đồng ý hay từ chối'),
    answers: ofAny('khảo sát đã trả lời'),
    mails: ofAny('thư của khách, với tệp đính kèm'),
    work: ofAny('việc, kể cả việc đang mở'),
    vouchers: ofAny('phiếu quà'),
  },
  en: {
    purchases: ofOneOrMany('purchase', 'purchases'),
    contacts: ofOneOrMany('contact', 'contacts'),
    consents: ofOneOrMany('consent or refusal', 'consents and refusals'),
    answers: ofOneOrMany('answered survey', 'answered surveys'),
    mails: ofOneOrMany('mail of theirs, with attachments', 'mails of theirs, with attachments'),
    work: ofOneOrMany('work item, open or closed', 'work items, the open ones too'),
    vouchers: ofOneOrMany('voucher', 'vouchers'),
  },
})
