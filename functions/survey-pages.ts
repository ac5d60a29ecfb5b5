/**
 * Answering a survey by its link. Opening it shows the question with the tapped score chosen and records nothing, however often and by
 * whomever; the form records, and leads on by a redirect, so that loading the page again sends nothing again.
 */
import type { Context } from 'hono'
import { type AskedSurvey, askedSurvey } from '#app/asked-survey.ts'
import type { ResponseStore } from '#app/listening-ports.ts'
import type { CustomerStore, Seals } from '#app/ports.ts'
import { type AnswerRefusal, type RecordAnswerPorts, recordAnswer } from '#app/record-answer.ts'
import type { Customer } from '#core/customer/customer.ts'
import { type Answer, type AnswerOrigin, type SurveyResponse, standingAnswer } from '#core/survey/response.ts'
import {
  checkFollowUpForm,
  checkScoreForm,
  type FollowUpAnswers,
  followUpsFor,
  SCORE_FIELD,
  WHY_FIELD,
  writtenScore,
} from '#core/survey/survey-form.ts'
import type { Instant } from '#core/time/instant.ts'
import { ownNetworks } from '#functions/own-networks.ts'
import { deadLink, formOf, frameFor, type PagesOf, visitorAddress } from '#functions/page-request.ts'
import type { DeadLink } from '#web/pages/link-notices.ts'
import { surveyPage } from '#web/pages/survey.ts'
import { type NotTaken, notTakenPage } from '#web/pages/survey-notices.ts'
import { thanksPage } from '#web/pages/survey-thanks.ts'

export interface SurveyPagesPorts extends RecordAnswerPorts {
  readonly customers: CustomerStore
  readonly responses: ResponseStore
  readonly seals: Pick<Seals, 'openLink' | 'networkHash'>
}

interface Visit {
  readonly customer: Customer
  readonly asked: AskedSurvey
  readonly response: SurveyResponse | undefined
  /** The path of the question; the others begin with it. */
  readonly path: string
}

export function surveyPages({ app, ports, clock }: PagesOf<SurveyPagesPorts>): void {
  const { company } = ports.house
  const isOwnNetwork = ownNetworks(company.ownNetworks)
  const originOf = (context: Context): AnswerOrigin => {
    const address = visitorAddress(context)
    return {
      via: 'page',
      by: null,
      network: address === null ? null : ports.seals.networkHash(address),
      fromCompany: address !== null && isOwnNetwork(address),
    }
  }
  const frameOf = ({ customer, asked: { survey, lastDay } }: Visit) => ({ ...frameFor(customer, company), survey, lastDay })
  const notTaken = (context: Context, visit: Visit, because: NotTaken) =>
    context.html(notTakenPage({ ...frameOf(visit), because }), because === 'closed' ? 410 : 429)
  const refused = (context: Context, visit: Visit, because: AnswerRefusal) =>
    because === 'closed' || because === 'too-often'
      ? notTaken(context, visit, because)
      : deadLink(context, company, because === 'gone' ? 'gone' : 'broken')

  /** Only with a link that is ours, of somebody we know, about something we asked and may still be told. */
  const opened =
    (answer: (context: Context, visit: Visit) => Promise<Response> | Response) =>
    async (context: Context): Promise<Response> => {
      const now = clock()
      const visit = await openVisit(ports, context, now)
      if (typeof visit === 'string') return deadLink(context, company, visit)
      return now >= visit.asked.closesAt ? notTaken(context, visit, 'closed') : answer(context, visit)
    }

  const record = (context: Context, { customer, asked }: Visit, answer: Pick<Answer, 'score' | 'why' | 'followUps'>) =>
    recordAnswer(ports, {
      customerId: customer.customerId,
      occurrenceId: asked.occurrenceId,
      answer,
      origin: originOf(context),
      at: clock(),
    })

  app.get(
    '/s/:token',
    opened((context, visit) => {
      const standing = visit.response && standingAnswer(visit.response)
      const tapped = writtenScore(visit.asked.survey.kind, context.req.query(SCORE_FIELD))
      return context.html(
        surveyPage({
          ...frameOf(visit),
          score: tapped ?? standing?.score ?? null,
          why: standing?.why ?? '',
          recorded: standing,
          problems: [],
          sendTo: visit.path,
        }),
      )
    }),
  )
  app.post(
    '/s/:token',
    opened(async (context, visit) => {
      const { survey } = visit.asked
      const form = await formOf(context)
      const checked = checkScoreForm(survey, form)
      if ('problems' in checked) {
        const score = writtenScore(survey.kind, form[SCORE_FIELD]) ?? null
        const why = typeof form[WHY_FIELD] === 'string' ? form[WHY_FIELD] : ''
        const { problems } = checked
        const recorded = visit.response && standingAnswer(visit.response)
        return context.html(surveyPage({ ...frameOf(visit), score, why, recorded, problems, sendTo: visit.path }), 422)
      }
      const followUps = stillAsked(visit, checked.value.score)
      const done = await record(context, visit, { ...checked.value, followUps })
      return 'refused' in done ? refused(context, visit, done.refused) : context.redirect(`${visit.path}/thanks`, 303)
    }),
  )

  const thanks = (context: Context, visit: Visit, said: Pick<Parameters<typeof thanksPage>[0], 'isMoreSaid' | 'problems'>) => {
    if (!visit.response) return context.redirect(visit.path, 303)
    const answer = standingAnswer(visit.response)
    const page = thanksPage({ ...frameOf(visit), answer, change: visit.path, moreTo: `${visit.path}/more`, ...said })
    return context.html(page, said.problems.length > 0 ? 422 : 200)
  }
  app.get(
    '/s/:token/thanks',
    opened((context, visit) => thanks(context, visit, { isMoreSaid: context.req.query('more') === 'yes', problems: [] })),
  )
  app.post(
    '/s/:token/more',
    opened(async (context, visit) => {
      // Nothing was answered yet, so there is nothing to add to.
      if (!visit.response) return context.redirect(visit.path, 303)
      const { score, why } = standingAnswer(visit.response)
      const questions = followUpsFor(visit.asked.survey, score)
      const checked = checkFollowUpForm(questions, await formOf(context, { all: true }))
      if ('problems' in checked) return thanks(context, visit, { isMoreSaid: false, problems: checked.problems })
      const done = await record(context, visit, { score, why, followUps: { ...checked.value } })
      return 'refused' in done ? refused(context, visit, done.refused) : context.redirect(`${visit.path}/thanks?more=yes`, 303)
    }),
  )
}

async function openVisit(ports: SurveyPagesPorts, context: Context, now: Instant): Promise<Visit | DeadLink> {
  const token = context.req.param('token') ?? ''
  const link = ports.seals.openLink(token, { use: 'survey', now })
  if (link === 'expired') return 'expired'
  const [customerId, occurrenceId] = link?.fields ?? []
  if (customerId === undefined || occurrenceId === undefined) return 'broken'
  const [person, asked, response] = await Promise.all([
    ports.customers.get(customerId),
    askedSurvey(ports, occurrenceId),
    ports.responses.get({ customerId, occurrenceId }),
  ])
  if (!person) return 'gone'
  return asked ? { customer: person.customer, asked, response, path: `/s/${token}` } : 'broken'
}

/** Somebody who changes the score keeps what they said besides, as far as it is still asked. */
function stillAsked({ asked, response }: Visit, score: number): Record<string, string | string[]> {
  const given: FollowUpAnswers = response ? standingAnswer(response).followUps : {}
  const ids = new Set(followUpsFor(asked.survey, score).map(({ id }) => id))
  return Object.fromEntries(Object.entries(given).filter(([id]) => ids.has(id)))
}
