/** What the person bought, and what they got and did not get from the company. */

import type { TimelineEntry } from '#app/person/customer-timeline.ts'
import { lines, type Row, type Telling } from '#cli/person-document/telling.ts'
import { freeAtOf, type StoredSkip } from '#core/audience/skip.ts'
import type { Voucher } from '#core/budget/voucher.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { FREE_AGAIN_WORDS } from '#web/words/free-again.ts'
import { DELIVERY_WORDS, STATE_WORDS } from '#web/words/outcome-states.ts'
import { outcomeInWords } from '#web/words/outcomes.ts'

export const purchaseRow = (
  { purchasedOn, deliveredOn, purchaseId, product, units, amount }: Purchase,
  { day, money }: Telling,
): Row => [day(purchasedOn), day(deliveredOn), purchaseId, product, units, money(amount)]

export const voucherRow = ({ code, campaignId, value, validTo, redeemedAt }: Voucher, tell: Telling): Row => [
  code,
  tell.campaignName(campaignId),
  tell.money(value),
  tell.day(validTo),
  tell.instant(redeemedAt),
]

function freeAgain(skip: StoredSkip, { instant, locale }: Telling): string | undefined {
  const freeAt = freeAtOf(skip)
  return freeAt && FREE_AGAIN_WORDS[locale].contacted(instant(freeAt) ?? '')
}

export function contactRow({ date, campaignId, outcome, touch }: TimelineEntry, tell: Telling): Row {
  const { words, locale } = tell
  const state = outcome?.state ?? touch?.result ?? 'unknown'
  const told = outcome && outcomeInWords(outcome, tell)
  const details =
    outcome === null
      ? [tell.instant(touch?.at ?? null), touch?.reason]
      : outcome.state === 'sent'
        ? [tell.instant(outcome.at)]
        : outcome.state === 'skipped'
          ? [told?.reason, told?.detail, freeAgain(outcome, tell)]
          : [told?.reason, told?.detail]
  const delivery = touch?.delivery
  return [
    tell.day(date),
    tell.campaignName(campaignId),
    STATE_WORDS[locale][state],
    lines([...details, touch?.voucherCode && words.voucher(touch.voucherCode)]),
    delivery && `${DELIVERY_WORDS[locale][delivery.state]}, ${tell.instant(delivery.at)}`,
  ]
}
