/** Calls in words: how an attempt ended, through what it was made, how a task ended. */
import { type CallEnd, CONSEQUENCES, type ContactWay, type Disposition } from '#core/work/disposition.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

/** Under a heading that says whether the customer was spoken with. */
export const DISPOSITION_SHORT = bothLanguages<Readonly<Record<Disposition, string>>>({
  vi: {
    satisfied: 'Hài lòng',
    feedback: 'Có góp ý',
    complaint: 'Khiếu nại',
    request: 'Yêu cầu hỗ trợ',
    'wants-more': 'Muốn mua thêm',
    'call-back': 'Hẹn gọi lại',
    'no-answer': 'Không nghe máy',
    busy: 'Máy bận',
    unreachable: 'Thuê bao không liên lạc được',
    'other-person': 'Người khác nghe máy',
    'wrong-number': 'Sai số',
    refused: 'Từ chối cuộc gọi',
    'do-not-call': 'Không muốn nhận cuộc gọi nữa',
    other: 'Khác',
  },
  en: {
    satisfied: 'Satisfied',
    feedback: 'Has a suggestion',
    complaint: 'Complains',
    request: 'Asks for help',
    'wants-more': 'Wants to buy more',
    'call-back': 'Call-back agreed',
    'no-answer': 'No answer',
    busy: 'Busy',
    unreachable: 'Line cannot be reached',
    'other-person': 'Someone else answered',
    'wrong-number': 'Wrong number',
    refused: 'Refused the call',
    'do-not-call': 'Wants no more calls',
    other: 'Other',
  },
})

const SPOKEN = bothLanguages({
  vi: { with: (how: string) => `Đã nói chuyện: ${how.toLowerCase()}` },
  en: { with: (how: string) => `Spoken with: ${how.toLowerCase()}` },
})

/** Standing alone, as in a history. */
export const dispositionInWords = (disposition: Disposition, locale: PageLocale): string => {
  const short = DISPOSITION_SHORT[locale][disposition]
  return CONSEQUENCES[disposition].ends === 'reached' ? SPOKEN[locale].with(short) : short
}

export const WAY_WORDS = bothLanguages<Readonly<Record<ContactWay, string>>>({
  vi: { phone: 'điện thoại', 'zalo-call': 'gọi Zalo', zalo: 'nhắn Zalo', facebook: 'Facebook', visit: 'gặp trực tiếp' },
  en: { phone: 'telephone', 'zalo-call': 'Zalo call', zalo: 'Zalo message', facebook: 'Facebook', visit: 'in person' },
})

export const CALL_END_WORDS = bothLanguages<Readonly<Record<CallEnd, string>>>({
  vi: {
    reached: 'đã gặp được khách',
    exhausted: 'hết lượt gọi, chưa gặp được khách',
    refused: 'khách từ chối cuộc gọi',
    'wrong-number': 'sai số',
    stopped: 'khách không muốn nhận cuộc gọi nữa',
    expired: 'đã quá ngày gọi',
    cancelled: 'chiến dịch đã hủy',
  },
  en: {
    reached: 'the customer was reached',
    exhausted: 'attempts used up, the customer was not reached',
    refused: 'the customer refused the call',
    'wrong-number': 'wrong number',
    stopped: 'the customer wants no more calls',
    expired: 'the days for the call are over',
    cancelled: 'the campaign was cancelled',
  },
})
