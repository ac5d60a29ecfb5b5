/**
 * Stopping one kind of mail, or all: by the page of the link, and by the mailbox's own button (RFC 8058), from anywhere and without a cookie.
 * A press on the page that looks like a machine's stops nothing and asks for one more: a scanner must not stop a customer's mails.
 */

import type { Context } from 'hono'
import { type StopPurposesPorts, stopPurposes } from '#app/consent/stop-purposes.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { LinkSeals } from '#app/ports/secrets.ts'
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import { linkEvidence } from '#core/audience/consent-evidence.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { letterChannel } from '#core/channel/channel.ts'
import type { Customer } from '#core/customer/customer.ts'
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import { isOneClick } from '#functions/customer/one-click.ts'
import { deadLink, formOf, frameFor, type PagesOf } from '#functions/customer/page-request.ts'
import { shownForms } from '#functions/customer/shown-form.ts'
import { openStopLink, type StopLink } from '#functions/customer/stop-link.ts'
import { fieldsOf, pressAgainPage } from '#web/customer/confirming-form.ts'
import type { DeadLink } from '#web/customer/link-notices.ts'
import { heldStop, unsubscribedPage, unsubscribePage } from '#web/customer/unsubscribe.ts'

export interface StopPagesPorts extends StopPurposesPorts {
  readonly customers: CustomerStore
  readonly seals: LinkSeals
  readonly companyRules: CompanyRules
}

/** From here people go on at once; the link in the next mail is a new one. */
const PREFERENCES_DAYS = 30

export function stopPages({ app, ports, clock, formClock }: PagesOf<StopPagesPorts>): void {
  const { seals, companyRules } = ports
  const { company } = companyRules
  const forms = shownForms(seals, formClock)
  const preferences = (customerId: string) => {
    const expiresAt = plusMs(clock(), PREFERENCES_DAYS * DAY_MS)
    return `/p/${seals.linkToken({ use: 'preferences', fields: [customerId], expiresAt })}`
  }

  app.get('/u/:token', async (context) => {
    const link = await readLink(ports, context, clock())
    if (typeof link === 'string') return deadLink(context, company, link)
    const { customer, purpose, stoppedBefore } = link
    const path = `/u/${context.req.param('token')}`
    const frame = { ...frameFor(customer, company), preferences: preferences(customer.customerId) }
    // Where the API's own answer to a post leads a browser: a mailbox's button has done its work by then, anything else has not.
    if (context.req.query('posted') === 'yes' && stoppedBefore.includes(purpose))
      return context.html(unsubscribedPage({ ...frame, purposes: [purpose] }))
    const seals = forms.show(context, path)
    return context.html(unsubscribePage({ ...frame, purpose, seals, sendTo: `${path}/stop` }))
  })
  // Posts to the link itself are laid into a queue by the API, so that they need no function (functions/queues/posted-stop.ts); the pages take
  // them as well where they stand without it.
  app.on('POST', ['/u/:token/stop', '/u/:token'], async (context) => {
    const now = clock()
    const link = await readLink(ports, context, now)
    if (typeof link === 'string') return deadLink(context, company, link)
    const { customer, purpose } = link
    const { customerId } = customer
    const frame = frameFor(customer, company)
    const form = await formOf(context)
    const purposes = form.everything === 'yes' ? PURPOSES : [purpose]
    const oneClick = isOneClick(form)
    const path = `/u/${context.req.param('token')}`
    const sendTo = `${path}/stop`
    const suspected = oneClick ? null : await forms.pressed(context, { path, form })
    if (suspected) {
      const { because, again } = suspected
      ports.events.pressSuspected({ customerId, page: 'unsubscribe', because })
      const held = heldStop(frame, { purposes, before: link.stoppedBefore })
      // Everything that was asked for had been stopped before: there is nothing to hold back.
      if (held === null) return context.html(unsubscribedPage({ ...frame, purposes, preferences: preferences(customerId) }))
      return context.html(pressAgainPage({ ...frame, ...again, ...held, fields: fieldsOf(form), sendTo }))
    }
    const stopped = await stopPurposes(ports, {
      customerId,
      purposes,
      at: now,
      source: oneClick ? 'one-click' : 'unsubscribe-page',
      evidence: linkEvidence(context.req.param('token')),
    })
    if (stopped === 'unknown-customer') return deadLink(context, company, 'gone')
    return context.html(unsubscribedPage({ ...frame, purposes, preferences: preferences(customerId) }))
  })
}

interface Link extends Pick<StopLink, 'purpose'> {
  readonly customer: Customer
  readonly stoppedBefore: readonly Purpose[]
}

async function readLink(
  { seals, customers, companyRules }: StopPagesPorts,
  context: Context,
  now: string,
): Promise<Link | DeadLink> {
  const link = await openStopLink(seals, { token: context.req.param('token') ?? '', now })
  if (typeof link === 'string') return link
  const person = await customers.get(link.customerId)
  if (!person) return 'gone'
  const { customer, consents } = person
  const { purpose } = link
  const letters = letterChannel(companyRules.channels).id
  const stoppedBefore =
    consents === 'unreadable' ? [] : PURPOSES.filter((one) => consents[`${one}/${letters}`]?.decision === 'withdrawn')
  return { customer, purpose, stoppedBefore }
}
