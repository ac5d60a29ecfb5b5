/** The acts on a budget: proposing, returning, approving, locking, changing and adding lines, explaining what differs. Each asks for a reason and stands in the log. */

import { BUDGET_PERMISSION, booksMissing, namesUnknown, workOnBudget } from '#app/budgeting/work-on-budget.ts'
import { type BudgetPlan, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { type BudgetLine, lineKey } from '#core/planned-budget/line.ts'
import type { PlanAct } from '#core/planned-budget/plan-act.ts'
import { typedAmount } from '#core/planned-budget/typed-amount.ts'
import { varianceKey, varianceNamed } from '#core/planned-budget/variance.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { Permission } from '#core/staff/role.ts'
import type { ActDone, ActVisit, ActWord, StaffAct } from '#functions/staff/acts/act-flow.ts'
import { type BudgetSystem, budgetReader } from '#functions/staff/budget/budget-system.ts'
import { knownCampaigns } from '#functions/staff/known-campaigns.ts'
import type { ActView } from '#web/staff/acts/act-page.ts'
import { BUDGET_ACT_WORDS } from '#web/staff/budget/budget-act-words.ts'
import { addLineView, budgetActView, explainView, lineActView } from '#web/staff/budget/budget-acts.ts'
import { BUDGET_ACTS, lineName } from '#web/staff/budget/budget-paths.ts'
import { itemName } from '#web/staff/budget/spent-section.ts'
import { budgetPath } from '#web/staff/paths.ts'
import type { BudgetReader } from '#web/words/budget-lines.ts'

type ActStores = Pick<BudgetSystem, 'stores'>

export const budgetActs = (system: ActStores): readonly StaffAct[] => [
  ...BUDGET_ACTS.map((act) => stepAct(system, act)),
  ...(['change', 'computed', 'remove'] as const).map((act) => lineAct(system, act)),
  addAct(system),
  explainAct(system),
]

interface Described {
  readonly act: AuditedAct
  readonly path: string
  readonly needs: Permission
  /** Undefined: there is no such line or item. */
  view(visit: ActVisit, about: { readonly plan: BudgetPlan; readonly reader: BudgetReader }): Promise<ActView | undefined>
  /** What the form asks for, or a refusal of what was typed. */
  wanted(visit: ActVisit, plan: BudgetPlan): PlanAct | { readonly refused: 'bad-amount' | 'no-such-line' }
}

/** The version that the look of this request found is the one that the form brought back: the page would have been stale otherwise. */
function budgetAct({ stores }: ActStores, { act, path, needs, view, wanted }: Described): StaffAct<BudgetPlan> {
  return {
    act,
    path,
    needs,
    missing: 'budget',
    look: async (visit) => {
      const plan = await stores.budgetPlans.latest(visit.part('id'))
      if (!plan) return null
      const reader = await budgetReader({ stores }, { plan, locale: visit.frame.locale })
      const shown = await view(visit, { plan, reader })
      return shown ? { view: shown, on: { kind: 'budget', id: plan.budgetId }, people: null, seen: plan } : null
    },
    carryOut: async (visit, word, seen): Promise<ActDone> => {
      const words = BUDGET_ACT_WORDS[visit.frame.locale].refused
      if (!seen) return { refused: words.stale }
      const asked = wanted(visit, seen)
      if ('refused' in asked) return { refused: words[asked.refused] }
      const answer = await workOnBudget(stores, {
        budgetId: seen.budgetId,
        act: asked,
        seen: seen.version,
        ...authorOf(visit, word),
      })
      if ('refused' in answer) return { refused: words[answer.refused] }
      return { goTo: budgetPath(seen.budgetId) }
    },
  }
}

function authorOf({ frame: { visitor } }: ActVisit, { by, because, at }: ActWord) {
  if (!visitor) throw new Error('an act on a budget has nobody who does it')
  return { by: visitor.address, byName: by, role: visitor.role, because, at }
}

const stepAct = (system: ActStores, act: (typeof BUDGET_ACTS)[number]): StaffAct =>
  budgetAct(system, {
    act: `${act}-budget`,
    path: `/budgets/:id/${act}`,
    needs: BUDGET_PERMISSION[act],
    view: async ({ frame }, { plan, reader }) =>
      budgetActView(frame, { plan, reader, act, booksMissing: await booksMissing(system.stores, plan) }),
    wanted: () => ({ is: act }),
  })

const lineAct = (system: ActStores, act: 'change' | 'computed' | 'remove'): StaffAct =>
  budgetAct(system, {
    act: 'edit-budget',
    path: `/budgets/:id/lines/:line/${act}`,
    needs: 'propose-budget',
    view: async (visit, about) => {
      const line = lineNamed(about.plan, visit.part('line'))
      const fits = line && (act === 'remove') === (line.kind === 'other')
      return fits ? lineActView({ ...about, line, act }) : undefined
    },
    wanted: (visit, plan) => {
      const line = lineNamed(plan, visit.part('line'))
      if (!line) return { refused: 'no-such-line' }
      if (act === 'remove') return { is: 'remove', lineId: lineName(line) }
      if (act === 'computed') return { is: 'change', key: lineKey(line), amount: null }
      const amount = amountIn(visit, plan)
      return amount === null ? { refused: 'bad-amount' } : { is: 'change', key: lineKey(line), amount }
    },
  })

const addAct = (system: ActStores): StaffAct =>
  budgetAct(system, {
    act: 'edit-budget',
    path: '/budgets/:id/add',
    needs: 'propose-budget',
    view: async ({ frame }, about) => {
      const { latest, name } = await knownCampaigns(system, frame.locale)
      return addLineView({ ...about, campaigns: latest.map(({ definition: { id } }) => ({ id, name: name(id) })) })
    },
    wanted: ({ typed, ...visit }, plan) => {
      const amount = amountIn({ typed, ...visit }, plan)
      if (amount === null) return { refused: 'bad-amount' }
      const campaign = typed('campaign') === '' ? null : typed('campaign')
      // Named by the version that it makes: the form sent twice is refused as one of a version before.
      return { is: 'add', lineId: `added-${plan.version + 1}`, title: typed('title'), campaign, amount }
    },
  })

const explainAct = (system: ActStores): StaffAct =>
  budgetAct(system, {
    act: 'explain-budget',
    path: '/budgets/:id/explain/:of',
    needs: 'propose-budget',
    view: async (visit, about) => {
      if (await namesUnknown(system.stores, { plan: about.plan, act: explainOf(visit) })) return undefined
      return explainView({ ...about, item: itemName(varianceNamed(visit.part('of')), about.reader) })
    },
    wanted: explainOf,
  })

const explainOf = (visit: ActVisit) => ({ is: 'explain', of: varianceKey(varianceNamed(visit.part('of'))) }) as const

const lineNamed = (plan: BudgetPlan, name: string): BudgetLine | undefined =>
  budgetOfPlan(plan).lines.find((line) => lineName(line) === name)

const amountIn = ({ typed }: Pick<ActVisit, 'typed'>, { computed: { currency } }: BudgetPlan): number | null =>
  typedAmount(typed('amount'), currency)
