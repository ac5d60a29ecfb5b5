/** One answer or one mail as cells of a table; the same on the page of all answers and mails and on a customer's own page. */
import { html } from 'hono/html'
import type { Reply } from '#core/reply/reply.ts'
import { countingAnswers, type SurveyResponse, shownAnswer } from '#core/survey/response.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { answerText, originInWords, scoreChip, suspicionInWords } from '#web/staff/answers.ts'
import { chip } from '#web/staff/chip.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { rawMailPath } from '#web/staff/paths.ts'
import { ANSWER_WORDS } from '#web/words/answers.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { readingReason } from '#web/words/reading-reasons.ts'
import { REPLY_OUTCOME_WORDS, replyInWords, VERDICT_WORDS } from '#web/words/replies.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    besides: (times: number) => `thêm ${times} lượt bấm nghi là máy, không tính`,
    score: (score: number) => `điểm ${score}`,
    because: 'Vì',
    attached: 'Đính kèm',
    raw: 'tải thư gốc',
    bytes: (bytes: string) => `${bytes} byte`,
  },
  en: {
    besides: (times: number) => `besides ${times} pressed by what looks like a machine, not counted`,
    score: (score: number) => `score ${score}`,
    because: 'Because',
    attached: 'Attached',
    raw: 'save the mail as it came',
    bytes: (bytes: string) => `${bytes} bytes`,
  },
})

/** The answer that counts, and how often it was changed before. While none counts, the latest suspect one. */
export function answerCell(
  response: SurveyResponse,
  { locale, campaigns }: { readonly locale: PageLocale; readonly campaigns: CampaignNames },
): { readonly what: Html; readonly said: Html } {
  const answer = shownAnswer(response)
  const counting = countingAnswers(response).length
  const changes = counting - 1
  const suspects = counting === 0 ? 0 : response.answers.length - counting
  return {
    what: html`${scoreChip({ kind: response.kind, answer, locale })} ${originInWords(answer.origin, locale)}${suspicionInWords(answer, locale)}${changes > 0 ? html`<br><small>${ANSWER_WORDS[locale].changed(changes)}</small>` : ''}${suspects > 0 ? html`<br><small>${WORDS[locale].besides(suspects)}</small>` : ''}`,
    said: answerText(answer, { locale, survey: campaigns.survey(response.campaignId) }),
  }
}

/** How the mail was read, the score in it, and what followed from it. */
export function replyChips(reply: Reply, locale: PageLocale): Html {
  const {
    reading: { kind, score, verdict },
    outcome,
  } = reply
  const tone =
    kind === 'complaint' ? 'warn' : kind === 'answer' ? 'good' : kind === 'autoReply' || kind === 'bounce' ? 'quiet' : 'plain'
  return html`${chip(replyInWords(reply, locale), tone)}${score === null ? '' : html` ${chip(WORDS[locale].score(score))}`}${verdict === null ? '' : html` ${chip(VERDICT_WORDS[locale][verdict], 'warn')}`}<br><small>${REPLY_OUTCOME_WORDS[locale][outcome]}</small>`
}

/** Why it was read so. */
export const reasonsInWords = ({ reading: { reasons } }: Reply, locale: PageLocale): Html =>
  reasons.length === 0
    ? html``
    : html`<br><small>${WORDS[locale].because}: ${reasons.map((reason) => readingReason(reason, locale)).join('; ')}</small>`

export function attachmentsInWords({ attachments }: Reply, locale: PageLocale): Html {
  const words = WORDS[locale]
  if (attachments.length === 0) return html``
  const named = attachments.map(({ name, type, bytes }) => `${name} (${type}, ${words.bytes(writtenCount(bytes, locale))})`)
  return html`<br><small>${words.attached}: ${named.join(', ')}</small>`
}

/** The mail as it came, with everything in it, to be saved. */
export const rawMailLink = (reply: Reply, locale: PageLocale): Html =>
  html`<a href="${rawMailPath(reply)}" download>${WORDS[locale].raw}</a>`
