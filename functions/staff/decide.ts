/** What the forms of decisions do, and how the page says what came of it. */

import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Refusal } from '#app/claims/decided-outcome.ts'
import { resend } from '#app/operating/resend.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import { LONGEST_NAME, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import { frameOf } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'

const DECISIONS = ['sent', 'not-sent', 'resend'] as const
type Asked = (typeof DECISIONS)[number]
type Answer = Refusal['refused'] | 'who-and-why' | 'moving'

const WORDS: Readonly<
  Record<PageLocale, { readonly done: Readonly<Record<Asked, string>>; readonly refused: Readonly<Record<Answer, string>> }>
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

export function decideRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  const { stores, alone, clock } = system

  app.post('/occurrences/:id/decide', async (context) => {
    const occurrenceId = context.req.param('id')
    const back = (told: Record<string, string>) => context.redirect(pathWith(occurrencePath(occurrenceId), told), 303)
    if (frameOf(system, context).busy) return back({ refused: 'moving' })
    const form = await context.req.parseBody()
    const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
    const asked = DECISIONS.find((one) => one === form.decision)
    const [by, because, customerId] = [text('by'), text('because'), text('customer')]
    if (!asked || by === '' || because === '') return back({ refused: 'who-and-why' })
    const word = { occurrenceId, customerId, by, because, at: clock.now() }
    const answer = await alone(async () =>
      asked === 'resend' ? resend(stores, word) : settleUnknown(stores, { ...word, as: asked }),
    )
    return back('refused' in answer ? { refused: answer.refused } : { decided: asked })
  })
  return app
}

export function saidDecision({ decided, refused }: Record<string, string>, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  const done = DECISIONS.find((one) => one === decided)
  if (done) return html`<p class="said" role="status">${words.done[done]}</p>`
  const because = Object.entries(words.refused).find(([reason]) => reason === refused)?.[1]
  return because === undefined ? '' : html`<p class="said warn" role="status">${because}</p>`
}
