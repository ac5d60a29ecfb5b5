/** Mails from customers and the work they make, in words: how they were read, what followed, what staff must do. */
import type { Reply, ReplyKind } from '#core/reply/reply.ts'
import type { BadVerdict } from '#core/reply/verdict.ts'
import type { Right, WorkReason } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const REPLY_WORDS = bothLanguages<Readonly<Record<ReplyKind, string>>>({
  vi: {
    answer: 'trả lời khảo sát',
    complaint: 'khiếu nại',
    request: 'yêu cầu',
    optOut: 'từ chối nhận thư',
    thanks: 'lời cảm ơn',
    autoReply: 'thư tự động',
    bounce: 'báo không gửi được',
    unclear: 'chưa rõ ý',
  },
  en: {
    answer: 'answer',
    complaint: 'complaint',
    request: 'request',
    optOut: 'stop',
    thanks: 'thanks',
    autoReply: 'automatic reply',
    bounce: 'bounce',
    unclear: 'not clear',
  },
})

/** The warnings of the mail service. */
export const VERDICT_WORDS = bothLanguages<Readonly<Record<BadVerdict, string>>>({
  vi: { spam: 'bị đánh dấu thư rác', virus: 'có vi-rút' },
  en: { spam: 'marked as spam', virus: 'virus' },
})

export const REPLY_OUTCOME_WORDS = bothLanguages<Readonly<Record<Reply['outcome'], string>>>({
  vi: {
    answered: 'đã ghi câu trả lời',
    'work-opened': 'đã mở việc cho nhân viên',
    'among-many': 'gộp vào việc "nhiều thư"',
    'opted-out': 'đã ngừng gửi',
    kept: 'chỉ lưu lại',
  },
  en: {
    answered: 'recorded as an answer',
    'work-opened': 'work was opened',
    'among-many': 'among many',
    'opted-out': 'stopped',
    kept: 'kept',
  },
})

export const WORK_WORDS = bothLanguages<Readonly<Record<WorkReason, string>>>({
  vi: {
    'low-score': 'Gọi lại: điểm thấp',
    complaint: 'Khiếu nại',
    request: 'Yêu cầu',
    'unclear-reply': 'Đọc thư chưa rõ ý',
    rights: 'Yêu cầu về dữ liệu cá nhân',
  },
  en: {
    'low-score': 'Call back: low score',
    complaint: 'Complaint',
    request: 'Request',
    'unclear-reply': 'Read a mail that is not clear',
    rights: 'Request about personal data',
  },
})

export const RIGHT_WORDS = bothLanguages<Readonly<Record<Right, string>>>({
  vi: {
    access: 'xem dữ liệu',
    correct: 'sửa dữ liệu',
    erase: 'xóa dữ liệu',
    restrict: 'hạn chế dùng dữ liệu',
    object: 'phản đối dùng dữ liệu',
    withdraw: 'rút lại sự đồng ý',
  },
  en: {
    access: 'see the data',
    correct: 'correct the data',
    erase: 'erase the data',
    restrict: 'restrict the use',
    object: 'object to the use',
    withdraw: 'withdraw consent',
  },
})

/** Notes that the system itself writes on the work it opens. */
const NOTES = bothLanguages<Readonly<Record<'answer-refused' | 'many-replies', string>>>({
  vi: {
    'answer-refused': 'Thư có câu trả lời khảo sát nhưng không ghi được (khảo sát đã khép lại, hoặc đổi quá nhiều lần).',
    'many-replies': 'Có nhiều thư cùng lúc; những thư sau không mở việc riêng. Hãy xem ở trang Lắng nghe.',
  },
  en: {
    'answer-refused': 'The mail answers a survey and could not be recorded (it has closed, or was changed too often).',
    'many-replies': 'Many mails at once; those that came later opened no work of their own. See the page Listening.',
  },
})

export const noteInWords = (note: string, locale: PageLocale): string =>
  note
    .split('\n')
    .map((line) => (line === 'answer-refused' || line === 'many-replies' ? NOTES[locale][line] : line))
    .join('\n')
