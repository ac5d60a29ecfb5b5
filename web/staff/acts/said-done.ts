/** What was done, on the page that an act leads back to. */
import { html } from 'hono/html'
import { AUDITED_ACTS, type AuditedAct } from '#core/staff/audit-entry.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const DONE = bothLanguages<Readonly<Partial<Record<AuditedAct | 'recorded', string>>>>({
  vi: {
    'pause-campaign': 'Đã tạm dừng: từ giờ chiến dịch không gửi gì.',
    'resume-campaign': 'Đã chạy tiếp.',
    'cancel-campaign': 'Đã hủy hẳn: chiến dịch không gửi gì nữa.',
    'settle-sent': 'Đã ghi: coi như đã gửi.',
    'settle-not-sent': 'Đã ghi: coi như chưa gửi.',
    'write-to-this-one': 'Đã chọn: từ giờ thư chúc giống nhau gửi cho khách này.',
    'enter-contact': 'Đã ghi lần liên hệ: xem ở đầu phần Mọi việc đã qua.',
    'open-case': 'Đã mở vụ việc: xem ở Việc đang mở.',
    resend: 'Đã ghi: thư sẽ đi lại một lần, trong giờ gửi của chiến dịch.',
    recorded: 'Đã ghi quyết định. Lô của người này đang được gửi, nên chưa thực hiện: sau ít phút hãy chọn lại để thực hiện.',
  },
  en: {
    'pause-campaign': 'Paused: from now on the campaign sends nothing.',
    'resume-campaign': 'Resumed.',
    'cancel-campaign': 'Cancelled for good: the campaign sends nothing any more.',
    'settle-sent': 'Noted: settled as sent.',
    'settle-not-sent': 'Noted: settled as not sent.',
    'write-to-this-one': 'Chosen: a greeting that is the same for all goes to this customer from now on.',
    'enter-contact': 'The contact is entered: it stands at the top of everything so far.',
    'open-case': 'The case is opened: it stands under Open work.',
    resend: 'Noted: it goes out once more, within the hours of the campaign.',
    recorded: 'Recorded. Their batch is being sent, so it is not carried out yet: choose it again in a few minutes, and it is.',
  },
})

export function saidDone(done: string | undefined, locale: PageLocale): Html | string {
  const act = [...AUDITED_ACTS, 'recorded' as const].find((one) => one === done)
  const said = act && DONE[locale][act]
  return said === undefined ? '' : html`<p class="said" role="status">${said}</p>`
}
