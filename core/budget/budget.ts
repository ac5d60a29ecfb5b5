/**
 * A campaign's money for one period: what planning has reserved and what sending has used, per slice of each occurrence. Entries are absolute
 * amounts under deterministic keys, so that booking the same amount twice changes nothing.
 */
import * as z from 'zod'
import { MoneySchema } from '#core/budget/money.ts'

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
})
export type Budget = Readonly<z.infer<typeof BudgetSchema>>
