/** The pages customers and shop staff reach from a mail. A GET never changes anything: mail scanners open every link. */

import { timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Events } from '#app/events.ts'
import type { ConsentLog, CustomerStore, Seals, VoucherStore } from '#app/ports.ts'
import { checkVoucher, type Redemption, redeemVoucher, type VoucherCheck } from '#app/redeem-voucher.ts'
import { withdrawConsent } from '#app/withdraw-consent.ts'
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import type { Company } from '#core/campaign/company.ts'
import type { Instant } from '#core/time/instant.ts'
import { isVoucherCode } from '#functions/voucher-code.ts'
import { noSuchPage, troublePage } from '#web/pages/notices.ts'
import { PAGE_CSS, type PageLocale, pageLocale } from '#web/pages/page.ts'
import { brokenLinkPage, unsubscribedPage, unsubscribePage } from '#web/pages/unsubscribe.ts'
import { voucherPage, voucherSearchPage } from '#web/pages/voucher.ts'

export interface PagesPorts {
  readonly customers: CustomerStore
  readonly consents: ConsentLog
  readonly vouchers: VoucherStore
  readonly seals: Pick<Seals, 'openUnsubscribeToken'>
  readonly company: Company
  readonly tillKey: string
  readonly events: Events
}

const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** Hears of a page that could not do what was asked; the visitor sees only that it could not. */
export type PageFailed = (error: unknown) => void

export function pagesApp(ports: PagesPorts, clock: () => Instant, failed: PageFailed = (error) => console.error(error)): Hono {
  const app = new Hono()
  const { company } = ports
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
  })
  app.get('/page.css', (context) => context.body(PAGE_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }))

  app.get('/u/:token', async (context) => {
    const link = await readLink(ports, context.req.param('token'), clock())
    if (!link)
      return context.html(brokenLinkPage({ company, locale: askedLocale(context.req.header('accept-language'), company) }), 404)
    return context.html(unsubscribePage({ company, locale: link.locale, purpose: link.purpose }))
  })
  app.post('/u/:token', async (context) => {
    const link = await readLink(ports, context.req.param('token'), clock())
    if (!link)
      return context.html(brokenLinkPage({ company, locale: askedLocale(context.req.header('accept-language'), company) }), 404)
    const form = await formOf(context)
    const oneClick = form['List-Unsubscribe'] === 'One-Click'
    const purposes = form.everything === 'yes' ? PURPOSES : [link.purpose]
    for (const purpose of purposes) {
      await withdrawConsent(ports, {
        customerId: link.customerId,
        purpose,
        at: clock(),
        source: oneClick ? 'one-click' : 'unsubscribe-page',
        evidence: context.req.param('token').slice(-16),
      })
    }
    return context.html(unsubscribedPage({ company, locale: link.locale, purposes }))
  })

  app.get('/v', (context) => {
    const code = context.req.query('code')
    const locale = askedLocale(context.req.header('accept-language'), company)
    return code ? context.redirect(`/v/${encodeURIComponent(code)}`, 303) : context.html(voucherSearchPage({ company, locale }))
  })
  app.get('/v/:code', async (context) => {
    const check = await lookUp(ports, { code: context.req.param('code'), now: clock() })
    const locale = askedLocale(context.req.header('accept-language'), company)
    return context.html(voucherPage({ company, locale, check, said: null }), check.standing === 'unknown' ? 404 : 200)
  })
  app.post('/v/:code', async (context) => {
    const form = await formOf(context)
    const frame = { company, locale: askedLocale(context.req.header('accept-language'), company) }
    const code = context.req.param('code')
    const now = clock()
    if (!isTillKey(form.tillKey, ports.tillKey)) {
      const check = await lookUp(ports, { code, now })
      return context.html(voucherPage({ ...frame, check, said: 'wrong-key' }), 403)
    }
    const by = typeof form.by === 'string' && form.by.trim() !== '' ? form.by.trim().slice(0, 60) : 'till'
    const done = await redeem(ports, { code, by, now })
    if ('refused' in done) return context.html(voucherPage({ ...frame, check: done.refused, said: 'refused' }), 409)
    return context.html(voucherPage({ ...frame, check: { standing: 'redeemed', voucher: done.redeemed }, said: 'redeemed' }))
  })
  app.notFound((context) =>
    context.html(noSuchPage({ company, locale: askedLocale(context.req.header('accept-language'), company) }), 404),
  )
  app.onError((error, context) => {
    failed(error)
    return context.html(troublePage({ company, locale: askedLocale(context.req.header('accept-language'), company) }), 500)
  })
  return app
}

/** A body that is no form says nothing; the link alone is enough to stop the mails. */
const formOf = (context: Context): Promise<Readonly<Record<string, unknown>>> => context.req.parseBody().catch(() => ({}))

interface Link {
  readonly customerId: string
  readonly purpose: Purpose
  readonly locale: PageLocale
}

async function readLink({ seals, customers, company }: PagesPorts, token: string, now: Instant): Promise<Link | undefined> {
  const opened = seals.openUnsubscribeToken(token, now)
  const purpose = PURPOSES.find((known) => known === opened?.purpose)
  if (!opened || !purpose) return undefined
  const person = await customers.get(opened.customerId)
  return person && { customerId: opened.customerId, purpose, locale: pageLocale(person.customer.locale, company.locale) }
}

const lookUp = async (ports: PagesPorts, { code, now }: { code: string; now: Instant }): Promise<VoucherCheck> =>
  isVoucherCode(code)
    ? checkVoucher({ vouchers: ports.vouchers, zone: ports.company.zone }, { code, now })
    : { standing: 'unknown' }

const redeem = async (ports: PagesPorts, order: { code: string; by: string; now: Instant }): Promise<Redemption> =>
  isVoucherCode(order.code)
    ? redeemVoucher({ vouchers: ports.vouchers, zone: ports.company.zone, events: ports.events }, order)
    : { refused: { standing: 'unknown' } }

const askedLocale = (acceptLanguage: string | undefined, company: Company) => pageLocale(acceptLanguage ?? '', company.locale)

function isTillKey(typed: unknown, tillKey: string): boolean {
  const [given, right] = [Buffer.from(typeof typed === 'string' ? typed : ''), Buffer.from(tillKey)]
  return given.length === right.length && timingSafeEqual(given, right)
}
