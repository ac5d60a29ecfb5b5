/** What customers wrote in a period, without their names, low scores first; and the reasons that they chose, counted. */
import { html } from 'hono/html'
import { bandOfGiven } from '#core/survey/given.ts'
import { type SurveyResponse, shownAnswer } from '#core/survey/response.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { aboutCustomer, answerText, scoreChip } from '#web/staff/answers.ts'
import { listeningPath } from '#web/staff/listening/listening-filter.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import type { ReportAsked } from '#web/staff/report/report-paths.ts'
import { REPORT_WORDS as WORDS } from '#web/staff/report/report-words.ts'
import { table } from '#web/staff/table.ts'
import { writtenCount } from '#web/words/written.ts'

export interface WordsShown {
  readonly words: readonly SurveyResponse[] | null
  readonly campaigns: CampaignNames
  readonly asked: ReportAsked
}

const BANDS = ['low', 'middle', 'high'] as const

export function wordsSection({ words: responses, campaigns, asked }: WordsShown, locale: PageLocale): Html {
  const words = WORDS[locale]
  if (responses === null) return html`<p class="quiet">${words.verbatimsHidden}</p>`
  const rows = lowFirst(responses).map((response) => {
    const answer = shownAnswer(response)
    return [
      html`<span class="number days">${shortDate(response.answeredOn, locale)}</span>`,
      scoreChip({ kind: response.kind, answer, locale }),
      answerText(answer, { locale, survey: campaigns.survey(response.campaignId) }),
      campaigns.name(response.campaignId),
    ]
  })
  return html`<h3>${words.verbatims}</h3>
          ${rows.length === 0 ? '' : html`<p class="quiet">${words.verbatimsOf(rows.length)}</p>`}
          ${table({ locale, label: words.verbatims, headings: words.verbatimColumns, rows, empty: words.noVerbatims })}
          ${chosenTable(responses, campaigns, locale)}
          <p class="noprint"><a href="${listeningPath({ show: 'answers', suspects: 'without', from: asked.period.from, to: asked.period.to, campaign: asked.segment.by === 'campaign' ? asked.segment.is : null })}">${words.allAnswers}</a></p>`
}

function lowFirst(responses: readonly SurveyResponse[]): readonly SurveyResponse[] {
  const rank = (response: SurveyResponse) => {
    const band = bandOfGiven(response.kind, shownAnswer(response))
    return band === null ? BANDS.length : BANDS.indexOf(band)
  }
  return responses.toSorted((a, b) => rank(a) - rank(b))
}

/** Of the answers that are shown: each reason with how often it was chosen. */
function chosenTable(responses: readonly SurveyResponse[], campaigns: CampaignNames, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  const counts = new Map<string, { question: string; reason: string; times: number }>()
  for (const response of responses) {
    const survey = campaigns.survey(response.campaignId)
    for (const [id, given] of Object.entries(shownAnswer(response).followUps)) {
      if (typeof given === 'string') continue
      const asked = survey?.followUps.find((question) => question.id === id)
      for (const choice of given) {
        const key = JSON.stringify([response.campaignId, id, choice])
        const reason = asked?.choices?.find((one) => one.id === choice)?.text[locale] ?? choice
        const known = counts.get(key) ?? { question: asked?.question[locale] ?? id, reason, times: 0 }
        counts.set(key, { ...known, times: known.times + 1 })
      }
    }
  }
  if (counts.size === 0) return ''
  const rows = [...counts.values()]
    .toSorted((a, b) => b.times - a.times)
    .map(({ question, reason, times }) => [
      aboutCustomer(question, locale),
      aboutCustomer(reason, locale),
      html`<span class="number">${writtenCount(times, locale)}</span>`,
    ])
  return html`<h3>${words.chosen}</h3>${table({ locale, label: words.chosen, headings: words.chosenColumns, rows })}`
}
