/** One voucher for each customer and occasion, and a gift mail holds its own recipient's voucher. */
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { campaignOf } from '#local/torture/verdict/campaign-of.ts'

export const ownVoucher = (evidence: Evidence): readonly Breach[] => [...givenTwice(evidence), ...notTheirs(evidence)]

function givenTwice({ vouchers }: Evidence): readonly Breach[] {
  const same = Map.groupBy(vouchers, ({ customerId, occasionKey }) => `${occasionKey} ${customerId}`)
  return [...same.values()].flatMap((twice) => {
    const [first] = twice
    return first && twice.length > 1
      ? [
          breach('voucher-twice', {
            occurrenceId: first.occasionKey,
            customerId: first.customerId,
            detail: `${twice.length} vouchers`,
          }),
        ]
      : []
  })
}

function notTheirs(evidence: Evidence): readonly Breach[] {
  const ownerOf = new Map(evidence.vouchers.map(({ code, customerId }) => [code, customerId]))
  return evidence.mails.flatMap((mail) => {
    if (campaignOf(evidence, mail.campaignId).giftAmount === 0) return []
    const owners = [...new Set(mail.voucherCodes)].map((code) => ownerOf.get(code))
    if (owners.length === 1 && owners[0] === mail.customerId) return []
    const detail = `codes of ${owners.map((owner) => owner ?? 'no customer').join(', ') || 'none'}`
    return [breach('voucher-not-the-persons', { ...mail, detail })]
  })
}
