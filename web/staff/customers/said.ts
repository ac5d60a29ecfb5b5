/** What a customer was asked and said: every survey with every answer, every mail, and the work that came of it. */

import { html } from 'hono/html'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Reply } from '#core/reply/reply.ts'
import type { InvitationState } from '#core/survey/invitation-state.ts'
import { type Answer, countingAnswers, isSuspect, type SurveyResponse, standingAnswer } from '#core/survey/response.ts'
import type { Instant } from '#core/time/instant.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { isOpen, stateOf } from '#core/work/standing.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { answerText, originInWords, quoted, scoreChip, suspicionInWords } from '#web/staff/answers.ts'
import { chip, type Frame, table } from '#web/staff/frame.ts'
import { attachmentsInWords, rawMailLink, replyChips } from '#web/staff/heard-cells.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import { workPath } from '#web/staff/paths.ts'
import { alsoLine } from '#web/staff/work-facts.ts'
import { historyList } from '#web/staff/work-history.ts'
import { INVITATION_WORDS } from '#web/words/answers.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { systemNotes, WORK_STATE_WORDS, workInWords } from '#web/words/work.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    surveys: 'Khảo sát: đã hỏi và đã trả lời',
    surveyColumns: ['Khảo sát', 'Hỏi lúc', 'Tình trạng', 'Câu trả lời'],
    neverAsked: 'Chưa hỏi lần nào.',
    standing: 'đang tính',
    before: 'trước đó',
    replies: 'Thư của khách',
    replyColumns: ['Lúc', 'Là gì', 'Lời của khách', 'Về'],
    noReplies: 'Chưa viết thư nào.',
    work: 'Việc của nhân viên',
    workColumns: ['Việc', 'Hạn', 'Tình trạng', 'Diễn biến'],
    noWork: 'Không có việc nào.',
    late: 'trễ',
    toWork: 'mở trang việc',
  },
  en: {
    surveys: 'Surveys: asked and answered',
    surveyColumns: ['Survey', 'Asked at', 'State', 'Answers'],
    neverAsked: 'Has never been asked.',
    standing: 'counts',
    before: 'before',
    replies: 'Mails from them',
    replyColumns: ['At', 'What', 'In their words', 'About'],
    noReplies: 'Has written no mail.',
    work: 'Work for staff',
    workColumns: ['Work', 'Due', 'State', 'History'],
    noWork: 'No work.',
    late: 'late',
    toWork: 'to the work page',
  },
})

export interface Said {
  readonly asked: readonly Asked[]
  readonly replies: readonly Reply[]
  readonly work: readonly WorkItem[]
  /** By which the deadlines of the work are found. */
  readonly rules: CompanyRules
}

export interface Asked {
  readonly occurrenceId: string
  /** Null when the touch is gone: only the answer tells that there was one. */
  readonly at: Instant | null
  readonly state: InvitationState | null
  readonly response: SurveyResponse | undefined
}

interface Around {
  readonly frame: Frame
  readonly campaigns: CampaignNames
}

export function saidSections({ asked, replies, work, rules }: Said, around: Around): Html {
  const words = WORDS[around.frame.locale]
  return html`<section id="answers"><h2>${words.surveys}</h2>${surveyTable(asked, around)}</section>
      <section id="replies"><h2>${words.replies}</h2>${replyTable(replies, around)}</section>
      <section id="work"><h2>${words.work}</h2>${workTable({ work, rules }, around)}</section>`
}

function surveyTable(asked: readonly Asked[], { frame, campaigns }: Around): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const rows = asked.map(({ occurrenceId, at: askedAt, state, response }) => [
    occurrenceLink(occurrenceId, { campaigns, locale }),
    askedAt === null ? '–' : html`<span class="days">${at(askedAt)}</span>`,
    state === null ? '–' : chip(INVITATION_WORDS[locale][state], state === 'answered' ? 'good' : 'quiet'),
    response ? answerHistory(response, { frame, campaigns }) : '',
  ])
  return table({ locale, label: words.surveys, headings: words.surveyColumns, rows, empty: words.neverAsked })
}

/** The latest first. The latest that is not suspect counts, the others are kept. */
function answerHistory(response: SurveyResponse, { frame: { locale, company }, campaigns }: Around): Html {
  const words = WORDS[locale]
  const { kind, answers, campaignId } = response
  const standing = standingAnswer(response)
  const isOneOfMany = countingAnswers(response).length > 1
  const place = (answer: Answer) => (answer === standing ? words.standing : words.before)
  const line = (answer: Answer) =>
    html`<li>${scoreChip({ kind, score: answer.score, locale })} ${writtenInstant(answer.at, { zone: company.zone, locale })} ${originInWords(answer.origin, locale)}${answer.origin.network === null ? '' : html` <small><code>${answer.origin.network.slice(0, 8)}</code></small>`}${isOneOfMany && !isSuspect(answer) ? html` <small>(${place(answer)})</small>` : ''}${suspicionInWords(answer, locale)}<br>${answerText(answer, { locale, survey: campaigns.survey(campaignId) })}</li>`
  return html`<ul class="plain">${answers.toReversed().map(line)}</ul>`
}

function replyTable(replies: readonly Reply[], { frame, campaigns }: Around): Html {
  const { locale, company } = frame
  const words = WORDS[locale]
  const rows = replies
    .toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1))
    .map((reply) => [
      html`<span class="days">${writtenInstant(reply.receivedAt, { zone: company.zone, locale })}</span>`,
      replyChips(reply, locale),
      html`<b>${reply.subject}</b><br>${quoted(reply.reading.text, locale)}${attachmentsInWords(reply, locale)}`,
      html`${reply.occurrenceId === null ? '' : html`${occurrenceLink(reply.occurrenceId, { campaigns, locale })}<br>`}${rawMailLink(reply, locale)}`,
    ])
  return table({ locale, label: words.replies, headings: words.replyColumns, rows, empty: words.noReplies })
}

function workTable({ work, rules }: Pick<Said, 'work' | 'rules'>, { frame }: Around): Html {
  const { locale, company, now } = frame
  const words = WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const rows = work
    .toSorted((a, b) => (openedAt(a) > openedAt(b) ? -1 : 1))
    .map((item) => {
      const deadlines = deadlinesOf(item, rules)
      const also = alsoLine({ item, deadlines }, { locale, at })
      const late = deadlines.begin <= now ? html` ${chip(words.late, 'warn')}` : ''
      return [
        html`${workInWords(item, locale)}${also === null ? '' : html`<br><small>${also}</small>`}`,
        html`<span class="days">${at(deadlines.begin)}</span>`,
        isOpen(item)
          ? html`${chip(WORK_STATE_WORDS[locale][stateOf(item)], 'plain')}${late} <a href="${workPath(item.workId)}">${words.toWork}</a>`
          : html`<small>${WORK_STATE_WORDS[locale].closed}</small>`,
        html`${systemNotes(item, locale).map((note) => html`<p><small>${note}</small></p>`)}${historyList(item, { locale, at })}`,
      ]
    })
  return table({ locale, label: words.work, headings: words.workColumns, rows, empty: words.noWork })
}
