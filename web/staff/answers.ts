/** Answers in words: the score on its scale, its band, its origin; the same on every page that shows one. */
import { html } from 'hono/html'
import type { ScoreBand, SurveyDefinition, SurveyKind } from '#core/campaign/survey-definition.ts'
import { bandOfGiven, type Given } from '#core/survey/given.ts'
import type { Answer, AnswerOrigin } from '#core/survey/response.ts'
import { bandOfIndex, INDEX_HIGHEST, ratedPoints } from '#core/survey/satisfaction-index.ts'
import { bandOf, SCALES, scoresOf } from '#core/survey/scale.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import { ratingsInWords } from '#web/staff/ratings.ts'
import { ANSWER_WORDS, BAND_WORDS, SUSPICION_WORDS } from '#web/words/answers.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    suspect: 'nghi là máy bấm, chưa tính',
    solved: ['chưa giải quyết', 'đã giải quyết'],
    via: { page: 'trên trang', reply: 'bằng thư', staff: 'nhân viên nhập' },
    staff: (by: string) => `nhân viên nhập: ${by}`,
    rated: (rated: number, all: number) => `chấm ${rated}/${all} tiêu chí`,
    more: 'đọc tiếp',
  },
  en: {
    suspect: 'looks like a machine, does not count',
    solved: ['not solved', 'solved'],
    via: { page: 'on the page', reply: 'by mail', staff: 'entered by staff' },
    staff: (by: string) => `entered by staff: ${by}`,
    rated: (rated: number, all: number) => `rated ${rated} of ${all}`,
    more: 'read on',
  },
})

/** `Detractors (0–6)`; the bands of a scale that a score can be in, lowest first. */
export function bandsOf(kind: SurveyKind, locale: PageLocale): readonly { readonly band: ScoreBand; readonly name: string }[] {
  return (['low', 'middle', 'high'] as const).flatMap((band) => {
    const scores = pointsIn(kind, band)
    const [first] = scores
    if (first === undefined) return []
    const range = kind === 'fcr' ? '' : ` (${scores.length === 1 ? first : `${first}–${scores.at(-1)}`})`
    return [{ band, name: `${BAND_WORDS[locale][kind][band]}${range}` }]
  })
}

function pointsIn(kind: SurveyKind, band: ScoreBand): readonly number[] {
  if (kind !== 'csi') return scoresOf(kind).filter((score) => bandOf(kind, score) === band)
  return Array.from({ length: INDEX_HIGHEST + 1 }, (_, points) => points).filter((points) => bandOfIndex(points) === band)
}

export function scoreChip({
  kind,
  answer,
  locale,
}: {
  readonly kind: SurveyKind
  readonly answer: Given
  readonly locale: PageLocale
}): Html {
  const band = bandOfGiven(kind, answer)
  const tone = band === 'low' ? 'warn' : band === 'high' ? 'good' : band === null ? 'quiet' : 'plain'
  return chip(scoreInWords(kind, answer, locale), tone)
}

/** `9/10`, `đã giải quyết`, `75/100`; where attributes were skipped there is no index, and it says how many were rated. */
function scoreInWords(kind: SurveyKind, { score, ratings }: Given, locale: PageLocale): string {
  if (ratings) {
    const rated = ratings.filter((rating) => rating.score !== null).length
    return rated === ratings.length ? `${ratedPoints(ratings)}/${INDEX_HIGHEST}` : WORDS[locale].rated(rated, ratings.length)
  }
  if (score === null || kind === 'csi') return ANSWER_WORDS[locale].noScore
  return kind === 'fcr' ? (WORDS[locale].solved[score] ?? '') : `${score}/${SCALES[kind].highest}`
}

/** The origin of an answer: one from a desk of the company must never look like a customer's own. */
export function originInWords({ via, by, fromCompany }: AnswerOrigin, locale: PageLocale): Html {
  const words = WORDS[locale]
  const said = via === 'staff' && by !== null ? words.staff(by) : words.via[via]
  return html`<small>${said}</small>${fromCompany ? html` ${chip(ANSWER_WORDS[locale].fromCompany, 'warn')}` : ''}`
}

/** Empty for an answer that counts. A machine's press must never look like a customer's answer. */
export function suspicionInWords({ suspect }: Pick<Answer, 'suspect'>, locale: PageLocale): Html | string {
  if (suspect === undefined) return ''
  return html` ${chip(WORDS[locale].suspect, 'warn')} <small>${SUSPICION_WORDS[locale][suspect]}</small>`
}

/** The ratings, the reason and every follow-up answer, in the words of the survey where it is known, in ids where it is not. */
export function answerText(
  { ratings, why, followUps }: Pick<Answer, 'ratings' | 'why' | 'followUps'>,
  { locale, survey }: { readonly locale: PageLocale; readonly survey: SurveyDefinition | undefined },
): Html {
  const more = Object.entries(followUps).map(([id, given]) => {
    const asked = survey?.followUps.find((question) => question.id === id)
    const texts = new Map(asked?.choices?.map((choice) => [choice.id, aboutCustomer(choice.text[locale], locale)]))
    const said = typeof given === 'string' ? quoted(given, locale) : given.map((choice) => texts.get(choice) ?? choice).join('; ')
    return html`<small>${asked ? aboutCustomer(asked.question[locale], locale) : id}</small> ${said}`
  })
  const rated = ratings ? [html`<small>${ratingsInWords(ratings, { locale, survey })}</small>`] : []
  const parts = [...rated, ...(why === null ? [] : [quoted(why, locale)]), ...more]
  return html`${parts.map((part, place) => html`${place === 0 ? '' : html`<br>`}${part}`)}`
}

/** The survey speaks to a customer; the staff app speaks about one. */
export const aboutCustomer = (words: string, locale: PageLocale): string =>
  locale === 'en' ? words : words.replaceAll('{honorific}', 'quý khách').replaceAll('{Honorific}', 'Quý khách')

const SHOWN_AT_ONCE = 280

/** A customer's words, line breaks kept; a long text opens on demand. */
export function quoted(text: string, locale: PageLocale): Html {
  if (text.length <= SHOWN_AT_ONCE) return html`<span class="words">${text}</span>`
  const cut = [...text].slice(0, SHOWN_AT_ONCE - 40).join('')
  return html`<details class="long"><summary><span class="words">${cut} …</span> ${WORDS[locale].more}</summary><span class="words">${text}</span></details>`
}
