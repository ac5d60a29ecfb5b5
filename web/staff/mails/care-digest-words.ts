/** What the weekly mail to the people of care says. */
import { bothLanguages } from '#web/words/both-languages.ts'
import { DAYS, numberOf } from '#web/words/number-of.ts'

export const CARE_DIGEST_WORDS = bothLanguages({
  vi: {
    subject: (from: string, to: string) => `Vụ việc trong tuần, ${from} đến ${to}`,
    week: (opened: number, closed: number) => `Tuần trước có ${opened} vụ việc mới, ${closed} vụ việc đã đóng.`,
    before: (opened: number, closed: number) => `Tuần trước nữa: ${opened} mới, ${closed} đã đóng.`,
    open: (open: number, late: number) => `Đang mở: ${open}, trong đó ${late} đã quá hạn.`,
    work: 'Mở danh sách việc',
    categories: 'Vụ việc mới theo loại',
    columns: ['Loại', 'Tuần trước', 'Tuần trước nữa'],
    none: 'chưa chọn loại',
    recurs: 'Phản ánh lặp lại',
    nothingRecurs: (days: number) => `Không có phản ánh nào lặp lại trong ${days} ngày qua.`,
    opened: (day: string) => `Vụ việc mở ngày ${day}`,
    more: (count: number) => `và ${count} vụ việc nữa`,
    page: 'Xem các phản ánh lặp lại và cách xử lý',
    privacy: 'Thư này chỉ có số liệu và đường dẫn, không có tên khách hàng.',
  },
  en: {
    subject: (from, to) => `Cases of the week, ${from} to ${to}`,
    week: (opened, closed) => `Last week ${numberOf(opened, ['case', 'cases'])} came in and ${closed} were closed.`,
    before: (opened, closed) => `The week before: ${opened} new, ${closed} closed.`,
    open: (open, late) => `Open: ${open}, of which ${late} past their time.`,
    work: 'Open the list of work',
    categories: 'New cases by category',
    columns: ['Category', 'Last week', 'The week before'],
    none: 'no category',
    recurs: 'Complaints that recur',
    nothingRecurs: (days) => `No complaint recurs in the last ${numberOf(days, DAYS)}.`,
    opened: (day) => `Case opened on ${day}`,
    more: (count) => `and ${numberOf(count, ['case', 'cases'])} more`,
    page: 'What recurs, and what to do about it',
    privacy: 'This mail holds figures and links, and no names of customers.',
  },
})
