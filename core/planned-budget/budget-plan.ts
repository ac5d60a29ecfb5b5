/**
 * The life of a budget: computed as a draft, proposed, approved by another person or returned with a comment, and locked. Each act makes the next version, which is
 * stored beside those before; an act names the version that its author saw, and one of another version is refused: nobody approves what they did not see.
 */
import * as z from 'zod'
import { type BudgetRates, BudgetRatesSchema } from '#core/campaign/budget-rates.ts'
import type { Period } from '#core/kpi/period.ts'
import { type HandWork, HandWorkSchema, withHandWork } from '#core/planned-budget/by-hand.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import { InstantSchema } from '#core/time/instant.ts'
import { LocalDateSchema } from '#core/time/local-date.ts'

export const PLAN_STATES = ['draft', 'proposed', 'returned', 'approved', 'locked'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export const PLAN_STEPS = ['compute', 'change', 'add', 'remove', 'propose', 'return', 'approve', 'lock', 'explain'] as const
export type PlanStepKind = (typeof PLAN_STEPS)[number]

const PlanStepSchema = z.object({
  is: z.enum(PLAN_STEPS),
  /** The version that it made. */
  version: z.int().min(0),
  /** The address of who did it, and their name then. */
  by: z.string().min(1),
  byName: z.string().min(1),
  at: InstantSchema,
  because: z.string(),
})
export type PlanStep = Readonly<z.infer<typeof PlanStepSchema>>

/** Why what was spent differs from what was planned, in words of the head of care. */
const ExplainedSchema = z.object({
  /** The item of the variance. */
  of: z.string().min(1),
  because: z.string().min(1),
  byName: z.string().min(1),
  at: InstantSchema,
})
export type Explained = Readonly<z.infer<typeof ExplainedSchema>>

export const BudgetPlanSchema = z.object({
  budgetId: z.string().min(1),
  period: z.object({ from: LocalDateSchema, to: LocalDateSchema }),
  /** The first is 1, as people count. */
  version: z.int().min(1),
  state: z.enum(PLAN_STATES),
  byHand: HandWorkSchema,
  explained: z.array(ExplainedSchema),
  steps: z.array(PlanStepSchema).min(1),
  rates: BudgetRatesSchema,
  /** As it was computed: it is shown as it was written, and only its outline is checked. */
  computed: z.custom<PlannedBudget>(
    (value) =>
      z.object({ lines: z.array(z.object({ kind: z.string() })).min(1), total: z.object({ expected: z.int() }) }).safeParse(value)
        .success,
  ),
})

export interface BudgetPlan extends Omit<z.infer<typeof BudgetPlanSchema>, 'rates' | 'byHand'> {
  readonly rates: BudgetRates
  readonly byHand: HandWork
}

/** One budget for each period: a further one of the same days is a further version of it. */
export const budgetIdOf = ({ from, to }: Period): string => `${from}_${to}`

/** As it is proposed: what was computed with what people wrote into it. */
export const budgetOfPlan = ({ computed, byHand, rates }: Pick<BudgetPlan, 'computed' | 'byHand' | 'rates'>): PlannedBudget =>
  withHandWork(computed, byHand, rates)

/** The newest step of a kind; undefined where there was none. */
export const lastStep = ({ steps }: Pick<BudgetPlan, 'steps'>, is: PlanStepKind): PlanStep | undefined =>
  steps.findLast((step) => step.is === is)

const ASKS: readonly PlanStepKind[] = ['propose', 'return', 'approve']

/** The newest step that asks another person to act. Lines that are changed behind it in a returned budget ask nobody anew. */
export const stepThatAsks = ({ steps }: Pick<BudgetPlan, 'steps'>): PlanStep | undefined =>
  steps.findLast(({ is }) => ASKS.includes(is))
