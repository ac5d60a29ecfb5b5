/** What the report at the end of a team's day says. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const REPORT_MAIL_WORDS = bothLanguages({
  vi: {
    subject: (date: string, team: string) => `Cuối ngày ${date}, nhóm ${team}`,
    table: 'Danh sách gọi hôm nay',
    columns: {
      name: 'Người gọi',
      given: 'Được giao',
      rung: 'Đã gọi',
      reached: 'Gặp khách',
      callBacks: 'Hẹn gọi lại',
      left: 'Còn lại',
    },
    notGiven: 'Chưa giao cho ai',
    all: 'Cả nhóm',
    sections: {
      broken: (count: number) => `Lỡ hẹn: ${count}`,
      overdue: (count: number) => `Quá hạn mà còn mở: ${count}`,
      coming: (count: number, date: string) => `Đã hẹn gọi lại, đến hết ${date}: ${count}`,
      withoutNote: (count: number) => `Đã gặp khách mà chưa có ghi chú: ${count}`,
    },
    promised: (at: string) => `hẹn ${at}`,
    due: (at: string) => `hạn ${at}`,
    closedBy: (name: string) => `${name} đóng`,
    more: (count: number) => `và ${count} việc nữa, xem trên trang Việc`,
    allWell: 'Không có việc quá hạn, lỡ hẹn hay thiếu ghi chú.',
    stranger: 'Chưa biết khách là ai',
    open: 'Mở danh sách gọi',
  },
  en: {
    subject: (date, team) => `End of day ${date}, team ${team}`,
    table: "Today's list of calls",
    columns: { name: 'Who', given: 'Given', rung: 'Rung', reached: 'Reached', callBacks: 'Call-backs', left: 'Left over' },
    notGiven: 'Given to nobody',
    all: 'The team',
    sections: {
      broken: (count) => `Promises broken: ${count}`,
      overdue: (count) => `Open past its deadline: ${count}`,
      coming: (count, date) => `Call-backs agreed, until the end of ${date}: ${count}`,
      withoutNote: (count) => `Reached, and no note says what came of it: ${count}`,
    },
    promised: (at) => `agreed for ${at}`,
    due: (at) => `due ${at}`,
    closedBy: (name) => `closed by ${name}`,
    more: (count) => `and ${count} more, on the page Work`,
    allWell: 'Nothing is past its deadline, no promise is broken, no note is missing.',
    stranger: 'The customer is not known',
    open: 'Open the list of calls',
  },
})
