/**
 * A campaign's money for one period: what planning has reserved and what sending has used, per slice of each occurrence. Entries are absolute
 * amounts under deterministic keys, so that booking the same amount twice changes nothing.
 */
import * as z from 'zod'
import { MoneySchema } from '#core/budget/money.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

export const BudgetSchema = z.object({
  campaignId: z.string(),
  /** `2027`, `2027-Q1`, `2027-02`, or `all` for the campaign's whole life. */
  period: z.string(),
  limit: MoneySchema,
  /** Reserved by occurrences that are still open: `<occurrenceId>/<slice>` to minor units. */
  reserved: z.record(z.string(), z.int().min(0)),
  /** Used by occurrences that are closed: `<occurrenceId>` to minor units. */
  settled: z.record(z.string(), z.int().min(0)),
  version: z.int().min(0),
  /** Only where the period is that of a locked budget: its days, and which share of vouchers it counts as used. */
  planned: z
    .object({
      from: LocalDateSchema,
      to: LocalDateSchema,
      vouchers: z.object({ used: z.int().min(0), issued: z.int().min(1) }),
    })
    .optional(),
})
export type Budget = Readonly<z.infer<typeof BudgetSchema>>
