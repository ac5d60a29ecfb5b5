/** The gift in a touch: the same code for the same customer and occasion on every try, issued once the customer is claimed. */
import type { Dispatcher, DispatchOrder, Ready } from '#app/ports/dispatching.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import type { VoucherCodes } from '#app/ports/secrets.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

interface VoucherFor {
  readonly campaign: CampaignDefinition
  readonly occasionKey: string
  readonly customerId: string
  readonly now: Instant
}

/** Valid from the day it is sent, in the company's zone. Null when the campaign gives nothing. */
export function voucherFor(
  { seals, companyRules }: { readonly seals: VoucherCodes; readonly companyRules: CompanyRules },
  { campaign, occasionKey, customerId, now }: VoucherFor,
): Voucher | null {
  if (!campaign.gift) return null
  const key = { campaignId: campaign.id, occasionKey, customerId }
  const today = localDateAt(now, companyRules.company.zone)
  return {
    ...key,
    code: seals.voucherCode(key),
    value: campaign.gift.value,
    issuedAt: now,
    validFrom: today,
    validTo: addDays(today, campaign.gift.validDays - 1),
    redeemedAt: null,
    redeemedBy: null,
  }
}

/**
 * Issues the voucher and answers the touch that promises it. An earlier try may have issued it on another day: the touch states the stored voucher's
 * values.
 */
export async function issueInto(
  vouchers: VoucherStore,
  {
    dispatcher,
    voucher,
    prepared,
    order,
  }: {
    readonly dispatcher: Dispatcher
    readonly voucher: Voucher | null
    readonly prepared: Ready
    readonly order: Omit<DispatchOrder, 'voucher'>
  },
): Promise<{ readonly prepared: Ready; readonly issued: Voucher | null } | { readonly problem: string }> {
  if (!voucher) return { prepared, issued: null }
  const issued = await vouchers.issue(voucher)
  if (issued.validTo === voucher.validTo) return { prepared, issued }
  const again = dispatcher.prepare({ ...order, voucher: issued })
  if ('noWords' in again) return { problem: again.noWords }
  return 'problem' in again ? again : { prepared: again, issued }
}
