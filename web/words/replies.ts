/** Mails from customers in words: how they were read, and what followed. */
import type { Reply, ReplyKind } from '#core/reply/reply.ts'
import type { BadVerdict } from '#core/reply/verdict.ts'
import type { PageLocale } from '#web/customer/page.ts'

type Words<Key extends string> = Readonly<Record<PageLocale, Readonly<Record<Key, string>>>>

export const REPLY_WORDS: Words<ReplyKind> = {
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
}

/** The warnings of the mail service. */
export const VERDICT_WORDS: Words<BadVerdict> = {
  vi: { spam: 'bị đánh dấu thư rác', virus: 'có vi-rút' },
  en: { spam: 'marked as spam', virus: 'virus' },
}

export const REPLY_OUTCOME_WORDS: Words<Reply['outcome']> = {
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
}
