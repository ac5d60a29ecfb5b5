/** Each act on a budget as its page says it: what it is about, what will happen, and why it cannot be done. */

import { html } from 'hono/html'
import { type BudgetPlan, budgetOfPlan } from '#core/planned-budget/budget-plan.ts'
import { LONGEST_TITLE } from '#core/planned-budget/by-hand.ts'
import type { BudgetLine } from '#core/planned-budget/line.ts'
import { isProposedBy, mayFollow } from '#core/planned-budget/plan-act.ts'
import type { Html } from '#web/customer/page.ts'
import type { ActView } from '#web/staff/acts/act-page.ts'
import type { BudgetRefusedWord } from '#web/staff/budget/budget-act-words.ts'
import { BUDGET_ACT_WORDS } from '#web/staff/budget/budget-act-words.ts'
import type { BudgetActName } from '#web/staff/budget/budget-paths.ts'
import { budgetPeriodWithin, moneyOf } from '#web/staff/budget/budget-reader.ts'
import { BUDGET_WORDS } from '#web/staff/budget/budget-words.ts'
import type { Frame } from '#web/staff/frame.ts'
import { budgetPath } from '#web/staff/paths.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { type BudgetReader, basisInWords, lineTitle } from '#web/words/budget-lines.ts'

interface Asking {
  readonly plan: BudgetPlan
  readonly reader: BudgetReader
}

/** Proposing, returning, approving and locking. `booksMissing`: locking broke off, and can be done again. */
export function budgetActView(
  { visitor }: Pick<Frame, 'visitor'>,
  { plan, reader, act, booksMissing }: Asking & { readonly act: BudgetActName; readonly booksMissing: boolean },
): ActView {
  const { locale } = reader
  const words = BUDGET_WORDS[locale]
  const { total } = budgetOfPlan(plan)
  const money = moneyOf(reader)
  const refused = refusedBecause(plan, { act, address: visitor?.address ?? '', booksMissing })
  return {
    ...aboutPlan({ plan, reader }),
    title: ACT_WORDS[locale][`${act}-budget`],
    figures: [{ name: 'total', count: money(total.expected), text: words.range(money(total.low), money(total.high)) }],
    effects: BUDGET_ACT_WORDS[locale].becomes[act],
    isFinal: act === 'lock',
    refused: refused && refusedInWords(refused, act, locale),
  }
}

/** Why the act does not follow; null where it does. The role is asked by the guard of the page. */
export function refusedBecause(
  plan: BudgetPlan,
  { act, address, booksMissing }: { readonly act: BudgetActName; readonly address: string; readonly booksMissing: boolean },
): BudgetRefusedWord | null {
  if (act === 'lock' && plan.state === 'locked') return booksMissing ? null : 'books-open'
  if (!mayFollow(plan.state, act)) return 'wrong-state'
  return act === 'approve' && isProposedBy(plan, address) ? 'same-person' : null
}

export const refusedInWords = (refused: BudgetRefusedWord, act: BudgetActName, locale: Frame['locale']): string =>
  refused === 'wrong-state' ? BUDGET_ACT_WORDS[locale].notYet[act] : BUDGET_ACT_WORDS[locale].refused[refused]

/** A line changed, given back, or an added one taken away. */
export function lineActView({
  plan,
  reader,
  line,
  act,
}: Asking & { readonly line: BudgetLine; readonly act: 'change' | 'computed' | 'remove' }): ActView {
  const { locale } = reader
  const words = BUDGET_WORDS[locale]
  const money = moneyOf(reader)
  const about = aboutPlan({ plan, reader })
  return {
    ...about,
    title: BUDGET_ACT_WORDS[locale].titles[act],
    facts: [
      [words.lineColumns[0], lineTitle(line, reader)],
      [words.now, money(line.amount.expected)],
      [words.lineColumns[5], basisInWords(line.basis, reader)],
      ...about.facts,
    ],
    figures: [],
    effects: BUDGET_ACT_WORDS[locale].becomes[act],
    isFinal: false,
    refused: editRefused(plan, words),
    ...(act === 'change' && { fields: (typed: (name: string) => string) => amountField(words, typed('amount')) }),
  }
}

export function addLineView({
  plan,
  reader,
  campaigns,
}: Asking & { readonly campaigns: readonly { readonly id: string; readonly name: string }[] }): ActView {
  const words = BUDGET_WORDS[reader.locale]
  return {
    ...aboutPlan({ plan, reader }),
    title: BUDGET_ACT_WORDS[reader.locale].titles.add,
    figures: [],
    effects: BUDGET_ACT_WORDS[reader.locale].becomes.add,
    isFinal: false,
    refused: editRefused(plan, words),
    fields: (typed) => html`<div><label for="title">${words.itemTitle}</label>
          <input id="title" name="title" required maxlength="${LONGEST_TITLE}" value="${typed('title')}" aria-describedby="title-hint">
          <small id="title-hint">${words.itemHint}</small></div>
          <div><label for="campaign">${words.campaign}</label>
          <select id="campaign" name="campaign"><option value="">${words.noCampaign}</option>${campaigns.map(({ id, name }) => html`<option value="${id}"${typed('campaign') === id ? html` selected` : ''}>${name}</option>`)}</select></div>
          ${amountField(words, typed('amount'))}`,
  }
}

/** `item`: as the comparison names it. */
export function explainView({ plan, reader, item }: Asking & { readonly item: string }): ActView {
  const words = BUDGET_WORDS[reader.locale]
  const about = aboutPlan({ plan, reader })
  return {
    ...about,
    title: BUDGET_ACT_WORDS[reader.locale].titles.explain,
    facts: [[words.spentColumns[0], item], ...about.facts],
    figures: [],
    effects: BUDGET_ACT_WORDS[reader.locale].becomes.explain,
    isFinal: false,
    refused: mayFollow(plan.state, 'explain') ? null : BUDGET_ACT_WORDS[reader.locale].refused['wrong-state'],
  }
}

function aboutPlan({ plan, reader }: Asking) {
  const { locale } = reader
  const words = BUDGET_WORDS[locale]
  return {
    section: 'budgets',
    about: { name: words.of(budgetPeriodWithin(plan.period, locale)), path: budgetPath(plan.budgetId) },
    facts: [[words.columns[1], `${words.states[plan.state]}, ${words.version(plan.version).toLowerCase()}`] as const],
    // What was seen is this version: any act of another makes a further one.
    standing: `v${plan.version}`,
    reason: 'words' as const,
  }
}

const editRefused = ({ state }: BudgetPlan, words: (typeof BUDGET_WORDS)[Frame['locale']]): string | null =>
  mayFollow(state, 'change') ? null : words.notEditable

const amountField = (words: (typeof BUDGET_WORDS)[Frame['locale']], typed: string): Html =>
  html`<div><label for="amount">${words.amount}</label>
          <input id="amount" name="amount" required inputmode="numeric" autocomplete="off" value="${typed}" aria-describedby="amount-hint">
          <small id="amount-hint">${words.amountHint}</small></div>`
