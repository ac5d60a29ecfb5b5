/**
 * Answering a survey by its link. Opening it shows the question with the tapped score chosen and records nothing, however often and by
 * whomever; the form records, and leads on by a redirect, so that loading the page again sends nothing again. A press that looks like a
 * machine's is kept as suspect, and the page asks for one more.
 */
import type { Context } from 'hono'
import { type AnswerRefusal, type RecordAnswerPorts, recordAnswer } from '#app/listening/record-answer.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ResponseStore } from '#app/ports/listening.ts'
import type { LinkSeals, NetworkHashes } from '#app/ports/secrets.ts'
import type { Given } from '#core/survey/given.ts'
import type { Answer, AnswerOrigin } from '#core/survey/response.ts'
import { checkFollowUpForm, checkScoreForm, followUpsFor, SCORE_FIELD, typedIn, writtenScore } from '#core/survey/survey-form.ts'
import { inNetworks } from '#functions/customer/company-networks.ts'
import { deadLink, formOf, frameFor, type PagesOf, visitorAddress } from '#functions/customer/page-request.ts'
import { type PressSeen, shownForms } from '#functions/customer/shown-form.ts'
import { openVisit, stillAsked, type Visit } from '#functions/customer/survey-visit.ts'
import { type FormSeals, fieldsOf, pressAgainPage } from '#web/customer/confirming-form.ts'
import { heldAnswer } from '#web/customer/held-answer.ts'
import { surveyPage } from '#web/customer/survey.ts'
import { type NotTaken, notTakenPage } from '#web/customer/survey-notices.ts'
import { thanksPage } from '#web/customer/survey-thanks.ts'

export interface SurveyPagesPorts extends RecordAnswerPorts {
  readonly customers: CustomerStore
  readonly responses: ResponseStore
  readonly seals: LinkSeals & NetworkHashes
}

export function surveyPages({ app, ports, clock, formClock }: PagesOf<SurveyPagesPorts>): void {
  const { company } = ports.companyRules
  const isOwnNetwork = inNetworks(company.ownNetworks)
  const forms = shownForms(ports.seals, formClock)
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

  /** Only with a link that is ours, of a known customer, about a survey that is still open. */
  const opened =
    (answer: (context: Context, visit: Visit) => Promise<Response> | Response) =>
    async (context: Context): Promise<Response> => {
      const now = clock()
      const visit = await openVisit(ports, context, now)
      if (typeof visit === 'string') return deadLink(context, company, visit)
      return now >= visit.asked.closesAt ? notTaken(context, visit, 'closed') : answer(context, visit)
    }

  /** Records what was said, and leads to `next`; or asks for one more press, which goes where the first went. */
  async function record(
    context: Context,
    visit: Visit,
    { answer, asked, suspected, form, sendTo, next }: Said,
  ): Promise<Response> {
    const { customerId } = visit.customer
    const { occurrenceId, survey } = visit.asked
    const { standing } = visit
    const suspect = suspected?.because
    if (suspect) ports.events.pressSuspected({ customerId, page: 'survey', because: suspect })
    const done = await recordAnswer(ports, {
      customerId,
      occurrenceId,
      answer,
      origin: originOf(context),
      suspect,
      at: clock(),
    })
    if ('refused' in done) return refused(context, visit, done.refused)
    if (suspected === null || done.counts) return context.redirect(next, 303)
    const frame = frameFor(visit.customer, company)
    const held = heldAnswer({ survey, address: frame.address, standing, answer, form: asked })
    return context.html(pressAgainPage({ ...frame, ...suspected.again, ...held, fields: fieldsOf(form), sendTo }))
  }

  app.get(
    '/s/:token',
    opened((context, visit) => {
      const { standing } = visit
      const tapped = writtenScore(visit.asked.survey.kind, context.req.query(SCORE_FIELD))
      return context.html(
        surveyPage({
          ...frameOf(visit),
          given: tapped === undefined ? givenOf(standing) : { score: tapped },
          why: standing?.why ?? '',
          recorded: standing,
          problems: [],
          seals: forms.show(context, visit.path),
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
      const suspected = await forms.pressed(context, { path: visit.path, form })
      const checked = checkScoreForm(survey, form)
      if ('problems' in checked) {
        const { why, ...given } = typedIn(survey, form)
        const { problems } = checked
        const { path: sendTo, standing: recorded } = visit
        const seals = suspected?.again.seals ?? forms.show(context, sendTo)
        return context.html(surveyPage({ ...frameOf(visit), given, why, recorded, problems, seals, sendTo }), 422)
      }
      const answer = { ...checked.value, followUps: stillAsked(visit, checked.value) }
      const [sendTo, next] = [visit.path, `${visit.path}/thanks`]
      return record(context, visit, { answer, asked: 'score', suspected, form, sendTo, next })
    }),
  )

  interface Thanks extends Pick<Parameters<typeof thanksPage>[0], 'isMoreSaid' | 'problems'> {
    readonly seals?: FormSeals | undefined
  }
  const thanks = (context: Context, visit: Visit, { seals = forms.show(context, visit.path), ...said }: Thanks) => {
    const { standing: answer, path } = visit
    if (!answer) return context.redirect(path, 303)
    const page = thanksPage({ ...frameOf(visit), answer, change: path, moreTo: `${path}/more`, seals, ...said })
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
      if (!visit.standing) return context.redirect(visit.path, 303)
      const { why } = visit.standing
      const given = givenOf(visit.standing)
      const form = await formOf(context, { all: true })
      const suspected = await forms.pressed(context, { path: visit.path, form })
      const checked = checkFollowUpForm(followUpsFor(visit.asked.survey, given), form)
      if ('problems' in checked)
        return thanks(context, visit, { isMoreSaid: false, problems: checked.problems, seals: suspected?.again.seals })
      const answer = { ...given, why, followUps: { ...checked.value } }
      const [sendTo, next] = [`${visit.path}/more`, `${visit.path}/thanks?more=yes`]
      return record(context, visit, { answer, asked: 'more', suspected, form, sendTo, next })
    }),
  )
}

const givenOf = (answer: Answer | undefined): Given => ({
  score: answer?.score ?? null,
  ...(answer?.ratings && { ratings: answer.ratings }),
})

interface Said {
  readonly answer: Pick<Answer, 'score' | 'ratings' | 'why' | 'followUps'>
  /** By the form that asked for it. */
  readonly asked: 'score' | 'more'
  readonly suspected: PressSeen
  /** As it was posted. */
  readonly form: Readonly<Record<string, unknown>>
  readonly sendTo: string
  readonly next: string
}
