/** What became of everybody who was asked in one occurrence of a survey, and what they answered. Adds up to `sent`; no answers are no data. */
import { html } from 'hono/html'
import type { SurveyDefinition, SurveyKind } from '#core/campaign/survey-definition.ts'
import { type Given, pointsOf } from '#core/survey/given.ts'
import { INVITATION_STATES, type InvitationState } from '#core/survey/invitation-state.ts'
import { countingAnswers, type SurveyResponse, shownAnswer, standingAnswer } from '#core/survey/response.ts'
import { scoresOf } from '#core/survey/scale.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import type { Html } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { answerText, originInWords, scoreChip, suspicionInWords } from '#web/staff/answers.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import type { Frame } from '#web/staff/frame.ts'
import { pageLinks } from '#web/staff/page-links.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { scoreSummary } from '#web/staff/score-summary.ts'
import { table } from '#web/staff/table.ts'
import { ANSWER_WORDS, INVITATION_WORDS } from '#web/words/answers.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { onlyFor } from '#web/words/roles.ts'
import { writtenCount, writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Lời mời khảo sát',
    sent: 'đã gửi',
    until: (day: string) => `Nhận trả lời đến hết ngày ${day}.`,
    adds: 'cộng lại vừa đủ',
    differs: (sum: string) => `không khớp: cộng lại được ${sum}`,
    scores: 'Điểm',
    noData: 'Chưa có dữ liệu: chưa ai cho điểm.',
    n: (n: string) => `n = ${n}`,
    each: 'Từng điểm',
    answers: 'Từng câu trả lời',
    answerColumns: ['Khách hàng', 'Điểm', 'Lời của khách', 'Lúc và cách trả lời'],
    none: 'Chưa ai trả lời.',
  },
  en: {
    title: 'Invitations',
    sent: 'sent',
    until: (day: string) => `Can be answered until the end of ${day}.`,
    adds: 'adds up',
    differs: (sum: string) => `does not add up: ${sum}`,
    scores: 'Scores',
    noData: 'No data: nobody has given a score.',
    n: (n: string) => `n = ${n}`,
    each: 'By score',
    answers: 'Each answer',
    answerColumns: ['Customer', 'Score', 'In their words', 'When and how'],
    none: 'Nobody has answered yet.',
  },
})

export interface Invitations {
  readonly is: 'counted'
  readonly asked: { readonly occurrenceId: string; readonly survey: SurveyDefinition; readonly lastDay: LocalDate }
  readonly sent: number
  readonly counts: Readonly<Record<InvitationState, number>>
  /** Of everybody who answered. */
  readonly responses: readonly SurveyResponse[]
  /** Those on this page. */
  readonly answers: readonly OneAnswer[]
  /** From 1. */
  readonly page: number
  readonly isMore: boolean
}

interface OneAnswer {
  readonly customerId: string
  /** Undefined when they are gone. */
  readonly name: string | undefined
  readonly response: SurveyResponse
}

export function invitationsSection(invitations: Invitations, frame: Frame): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const { asked, page, isMore } = invitations
  const link = (to: number) => `${pathWith(occurrencePath(asked.occurrenceId), { answers: to })}#answers`
  return html`<section id="invitations">
        <h2>${words.title}</h2>
        <p class="quiet">${words.until(shortDate(asked.lastDay, locale))}</p>
        ${statesEquation(invitations, frame)}
        <h3>${words.scores}</h3>
        ${scoreTable(invitations, frame)}
        <h3 id="answers">${words.answers}</h3>
        ${
          notPermitted(frame, 'see-people') === null
            ? html`${answerTable(invitations, frame)}${pageLinks({ page, isMore, link, locale })}`
            : html`<p class="quiet">${onlyFor('see-people', locale)}</p>`
        }
      </section>`
}

function statesEquation({ counts, sent }: Invitations, { locale }: Frame): Html {
  const words = WORDS[locale]
  const sum = INVITATION_STATES.reduce((total, state) => total + counts[state], 0)
  const term = (sign: string, { line, name, count, tone }: { line: string; name: string; count: number; tone: string }) =>
    html`<li>${sign === '' ? '' : html`<span class="sign">${sign}</span>`}<span class="term ${tone}" data-invitations="${line}"><b>${writtenCount(count, locale)}</b><small>${name}</small></span></li>`
  return html`<ul class="equation">
          ${term('', { line: 'sent', name: words.sent, count: sent, tone: 'total' })}
          ${INVITATION_STATES.map((state, at) =>
            term(at === 0 ? '=' : '+', {
              line: state,
              name: INVITATION_WORDS[locale][state],
              count: counts[state],
              tone: counts[state] === 0 ? 'none' : state === 'undeliverable' ? 'bad' : '',
            }),
          )}
        </ul>
        <p><small>${sum === sent ? `✓ ${words.adds}` : words.differs(writtenCount(sum, locale))}</small></p>`
}

function scoreTable({ asked, responses }: Invitations, { locale }: Frame): Html {
  const words = WORDS[locale]
  const { survey } = asked
  const given = responses.flatMap((response) => standingAnswer(response) ?? []).filter((answer) => pointsOf(answer) !== null)
  if (given.length === 0) return html`<p class="quiet" data-scores="none">${words.noData}</p>`
  const each = eachScore(survey.kind, given)
  return html`${scoreSummary({ survey, given, label: words.scores, locale })}
        <p class="quiet"><small>${words.n(writtenCount(given.length, locale))}${each === null ? '' : ` · ${words.each}: ${each}`}</small></p>`
}

/** How often each score was given; null where two bands or an index tell it better. */
function eachScore(kind: SurveyKind, given: readonly Given[]): string | null {
  if (kind === 'fcr' || kind === 'csi') return null
  return scoresOf(kind)
    .map((step) => `${step}: ${given.filter(({ score }) => score === step).length}`)
    .join(' · ')
}

function answerTable({ answers, asked }: Invitations, { locale, company }: Frame): Html {
  const words = WORDS[locale]
  const rows = answers.map(({ customerId, name, response }) => {
    const answer = shownAnswer(response)
    const changes = countingAnswers(response).length - 1
    return [
      customerLink({ customerId, name, anchor: 'timeline' }, locale),
      scoreChip({ kind: response.kind, answer, locale }),
      answerText(answer, { locale, survey: asked.survey }),
      html`<span class="days">${writtenInstant(answer.at, { zone: company.zone, locale })}</span><br>${originInWords(answer.origin, locale)}${suspicionInWords(answer, locale)}${changes > 0 ? html` <small>${ANSWER_WORDS[locale].changed(changes)}</small>` : ''}`,
    ]
  })
  return table({ locale, label: words.answers, headings: words.answerColumns, rows, empty: words.none })
}
