/** What the person said, and the work that came of it. */
import { lines, type Row, type Telling } from '#cli/person-document/telling.ts'
import type { Reply } from '#core/reply/reply.ts'
import { type Answer, isSuspect, type SurveyResponse, standingAnswer } from '#core/survey/response.ts'
import { INDEX_HIGHEST, indexOf, type Rating } from '#core/survey/satisfaction-index.ts'
import { SCALES } from '#core/survey/scale.ts'
import { WORDINGS } from '#core/survey/wordings.ts'
import type { Instant } from '#core/time/instant.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { nameOf } from '#core/work/event-staff.ts'
import { closingOf } from '#core/work/standing.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import { openedAt, type WorkItem } from '#core/work/work-item.ts'
import { ratingsInWords } from '#web/staff/ratings.ts'
import { alsoLine } from '#web/staff/work-facts.ts'
import { ANSWER_WORDS } from '#web/words/answers.ts'
import { reachedInWords } from '#web/words/closings.ts'
import { REPLY_OUTCOME_WORDS, replyInWords } from '#web/words/replies.ts'
import { systemNotes, workInWords } from '#web/words/work.ts'
import { type EventTelling, eventInWords } from '#web/words/work-events.ts'

export function answerRows(response: SurveyResponse, tell: Telling): readonly Row[] {
  const { words, locale } = tell
  const standing = standingAnswer(response)
  return response.answers.map((answer) => {
    const { via, by, fromCompany } = answer.origin
    const came = via === 'staff' && by !== null ? `${words.via.staff}: ${by}` : words.via[via]
    return [
      tell.instant(answer.at),
      tell.campaignName(response.campaignId),
      scoreInWords(response, { answer, tell }),
      saidInWords(response, { answer, tell }),
      lines([
        came,
        fromCompany && ANSWER_WORDS[locale].fromCompany,
        isSuspect(answer) ? words.suspect : answer !== standing && words.replaced,
      ]),
    ]
  })
}

interface Told {
  readonly answer: Answer
  readonly tell: Telling
}

/** `2/5 (Không hài lòng)`; only the word on a scale of yes and no. */
function scoreInWords(
  { kind, campaignId }: SurveyResponse,
  { answer: { score, ratings }, tell: { locale, say, survey } }: Told,
): string {
  if (ratings) return lines([indexInWords(ratings), ratingsInWords(ratings, { locale, survey: survey(campaignId) })])
  if (score === null || kind === 'csi') return ANSWER_WORDS[locale].noScore
  const step = WORDINGS[kind].steps[score]
  if (kind === 'fcr') return step ? say(step) : String(score)
  return `${score}/${SCALES[kind].highest}${step ? ` (${say(step)})` : ''}`
}

/** None where an attribute was skipped: it would tell another matter. */
function indexInWords(ratings: readonly Rating[]): string | null {
  const index = indexOf(ratings)
  return index === null ? null : `${Math.round(index)}/${INDEX_HIGHEST}`
}

/** The reason, and every follow-up question with its answer. */
function saidInWords({ campaignId }: SurveyResponse, { answer: { why, followUps }, tell: { survey, say } }: Told): string {
  const more = Object.entries(followUps).map(([id, given]) => {
    const asked = survey(campaignId)?.followUps.find((question) => question.id === id)
    const texts = new Map(asked?.choices?.map((choice) => [choice.id, say(choice.text)]))
    const said = typeof given === 'string' ? given : given.map((choice) => texts.get(choice) ?? choice).join('; ')
    return `${asked ? say(asked.question) : `${id}:`} ${said}`
  })
  return lines([why, ...more])
}

export const replyRow = ({ receivedAt, subject, reading, attachments, outcome }: Reply, { instant, locale }: Telling): Row => [
  instant(receivedAt),
  subject,
  reading.text,
  attachments.map(({ name }) => name).join(', '),
  `${replyInWords({ reading, outcome }, locale)}; ${REPLY_OUTCOME_WORDS[locale][outcome]}`,
]

export function workRow(item: WorkItem, tell: Telling): Row {
  const { words, locale, instant, companyRules } = tell
  const deadlines = deadlinesOf(item, companyRules)
  const closing = closingOf(item)
  const telling = {
    locale,
    at: (at: Instant) => instant(at) ?? at,
    cases: companyRules.cases,
    departments: companyRules.departments,
    themes: companyRules.themes,
  }
  return [
    instant(openedAt(item)),
    lines([workInWords(item, locale), alsoLine({ item, deadlines }, telling)]),
    lines([instant(deadlines.begin), deadlines.done !== null && words.doneBy(instant(deadlines.done) ?? '')]),
    closing
      ? [words.workStates.closed, instant(closing.at), nameOf(closing.by), reachedInWords(closing, locale)]
          .filter(Boolean)
          .join(', ')
      : words.workStates.open,
    lines([...systemNotes(item, locale), ...item.events.map((event) => writtenInEvent(event, item, telling))]),
  ]
}

/** The note of a closing stands alone: its column has said already when and by whom. */
function writtenInEvent(event: WorkEvent, item: WorkItem, telling: EventTelling): string | null {
  const { what, note } = eventInWords(event, item, telling)
  switch (event.is) {
    case 'opened':
      return null
    // Which colleague has it says nothing about the person; what was written with it does.
    case 'assigned':
    case 'escalated':
    case 'handed-back':
    case 'asked-department':
    case 'department-accepted':
    case 'department-answered':
    case 'department-head-told':
    case 'question-withdrawn':
    case 'closed':
      return note
    // Which colleague was told of it says nothing about the person either.
    case 'reminded':
    case 'alerted':
    case 'told-news':
    case 'seen':
      return null
    default:
      return note === null ? what : `${what}: ${note}`
  }
}
