/** What customers rated, attribute by attribute: one answer in a line, and many as the index and the mean of each attribute. */
import { html } from 'hono/html'
import type { SurveyDefinition } from '#core/campaign/survey-definition.ts'
import { csi } from '#core/kpi/csi.ts'
import { attributesOf } from '#core/survey/attributes.ts'
import type { Answer } from '#core/survey/response.ts'
import { INDEX_HIGHEST, indexOfAnswer, type Rating } from '#core/survey/satisfaction-index.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { table } from '#web/staff/table.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    skipped: 'bỏ qua',
    label: 'Từng tiêu chí',
    headings: ['Tiêu chí', 'Trọng số', 'Điểm trung bình', 'Người chấm'],
    index: (value: string, n: string) =>
      `Chỉ số hài lòng (CSI): ${value} trên ${INDEX_HIGHEST}, của ${n} khách đã chấm mọi tiêu chí`,
    between: (low: string, high: string) => `chỉ số thật nằm giữa ${low} và ${high} (95%)`,
    noIndex: 'Chưa có chỉ số: chưa khách nào chấm mọi tiêu chí.',
  },
  en: {
    skipped: 'skipped',
    label: 'Each attribute',
    headings: ['Attribute', 'Weight', 'Mean', 'People'],
    index: (value: string, n: string) =>
      `Satisfaction index (CSI): ${value} of ${INDEX_HIGHEST}, from ${n} who rated every attribute`,
    between: (low: string, high: string) => `the true index lies between ${low} and ${high} (95%)`,
    noIndex: 'No index: no customer has rated every attribute yet.',
  },
})

interface Telling {
  readonly locale: PageLocale
  /** The campaign's survey as it is asked now; an attribute that it no longer has is shown by its id. */
  readonly survey: Pick<SurveyDefinition, 'attributes'> | undefined
}

/** `Nhìn chung: 8 · So với mong đợi: bỏ qua`. */
export function ratingsInWords(ratings: readonly Rating[], { locale, survey }: Telling): string {
  const labels = labelsOf(survey, locale)
  return ratings
    .map(({ attribute, score }) => `${labels.get(attribute) ?? attribute}: ${score ?? WORDS[locale].skipped}`)
    .join(' · ')
}

const labelsOf = (survey: Telling['survey'], locale: PageLocale) =>
  new Map(survey ? attributesOf(survey).map(({ id, label }) => [id, label[locale]]) : [])

/** The index of all, each customer with the weights of their own answer, and the mean of every attribute. */
export function indexTable(answers: readonly Pick<Answer, 'ratings'>[], { locale, survey }: Required<Telling>): Html {
  const words = WORDS[locale]
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const { value, interval, n } = csi(answers.flatMap((answer) => indexOfAnswer(answer) ?? []))
  const between = interval ? `; ${words.between(number.format(interval.low), number.format(interval.high))}` : ''
  const rows = attributesOf(survey ?? {}).map(({ id, label, weight }) => {
    const scores = answers.flatMap(({ ratings = [] }) => ratings.find(({ attribute }) => attribute === id)?.score ?? [])
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    return [
      label[locale],
      html`<span class="number">${new Intl.NumberFormat(locale).format(weight)}</span>`,
      html`<span class="number" data-mean="${id}">${scores.length === 0 ? '–' : number.format(mean)}</span>`,
      html`<span class="number" data-rated="${id}">${writtenCount(scores.length, locale)}</span>`,
    ]
  })
  const index = value === null ? words.noIndex : `${words.index(number.format(value), writtenCount(n, locale))}${between}.`
  return html`<p data-index="${value === null ? 'none' : number.format(value)}">${index}</p>
        ${table({ locale, label: words.label, headings: words.headings, rows })}`
}
