/** Stopping one kind of mail, or all: by the page of the link, and by the mailbox's own button (RFC 8058), from anywhere and without a cookie. */
import type { Context } from 'hono'
import type { CustomerStore, Seals } from '#app/ports.ts'
import { type StopPurposesPorts, stopPurposes } from '#app/stop-purposes.ts'
import { PURPOSES } from '#core/audience/consent.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import { deadLink, formOf, type PagesOf } from '#functions/page-request.ts'
import { openStopLink, type StopLink } from '#functions/stop-link.ts'
import type { DeadLink } from '#web/pages/link-notices.ts'
import { type PageLocale, pageLocale } from '#web/pages/page.ts'
import { unsubscribedPage, unsubscribePage } from '#web/pages/unsubscribe.ts'

export interface StopPagesPorts extends StopPurposesPorts {
  readonly customers: CustomerStore
  readonly seals: Pick<Seals, 'linkToken' | 'openLink'>
  readonly house: HouseRules
}

/** From here people go on at once; the link in the next mail is a new one. */
const PREFERENCES_DAYS = 30

export function stopPages({ app, ports, clock }: PagesOf<StopPagesPorts>): void {
  const { seals, house } = ports
  const { company } = house
  const preferences = (customerId: string) => {
    const expiresAt = plusMs(clock(), PREFERENCES_DAYS * DAY_MS)
    return `/p/${seals.linkToken({ use: 'preferences', fields: [customerId], expiresAt })}`
  }

  app.get('/u/:token', async (context) => {
    const link = await readLink(ports, context, clock())
    if (typeof link === 'string') return deadLink(context, company, link)
    const { customerId, purpose, locale } = link
    const sendTo = `/u/${context.req.param('token')}/stop`
    return context.html(unsubscribePage({ company, locale, purpose, preferences: preferences(customerId), sendTo }))
  })
  // Posts to the link itself are laid into a queue by the API, so that they need no function (functions/posted-stop.ts); the pages take
  // them as well where they stand without it.
  app.on('POST', ['/u/:token/stop', '/u/:token'], async (context) => {
    const now = clock()
    const link = await readLink(ports, context, now)
    if (typeof link === 'string') return deadLink(context, company, link)
    const { customerId, purpose, locale } = link
    const form = await formOf(context)
    const purposes = form.everything === 'yes' ? PURPOSES : [purpose]
    const stopped = await stopPurposes(ports, {
      customerId,
      purposes,
      at: now,
      source: form['List-Unsubscribe'] === 'One-Click' ? 'one-click' : 'unsubscribe-page',
      evidence: context.req.param('token').slice(-16),
    })
    if (stopped === 'unknown-customer') return deadLink(context, company, 'gone')
    return context.html(unsubscribedPage({ company, locale, purposes, preferences: preferences(customerId) }))
  })
}

interface Link extends StopLink {
  readonly locale: PageLocale
}

async function readLink({ seals, customers, house }: StopPagesPorts, context: Context, now: string): Promise<Link | DeadLink> {
  const link = openStopLink(seals, { token: context.req.param('token') ?? '', now })
  if (typeof link === 'string') return link
  const person = await customers.get(link.customerId)
  return person ? { ...link, locale: pageLocale(person.customer.locale, house.company.locale) } : 'gone'
}
