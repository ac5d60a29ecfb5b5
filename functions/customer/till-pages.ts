/** The till's own pages: shop staff look a voucher up and redeem it, once, with the till key. */
import type { Context } from 'hono'
import type { Events } from '#app/events.ts'
import { type Redemption, redeemVoucher } from '#app/gifts/redeem-voucher.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import { isVoucherCode } from '#core/budget/voucher-code.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { askedLocale, formOf, type PagesOf } from '#functions/customer/page-request.ts'
import { lookUpVoucher } from '#functions/customer/voucher-pages.ts'
import type { TillKey } from '#functions/wiring/seals-from-env.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { type TillWord, tillPage, tillSearchPage } from '#web/customer/till.ts'

export interface TillPagesPorts {
  readonly vouchers: VoucherStore
  readonly companyRules: CompanyRules
  readonly tillKey: TillKey
  readonly events: Events
}

export function tillPages({ app, ports, clock }: Omit<PagesOf<TillPagesPorts>, 'formClock'>): void {
  const { company } = ports.companyRules
  const frameOf = (context: Context) => {
    const language = languageIn(context)
    return { company, language, locale: language ?? askedLocale(context, company) }
  }
  app.get('/till', (context) => {
    const code = context.req.query('code')
    const language = languageIn(context)
    const place = `/till/${encodeURIComponent(code ?? '')}${language ? `?language=${language}` : ''}`
    return code ? context.redirect(place, 303) : context.html(tillSearchPage(frameOf(context)))
  })
  app.get('/till/:code', async (context) => {
    const check = await lookUpVoucher(ports, { code: context.req.param('code'), now: clock() })
    return context.html(tillPage({ ...frameOf(context), check, said: null }), check.standing === 'unknown' ? 404 : 200)
  })
  app.post('/till/:code', async (context) => {
    const form = await formOf(context)
    const frame = frameOf(context)
    const code = context.req.param('code')
    const now = clock()
    const unchanged = async (said: TillWord) => tillPage({ ...frame, check: await lookUpVoucher(ports, { code, now }), said })
    if (!(await ports.tillKey.isRight(form.tillKey))) return context.html(await unchanged('wrong-key'), 403)
    const by = typeof form.by === 'string' && form.by.trim() !== '' ? form.by.trim() : 'till'
    const done = await redeem(ports, { code, by, now })
    if ('tooLong' in done) return context.html(await unchanged('name-too-long'), 422)
    if ('refused' in done) return context.html(tillPage({ ...frame, check: done.refused, said: 'refused' }), 409)
    return context.html(tillPage({ ...frame, check: { standing: 'redeemed', voucher: done.redeemed }, said: 'redeemed' }))
  })
}

/** The staff app names the language of its visitor; without it the browser's counts. */
function languageIn(context: Context): PageLocale | undefined {
  const language = context.req.query('language')
  return language === 'vi' || language === 'en' ? language : undefined
}

const redeem = async (
  { vouchers, companyRules, events }: TillPagesPorts,
  order: { readonly code: string; readonly by: string; readonly now: Instant },
): Promise<Redemption> =>
  isVoucherCode(order.code)
    ? redeemVoucher({ vouchers, zone: companyRules.company.zone, events }, order)
    : { refused: { standing: 'unknown' } }
