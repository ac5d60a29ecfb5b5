/** What an act makes of a budget, or why it does not. Who may act by their role is asked before; that proposer and approver are two persons is decided here. */
import type { BudgetRates } from '#core/campaign/budget-rates.ts'
import { LONGEST_REASON, staffText } from '#core/campaign/staff-text.ts'
import {
  type BudgetPlan,
  budgetIdOf,
  budgetOfPlan,
  lastStep,
  type PlanState,
  type PlanStepKind,
} from '#core/planned-budget/budget-plan.ts'
import { LONGEST_TITLE, MOST_ADDED, MOST_BY_HAND } from '#core/planned-budget/by-hand.ts'
import { lineKey } from '#core/planned-budget/line.ts'
import type { PlannedBudget } from '#core/planned-budget/whole-budget.ts'
import type { Instant } from '#core/time/instant.ts'

export type PlanAct =
  | { readonly is: 'change'; readonly key: string /** Null gives back what was computed. */; readonly amount: number | null }
  | {
      readonly is: 'add'
      readonly lineId: string
      readonly title: string
      readonly campaign: string | null
      readonly amount: number
    }
  | { readonly is: 'remove'; readonly lineId: string }
  | { readonly is: 'explain'; readonly of: string }
  | { readonly is: 'propose' | 'return' | 'approve' | 'lock' }

export interface PlanAuthor {
  /** Their address. */
  readonly by: string
  readonly byName: string
  readonly at: Instant
  readonly because: string
}

/**
 * wrong-state: the budget is further, or not as far. stale: it is another version than the author saw. same-person: who proposed it does not approve it.
 * no-such-line: it has no line of this key, or the line is as it would become.
 */
export type PlanRefusal =
  | 'stale'
  | 'wrong-state'
  | 'same-person'
  | 'no-reason'
  | 'too-long'
  | 'no-such-line'
  | 'bad-amount'
  | 'no-title'
  | 'too-many-lines'

/** From which states an act leads on, and to which. */
const WAYS: Readonly<Record<PlanAct['is'], { readonly from: readonly PlanState[]; readonly to: PlanState | 'same' }>> = {
  change: { from: ['draft', 'returned'], to: 'same' },
  add: { from: ['draft', 'returned'], to: 'same' },
  remove: { from: ['draft', 'returned'], to: 'same' },
  propose: { from: ['draft', 'returned'], to: 'proposed' },
  return: { from: ['proposed', 'approved'], to: 'returned' },
  approve: { from: ['proposed'], to: 'approved' },
  lock: { from: ['approved'], to: 'locked' },
  explain: { from: ['locked'], to: 'same' },
}

export const mayFollow = (state: PlanState, act: PlanAct['is']): boolean => WAYS[act].from.includes(state)

/** Whether this person may approve it; the role is another question. */
export const isProposedBy = (plan: BudgetPlan, address: string): boolean => lastStep(plan, 'propose')?.by === address

export function actOnPlan(
  plan: BudgetPlan,
  { act, seen, ...author }: PlanAuthor & { readonly act: PlanAct; readonly seen: number },
): { readonly plan: BudgetPlan } | { readonly refused: PlanRefusal } {
  if (plan.version !== seen) return { refused: 'stale' }
  if (!mayFollow(plan.state, act.is)) return { refused: 'wrong-state' }
  if (act.is === 'approve' && isProposedBy(plan, author.by)) return { refused: 'same-person' }
  const because = staffText(author.because)
  if (because === '') return { refused: 'no-reason' }
  if (because.length > LONGEST_REASON) return { refused: 'too-long' }
  const changed = changedBy(plan, { ...author, act, because })
  if ('refused' in changed) return changed
  const { to } = WAYS[act.is]
  return { plan: { ...stepped(plan, { ...author, is: act.is, because }), ...changed, state: to === 'same' ? plan.state : to } }
}

/** The first draft, or one computed anew over what people wrote into the one before. A proposed budget is returned first. */
export function draftedPlan(
  before: BudgetPlan | undefined,
  { computed, rates, ...word }: PlanAuthor & { readonly computed: PlannedBudget; readonly rates: BudgetRates },
): { readonly plan: BudgetPlan } | { readonly refused: PlanRefusal } {
  if (before && !mayFollow(before.state, 'change')) return { refused: 'wrong-state' }
  // A draft may go without a word.
  const author = { ...word, because: staffText(word.because) }
  if (author.because.length > LONGEST_REASON) return { refused: 'too-long' }
  const { period } = computed
  const anew = { computed, rates, period }
  if (before) return { plan: { ...stepped(before, { ...author, is: 'compute' }), ...anew, state: 'draft' } }
  const { by, byName, at, because } = author
  return {
    plan: {
      budgetId: budgetIdOf(period),
      version: 1,
      state: 'draft',
      byHand: { changed: [], added: [] },
      explained: [],
      steps: [{ is: 'compute', version: 1, by, byName, at, because }],
      ...anew,
    },
  }
}

function stepped(plan: BudgetPlan, { is, by, byName, at, because }: PlanAuthor & { readonly is: PlanStepKind }): BudgetPlan {
  const version = plan.version + 1
  return { ...plan, version, steps: [...plan.steps, { is, version, by, byName, at, because }] }
}

type Changed = Partial<Pick<BudgetPlan, 'byHand' | 'explained'>>

function changedBy(
  plan: BudgetPlan,
  { act, because, byName, at }: PlanAuthor & { readonly act: PlanAct },
): Changed | { readonly refused: PlanRefusal } {
  const { changed, added } = plan.byHand
  const word = { because, byName, at }
  switch (act.is) {
    case 'change': {
      const { key, amount } = act
      const others = changed.filter((one) => one.key !== key)
      if (amount === null)
        return others.length === changed.length ? { refused: 'no-such-line' } : { byHand: { added, changed: others } }
      if (!isAmount(amount)) return { refused: 'bad-amount' }
      const line = budgetOfPlan(plan).lines.find((one) => one.kind !== 'other' && lineKey(one) === key)
      if (!line || line.amount.expected === amount) return { refused: 'no-such-line' }
      return { byHand: { added, changed: [...others, { key, amount, ...word }] } }
    }
    case 'add': {
      const { lineId, campaign, amount } = act
      const title = staffText(act.title)
      if (title === '') return { refused: 'no-title' }
      if (title.length > LONGEST_TITLE) return { refused: 'too-long' }
      if (!isAmount(amount) || amount === 0) return { refused: 'bad-amount' }
      if (added.length >= MOST_ADDED || added.some((one) => one.lineId === lineId)) return { refused: 'too-many-lines' }
      return { byHand: { changed, added: [...added, { lineId, title, campaign, amount, ...word }] } }
    }
    case 'remove': {
      const others = added.filter(({ lineId }) => lineId !== act.lineId)
      return others.length === added.length ? { refused: 'no-such-line' } : { byHand: { changed, added: others } }
    }
    case 'explain': {
      const others = plan.explained.filter(({ of }) => of !== act.of)
      return { explained: [...others, { of: act.of, ...word }] }
    }
    case 'propose':
    case 'return':
    case 'approve':
    case 'lock':
      return {}
  }
}

const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0 && amount <= MOST_BY_HAND
