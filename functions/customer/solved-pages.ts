/**
 * The two buttons of the mail that asks whether a case is solved. Opening the page changes nothing, whichever button was tapped; its forms act, and
 * lead on by a redirect. A press that looks like a machine's changes nothing and asks for one more: no machine closes a complaint.
 */
import type { Context } from 'hono'
import { type CustomerSaidPorts, customerSaid } from '#app/desk/customer-said.ts'
import type { Events } from '#app/events.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LinkSeals } from '#app/ports/secrets.ts'
import { staffText } from '#core/campaign/staff-text.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { CustomerSaid } from '#core/work/case/customer-event.ts'
import { answerTo, isOutdated, questionIn } from '#core/work/case/solved-question.ts'
import { isOpen } from '#core/work/standing.ts'
import { type Case, openedAt } from '#core/work/work-item.ts'
import { deadLink, formOf, frameFor, type PagesOf } from '#functions/customer/page-request.ts'
import { shownForms } from '#functions/customer/shown-form.ts'
import { fieldsOf, pressAgainPage } from '#web/customer/confirming-form.ts'
import type { DeadLink } from '#web/customer/link-notices.ts'
import {
  heldWord,
  notNotedPage,
  outdatedPage,
  SAID_FIELD,
  SAID_VALUES,
  type SaidValue,
  saidPage,
  solvedPage,
  WORDS_FIELD,
} from '#web/customer/solved.ts'

export interface SolvedPagesPorts extends CustomerSaidPorts {
  readonly events: CustomerSaidPorts['events'] & Pick<Events, 'pressSuspected'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly seals: LinkSeals
}

/** Of what a customer writes here. */
const LONGEST_WORDS = 2_000

export function solvedPages({ app, ports, clock, formClock }: PagesOf<SolvedPagesPorts>): void {
  const { company } = ports.companyRules
  const forms = shownForms(ports.seals, formClock)
  const frameOf = ({ customer, item }: Visit) => ({
    ...frameFor(customer, company),
    openedOn: localDateAt(openedAt(item), customer.zone),
  })

  /** Only with a link that is ours, about a case that still waits for this answer. */
  const opened =
    (answer: (context: Context, visit: Visit) => Promise<Response> | Response) =>
    async (context: Context): Promise<Response> => {
      const visit = await visitOf(ports, context, clock())
      if (typeof visit === 'string') return deadLink(context, company, visit)
      return isOutdated(visit.item, visit.mailId) ? context.html(outdatedPage(frameOf(visit)), 410) : answer(context, visit)
    }

  app.get(
    '/c/:token',
    opened((context, visit) =>
      context.html(
        solvedPage({
          ...frameOf(visit),
          tapped: valueIn(context.req.query(SAID_FIELD)),
          said: visit.said,
          seals: forms.show(context, visit.path),
          sendTo: visit.path,
        }),
      ),
    ),
  )
  app.post(
    '/c/:token',
    opened(async (context, visit) => {
      const form = await formOf(context)
      const value = valueIn(form[SAID_FIELD])
      const { path, workId, mailId, customer, said } = visit
      const { customerId } = customer
      const suspected = await forms.pressed(context, { path, form })
      if (value === null) {
        const seals = suspected?.again.seals ?? forms.show(context, path)
        return context.html(solvedPage({ ...frameOf(visit), tapped: null, said, seals, sendTo: path }), 422)
      }
      const written = form[WORDS_FIELD]
      const words = value === 'yes' || typeof written !== 'string' ? '' : staffText(written).slice(0, LONGEST_WORDS)
      if (suspected) {
        ports.events.pressSuspected({ customerId, page: 'solved', because: suspected.because })
        const frame = frameOf(visit)
        const held = heldWord(frame, { value, words })
        return context.html(pressAgainPage({ ...frame, ...suspected.again, ...held, fields: fieldsOf(form), sendTo: path }))
      }
      const done = await customerSaid(ports, { workId, customerId, mailId, solved: value === 'yes', words, at: clock() })
      if (!('refused' in done)) return context.redirect(`${path}/said`, 303)
      switch (done.refused) {
        case 'outdated':
          return context.html(outdatedPage(frameOf(visit)), 410)
        case 'full':
          return context.html(notNotedPage({ ...frameOf(visit), words }), 409)
        case 'gone':
          return deadLink(context, company, 'gone')
      }
    }),
  )
  app.get(
    '/c/:token/said',
    opened((context, visit) => {
      const { said, item, path } = visit
      if (!said) return context.redirect(path, 303)
      return context.html(saidPage({ ...frameOf(visit), said, isOpen: isOpen(item), change: path }))
    }),
  )
}

const valueIn = (written: unknown): SaidValue | null => SAID_VALUES.find((value) => value === written) ?? null

interface Visit {
  readonly customer: Customer
  readonly item: Case
  readonly workId: string
  readonly mailId: string
  /** What they said before. */
  readonly said: CustomerSaid | undefined
  readonly path: string
}

async function visitOf({ seals, customers, work }: SolvedPagesPorts, context: Context, now: Instant): Promise<Visit | DeadLink> {
  const token = context.req.param('token') ?? ''
  const link = await seals.openLink(token, { use: 'solved', now })
  if (link === 'expired') return 'expired'
  const [customerId, workId, mailId] = link?.fields ?? []
  if (customerId === undefined || workId === undefined || mailId === undefined) return 'broken'
  const [person, item] = await Promise.all([customers.get(customerId), work.get(workId)])
  if (!person || item?.kind !== 'case' || item.customerId !== customerId || !questionIn(item, mailId)) return 'gone'
  return { customer: person.customer, item, workId, mailId, said: answerTo(item, mailId), path: `/c/${token}` }
}
