/** What came in: answers and mails, newest first, with what each was taken for. */
import { html } from 'hono/html'
import type { Reply } from '#core/reply/reply.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { quoted } from '#web/staff/answers.ts'
import { chip, type Frame, roomPage, table } from '#web/staff/frame.ts'
import { answerCell, attachmentsInWords, rawMailLink, reasonsInWords, replyChips } from '#web/staff/heard-cells.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import { customerPath, LISTENING_SHOWS, type ListeningShow, listeningPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Lắng nghe',
    lead: 'Mọi câu trả lời và thư của khách, mới nhất trước. Câu trả lời bằng thư đứng ở dòng của thư ấy.',
    shows: { all: 'Tất cả', answers: 'Câu trả lời', replies: 'Thư của khách', unmatched: 'Không rõ của ai' },
    columns: ['Lúc', 'Khách hàng', 'Là gì', 'Lời của khách', 'Về'],
    nobody: 'không rõ của ai',
    none: (days: number) => `Không có gì trong ${days} ngày.`,
    since: (day: string) => `Đã xem đến ngày ${day}.`,
    next: 'Cũ hơn',
    first: 'Mới nhất',
  },
  en: {
    title: 'Listening',
    lead: 'All answers and mails of customers, newest first. An answer by mail stands at that mail.',
    shows: { all: 'Everything', answers: 'Answers', replies: 'Mails', unmatched: 'Of nobody known' },
    columns: ['At', 'Customer', 'What', 'In their words', 'About'],
    nobody: 'of nobody known',
    none: (days: number) => `Nothing within ${days} days.`,
    since: (day: string) => `Looked back to ${day}.`,
    next: 'Older',
    first: 'Newest',
  },
})

export type HeardLine =
  | { readonly at: Instant; readonly response: SurveyResponse }
  | { readonly at: Instant; readonly reply: Reply }

export interface Listening {
  readonly show: ListeningShow
  readonly heard: readonly HeardLine[]
  readonly campaigns: CampaignNames
  readonly names: ReadonlyMap<string, string>
  /** Where the next page begins; null when there is none. */
  readonly next: string | null
  readonly isFirst: boolean
  /** Up to which day was looked. */
  readonly since: LocalDate
  /** Days that one page looks back at most. */
  readonly daysLooked: number
}

export function listeningPage(frame: Frame, shown: Listening): Html {
  const { locale } = frame
  const { show, heard, next, isFirst, since, daysLooked } = shown
  const words = WORDS[locale]
  const rows = heard.map((each) => rowOf(each, { ...shown, frame }))
  const body = html`<h1>${words.title}</h1>
      <p class="quiet">${words.lead}</p>
      <section>
        <p class="tabs">${LISTENING_SHOWS.map(
          (one) =>
            html`<a href="${listeningPath({ show: one })}"${one === show ? html` aria-current="page"` : ''}>${words.shows[one]}</a>`,
        )}</p>
        ${table({ locale, label: words.title, headings: words.columns, rows, empty: words.none(daysLooked) })}
        <p class="pages">
          ${isFirst ? '' : html`<a href="${listeningPath({ show })}">← ${words.first}</a>`}
          ${next === null ? '' : html`<a href="${listeningPath({ show, before: next })}">${words.next} →</a>`}
          <small>${words.since(shortDate(since, locale))}</small>
        </p>
      </section>`
  return roomPage({ frame, section: 'listening', title: words.title, body })
}

interface Reading extends Pick<Listening, 'campaigns' | 'names'> {
  readonly frame: Frame
}

function rowOf(heard: HeardLine, { frame, campaigns, names }: Reading) {
  const { locale, company } = frame
  const words = WORDS[locale]
  const customerId = 'response' in heard ? heard.response.customerId : heard.reply.customerId
  const anchor = 'response' in heard ? 'answers' : 'replies'
  const who =
    customerId === null
      ? chip(words.nobody, 'warn')
      : html`<a href="${customerPath(customerId)}#${anchor}">${names.get(customerId) ?? customerId}</a><br><small>${customerId}</small>`
  const at = html`<span class="number days">${writtenInstant(heard.at, { zone: company.zone, locale })}</span>`
  if ('response' in heard) {
    const { what, said } = answerCell(heard.response, { locale, campaigns })
    return [at, who, what, said, occurrenceLink(heard.response.occurrenceId, { campaigns, locale })]
  }
  const { reply } = heard
  return [
    at,
    who,
    html`${replyChips(reply, locale)}${reasonsInWords(reply)}`,
    html`${reply.subject === '' ? '' : html`<b>${reply.subject}</b><br>`}${quoted(reply.reading.text, locale)}${attachmentsInWords(reply, locale)}`,
    html`${reply.occurrenceId === null ? '' : html`${occurrenceLink(reply.occurrenceId, { campaigns, locale })}<br>`}${rawMailLink(reply, locale)}`,
  ]
}
