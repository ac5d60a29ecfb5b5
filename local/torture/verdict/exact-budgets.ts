/**
 * A budget is never above its limit, nothing stays reserved, and each closed date is settled for exactly the customers who have, or may have, the
 * mail.
 */
import type { CampaignFacts, Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

export const exactBudgets = (evidence: Evidence): readonly Breach[] =>
  evidence.campaigns.flatMap((campaign) => {
    const { campaignId, budgetLimit } = campaign
    if (budgetLimit === null) return []
    const stored = evidence.budgets.filter((budget) => budget.campaignId === campaignId)
    return [
      ...beyondLimit(evidence, { ...campaign, budgetLimit }, stored),
      ...stored
        .flatMap(({ reserved }) => Object.keys(reserved))
        .map((key) => breach('budget-inexact', { occurrenceId: campaignId, detail: `still reserved: ${key}` })),
      ...settledWrongly(evidence, campaign, stored),
    ]
  })

function beyondLimit(
  { mails }: Evidence,
  { campaignId, budgetLimit, giftAmount }: CampaignFacts & { readonly budgetLimit: number },
  stored: Evidence['budgets'],
): readonly Breach[] {
  const booked = stored.flatMap(({ settled, reserved }) => [...Object.values(settled), ...Object.values(reserved)])
  const spent = booked.reduce((sum, amount) => sum + amount, 0)
  const given = mails.filter((mail) => mail.campaignId === campaignId).length * giftAmount
  const overspent = (words: string, amount: number) =>
    amount > budgetLimit
      ? [breach('budget-overspent', { occurrenceId: campaignId, detail: `${words} ${amount} of ${budgetLimit}` })]
      : []
  return [...overspent('booked', spent), ...overspent('gave', given)]
}

function settledWrongly(
  { expected, occurrences }: Evidence,
  { campaignId, giftAmount, mailPerThousand }: CampaignFacts,
  stored: Evidence['budgets'],
): readonly Breach[] {
  return expected
    .filter((date) => date.campaignId === campaignId)
    .flatMap(({ occurrenceId }) => {
      const rows = occurrences.find((occurrence) => occurrence.occurrenceId === occurrenceId)?.rows ?? []
      const touched = rows.filter(({ outcome }) => outcome.state === 'sent' || outcome.state === 'unknown').length
      const right = touched * giftAmount + Math.ceil((touched * mailPerThousand) / 1000)
      const settled = stored.reduce((sum, budget) => sum + (budget.settled[occurrenceId] ?? 0), 0)
      return settled === right
        ? []
        : [breach('budget-inexact', { occurrenceId, detail: `settled ${settled}, ${touched} touches cost ${right}` })]
    })
}
