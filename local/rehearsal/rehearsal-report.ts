/** What a rehearsal came to: the balance of each campaign and day, its cost, and one line per decision. */
import type { Outcome } from '#core/audience/outcome.ts'
import { costOf } from '#core/budget/reserve.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import { addBalances, balanceOf } from '#core/planning/balance.ts'
import type { Balance, Batch, Occurrence } from '#core/planning/occurrence.ts'
import { touchCost } from '#core/planning/touch-cost.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface RehearsedDay {
  readonly date: LocalDate
  readonly balance: Balance
  readonly mismatch: boolean
}

export interface RehearsedCampaign {
  readonly campaign: string
  readonly days: readonly RehearsedDay[]
  readonly total: Balance
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
] as const

/** Collects finished occurrences; days on which nobody was due are left out. */
export function rehearsalReport({ definitions, house }: { definitions: readonly CampaignDefinition[]; house: HouseRules }) {
  const days = new Map<string, RehearsedDay[]>()
  return {
    add({ campaignId, date, balance, mismatch }: Occurrence): void {
      if (!balance || balance.audience === 0) return
      days.set(campaignId, [...(days.get(campaignId) ?? []), { date, balance, mismatch }])
    },
    campaigns: (): RehearsedCampaign[] =>
      definitions.map((campaign) => {
        const own = (days.get(campaign.id) ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1))
        const total = own.reduce((sum, { balance }) => addBalances(sum, balance), balanceOf([]))
        const amount = own.reduce(
          (sum, { date, balance }) =>
            sum + costOf(touchCost({ campaign, prices: house.prices, date }), balance.sent + balance.unknown),
          0,
        )
        return { campaign: campaign.id, days: own, total, cost: { amount, currency: house.company.currency } }
      }),
  }
}

/** One row per decision, skips included, in the columns of TOUCH_COLUMNS. */
export function* decisionRows({
  occurrence,
  batches,
  campaign,
  house,
}: {
  occurrence: Occurrence
  batches: readonly Batch[]
  campaign: CampaignDefinition
  house: HouseRules
}): Generator<readonly string[]> {
  const { mailPerThousand, gift } = touchCost({ campaign, prices: house.prices, date: occurrence.date })
  const cost = decimal(gift, mailPerThousand)
  for (const { recipients, dueAt } of batches) {
    for (const { customerId, outcome } of recipients) {
      const spent = outcome.state === 'sent' || outcome.state === 'unknown'
      yield [
        occurrence.date,
        instantOfOutcome(outcome, dueAt),
        campaign.id,
        customerId,
        campaign.touch.channel,
        outcome.state,
        reasonOf(outcome),
        spent ? cost : '0',
        house.company.currency,
      ]
    }
  }
}

/** Minor units with the thousandths of one mail. Exact: both parts are whole numbers. */
function decimal(gift: number, mailPerThousand: number): string {
  const thousandths = gift * 1000 + mailPerThousand
  return `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`.replace(/\.?0+$/, '')
}

const instantOfOutcome = (outcome: Outcome, dueAt: string) =>
  outcome.state === 'sent' || outcome.state === 'failed' ? outcome.at : outcome.state === 'unknown' ? outcome.since : dueAt

function reasonOf(outcome: Outcome): string {
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
