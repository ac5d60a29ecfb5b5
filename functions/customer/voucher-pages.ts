/** A voucher as the customer opens it from a letter, in the letter's language. Only looking: shops redeem at a page of their own (till-pages.ts). */

import { checkVoucher, type VoucherCheck } from '#app/gifts/redeem-voucher.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import { isVoucherCode } from '#core/budget/voucher-code.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { askedLocale, frameFor, type PagesOf } from '#functions/customer/page-request.ts'
import { voucherPage, voucherSearchPage } from '#web/customer/voucher.ts'

export interface VoucherPagesPorts {
  readonly vouchers: Pick<VoucherStore, 'get'>
  readonly customers: Pick<CustomerStore, 'get'>
  readonly companyRules: CompanyRules
}

export function voucherPages({ app, ports, clock }: Omit<PagesOf<VoucherPagesPorts>, 'formClock'>): void {
  const { company } = ports.companyRules
  app.get('/v', (context) => {
    const code = context.req.query('code')
    const locale = askedLocale(context, company)
    return code ? context.redirect(`/v/${encodeURIComponent(code)}`, 303) : context.html(voucherSearchPage({ company, locale }))
  })
  app.get('/v/:code', async (context) => {
    const check = await lookUpVoucher(ports, { code: context.req.param('code'), now: clock() })
    const customer = check.standing === 'unknown' ? undefined : await ports.customers.get(check.voucher.customerId)
    const locale = customer ? frameFor(customer.customer, company).locale : askedLocale(context, company)
    return context.html(voucherPage({ company, locale, check }), check.standing === 'unknown' ? 404 : 200)
  })
}

/** Nothing that cannot be a code is asked of the store. */
export const lookUpVoucher = async (
  { vouchers, companyRules }: Pick<VoucherPagesPorts, 'vouchers' | 'companyRules'>,
  { code, now }: { readonly code: string; readonly now: Instant },
): Promise<VoucherCheck> =>
  isVoucherCode(code) ? checkVoucher({ vouchers, zone: companyRules.company.zone }, { code, now }) : { standing: 'unknown' }
