/** The exact letter that a customer would get at the next occasion of a campaign, written as the sender writes it. */
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import type { Letter } from '#app/ports/letters.ts'
import { surveyOfLetter } from '#app/sending/survey-of-letter.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import { insteadOfCalls } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { remindedCampaign } from '#core/campaign/occasion-traits.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { nextOccasion } from '#core/occasion/next-occasion.ts'
import { occasionKeyOf } from '#core/occasion/occasion-key.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import type { MemberOccasion } from '#core/occasion/recorded-occasion.ts'
import { orderOf } from '#core/occasion/subject.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { templateLetters } from '#functions/wiring/letters.ts'

export interface PreviewOrder {
  readonly campaign: CampaignDefinition
  /** Every campaign: a reminder asks what another campaign asked. */
  readonly campaigns: readonly CampaignDefinition[]
  readonly companyRules: CompanyRules
  readonly words: CampaignWords
  readonly customer: Customer
  readonly purchases: readonly Purchase[]
  readonly now: Instant
}

/** The operator may click in a preview: its links are sealed with a secret that no system uses, so that they stop no customer's mails. */
const PREVIEW_SEALS = cryptoSeals({ secret: 'a preview is not the real mail, its links are worth nothing' })

/** A preview issues no voucher: this stands for a code. */
const SAMPLE_CODE = 'XXXX-XXXX-XXXX'

export function previewLetter(order: PreviewOrder): { readonly letter: Letter } | { readonly problem: string } {
  const { words, campaigns, companyRules, customer, purchases, now } = order
  // Of a campaign of calls: the mail to those whom the team has no time to ring.
  const campaign = insteadOfCalls(order.campaign, companyRules.channels) ?? order.campaign
  const { company } = companyRules
  const today = localDateAt(now, company.zone)
  const { contentClass } = campaign
  const rules = touchRules(companyRules, {
    country: customer.country,
    contentClass,
    channel: campaign.touch.channel,
    date: today,
  })
  if (!rules) return { problem: `no policy pack covers ${contentClass} in ${customer.country}` }
  // A customer for whom the occasion never comes is shown the mail as of today, and a reminder as of an invitation of today.
  const asking = remindedCampaign(campaign.occasion) ?? campaign.id
  const never: MemberOccasion = { key: occurrenceIdOf({ campaignId: asking, date: today }), anchor: today, years: 1 }
  const occasion = nextOccasion({ campaign, customer, purchases, from: today, companyRules }) ?? never
  const voucher = sampleVoucher(order, { today, occasionKey: occasion.key })
  const letters = templateLetters({ company, seals: PREVIEW_SEALS, pages: company.pages })
  const occurrenceId = occurrenceIdOf({ campaignId: campaign.id, date: today })
  const campaignNamed = (id: string) => campaigns.find((known) => known.id === id)
  const survey = surveyOfLetter({ campaign, occurrenceId, occasion, campaignNamed })
  const orderId = orderOf(occasionKeyOf({ campaignId: campaign.id, key: occasion.key }))
  const purchase = purchases.find(({ purchaseId }) => purchaseId === orderId) ?? null
  const written = letters.write({
    campaign,
    rules,
    words,
    customer,
    occasion,
    occurrenceId,
    purchase,
    voucher,
    survey,
    now,
  })
  return 'noWords' in written ? { problem: written.noWords } : written
}

function sampleVoucher(
  { campaign, customer, now }: PreviewOrder,
  { today, occasionKey }: { today: LocalDate; occasionKey: string },
): Voucher | null {
  if (!campaign.gift) return null
  return {
    code: SAMPLE_CODE,
    customerId: customer.customerId,
    campaignId: campaign.id,
    occasionKey,
    value: campaign.gift.value,
    issuedAt: now,
    validFrom: today,
    validTo: addDays(today, campaign.gift.validDays - 1),
    redeemedAt: null,
    redeemedBy: null,
  }
}
