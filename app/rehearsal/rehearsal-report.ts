/** The result of a rehearsal: the balance of each campaign and day, its cost, and one line per decision. */

import type { CountedBatch } from '#app/rehearsal/counted-outcomes.ts'
import { skipInNumbers } from '#app/rehearsal/skip-in-numbers.ts'
import { type SkipRule, skipRules } from '#app/rehearsal/skip-rules.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { freeAtOf } from '#core/audience/skip.ts'
import { costOf, NO_COST, plusTouches } from '#core/budget/reserve.ts'
import { callTouchOf, campaignOfBatch, insteadOfCalls } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { remindedCampaign } from '#core/campaign/occasion-traits.ts'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { addBalances, balanceOf, handedOver } from '#core/planning/balance.ts'
import type { Balance, Batch, Occurrence } from '#core/planning/occurrence.ts'
import { touchCost } from '#core/planning/touch-cost.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface RehearsedDay {
  readonly date: LocalDate
  readonly balance: Balance
  readonly mismatch: boolean
  readonly desk: RehearsedDesk
}

/** What `sent` of a balance is made of in a campaign of calls; null in one of mails. */
export type RehearsedDesk = { readonly handed: number; readonly writtenInstead: number } | null

export interface RehearsedCampaign {
  readonly campaign: string
  readonly days: readonly RehearsedDay[]
  readonly total: Balance
  readonly desk: RehearsedDesk
  /** What it asks, or the survey that it reminds of. No customer answers in a rehearsal, so a reminder goes to every customer who was asked. */
  readonly asks: { readonly survey: SurveyKind } | { readonly remindsOf: string } | null
  readonly skips: readonly SkipRule[]
  /** Mails and gifts at list price, minor units. */
  readonly cost: { readonly amount: number; readonly currency: string }
}

export const TOUCH_COLUMNS = [
  'date',
  'instant',
  'campaign',
  'customer',
  'channel',
  'outcome',
  'reason',
  'cost',
  'currency',
  'detail',
  'freeAt',
] as const

/** Collects finished occurrences; days without a due customer are left out. */
export function rehearsalReport({
  definitions,
  companyRules,
}: {
  definitions: readonly CampaignDefinition[]
  companyRules: CompanyRules
}) {
  const days = new Map<string, RehearsedDay[]>()
  const ofCalls = new Set(definitions.filter((campaign) => callTouchOf(campaign)).map(({ id }) => id))
  const deskOf = (campaignId: string, balance: Balance): RehearsedDesk =>
    ofCalls.has(campaignId) ? { handed: handedOver(balance), writtenInstead: balance.instead?.sent ?? 0 } : null
  const skips = new Map(definitions.map(({ id }) => [id, skipRules(companyRules.company.zone)]))
  return {
    add({ campaignId, date, balance, mismatch }: Occurrence, batches: readonly CountedBatch[]): void {
      if (!balance || balance.audience === 0) return
      skips.get(campaignId)?.add(batches)
      days.set(campaignId, [...(days.get(campaignId) ?? []), { date, balance, mismatch, desk: deskOf(campaignId, balance) }])
    },
    campaigns: (): RehearsedCampaign[] =>
      definitions.map((campaign) => {
        const own = (days.get(campaign.id) ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1))
        const total = own.reduce((sum, { balance }) => addBalances(sum, balance), balanceOf([]))
        const amount = own.reduce((sum, { date, balance }) => sum + costOfDay({ campaign, companyRules, date }, balance), 0)
        return {
          campaign: campaign.id,
          asks: asksOf(campaign),
          days: own,
          total,
          desk: deskOf(campaign.id, total),
          skips: skips.get(campaign.id)?.all() ?? [],
          cost: { amount, currency: companyRules.company.currency },
        }
      }),
  }
}

/** Calls at the price of calls, and the letters instead at theirs. */
function costOfDay(priced: Parameters<typeof touchCost>[0], balance: Balance): number {
  const { campaign, companyRules } = priced
  const letters = balance.instead?.sent ?? 0
  const cost = plusTouches(NO_COST, touchCost(priced), balance.sent - letters + balance.unknown)
  const letter = insteadOfCalls(campaign, companyRules.channels)
  return costOf(letter ? plusTouches(cost, touchCost({ ...priced, campaign: letter }), letters) : cost, 1)
}

function asksOf({ survey, occasion }: CampaignDefinition): RehearsedCampaign['asks'] {
  const reminded = remindedCampaign(occasion)
  if (reminded !== undefined) return { remindsOf: reminded }
  return survey ? { survey: survey.kind } : null
}

/** One row per decision, skips included, in the columns of TOUCH_COLUMNS. */
export function* decisionRows({
  occurrence,
  batches,
  campaign,
  companyRules,
}: {
  occurrence: Occurrence
  batches: readonly Batch[]
  campaign: CampaignDefinition
  companyRules: CompanyRules
}): Generator<readonly string[]> {
  for (const { recipients, dueAt, instead } of batches) {
    const made = campaignOfBatch({ instead }, campaign, companyRules.channels)
    const { perThousand, gift } = touchCost({ campaign: made, companyRules, date: occurrence.date })
    const cost = decimal(gift, perThousand)
    for (const { customerId, outcome } of recipients) {
      const spent = outcome.state === 'sent' || outcome.state === 'unknown'
      yield [
        occurrence.date,
        instantOfOutcome(outcome, dueAt),
        campaign.id,
        customerId,
        made.touch.channel,
        outcome.state,
        reasonOf(outcome),
        spent ? cost : '0',
        companyRules.company.currency,
        outcome.state === 'skipped' ? (skipInNumbers(outcome).facts ?? '') : '',
        outcome.state === 'skipped' ? (freeAtOf(outcome) ?? '') : '',
      ]
    }
  }
}

/** Minor units with the thousandths of one mail. Exact: both parts are whole numbers. */
function decimal(gift: number, perThousand: number): string {
  const thousandths = gift * 1000 + perThousand
  return `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`.replace(/\.?0+$/, '')
}

const instantOfOutcome = (outcome: Outcome, dueAt: string) =>
  outcome.state === 'sent' || outcome.state === 'failed' ? outcome.at : outcome.state === 'unknown' ? outcome.since : dueAt

export function reasonOf(outcome: Outcome): string {
  switch (outcome.state) {
    case 'skipped':
      return outcome.reason
    case 'failed':
      return outcome.reason
    case 'withheld':
    case 'deferred':
      return outcome.because
    case 'unknown':
      return outcome.evidence
    case 'sent':
    case 'planned':
      return ''
  }
}
