/** A gift in the customer's hands: a code worth money, one per customer and occasion, used at most once. */
import * as z from 'zod'
import { MoneySchema } from '#core/budget/money.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { type LocalDate, LocalDateSchema } from '#core/time/local-date.ts'

export const VoucherSchema = z.object({
  code: z.string(),
  customerId: z.string(),
  campaignId: z.string(),
  occasionKey: z.string(),
  value: MoneySchema,
  issuedAt: InstantSchema,
  /** Both inclusive, in the company's zone. */
  validFrom: LocalDateSchema,
  validTo: LocalDateSchema,
  redeemedAt: InstantSchema.nullable(),
  redeemedBy: z.string().nullable(),
})
export type Voucher = Readonly<z.infer<typeof VoucherSchema>>

export type VoucherStanding = 'usable' | 'redeemed' | 'expired' | 'not-yet-valid'

export function voucherStanding({ voucher, today }: { voucher: Voucher; today: LocalDate }): VoucherStanding {
  if (voucher.redeemedAt !== null) return 'redeemed'
  if (today > voucher.validTo) return 'expired'
  return today < voucher.validFrom ? 'not-yet-valid' : 'usable'
}
