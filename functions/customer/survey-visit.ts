/** A visit by the link of a survey: who comes, to which question, and what they answered before. */
import type { Context } from 'hono'
import { type AskedSurvey, type AskedSurveyPorts, askedSurvey } from '#app/listening/asked-survey.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { ResponseStore } from '#app/ports/listening.ts'
import type { LinkSeals } from '#app/ports/secrets.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Given } from '#core/survey/given.ts'
import { type Answer, standingAnswer } from '#core/survey/response.ts'
import { type FollowUpAnswers, followUpsFor } from '#core/survey/survey-form.ts'
import type { Instant } from '#core/time/instant.ts'
import type { DeadLink } from '#web/customer/link-notices.ts'

interface VisitPorts extends AskedSurveyPorts {
  readonly customers: Pick<CustomerStore, 'get'>
  readonly responses: Pick<ResponseStore, 'get'>
  readonly seals: Pick<LinkSeals, 'openLink'>
}

export interface Visit {
  readonly customer: Customer
  readonly asked: AskedSurvey
  /** The answer that counts so far. */
  readonly standing: Answer | undefined
  /** The path of the question; the others begin with it. */
  readonly path: string
}

export async function openVisit(ports: VisitPorts, context: Context, now: Instant): Promise<Visit | DeadLink> {
  const token = context.req.param('token') ?? ''
  const link = await ports.seals.openLink(token, { use: 'survey', now })
  if (link === 'expired') return 'expired'
  const [customerId, occurrenceId] = link?.fields ?? []
  if (customerId === undefined || occurrenceId === undefined) return 'broken'
  const [person, asked, response] = await Promise.all([
    ports.customers.get(customerId),
    askedSurvey(ports, occurrenceId),
    ports.responses.get({ customerId, occurrenceId }),
  ])
  if (!person) return 'gone'
  const standing = response && standingAnswer(response)
  return asked ? { customer: person.customer, asked, standing, path: `/s/${token}` } : 'broken'
}

/** Somebody who changes the score keeps what they said besides, as far as it is still asked. */
export function stillAsked({ asked, standing }: Visit, changed: Given): Record<string, string | string[]> {
  const given: FollowUpAnswers = standing?.followUps ?? {}
  const ids = new Set(followUpsFor(asked.survey, changed).map(({ id }) => id))
  return Object.fromEntries(Object.entries(given).filter(([id]) => ids.has(id)))
}
