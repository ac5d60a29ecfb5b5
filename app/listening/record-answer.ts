/**
 * A customer's answer to an invitation, by page or by mail: one response for each invitation. The last answer counts, and the earlier ones are kept.
 * A low score opens follow-up work in the same call.
 */

import { openItem } from '#app/desk/open-item.ts'
import type { Events } from '#app/events.ts'
import { type AskedSurvey, type AskedSurveyPorts, askedSurvey } from '#app/listening/asked-survey.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ResponseStore } from '#app/ports/listening.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Customer } from '#core/customer/customer.ts'
import { nextAnswers } from '#core/survey/changed-response.ts'
import { bandOfGiven, pointsOf } from '#core/survey/given.ts'
import type { Suspicion } from '#core/survey/press.ts'
import {
  type Answer,
  type AnswerOrigin,
  countingAnswers,
  isSuspect,
  type SurveyResponse,
  standingAnswer,
} from '#core/survey/response.ts'
import { INDEX_HIGHEST } from '#core/survey/satisfaction-index.ts'
import { isAnswerTo } from '#core/survey/survey-form.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { type LowScore, lowScoreItem } from '#core/work/follow-up.ts'

export interface RecordAnswerPorts extends AskedSurveyPorts {
  readonly responses: Pick<ResponseStore, 'get' | 'put'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly work: Pick<WorkStore, 'open'>
  readonly events: Events
}

export interface GivenAnswer {
  readonly customerId: string
  /** Of the invitation, also when a reminder is answered. */
  readonly occurrenceId: string
  /** On the scale of the question, checked by the form's or the mail's reader (core/survey/survey-form.ts). */
  readonly answer: Pick<Answer, 'score' | 'ratings' | 'why' | 'followUps'>
  readonly origin: AnswerOrigin
  /** Why the answer looks like a machine's press: then it is kept and not counted. */
  readonly suspect?: Suspicion | undefined
  /** When the answer was given: for a mail, when it came in. */
  readonly at: Instant
}

export type AnswerRefusal = 'closed' | 'not-asked' | 'gone' | 'too-often'
/** `counts`: this answer is now the customer's answer. */
export type RecordedAnswer =
  | { readonly recorded: SurveyResponse | undefined; readonly counts: boolean }
  | { readonly refused: AnswerRefusal }

export type KeptAnswer =
  | (Extract<RecordedAnswer, { counts: boolean }> & { readonly low: LowScore | null })
  | Extract<RecordedAnswer, { refused: AnswerRefusal }>

/** Lost races for one response before giving up: one customer does not answer on so many devices at once. */
const TRIES = 10

export async function recordAnswer(ports: RecordAnswerPorts, given: GivenAnswer): Promise<RecordedAnswer> {
  const kept = await keepAnswer(ports, given)
  if ('refused' in kept) return kept
  if (kept.low) await openFollowUp(ports, kept.low)
  return { recorded: kept.recorded, counts: kept.counts }
}

/** Stores the answer alone: the caller follows up a low score together with the rest of the same mail. */
export async function keepAnswer(ports: Omit<RecordAnswerPorts, 'work'>, given: GivenAnswer): Promise<KeptAnswer> {
  const { customerId, occurrenceId, at } = given
  const customer = (await ports.customers.get(customerId))?.customer
  if (!customer) return { refused: 'gone' }
  const asked = await askedSurvey(ports, occurrenceId)
  if (!asked) return { refused: 'not-asked' }
  if (at >= asked.closesAt) return { refused: 'closed' }
  if (!isAnswerTo(asked.survey, given.answer))
    throw new RangeError(`${JSON.stringify(amountOf(given))} is no score of a ${asked.survey.kind} survey (${occurrenceId})`)
  const written = await writeAnswer(ports, { given, asked, customer })
  if ('refused' in written) return written
  const counts = !isSuspect(written.answer)
  return { recorded: written.response, counts, low: counts ? lowScoreIn(written.answer, { given, asked }) : null }
}

async function writeAnswer(
  { responses, companyRules, events }: Omit<RecordAnswerPorts, 'work'>,
  { given, asked, customer }: { given: GivenAnswer; asked: AskedSurvey; customer: Customer },
): Promise<{ readonly response: SurveyResponse | undefined; readonly answer: Answer } | { readonly refused: 'too-often' }> {
  const { customerId, occurrenceId, at, origin, suspect } = given
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const known = await responses.get({ customerId, occurrenceId })
    const next = nextAnswers(known?.answers ?? [], { ...given.answer, at, origin, ...(suspect && { suspect }) })
    if ('refused' in next) return next
    if ('unkept' in next) return { response: known, answer: next.unkept }
    if ('unchanged' in next && known) return { response: known, answer: next.unchanged }
    if ('unchanged' in next) throw new Error(`an answer to ${occurrenceId} that is the same as none`)
    const answeredOn = known && standingAnswer(known) ? known.answeredOn : localDateAt(at, companyRules.company.zone)
    const response: SurveyResponse = known
      ? { ...known, answeredOn, answers: [...next.answers], version: known.version + 1 }
      : {
          customerId,
          occurrenceId,
          campaignId: asked.campaignId,
          campaignVersion: asked.campaignVersion,
          kind: asked.survey.kind,
          relationship: asked.survey.relationship,
          locale: customer.locale,
          answeredOn,
          answers: [...next.answers],
          version: 0,
        }
    if ((await responses.put(response)) === 'lost') continue
    if (!suspect) events.surveyAnswered({ customerId, occurrenceId, via: origin.via, answers: countingAnswers(response).length })
    return { response, answer: next.given }
  }
  throw new Error(`the response of ${customerId} to ${occurrenceId} keeps changing`)
}

/** Also for an answer that was stored before: a crash between the two writes loses no follow-up. */
function lowScoreIn(
  answer: Answer,
  { given: { customerId, occurrenceId }, asked }: { given: GivenAnswer; asked: AskedSurvey },
): LowScore | null {
  const score = pointsOf(answer)
  if (score === null || bandOfGiven(asked.survey.kind, answer) !== 'low') return null
  const { origin, at } = answer
  const replyId = origin.via === 'reply' ? origin.by : null
  const outOf = answer.ratings && { outOf: INDEX_HIGHEST }
  return { customerId, occurrenceId, campaignId: asked.campaignId, score, ...outOf, replyId, at }
}

const amountOf = ({ answer: { score, ratings } }: GivenAnswer) => ratings ?? score

const openFollowUp = (ports: RecordAnswerPorts, low: LowScore) => openItem(ports, lowScoreItem(low, ports.companyRules))
