/** What the weekly mail to a department says. */
import { bothLanguages } from '#web/words/both-languages.ts'
import { numberOf } from '#web/words/number-of.ts'

export const DIGEST_WORDS = bothLanguages({
  vi: {
    subject: (department: string, from: string, to: string) => `${department}: điều khách hàng nói, ${from} đến ${to}`,
    told: (count: number) => `Trong tuần, bộ phận chăm sóc khách hàng hỏi bộ phận ${count} câu.`,
    nothing: 'Trong tuần, bộ phận chăm sóc khách hàng không hỏi câu nào.',
    byCategory: 'Theo loại vụ việc',
    none: 'chưa chọn loại',
    open: 'Chưa trả lời',
    noOpen: 'Không còn câu nào chưa trả lời.',
    words: 'Nguyên lời trong tuần, không có tên khách',
    more: (count: number) => `và ${count} câu nữa, trong tệp kèm theo`,
    file: 'Tất cả đứng trong tệp CSV kèm theo.',
    fileName: (department: string, from: string) => `cau-hoi-${department}-${from}`,
    title: 'Câu hỏi',
    columns: ['Hỏi lúc', 'Người được hỏi', 'Loại vụ việc', 'Hiện tại', 'Lời', 'Câu trả lời'],
  },
  en: {
    subject: (department, from, to) => `${department}: what customers told, ${from} to ${to}`,
    told: (count) => `In this week customer care asked the department ${numberOf(count, ['question', 'questions'])}.`,
    nothing: 'In this week customer care asked nothing.',
    byCategory: 'By category',
    none: 'no category',
    open: 'Not answered yet',
    noOpen: 'Nothing is left to be answered.',
    words: 'The words of the week, without names of customers',
    more: (count) => `and ${count} more, in the file`,
    file: 'All of it stands in the CSV file.',
    fileName: (department, from) => `questions-${department}-${from}`,
    title: 'Questions',
    columns: ['Asked at', 'Who was asked', 'Category', 'At present', 'Words', 'Answer'],
  },
})
