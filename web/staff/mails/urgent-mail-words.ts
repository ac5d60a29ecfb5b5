/** What the mail about an urgent piece of work says. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const URGENT_MAIL_WORDS = bothLanguages({
  vi: {
    subject: (at: string, team: string) => `Khẩn: khiếu nại lúc ${at}${team === '' ? '' : `, nhóm ${team}`}`,
    said: (words: string) => `Khách nói: “${words}”`,
    noWords: 'Khách nói gì, xem trong việc.',
    stranger: 'Chưa biết khách là ai: xem thư trong việc.',
    because: {
      'at-work': 'Bạn nhận thư này vì việc ở trong danh sách gọi của bạn, hoặc bạn phụ trách nhóm.',
      'on-call': 'Bạn nhận thư này vì lúc này bạn trực.',
      duty: 'Bạn nhận thư này vì hôm nay bạn trực ngày lễ.',
      break: 'Bạn nhận thư này vì nhóm đang nghỉ giữa giờ và bạn phụ trách nhóm.',
      'no-one': 'Lúc này không ai trực: bạn nhận thư này vì bạn phụ trách nhóm.',
    },
    back: (at: string) => `Nhóm làm việc lại lúc ${at}.`,
    noBack: 'Lịch không ghi khi nào nhóm làm việc lại.',
    open: 'Mở việc',
  },
  en: {
    subject: (at, team) => `Urgent: complaint at ${at}${team === '' ? '' : `, team ${team}`}`,
    said: (words) => `The customer said: “${words}”`,
    noWords: 'What the customer said stands in the task.',
    stranger: 'The customer is not known: read the mail in the task.',
    because: {
      'at-work': 'You get this mail because it is on your list of calls, or because you answer for the team.',
      'on-call': 'You get this mail because you are on call now.',
      duty: 'You get this mail because you are on duty on this holiday.',
      break: 'You get this mail because the team is on its break and you answer for it.',
      'no-one': 'Nobody is on call now: you get this mail because you answer for the team.',
    },
    back: (at) => `The team is back at ${at}.`,
    noBack: 'The plan does not say when the team is back.',
    open: 'Open the task',
  },
})
