/** Calls in words: how an attempt ended, through what it was made, how a task ended. */
import type { CallEnd, ContactWay, Disposition } from '#core/work/disposition.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const DISPOSITION_WORDS = bothLanguages<Readonly<Record<Disposition, string>>>({
  vi: {
    satisfied: 'Đã nói chuyện: hài lòng',
    feedback: 'Đã nói chuyện: có góp ý',
    complaint: 'Đã nói chuyện: khiếu nại',
    request: 'Đã nói chuyện: yêu cầu hỗ trợ',
    'wants-more': 'Đã nói chuyện: muốn mua thêm',
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
    satisfied: 'Spoken with: satisfied',
    feedback: 'Spoken with: has a suggestion',
    complaint: 'Spoken with: complains',
    request: 'Spoken with: asks for help',
    'wants-more': 'Spoken with: wants to buy more',
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
  },
  en: {
    reached: 'the customer was reached',
    exhausted: 'attempts used up, the customer was not reached',
    refused: 'the customer refused the call',
    'wrong-number': 'wrong number',
    stopped: 'the customer wants no more calls',
  },
})
