/**
 * What people write into a computed budget: another amount for a line, or a line that no campaign makes, such as printing. Each stands with its reason beside
 * what was computed, which is kept, and the contingency, the tax and the total follow.
 */
import * as z from 'zod'
import type { BudgetRates } from '#core/campaign/budget-rates.ts'
import { type Amount, type ByHand, lineKey } from '#core/planned-budget/line.ts'
import { contingencyLine, type ForeseenLine, type PlannedBudget, wholeBudget } from '#core/planned-budget/whole-budget.ts'
import { InstantSchema } from '#core/time/instant.ts'

/** As the largest amount of a rate: more is taken for a slip of the finger. */
export const MOST_BY_HAND = 1_000_000_000_000
export const LONGEST_TITLE = 120
/** Lines that people may add to one budget. */
export const MOST_ADDED = 100

const written = { because: z.string().min(1), byName: z.string().min(1), at: InstantSchema }
const AmountSchema = z.int().min(0).max(MOST_BY_HAND)

const ChangedLineSchema = z.object({ key: z.string().min(1), amount: AmountSchema, ...written })
export type ChangedLine = Readonly<z.infer<typeof ChangedLineSchema>>

const AddedLineSchema = z.object({
  lineId: z.string().min(1),
  title: z.string().min(1).max(LONGEST_TITLE),
  /** Null for what belongs to no campaign. */
  campaign: z.string().nullable(),
  amount: AmountSchema,
  ...written,
})

export const HandWorkSchema = z.object({ changed: z.array(ChangedLineSchema), added: z.array(AddedLineSchema) })
export type HandWork = Readonly<z.infer<typeof HandWorkSchema>>

/** The budget as it is proposed: what was computed with what people wrote. A change of a line that is no longer there is left out. */
export function withHandWork(computed: PlannedBudget, { changed, added }: HandWork, rates: BudgetRates): PlannedBudget {
  const changeOf = new Map(changed.map((one) => [one.key, one]))
  const changedLine = <Line extends ForeseenLine>(line: Line): Line => {
    const change = changeOf.get(lineKey(line))
    if (!change) return line
    return {
      ...line,
      amount: exactly(change.amount),
      basis: basisOf(change, { lineId: null, title: null, computed: line.amount.expected }),
    }
  }
  const own = added.map(
    (one): ForeseenLine => ({
      kind: 'other',
      campaign: one.campaign,
      tier: null,
      channel: null,
      volume: null,
      amount: exactly(one.amount),
      basis: basisOf(one, { lineId: one.lineId, title: one.title, computed: null }),
      before: null,
    }),
  )
  const share = computed.lines.find(({ kind }) => kind === 'contingency')
  if (share?.basis.is !== 'share') throw new Error(`the budget of ${computed.period.from} has no computed contingency`)
  const foreseen = [...computed.lines.filter(({ kind }) => kind !== 'contingency').map(changedLine), ...own]
  const { period, currency, customers, beforePeriod, total } = computed
  return wholeBudget({
    period,
    currency,
    customers,
    beforePeriod,
    foreseen,
    contingency: changedLine({ ...contingencyLine(foreseen, share.basis.rate), before: null }),
    before: total.before,
    rates,
  })
}

const exactly = (amount: number): Amount => ({ expected: amount, low: amount, high: amount })

const basisOf = (
  { because, byName, at }: Pick<ChangedLine, 'because' | 'byName' | 'at'>,
  of: Pick<ByHand, 'lineId' | 'title' | 'computed'>,
): ByHand => ({ is: 'by-hand', ...of, because, byName, at })
