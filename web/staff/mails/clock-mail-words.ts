/** What the mail about the clocks of a case says. */
import { bothLanguages } from '#web/words/both-languages.ts'

export const CLOCK_MAIL_WORDS = bothLanguages({
  vi: {
    remind: (clock: string, percent: number) =>
      percent < 100 ? `Nhắc hạn: ${clock}, đã qua ${percent}% thời gian` : `Đã hết hạn: ${clock}`,
    alert: (who: string) => `Vụ việc báo lên ${who}`,
    ofSeverity: (severity: string) => `mức ${severity}`,
    running: (clock: string, percent: number, due: string) => `${clock}: đã qua ${percent}% thời gian, hạn lúc ${due}.`,
    over: (clock: string, due: string) => `${clock}: đã hết hạn lúc ${due}.`,
    byClock: (clock: string, percent: number, who: string) => `Báo lên ${who} vì “${clock}” đã qua ${percent}% thời gian.`,
    byStaff: (name: string, who: string) => `${name} báo lên ${who}:`,
    someone: 'Nhân viên',
    turn: (names: string) => `Đã báo ${names} mà chưa ai nhận. Bạn là người tiếp theo.`,
    takeUp: 'Mở vụ việc là xác nhận bạn đã nhận; nếu chưa, người tiếp theo sẽ được báo.',
    director: 'Thư này báo để ban giám đốc biết. Trưởng phòng chăm sóc khách hàng xem vụ việc trong hệ thống.',
    yours: 'Bạn nhận thư này vì vụ việc đang ở bàn của bạn.',
    forOwner: 'Bạn nhận thư này vì người phụ trách vụ việc đang vắng, hoặc chưa ai nhận.',
    said: (words: string) => `Khách nói: “${words}”`,
    stranger: 'Chưa biết khách là ai: xem trong vụ việc.',
    open: 'Mở vụ việc',
  },
  en: {
    remind: (clock, percent) =>
      percent < 100 ? `Reminder: ${clock}, ${percent}% of the time is over` : `Time is over: ${clock}`,
    alert: (who) => `A case went up to ${who}`,
    ofSeverity: (severity) => severity,
    running: (clock, percent, due) => `${clock}: ${percent}% of the time is over, due at ${due}.`,
    over: (clock, due) => `${clock}: time was over at ${due}.`,
    byClock: (clock, percent, who) => `It went up to ${who} because ${percent}% of the time of “${clock}” is over.`,
    byStaff: (name, who) => `${name} took it up to ${who}:`,
    someone: 'A member of staff',
    turn: (names) => `${names} had the mail and did not take it up. You are the next.`,
    takeUp: 'Opening the case says that you have it; else the next person is told.',
    director: 'This mail is to let you know. The head of care sees the case in the staff app.',
    yours: 'You get this mail because the case is on your desk.',
    forOwner: 'You get this mail because the owner of the case is away, or nobody has taken it yet.',
    said: (words) => `The customer said: “${words}”`,
    stranger: 'The customer is not known: look in the case.',
    open: 'Open the case',
  },
})
