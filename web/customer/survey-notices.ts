/** The page for an answer that was not recorded, with the reason: it came too late, or was changed too often. */
import { html } from 'hono/html'
import { contact, type Html, page } from '#web/customer/page.ts'
import type { SurveyFrame } from '#web/customer/survey.ts'
import { wordsFor } from '#web/rendering/survey-fields.ts'
import { shortDate } from '#web/rendering/written-value.ts'

export type NotTaken = 'closed' | 'too-often'

const TEXTS = {
  closed: {
    title: { vi: 'Câu hỏi này đã khép lại', en: 'This survey has closed' },
    text: {
      vi: 'Cảm ơn {honorific} đã ghé lại. Chúng tôi chỉ nhận trả lời đến hết ngày {day}, nên lần này không ghi nhận thêm. Câu trả lời đã gửi trước đó, nếu có, vẫn được giữ nguyên.',
      en: 'Thank you for coming back. Answers were taken until the end of {day}, so nothing more has been recorded. An answer that you sent before then is kept as it was.',
    },
  },
  'too-often': {
    title: { vi: 'Câu trả lời đã đổi quá nhiều lần', en: 'Changed too many times' },
    text: {
      vi: 'Lần đổi này không được ghi nhận. Câu trả lời trước đó của {honorific} vẫn được giữ nguyên.',
      en: 'This change has not been recorded. The answer that you gave before is kept as it was.',
    },
  },
  speak: {
    vi: 'Nếu có điều muốn nói, {honorific} cứ gọi hay viết thư cho chúng tôi:',
    en: 'If there is anything you would like to say, please call or write to us:',
  },
} as const

export function notTakenPage({
  company,
  locale,
  address,
  lastDay,
  because,
}: Omit<SurveyFrame, 'survey'> & { readonly because: NotTaken }): Html {
  const say = wordsFor(address)
  const { title, text } = TEXTS[because]
  const words = say(text).replace('{day}', shortDate(lastDay, locale))
  const body = html`<p class="said warn" role="status">${words}</p>
      <p>${say(TEXTS.speak)}</p><p class="contact">${contact(company)}</p>`
  return page({ company, locale, title: say(title), body })
}
