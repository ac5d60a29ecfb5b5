/** The words that the list of work and the screen of one item share. */
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const WORK_PAGE_WORDS = bothLanguages({
  vi: {
    due: (at: string) => `Bắt đầu trước ${at}`,
    late: (span: string) => `trễ ${span}`,
    left: (span: string) => `còn ${span}`,
    doneBy: (at: string) => `phải xong trước ${at}`,
    closed: (at: string, who: string) => `Đóng lúc ${at}, ${who}`,
    unnamed: 'nhân viên không ghi tên',
    reopened: 'mở lại',
    nobody: 'Không rõ là khách nào',
    noPhone: 'không có số điện thoại',
    neverRing: 'số bị chặn: không gọi',
    raw: 'tải thư gốc',
    changed: 'đổi thành',
    again: 'trả lời lại',
    take: 'Nhận việc',
    yours: 'của bạn',
    everybodys: 'chưa ai nhận',
    teams: (team: string) => `nhóm ${team}`,
    gone: (name: string) => `${name}, không còn trong danh sách nhân viên`,
  },
  en: {
    due: (at: string) => `Begin before ${at}`,
    late: (span: string) => `${span} late`,
    left: (span: string) => `${span} left`,
    doneBy: (at: string) => `done before ${at}`,
    closed: (at: string, who: string) => `Closed at ${at}, ${who}`,
    unnamed: 'a member of staff, not named',
    reopened: 'reopened',
    nobody: 'Nobody knows whose it is',
    noPhone: 'no phone number',
    neverRing: 'suppressed: do not ring',
    raw: 'save the mail as it came',
    changed: 'changed to',
    again: 'answered again',
    take: 'Take it',
    yours: 'yours',
    everybodys: 'nobody has it yet',
    teams: (team: string) => `team ${team}`,
    gone: (name: string) => `${name}, no longer on the roster`,
  },
})

/** `tháng 3/2027`, `March 2027`. */
export function writtenMonth(month: string, locale: PageLocale): string {
  const [year = '', number = ''] = month.split('-')
  return locale === 'vi' ? `tháng ${Number(number)}/${year}` : `${ENGLISH_MONTHS[Number(number) - 1]} ${year}`
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
