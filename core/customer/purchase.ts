/** One purchase by a customer, as the export of a shop or an ERP has it. */
import * as z from 'zod'
import { MoneySchema } from '#core/budget/money.ts'
import { CustomerIdSchema } from '#core/customer/customer.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

export const PurchaseSchema = z.object({
  customerId: CustomerIdSchema,
  /** Order number; made from the row's own values where the file has none. */
  purchaseId: z.string().min(1),
  purchasedOn: LocalDateSchema,
  deliveredOn: LocalDateSchema.nullable(),
  product: z.string().nullable(),
  units: z.int().min(0).nullable(),
  amount: MoneySchema.nullable(),
})
export type Purchase = Readonly<z.infer<typeof PurchaseSchema>>
