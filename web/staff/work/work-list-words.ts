/** The words of the list of work, in both languages. */
import type { Whose } from '#core/staff/whose-work.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const WORK_LIST_WORDS = bothLanguages({
  vi: {
    title: 'Việc cần làm',
    counts: (open: string, late: string) => `${open} việc đang mở, ${late} việc đã trễ.`,
    shows: { open: 'Đang mở', closed: 'Đã đóng' },
    whose: { all: 'Của mọi người', mine: 'Của tôi', team: 'Nhóm tôi và chưa ai nhận' } satisfies Record<Whose, string>,
    showsLabel: 'Đang mở hay đã đóng',
    whoseLabel: 'Việc của ai',
    kind: 'Loại việc',
    campaign: 'Chiến dịch',
    due: 'Hạn',
    late: 'đã trễ',
    from: 'Mở từ',
    byMail: 'thư của khách',
    month: 'Đóng trong tháng',
    monthHint: 'như 2027-02; tháng nào cũng được',
    any: 'tất cả',
    filter: 'Lọc',
    clear: 'Bỏ lọc',
    order: { open: 'Gấp nhất trước.', closed: 'Đóng sau cùng đứng trước.' },
    none: {
      open: 'Không có việc nào đang mở. Khi khách cho điểm thấp, khiếu nại, nhờ việc gì hoặc yêu cầu về dữ liệu của mình, việc sẽ đứng ở đây, gấp nhất trước.',
      mine: 'Bạn chưa nhận việc nào. Việc bạn nhận hoặc được giao sẽ đứng ở đây.',
      team: 'Nhóm bạn không có việc nào, và không có việc nào đang chờ người nhận. Việc được giao cho nhóm, cho người trong nhóm, hay chưa ai nhận sẽ đứng ở đây.',
      filtered: 'Không có việc nào như thế đang mở. Việc đúng với bộ lọc này sẽ đứng ở đây.',
      closed: (month: string) =>
        `${month}: chưa đóng việc nào như thế. Việc đóng trong tháng sẽ đứng ở đây, cùng kết quả của nó.`,
    },
  },
  en: {
    title: 'Work to do',
    counts: (open: string, late: string) => `${open} open, ${late} overdue.`,
    shows: { open: 'Open', closed: 'Closed' },
    whose: { all: 'Everybody’s', mine: 'Mine', team: 'My team’s and nobody’s' } satisfies Record<Whose, string>,
    showsLabel: 'Open or closed',
    whoseLabel: 'Whose work',
    kind: 'Kind of work',
    campaign: 'Campaign',
    due: 'Deadline',
    late: 'overdue',
    from: 'Opened by',
    byMail: 'a customer’s mail',
    month: 'Closed in',
    monthHint: 'such as 2027-02; any month',
    any: 'all',
    filter: 'Filter',
    clear: 'Clear the filter',
    order: { open: 'The most urgent first.', closed: 'What was closed last stands first.' },
    none: {
      open: 'No work is open. When a customer gives a low score, complains, asks for something or makes a request about their data, it will stand here, the most urgent first.',
      mine: 'You have taken no work. What you take, or what is handed to you, will stand here.',
      team: 'Your team has no work, and none waits for somebody to take it. What is handed to the team or to one of you, and what nobody has taken, will stand here.',
      filtered: 'No such work is open. What fits this filter will stand here.',
      closed: (month: string) =>
        `No such work was closed in ${month}. What is closed in the month will stand here, with what came of it.`,
    },
  },
})
