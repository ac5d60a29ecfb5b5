/** Mails from customers in words: how they were read, and what followed. */
import type { Reply, ReplyKind } from '#core/reply/reply.ts'
import type { BadVerdict } from '#core/reply/verdict.ts'
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
    'joined-case': 'đã ghi vào vụ việc của khách',
    'among-many': 'gộp vào việc "nhiều thư"',
    'opted-out': 'đã ngừng gửi',
    kept: 'chỉ lưu lại',
  },
  en: {
    answered: 'recorded as an answer',
    'work-opened': 'work was opened',
    'joined-case': 'written into its case',
    'among-many': 'among many',
    'opted-out': 'stopped',
    kept: 'kept',
  },
})

const WELL = bothLanguages({ vi: 'cho biết mọi việc ổn', en: 'says that all is well' })

/**
 * Its words gave it no kind, nobody was warned of it, and nothing followed: then it answered a closed case, and said that all is well
 * (app/listening/act-on-reply.ts). Every other such mail makes work.
 */
export const saysWell = ({ reading: { kind, verdict }, outcome }: Pick<Reply, 'reading' | 'outcome'>): boolean =>
  kind === 'unclear' && verdict === null && outcome === 'kept'

/** How it was read. */
export const replyInWords = (reply: Pick<Reply, 'reading' | 'outcome'>, locale: 'vi' | 'en'): string =>
  saysWell(reply) ? WELL[locale] : REPLY_WORDS[locale][reply.reading.kind]
