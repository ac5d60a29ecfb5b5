/** What came of a decision, as the page of the occurrence says it. */
import { html } from 'hono/html'
import { LONGEST_NAME, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'

/** What a person can decide about an outcome. */
export const DECISIONS = ['sent', 'not-sent', 'resend'] as const
type Asked = (typeof DECISIONS)[number]

/** Why a decision is refused. */
export type RefusedDecision =
  | 'no-such-occurrence'
  | 'not-in-occurrence'
  | 'being-sent'
  | 'contended'
  | 'budget-exhausted'
  | 'not-unknown'
  | 'provider-took-it'
  | 'recorded-as-failed'
  | 'campaign-not-active'
  | 'too-long'
  | 'who-and-why'
  | 'moving'

const WORDS: Readonly<
  Record<
    PageLocale,
    { readonly done: Readonly<Record<Asked, string>>; readonly refused: Readonly<Record<RefusedDecision, string>> }
  >
> = {
  vi: {
    done: {
      sent: 'Đã ghi: coi như đã gửi.',
      'not-sent': 'Đã ghi: coi như chưa gửi.',
      resend: 'Đã ghi: thư sẽ đi lại một lần, trong giờ gửi của chiến dịch. Hãy cho thời gian chạy.',
    },
    refused: {
      'no-such-occurrence': 'Không có dịp này.',
      'not-in-occurrence': 'Người này không thuộc dịp này.',
      'being-sent': 'Lô của người này đang được gửi: hãy thử lại sau ít phút.',
      contended: 'Lô của người này đang thay đổi: hãy thử lại.',
      'budget-exhausted': 'Ngân sách của chiến dịch không đủ cho thêm một thư.',
      'not-unknown': 'Kết quả của người này nay đã rõ, không còn gì để quyết định.',
      'provider-took-it': 'Nhà cung cấp đã nhận thư ấy: chỉ có thể coi là đã gửi.',
      'recorded-as-failed': 'Đã ghi là không gửi được: chỉ có thể coi là chưa gửi.',
      'campaign-not-active': 'Chiến dịch đang tạm dừng hoặc đã hủy, nên không gửi gì.',
      'who-and-why': 'Hãy ghi rõ ai quyết định và vì sao.',
      moving: 'Thời gian đang chạy: hãy dừng lại trước.',
      'too-long': `Dài quá: tên nhiều nhất ${LONGEST_NAME} ký tự, lý do nhiều nhất ${LONGEST_REASON} ký tự. Chưa có gì được ghi.`,
    },
  },
  en: {
    done: {
      sent: 'Noted: settled as sent.',
      'not-sent': 'Noted: settled as not sent.',
      resend: 'Noted: it goes out once more, within the hours of the campaign. Let time move.',
    },
    refused: {
      'no-such-occurrence': 'There is no such occurrence.',
      'not-in-occurrence': 'This person is not part of the occurrence.',
      'being-sent': 'Their batch is being sent at this moment: try again in a few minutes.',
      contended: 'Their batch is being changed at this moment: try again.',
      'budget-exhausted': 'The budget of the campaign does not carry one more.',
      'not-unknown': 'The outcome is known by now: there is nothing left to decide.',
      'provider-took-it': 'The provider took that mail: it can only be settled as sent.',
      'recorded-as-failed': 'It is recorded as failed: it can only be settled as not sent.',
      'campaign-not-active': 'The campaign is paused or cancelled, so nothing goes out.',
      'who-and-why': 'Say who decides, and why.',
      moving: 'Time is moving: stop it first.',
      'too-long': `Too long: a name has at most ${LONGEST_NAME} characters, a reason at most ${LONGEST_REASON}. Nothing was noted.`,
    },
  },
}

export function saidDecision({ decided, refused }: Record<string, string>, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  const done = DECISIONS.find((one) => one === decided)
  if (done) return html`<p class="said" role="status">${words.done[done]}</p>`
  const because = Object.entries(words.refused).find(([reason]) => reason === refused)?.[1]
  return because === undefined ? '' : html`<p class="said warn" role="status">${because}</p>`
}
