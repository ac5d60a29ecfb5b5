/** The procedure in words: what each step demands, and what the company's rules say. */
import { bothLanguages } from '#web/words/both-languages.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'

export const PROCEDURE_WORDS = bothLanguages({
  vi: {
    title: 'Quy trình giải quyết vụ việc',
    back: 'Về danh sách việc',
    source:
      'Theo campaigns/cases.json và campaigns/departments.json đang áp dụng. In trang này, hoặc lưu thành PDF, để đưa cho người cần xem.',
    steps: 'Các bước',
    demands: {
      confirm: 'đọc hay nghe lời khách, nhắc lại vấn đề cho đúng, và nhận việc trong hạn bắt đầu.',
      collect: 'chọn loại vụ việc, ghi đủ thông tin mà loại ấy cần, hỏi bộ phận liên quan nếu cần.',
      propose: 'chỉ khi đã có loại và đủ thông tin; tìm giải pháp và nói với khách.',
      'follow-up': 'khách đã có đề xuất; hỏi khách đã ổn chưa, bằng cuộc gọi hoặc thư có hai nút.',
    },
    closed: 'đóng',
    closing: (tries: number) =>
      `khiếu nại chỉ đóng khi khách nói đã ổn, hoặc đã hỏi khách ít nhất ${tries} lần mà không có trả lời; không cần nói gì với khách thì đóng được ngay. Khách nói chưa ổn thì mở lại.`,
    waiting: (within: string) => `Chờ khách trả lời thì hạn đề xuất và hạn giải quyết dừng lại; sau ${within} thì hỏi lại.`,
    unsolved: (within: string) => `Khách nói chưa ổn thì phải trả lời trong ${within}.`,
    followUp: {
      call: (days: number) => `Sau khi đóng khiếu nại ${days} ngày làm việc thì gọi hỏi lại.`,
      mail: (days: number) => `Sau khi đóng khiếu nại ${days} ngày làm việc thì gửi thư hỏi lại.`,
    },
    repeats: (days: number) => `Cùng khách, cùng loại trong ${days} ngày là lặp lại.`,
    severities: 'Mức và hạn',
    byType: (types: string) => `Khi không quy tắc nào dưới đây áp dụng: ${types}. Nhân viên đổi mức được, kèm lý do.`,
    severity: 'Mức',
    when: 'Khi nào',
    goesUp: 'Báo lên',
    up: (percent: string, to: string) => `${to} ở ${percent}`,
    score: (most: number) => `khiếu nại với điểm từ ${most} trở xuống`,
    said: (them: string) => `khách viết ${them}`,
    tiers: (them: string) => `khiếu nại của khách hạng ${them}`,
    repeat: 'khiếu nại lặp lại',
    reminders: (at: string) => `Người phụ trách được nhắc ở ${at} thời gian của mỗi hạn.`,
    next: (within: string) => `Được báo lên mà sau ${within} chưa nhận thì người tiếp theo được báo.`,
    approvals: (every: string) =>
      `Bù đắp chờ duyệt thì mọi người duyệt được đều nhận thư, và sau mỗi ${every} lại được nhắc cho đến khi có người duyệt hoặc không duyệt (từ lần thứ sáu thì thưa hơn).`,
    law: (days: number) => `Khiếu nại phải có đề xuất trong ${days} ngày làm việc theo luật, không gì làm dừng hạn này.`,
    holds: (from: string) => `Khi vụ việc từ mức ${from} trở lên còn mở, khách không nhận lời chúc, ưu đãi hay khảo sát.`,
    categories: 'Loại vụ việc',
    category: 'Loại',
    needs: 'Phải biết trước khi đề xuất',
    department: 'Hỏi bộ phận',
    nothing: '–',
  },
  en: {
    title: 'How cases are solved',
    back: 'Back to the list of work',
    source:
      'By campaigns/cases.json and campaigns/departments.json as they are in force. Print this page, or save it as PDF, for those who ask to see it.',
    steps: 'Steps',
    demands: {
      confirm: 'read or hear what the customer says, confirm the problem, and take it on within the time to begin.',
      collect: 'choose the category, note all that it asks for, and ask the department concerned where needed.',
      propose: 'only with a category and all that it asks for; find a solution and tell the customer.',
      'follow-up': 'the customer has a proposal; ask whether it is solved, by a call or the mail with two buttons.',
    },
    closed: 'closed',
    closing: (tries: number) =>
      `a complaint is closed only when the customer says that it is solved, or was asked at least ${numberOf(tries, ['time', 'times'])} without an answer; where nothing is to be said to the customer, at once. Not solved opens it again.`,
    waiting: (within: string) =>
      `While the customer is waited for, the clocks of the proposal and the solution stand still; after ${within} the customer is asked again.`,
    unsolved: (within: string) => `A customer who says that it is not solved has an answer within ${within}.`,
    followUp: {
      call: (days: number) =>
        `A call asks again ${numberOf(days, ['working day', 'working days'])} after a complaint was closed.`,
      mail: (days: number) =>
        `A mail asks again ${numberOf(days, ['working day', 'working days'])} after a complaint was closed.`,
    },
    repeats: (days: number) => `The same customer and category within ${numberOf(days, DAYS)} is a repeat.`,
    severities: 'Severities and clocks',
    byType: (types: string) => `Where no rule below holds: ${types}. Staff may change the severity, with a reason.`,
    severity: 'Severity',
    when: 'When',
    goesUp: 'Goes up to',
    up: (percent: string, to: string) => `${to} at ${percent}`,
    score: (most: number) => `a complaint with a score of ${most} or less`,
    said: (them: string) => `the customer writes ${them}`,
    tiers: (them: string) => `a complaint of a customer of tier ${them}`,
    repeat: 'a complaint that repeats',
    reminders: (at: string) => `The owner is reminded at ${at} of the time of each clock.`,
    next: (within: string) => `When the person to whom it went up has not taken it up after ${within}, the next one is told.`,
    approvals: (every: string) =>
      `Of a compensation that waits everybody is mailed who may approve it, and reminded after every ${every} until one of them has approved or refused it (from the sixth time on less often).`,
    law: (days: number) =>
      `By law a complaint has a proposal within ${numberOf(days, ['working day', 'working days'])}; nothing stops this clock.`,
    holds: (from: string) => `While a case of ${from} or graver is open, its customer gets no greeting, offer or survey.`,
    categories: 'Categories',
    category: 'Category',
    needs: 'To be known before a proposal',
    department: 'Department asked',
    nothing: '–',
  },
})
