/** Work for staff in words: what it is about, how it stands, what the system notes on it. */
import type { CaseStep } from '#core/work/case/case-event.ts'
import type { Direction } from '#core/work/contact.ts'
import type { WorkState } from '#core/work/standing.ts'
import type { Right } from '#core/work/work-fact.ts'
import { reasonOf, type WorkItem, type WorkReason } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { STEP_WORDS } from '#web/words/cases.ts'

export const WORK_WORDS = bothLanguages<Readonly<Record<WorkReason, string>>>({
  vi: {
    'missed-hotline': 'Gọi lại: cuộc gọi nhỡ tổng đài',
    'check-in': 'Gọi hỏi thăm',
    'follow-up': 'Gọi hỏi thăm lại',
    contact: 'Lần liên hệ đã ghi',
    'low-score': 'Gọi lại: điểm thấp',
    complaint: 'Khiếu nại',
    request: 'Yêu cầu',
    question: 'Câu hỏi của khách',
    suggestion: 'Góp ý',
    'unclear-reply': 'Đọc thư chưa rõ ý',
    rights: 'Yêu cầu về dữ liệu cá nhân',
  },
  en: {
    'missed-hotline': 'Call back: missed call to the hotline',
    'check-in': 'Check-in call',
    'follow-up': 'Follow-up call',
    contact: 'Entered contact',
    'low-score': 'Call back: low score',
    complaint: 'Complaint',
    request: 'Request',
    question: 'Question',
    suggestion: 'Suggestion',
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

/** The first step is what every open case begins with. */
const stepStates = (steps: Readonly<Record<CaseStep, string>>, open: string) => ({
  confirm: open,
  collect: `${open}, ${steps.collect}`,
  propose: `${open}, ${steps.propose}`,
  'follow-up': `${open}, ${steps['follow-up']}`,
})

export const WORK_STATE_WORDS = bothLanguages<Readonly<Record<WorkState, string>>>({
  vi: {
    'to-call': 'đang mở, chờ gọi',
    promised: 'đang mở, đã hẹn gọi lại',
    ...stepStates(STEP_WORDS.vi, 'đang mở'),
    asked: 'đang mở',
    extended: 'đang mở, đã gia hạn',
    closed: 'đã đóng',
  },
  en: {
    'to-call': 'open, to be called',
    promised: 'open, call-back agreed',
    ...stepStates(STEP_WORDS.en, 'open'),
    asked: 'open',
    extended: 'open, extended',
    closed: 'closed',
  },
})

const REFUSED = bothLanguages({
  vi: 'Thư có câu trả lời khảo sát nhưng không ghi được (khảo sát đã khép lại, hoặc đổi quá nhiều lần).',
  en: 'The mail answers a survey and could not be recorded (it has closed, or was changed too often).',
})
const MANY = bothLanguages({
  vi: 'Có nhiều thư cùng lúc; những thư sau không mở việc riêng. Hãy xem ở trang Lắng nghe.',
  en: 'Many mails at once; those that came later opened no work of their own. See the page Listening.',
})

/** What the system notes on an item. What staff write stands in its events. */
export const systemNotes = ({ subject, holds }: WorkItem, locale: PageLocale): readonly string[] => [
  ...(holds.some(({ is }) => is === 'answer-refused') ? [REFUSED[locale]] : []),
  ...(subject.is === 'many-replies' ? [MANY[locale]] : []),
]

const BEGUN_BY = bothLanguages<Readonly<Record<Direction, string>>>({
  vi: { in: 'khách liên hệ trước', out: 'nhân viên liên hệ trước' },
  en: { in: 'begun by the customer', out: 'begun by us' },
})

/** `Khiếu nại`; for a request about data also which one, for a contact who began it. */
export function workInWords(item: WorkItem, locale: PageLocale): string {
  const named = WORK_WORDS[locale][reasonOf(item)]
  if (item.subject.is === 'contact') return `${named}, ${BEGUN_BY[locale][item.subject.direction]}`
  return item.subject.is === 'right' ? `${named}: ${RIGHT_WORDS[locale][item.subject.ask]}` : named
}
