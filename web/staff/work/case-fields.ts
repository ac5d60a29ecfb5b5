/** What the form that closes a case asks for besides its result: whether the customer was spoken with, on which a survey after it depends. */
import { html } from 'hono/html'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

export const REACHED_ANSWERS = ['yes', 'no', 'not-needed'] as const
export type ReachedAnswer = (typeof REACHED_ANSWERS)[number]

const WORDS = bothLanguages<{ legend: string; hint: string; answers: Readonly<Record<ReachedAnswer, string>> }>({
  vi: {
    legend: 'Đã nói chuyện với khách chưa?',
    hint: 'Khảo sát sau vụ việc, nếu có, chỉ hỏi khách đã nói chuyện.',
    answers: { yes: 'đã nói chuyện', no: 'chưa gặp được khách', 'not-needed': 'không cần gặp khách' },
  },
  en: {
    legend: 'Was the customer spoken with?',
    hint: 'A survey after the case, if there is one, asks only a customer who was spoken with.',
    answers: { yes: 'spoken with', no: 'not reached', 'not-needed': 'there was no need to' },
  },
})

export function caseFields({ chosen, locale }: { readonly chosen: ReachedAnswer | null; readonly locale: PageLocale }): Html {
  const words = WORDS[locale]
  const choice = (answer: ReachedAnswer) =>
    html`<label><input type="radio" name="reached" value="${answer}" required${answer === chosen ? html` checked` : ''}> ${words.answers[answer]}</label> `
  return html`<fieldset class="grounds" aria-describedby="reached-hint"><legend>${words.legend}</legend>${REACHED_ANSWERS.map(choice)}</fieldset>
            <small id="reached-hint">${words.hint}</small>`
}
