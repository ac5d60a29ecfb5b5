/** The page of open work, the most urgent first: whom to call or answer, why and by when, what happened so far, and a form to note or to close it. */
import { html } from 'hono/html'
import { LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Reply } from '#core/reply/reply.ts'
import { type Answer, countingAnswers, type SurveyResponse, shownAnswer } from '#core/survey/response.ts'
import type { Due } from '#core/work/deadlines.ts'
import { occurrenceOf, openedAt, scoreOf, type WorkItem } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { answerText, originInWords, quoted, scoreChip } from '#web/staff/answers.ts'
import { chip, type Frame } from '#web/staff/frame.ts'
import { attachmentsInWords } from '#web/staff/heard-cells.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import { customerPath, pathWith, rawMailPath } from '#web/staff/paths.ts'
import { alsoLine, reachedField, warningsOf } from '#web/staff/work-facts.ts'
import { historyList } from '#web/staff/work-history.ts'
import { WORK_PAGE_WORDS as WORDS } from '#web/staff/work-page-words.ts'
import { REPLY_WORDS } from '#web/words/replies.ts'
import { systemNotes, workInWords } from '#web/words/work.ts'
import { writtenCount, writtenInstant, writtenSpan } from '#web/words/written.ts'

/** An item with the customer it is about, and what they said. */
export interface Behind extends Due {
  readonly customer: Customer | undefined
  /** Addresses and numbers of the customer that must not be used. */
  readonly suppressed: readonly string[]
  readonly reply: Reply | undefined
  readonly response: SurveyResponse | undefined
}

export interface WorkPage {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  /** Of all open work. */
  readonly open: number
  readonly late: number
  readonly shown: readonly Behind[]
  readonly page: number
  readonly hasNext: boolean
  /** What became of the form that was sent last. */
  readonly said: string | undefined
}

export function workPage({ frame, campaigns, open, late, shown, page, hasNext, said }: WorkPage): Html {
  const { locale } = frame
  const words = WORDS[locale]
  return html`<h1>${words.title}</h1>
      <p class="quiet" data-count="work">${words.counts(writtenCount(open, locale), writtenCount(late, locale))}</p>
      ${saidLine(said, locale)}
      <section>
        ${open === 0 ? html`<p class="quiet">${words.none}</p>` : ''}
        ${shown.map((each) => workForm(each, { frame, campaigns, page }))}
        <p class="pages">
          ${page > 1 ? html`<a href="${pathWith('/work', { page: page - 1 })}">← ${words.before}</a>` : ''}
          ${hasNext ? html`<a href="${pathWith('/work', { page: page + 1 })}">${words.next} →</a>` : ''}
        </p>
      </section>`
}

function saidLine(word: string | undefined, locale: PageLocale): Html | string {
  const found = Object.entries(WORDS[locale].said).find(([name]) => name === word)
  if (!found) return ''
  const isDone = found[0] === 'closed' || found[0] === 'noted'
  return html`<p class="${isDone ? 'said' : 'said warn'}" role="status">${found[1]}</p>`
}

interface Showing {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  readonly page: number
}

function workForm({ item, deadlines, customer, suppressed, reply, response }: Behind, { frame, campaigns, page }: Showing): Html {
  const { locale, company, now } = frame
  const words = WORDS[locale]
  const { workId, customerId } = item
  const { begin, done } = deadlines
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const isLate = begin <= now
  const clock = isLate ? words.late(writtenSpan(begin, now, locale)) : words.left(writtenSpan(now, begin, locale))
  const occurrenceId = occurrenceOf(item)
  const also = alsoLine({ item, deadlines }, { locale, at })
  const facts = [
    ...(done === null ? [] : [html`${words.doneBy(at(done))}`]),
    ...(occurrenceId === null ? [] : [occurrenceLink(occurrenceId, { campaigns, locale })]),
  ]
  return html`<div class="decide" data-work="${workId}">
          <h2>${workInWords(item, locale)} ${chip(clock, isLate ? 'warn' : 'quiet')}</h2>
          <p>${
            customerId === null
              ? words.nobody
              : html`<a href="${customerPath(customerId)}">${customer?.fullName ?? customerId}</a> <small>${customerId} · ${customer?.phone ?? words.noPhone}</small>${customer?.phone && suppressed.includes(customer.phone) ? html` ${chip(words.neverRing, 'warn')}` : ''}`
          }</p>
          <p><b>${words.due(at(begin))}</b> <small>${facts.map((fact, place) => html`${place === 0 ? '' : ' · '}${fact}`)}</small></p>
          ${also === null ? '' : html`<p>${also}</p>`}
          ${warningsOf(item, locale).map((warning) => html`<p class="said warn">${warning}</p>`)}
          ${response ? answerBehind(response, { item, locale, campaigns }) : ''}
          ${reply ? replyBehind(reply, locale) : ''}
          ${systemNotes(item, locale).map((note) => html`<p><small>${note}</small></p>`)}
          ${historyList(item, { locale, at })}
          ${closingForm(item, { locale, page })}
        </div>`
}

/** A note needs no answer to whether the customer was reached: its button sends the form unchecked, and the server checks it. */
function closingForm({ workId, kind }: WorkItem, { locale, page }: { readonly locale: PageLocale; readonly page: number }): Html {
  const words = WORDS[locale]
  const id = workId.replace(/[^A-Za-z0-9_-]/g, '_')
  return html`<form method="post" action="/work/close" class="filters">
            <input type="hidden" name="work" value="${workId}"><input type="hidden" name="page" value="${page}">
            <div class="wide"><label for="note-${id}">${words.note}</label><input id="note-${id}" name="note" required maxlength="${LONGEST_NOTE}" autocomplete="off"></div>
            ${kind === 'call-task' ? reachedField(locale) : ''}
            <button class="quiet">${words.close}</button>
            <button class="quiet" formaction="/work/note" formnovalidate>${words.onlyNote}</button>
          </form>`
}

interface Beside {
  readonly item: WorkItem
  readonly locale: PageLocale
  readonly campaigns: CampaignNames
}

/** What was said when the work began; beside it what counts now, where that is another answer. */
function answerBehind(response: SurveyResponse, { item, locale, campaigns }: Beside): Html {
  const standing = shownAnswer(response)
  const opening = openingAnswer(countingAnswers(response), item) ?? standing
  const survey = campaigns.survey(response.campaignId)
  const told = (answer: Answer) =>
    html`${scoreChip({ kind: response.kind, score: answer.score, locale })} ${originInWords(answer.origin, locale)}<br>${answerText(answer, { locale, survey })}`
  const words = WORDS[locale]
  const now = standing.score === opening.score ? words.again : words.changed
  return html`<blockquote>${told(opening)}${standing === opening ? '' : html`<br><small>${now}</small> ${told(standing)}`}</blockquote>`
}

function openingAnswer(answers: readonly Answer[], item: WorkItem): Answer | undefined {
  const [at, score] = [openedAt(item), scoreOf(item)]
  return answers.find((answer) => answer.at === at && answer.score === score) ?? answers.find((answer) => answer.score === score)
}

const replyBehind = (reply: Reply, locale: PageLocale): Html =>
  html`<blockquote><small>${REPLY_WORDS[locale][reply.reading.kind]}: ${reply.subject}</small><br>${quoted(reply.reading.text, locale)}${attachmentsInWords(reply, locale)} <a href="${rawMailPath(reply)}" download>${WORDS[locale].raw}</a></blockquote>`
