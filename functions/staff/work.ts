/** Open work, the most urgent first: whom to call or answer, why and by when, and a form to close it with what came of it. */

import { Hono } from 'hono'
import { html } from 'hono/html'
import { closeWork } from '#app/desk/close-work.ts'
import { LONGEST_NAME, LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Reply } from '#core/reply/reply.ts'
import { type Answer, countingAnswers, type SurveyResponse, shownAnswer } from '#core/survey/response.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { frameOf, type KnownCampaigns, knownCampaigns } from '#functions/staff/room.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { answerText, originInWords, quoted, scoreChip } from '#web/staff/answers.ts'
import { chip, type Frame, roomPage } from '#web/staff/frame.ts'
import { attachmentsInWords } from '#web/staff/heard-cells.ts'
import { occurrenceLink } from '#web/staff/occurrence-title.ts'
import { customerPath, pathWith, rawMailPath } from '#web/staff/paths.ts'
import { alsoLine, reachedField, warningsOf } from '#web/staff/work-facts.ts'
import { noteInWords, REPLY_WORDS, RIGHT_WORDS, WORK_WORDS } from '#web/words/replies.ts'
import { writtenCount, writtenInstant, writtenSpan } from '#web/words/written.ts'

const WORDS = {
  vi: {
    title: 'Việc cần làm',
    counts: (open: string, late: string) => `${open} việc đang mở, ${late} việc đã trễ.`,
    none: 'Không có việc nào đang mở.',
    due: (at: string) => `Bắt đầu trước ${at}`,
    late: (span: string) => `trễ ${span}`,
    left: (span: string) => `còn ${span}`,
    doneBy: (at: string) => `phải xong trước ${at}`,
    opened: (at: string) => `mở lúc ${at}`,
    nobody: 'Không rõ là khách nào',
    noPhone: 'không có số điện thoại',
    raw: 'tải thư gốc',
    changed: 'đổi thành',
    again: 'trả lời lại',
    by: 'Ai làm',
    note: 'Kết quả',
    close: 'Đóng việc',
    before: 'Trang trước',
    next: 'Trang sau',
    said: {
      closed: 'Đã đóng việc.',
      'who-and-what': 'Hãy ghi rõ ai làm và kết quả thế nào.',
      'reached-or-not': 'Hãy chọn có gặp được khách hay không.',
      'no-such-work': 'Không có việc này.',
      'already-closed': 'Việc này đã có người đóng trước đó.',
      contended: 'Việc này đang thay đổi: hãy thử lại.',
      'too-long': `Dài quá: tên nhiều nhất ${LONGEST_NAME} ký tự, kết quả nhiều nhất ${LONGEST_NOTE} ký tự. Việc chưa được đóng.`,
    },
  },
  en: {
    title: 'Work to do',
    counts: (open: string, late: string) => `${open} open, ${late} overdue.`,
    none: 'No work is open.',
    due: (at: string) => `Begin before ${at}`,
    late: (span: string) => `${span} late`,
    left: (span: string) => `${span} left`,
    doneBy: (at: string) => `done before ${at}`,
    opened: (at: string) => `opened at ${at}`,
    nobody: 'Nobody knows whose it is',
    noPhone: 'no phone number',
    raw: 'save the mail as it came',
    changed: 'changed to',
    again: 'answered again',
    by: 'Who did it',
    note: 'What came of it',
    close: 'Close',
    before: 'Previous page',
    next: 'Next page',
    said: {
      closed: 'Closed.',
      'who-and-what': 'Say who did it, and what came of it.',
      'reached-or-not': 'Say whether the customer was reached.',
      'no-such-work': 'There is no such work.',
      'already-closed': 'Somebody has closed this before.',
      contended: 'It is being changed at this moment: try again.',
      'too-long': `Too long: a name has at most ${LONGEST_NAME} characters, what came of it at most ${LONGEST_NOTE}. Nothing was closed.`,
    },
  },
} as const

const PER_PAGE = 25

export function workRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  const { stores } = system

  app.get('/work', async (context) => {
    const frame = frameOf(system, context)
    const { locale, now } = frame
    const words = WORDS[locale]
    const query = context.req.query()
    const open = await stores.work.allOpen()
    const page = /^[1-9]\d{0,4}$/.test(query.page ?? '') ? Number(query.page) : 1
    const start = (page - 1) * PER_PAGE
    const behind = await behindWork(system, open.slice(start, start + PER_PAGE))
    const campaigns = await knownCampaigns(system, locale)
    const late = open.filter(({ dueAt }) => dueAt <= now).length
    const body = html`<h1>${words.title}</h1>
      <p class="quiet" data-count="work">${words.counts(writtenCount(open.length, locale), writtenCount(late, locale))}</p>
      ${said(query.said, locale)}
      <section>
        ${open.length === 0 ? html`<p class="quiet">${words.none}</p>` : ''}
        ${behind.map((each) => workForm(each, { frame, campaigns, page }))}
        <p class="pages">
          ${page > 1 ? html`<a href="${pathWith('/work', { page: page - 1 })}">← ${words.before}</a>` : ''}
          ${start + PER_PAGE < open.length ? html`<a href="${pathWith('/work', { page: page + 1 })}">${words.next} →</a>` : ''}
        </p>
      </section>`
    return context.html(roomPage({ frame, section: 'work', title: words.title, body }))
  })

  app.post('/work/close', async (context) => {
    const form = await context.req.parseBody()
    const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
    const done = {
      workId: text('work'),
      by: text('by'),
      note: text('note'),
      reached: text('reached') === '' ? null : text('reached') === 'yes',
      at: system.clock.now(),
    }
    const closed = await closeWork({ work: stores.work, companyRules: system.companyRules, events: system.events }, done)
    const page = text('page') === '1' ? null : text('page')
    return context.redirect(pathWith('/work', { said: 'refused' in closed ? closed.refused : 'closed', page }), 303)
  })
  return app
}

function said(word: string | undefined, locale: PageLocale): Html | string {
  const found = Object.entries(WORDS[locale].said).find(([name]) => name === word)
  if (!found) return ''
  return html`<p class="${found[0] === 'closed' ? 'said' : 'said warn'}" role="status">${found[1]}</p>`
}

interface Behind {
  readonly item: WorkItem
  readonly customer: Customer | undefined
  readonly reply: Reply | undefined
  readonly response: SurveyResponse | undefined
}

/** Whom the work is about, and what they said. */
async function behindWork({ stores }: StaffSystem, items: readonly WorkItem[]): Promise<readonly Behind[]> {
  const { customers, replies, responses } = stores
  const ids = [...new Set(items.flatMap(({ customerId }) => customerId ?? []))]
  const asked = items.flatMap(({ customerId, occurrenceId, reason }) =>
    customerId !== null && occurrenceId !== null && reason === 'low-score' ? [{ customerId, occurrenceId }] : [],
  )
  const [people, answers, mails] = await Promise.all([
    ids.length === 0 ? [] : customers.getMany(ids),
    asked.length === 0 ? [] : responses.getMany(asked),
    Promise.all(items.map(({ customerId, replyId }) => (replyId === null ? undefined : replies.get({ customerId, replyId })))),
  ])
  return items.map((item, place) => ({
    item,
    customer: people.find(({ customer }) => customer.customerId === item.customerId)?.customer,
    reply: mails[place],
    response: answers.find(
      ({ customerId, occurrenceId }) => customerId === item.customerId && occurrenceId === item.occurrenceId,
    ),
  }))
}

function workForm(
  { item, customer, reply, response }: Behind,
  { frame, campaigns, page }: { readonly frame: Frame; readonly campaigns: KnownCampaigns; readonly page: number },
): Html {
  const { locale, company, now } = frame
  const words = WORDS[locale]
  const { workId, kind, reason, dueAt, openedAt, occurrenceId, right, note, customerId } = item
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const isLate = dueAt <= now
  const clock = isLate ? words.late(writtenSpan(dueAt, now, locale)) : words.left(writtenSpan(now, dueAt, locale))
  const facts = [words.opened(at(openedAt)), ...(right ? [words.doneBy(at(right.doneBy))] : [])]
  const also = alsoLine(item, { locale, at })
  const id = workId.replace(/[^A-Za-z0-9_-]/g, '_')
  return html`<div class="decide" data-work="${workId}">
          <h2>${WORK_WORDS[locale][reason]}${right ? `: ${RIGHT_WORDS[locale][right.ask]}` : ''} ${chip(clock, isLate ? 'warn' : 'quiet')}</h2>
          <p>${
            customerId === null
              ? words.nobody
              : html`<a href="${customerPath(customerId)}">${customer?.fullName ?? customerId}</a> <small>${customerId} · ${customer?.phone ?? words.noPhone}</small>`
          }</p>
          <p><b>${words.due(at(dueAt))}</b> <small>${facts.join(' · ')}${occurrenceId === null ? '' : html` · ${occurrenceLink(occurrenceId, { campaigns, locale })}`}</small></p>
          ${also === null ? '' : html`<p>${also}</p>`}
          ${warningsOf(item, locale).map((warning) => html`<p class="said warn">${warning}</p>`)}
          ${response ? answerBehind(response, { item, locale, campaigns }) : ''}
          ${reply ? replyBehind(reply, locale) : ''}
          ${note === null ? '' : html`<p><small>${noteInWords(note, locale)}</small></p>`}
          <form method="post" action="/work/close" class="filters">
            <input type="hidden" name="work" value="${workId}"><input type="hidden" name="page" value="${page}">
            <div><label for="by-${id}">${words.by}</label><input id="by-${id}" name="by" required maxlength="${LONGEST_NAME}"></div>
            <div class="wide"><label for="note-${id}">${words.note}</label><input id="note-${id}" name="note" required maxlength="${LONGEST_NOTE}" autocomplete="off"></div>
            ${kind === 'call-task' ? reachedField(locale) : ''}
            <button class="quiet">${words.close}</button>
          </form>
        </div>`
}

/** What was said when the work began; beside it what counts now, where that is another answer. */
function answerBehind(
  response: SurveyResponse,
  { item, locale, campaigns }: { readonly item: WorkItem; readonly locale: PageLocale; readonly campaigns: KnownCampaigns },
): Html {
  const standing = shownAnswer(response)
  const opening = openingAnswer(countingAnswers(response), item) ?? standing
  const survey = campaigns.survey(response.campaignId)
  const told = (answer: Answer) =>
    html`${scoreChip({ kind: response.kind, score: answer.score, locale })} ${originInWords(answer.origin, locale)}<br>${answerText(answer, { locale, survey })}`
  const words = WORDS[locale]
  const now = standing.score === opening.score ? words.again : words.changed
  return html`<blockquote>${told(opening)}${standing === opening ? '' : html`<br><small>${now}</small> ${told(standing)}`}</blockquote>`
}

const openingAnswer = (answers: readonly Answer[], { openedAt, score }: WorkItem): Answer | undefined =>
  answers.find((answer) => answer.at === openedAt && answer.score === score) ?? answers.find((answer) => answer.score === score)

const replyBehind = (reply: Reply, locale: PageLocale): Html =>
  html`<blockquote><small>${REPLY_WORDS[locale][reply.reading.kind]}: ${reply.subject}</small><br>${quoted(reply.reading.text, locale)}${attachmentsInWords(reply, locale)} <a href="${rawMailPath(reply)}" download>${WORDS[locale].raw}</a></blockquote>`
