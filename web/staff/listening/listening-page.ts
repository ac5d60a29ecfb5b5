/** What came in: answers and mails, newest first, with what each was taken for. */
import { html } from 'hono/html'
import type { Theme } from '#core/campaign/themes.ts'
import type { Reply } from '#core/reply/reply.ts'
import { themesOfAnswer } from '#core/reply/themes-of-answer.ts'
import { type SurveyResponse, shownAnswer } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { isOpen } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { quoted } from '#web/staff/answers.ts'
import { chip } from '#web/staff/chip.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { answerCell, attachmentsInWords, rawMailLink, reasonsInWords, replyChips } from '#web/staff/heard-cells.ts'
import { isNarrowed, listeningPath } from '#web/staff/listening/listening-filter.ts'
import { type ListeningFilters, listeningFilters } from '#web/staff/listening/listening-filters.ts'
import { LISTENING_WORDS as WORDS } from '#web/staff/listening/listening-words.ts'
import { themesOfHeard } from '#web/staff/listening/themes-of-heard.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import { placeLinks } from '#web/staff/page-links.ts'
import { workPath } from '#web/staff/paths.ts'
import { table } from '#web/staff/table.ts'
import { themeChips, themeEditor } from '#web/staff/theme-editor.ts'
import { type WrongInAddress, wrongLines } from '#web/staff/wrong-in-address.ts'
import { THEME_WORDS, type ThemeOutcome } from '#web/words/themes.ts'
import { WORK_STATE_WORDS, workInWords } from '#web/words/work.ts'
import { writtenInstant } from '#web/words/written.ts'

/** `work`: the item that it made, where the visitor may see work. */
export type HeardLine = { readonly at: Instant; readonly work: WorkItem | undefined } & (
  | { readonly response: SurveyResponse }
  | { readonly reply: Reply }
)

export interface Listening {
  readonly filters: ListeningFilters
  readonly heard: readonly HeardLine[]
  readonly campaigns: CampaignNames
  readonly names: ReadonlyMap<string, string>
  /** Where the next page begins; null when there is none. */
  readonly next: string | null
  readonly isFirst: boolean
  /** Up to which day was looked. */
  readonly since: LocalDate
  /** Where this page begins; null for the newest. */
  readonly place: string | null
  /** What became of a correction. */
  readonly said: ThemeOutcome | null
  /** Of the days in the address. */
  readonly wrong: readonly WrongInAddress[]
}

export function listeningPage(frame: Frame, shown: Listening): Html {
  const { locale } = frame
  const { filters, heard, next, isFirst, since, wrong } = shown
  const { filter } = filters
  const words = WORDS[locale]
  const emptyWords = filter.show !== 'all' || isNarrowed(filter) ? words.none.narrowed : words.none.all
  const rows = heard.map((each) =>
    rowOf(each, { ...shown, frame, themes: filters.themes, back: listeningPath(filter, { before: shown.place }) }),
  )
  const heardList = html`${table({ locale, label: words.title, headings: words.columns, rows, empty: emptyWords(shortDate(since, locale)) })}
        ${placeLinks({ isFirst, next, locale, link: (before) => listeningPath(filter, { before }) })}
        <p class="quiet"><small>${words.since(shortDate(since, locale))}${next === null && filters.filter.from === null ? ` ${words.older}` : ''}</small></p>`
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead}</p>
      ${saidLine(shown.said, locale)}
      <section>
        ${listeningFilters(filters, locale)}
        ${wrongLines(wrong, locale)}
        ${wrong.some(({ is }) => is === 'reversed') ? '' : heardList}
      </section>`
  return framePage({ frame, section: 'listening', title: words.title, body })
}

interface Reading extends Pick<Listening, 'campaigns' | 'names'> {
  readonly frame: Frame
  readonly themes: readonly Theme[]
  /** The address of this page. */
  readonly back: string
}

function rowOf(heard: HeardLine, { frame, campaigns, names, themes, back }: Reading) {
  const { locale, company } = frame
  const words = WORDS[locale]
  const customerId = 'response' in heard ? heard.response.customerId : heard.reply.customerId
  const anchor = 'response' in heard ? 'answers' : 'replies'
  const who =
    customerId === null ? chip(words.nobody, 'warn') : customerLink({ customerId, name: names.get(customerId), anchor }, locale)
  const at = html`<span class="number days">${writtenInstant(heard.at, { zone: company.zone, locale })}</span>`
  if ('response' in heard) {
    const { what, said } = answerCell(heard.response, { locale, campaigns })
    return [
      at,
      who,
      html`${what}${workLink(heard, locale)}`,
      html`${said}${themesCell(heard, { frame, themes, back })}`,
      occurrenceLink(heard.response.occurrenceId, { campaigns, locale }),
    ]
  }
  const { reply } = heard
  return [
    at,
    who,
    html`${replyChips(reply, locale)}${reasonsInWords(reply, locale)}${workLink(heard, locale)}`,
    html`${reply.subject === '' ? '' : html`<b>${reply.subject}</b><br>`}${quoted(reply.reading.text, locale)}${themesCell(heard, { frame, themes, back })}${attachmentsInWords(reply, locale)}`,
    html`${reply.occurrenceId === null ? '' : html`${occurrenceLink(reply.occurrenceId, { campaigns, locale })}<br>`}${rawMailLink(reply, locale)}`,
  ]
}

/** What it is about, and of an answer the form to correct it: a mail that asks for something is corrected on its case. */
function themesCell(heard: HeardLine, { frame, themes, back }: Pick<Reading, 'frame' | 'themes' | 'back'>): Html | string {
  const found = themesOfHeard(heard, themes)
  const chips = found.length === 0 ? '' : html`<br><span class="themes">${themeChips({ found, themes }, frame.locale)}</span>`
  if (!('response' in heard)) return chips
  const { customerId, occurrenceId, themesSet = [] } = heard.response
  // Of a score alone there is nothing to be about.
  if (themesOfAnswer(shownAnswer(heard.response), heard.response, themes) === null) return ''
  const hidden = { customer: customerId, occurrence: occurrenceId, back }
  return html`${chips}${themeEditor({ found, corrections: themesSet, themes }, { frame, action: '/listening/theme', hidden })}`
}

const saidLine = (said: ThemeOutcome | null, locale: PageLocale): Html | string =>
  said === null
    ? ''
    : html`<p class="said${said === 'theme-set' ? '' : ' warn'}" role="${said === 'theme-set' ? 'status' : 'alert'}">${THEME_WORDS[locale].outcome[said]}</p>`

function workLink({ work }: HeardLine, locale: PageLocale): Html | string {
  if (!work) return ''
  const state = isOpen(work) ? chip(WORK_STATE_WORDS[locale].confirm) : chip(WORK_STATE_WORDS[locale].closed, 'quiet')
  return html`<br><a href="${workPath(work.workId)}">${WORDS[locale].work}: ${workInWords(work, locale)}</a> ${state}`
}
