/** A voucher as the customer opens it, and its one redemption by the shop. */
import type { Events } from '#app/events.ts'
import type { VoucherStore } from '#app/ports.ts'
import { checkVoucher, type Redemption, redeemVoucher, type VoucherCheck } from '#app/redeem-voucher.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import { askedLocale, formOf, type PagesOf } from '#functions/page-request.ts'
import type { TillKey } from '#functions/seals-from-env.ts'
import { isVoucherCode } from '#functions/voucher-code.ts'
import { voucherPage, voucherSearchPage } from '#web/pages/voucher.ts'

export interface VoucherPagesPorts {
  readonly vouchers: VoucherStore
  readonly house: HouseRules
  readonly tillKey: TillKey
  readonly events: Events
}

export function voucherPages({ app, ports, clock }: Omit<PagesOf<VoucherPagesPorts>, 'formClock'>): void {
  const { company } = ports.house
  app.get('/v', (context) => {
    const code = context.req.query('code')
    const locale = askedLocale(context, company)
    return code ? context.redirect(`/v/${encodeURIComponent(code)}`, 303) : context.html(voucherSearchPage({ company, locale }))
  })
  app.get('/v/:code', async (context) => {
    const check = await lookUp(ports, { code: context.req.param('code'), now: clock() })
    const locale = askedLocale(context, company)
    return context.html(voucherPage({ company, locale, check, said: null }), check.standing === 'unknown' ? 404 : 200)
  })
  app.post('/v/:code', async (context) => {
    const form = await formOf(context)
    const frame = { company, locale: askedLocale(context, company) }
    const code = context.req.param('code')
    const now = clock()
    if (!(await ports.tillKey.isRight(form.tillKey))) {
      const check = await lookUp(ports, { code, now })
      return context.html(voucherPage({ ...frame, check, said: 'wrong-key' }), 403)
    }
    const by = typeof form.by === 'string' && form.by.trim() !== '' ? form.by.trim().slice(0, 60) : 'till'
    const done = await redeem(ports, { code, by, now })
    if ('refused' in done) return context.html(voucherPage({ ...frame, check: done.refused, said: 'refused' }), 409)
    return context.html(voucherPage({ ...frame, check: { standing: 'redeemed', voucher: done.redeemed }, said: 'redeemed' }))
  })
}

const lookUp = async (
  { vouchers, house }: VoucherPagesPorts,
  { code, now }: { code: string; now: string },
): Promise<VoucherCheck> =>
  isVoucherCode(code) ? checkVoucher({ vouchers, zone: house.company.zone }, { code, now }) : { standing: 'unknown' }

const redeem = async (
  { vouchers, house, events }: VoucherPagesPorts,
  order: { code: string; by: string; now: string },
): Promise<Redemption> =>
  isVoucherCode(order.code)
    ? redeemVoucher({ vouchers, zone: house.company.zone, events }, order)
    : { refused: { standing: 'unknown' } }
