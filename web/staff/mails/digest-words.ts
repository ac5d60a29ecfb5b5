/** What the weekly mail to a department says. */
import { bothLanguages } from '#web/words/both-languages.ts'
import { numberOf } from '#web/words/number-of.ts'

export const DIGEST_WORDS = bothLanguages({
  vi: {
    subject: (department: string, from: string, to: string) => `${department}: câu hỏi trong tuần, ${from} đến ${to}`,
    told: (count: number) => `Tuần trước, bộ phận chăm sóc khách hàng đã gửi cho bộ phận ${count} câu hỏi.`,
    nothing: 'Tuần trước, bộ phận chăm sóc khách hàng không gửi câu hỏi nào.',
    byCategory: 'Theo loại vụ việc',
    none: 'chưa chọn loại',
    open: 'Chưa trả lời',
    noOpen: 'Không còn câu hỏi nào chưa trả lời.',
    words: 'Các câu hỏi của tuần trước, không có tên khách',
    more: (count: number) => `và ${count} câu hỏi nữa, trong tệp kèm theo`,
    file: 'Tệp CSV kèm theo có đủ tất cả.',
    fileName: (department: string, from: string) => `cau-hoi-${department}-${from}`,
    title: 'Câu hỏi',
    columns: ['Hỏi lúc', 'Người được hỏi', 'Loại vụ việc', 'Hiện tại', 'Câu hỏi và phần trích', 'Câu trả lời'],
  },
  en: {
    subject: (department, from, to) => `${department}: questions of the week, ${from} to ${to}`,
    told: (count) => `Last week customer care asked the department ${numberOf(count, ['question', 'questions'])}.`,
    nothing: 'Last week customer care asked nothing.',
    byCategory: 'By category',
    none: 'no category',
    open: 'Not answered yet',
    noOpen: 'Nothing is left to be answered.',
    words: 'The questions of last week, without names of customers',
    more: (count) => `and ${count} more, in the file`,
    file: 'All of it stands in the CSV file.',
    fileName: (department, from) => `questions-${department}-${from}`,
    title: 'Questions',
    columns: ['Asked at', 'Who was asked', 'Category', 'At present', 'Question and extract', 'Answer'],
  },
})
