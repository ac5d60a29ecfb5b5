/** What customers talked about: counted, with the newest words behind each theme, and what no theme took. */
import { html } from 'hono/html'
import type { Theme } from '#core/campaign/themes.ts'
import { themesOfAnswer } from '#core/reply/themes-of-answer.ts'
import { wordsUntaken } from '#core/reply/words-untaken.ts'
import type { ReportView } from '#core/report/report-view.ts'
import { type SurveyResponse, shownAnswer } from '#core/survey/response.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { answerText, scoreChip } from '#web/staff/answers.ts'
import { listeningPath } from '#web/staff/listening/listening-filter.ts'
import type { CampaignNames } from '#web/staff/occurrence-title.ts'
import { tableOf } from '#web/staff/report/table-of.ts'
import { themesTable } from '#web/staff/report/themes-table.ts'
import { table } from '#web/staff/table.ts'
import { THEME_WORDS as WORDS } from '#web/words/themes.ts'
import { writtenCount } from '#web/words/written.ts'

export interface ThemesShown {
  readonly themes: readonly Theme[]
  /** Null where the visitor reads no words of customers. */
  readonly words: readonly SurveyResponse[] | null
  readonly campaigns: CampaignNames
}

const WORDS_OF_EACH = 3
const UNTAKEN_SHOWN = 15

/** `shown`: null in a report as it was handed in, which shows what was counted and no words. */
export function themesSection(view: ReportView, shown: ThemesShown | null, locale: PageLocale): Html {
  const words = WORDS[locale]
  const counted = view.themes
  const body =
    counted == null
      ? html`<p class="quiet">${words.notCounted}</p>`
      : counted.lines.length === 0 && shown?.themes.length === 0
        ? html`<p class="quiet">${words.noRules}</p>`
        : html`${counted.customers > 0 ? html`<p class="quiet">${words.lead(writtenCount(counted.customers, locale))}</p>` : ''}
        ${tableOf(themesTable(view, { locale }), { locale, empty: words.none, first: (text, row) => linked(text, view, { row, shown }) })}`
  return html`<section id="themes">
        <h2>${words.heading}</h2>
        ${body}
        ${shown === null || shown.words === null ? '' : html`${saidOfEach(view, shown, locale)}${untaken(shown, locale)}`}
      </section>`
}

function linked(text: string, view: ReportView, { row, shown }: { readonly row: number; readonly shown: ThemesShown | null }) {
  const theme = view.themes?.lines[row]?.theme
  return shown === null || shown.words === null || theme === undefined ? text : html`<a href="${rowsOf(theme, view)}">${text}</a>`
}

const rowsOf = (theme: string, { period, segment }: ReportView): string =>
  listeningPath({
    show: 'all',
    theme,
    suspects: 'without',
    from: period.from,
    to: period.to,
    campaign: segment.by === 'campaign' ? segment.is : null,
  })

const themesOf = (response: SurveyResponse, themes: readonly Theme[]) =>
  themesOfAnswer(shownAnswer(response), response, themes) ?? []

function saidOfEach(view: ReportView, { themes, words: responses, campaigns }: ThemesShown, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  const said = (view.themes?.lines ?? []).flatMap(({ theme, name }) => {
    const newest = (responses ?? []).filter((response) => themesOf(response, themes).includes(theme)).slice(0, WORDS_OF_EACH)
    return newest.length === 0 ? [] : [{ theme, name: name?.[locale] ?? theme, newest }]
  })
  if (said.length === 0) return ''
  return html`<div class="said-of-each"><h3>${words.said}</h3>${said.map(
    ({ theme, name, newest }) =>
      html`<details><summary>${name}</summary><ul>${newest.map(
        (response) =>
          html`<li><span class="number days">${shortDate(response.answeredOn, locale)}</span> ${scoreChip({ kind: response.kind, answer: shownAnswer(response), locale })} ${answerText(shownAnswer(response), { locale, survey: campaigns.survey(response.campaignId) })}</li>`,
      )}</ul><p class="noprint"><a href="${rowsOf(theme, view)}">${words.more}</a></p></details>`,
  )}</div>`
}

function untaken({ themes, words: responses }: ThemesShown, locale: PageLocale): Html | string {
  const words = WORDS[locale]
  const texts = (responses ?? [])
    .filter((response) => themesOf(response, themes).length === 0)
    .flatMap((response) => shownAnswer(response).why ?? [])
  const found = wordsUntaken(texts, UNTAKEN_SHOWN)
  if (found.length === 0) return ''
  const rows = found.map((one) => [one.words, html`<span class="number">${writtenCount(one.texts, locale)}</span>`])
  return html`<details class="noprint"><summary>${words.untaken}</summary><p class="quiet">${words.untakenLead(writtenCount(texts.length, locale))}</p>${table({ locale, label: words.untaken, headings: words.untakenColumns, rows })}</details>`
}
