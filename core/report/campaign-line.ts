/** One campaign in the report: its balance, how many answered, and what it cost. */
import type { Money } from '#core/budget/money.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { Kpi } from '#core/kpi/kpi.ts'
import type { Breakdown, RollUp } from '#core/kpi/roll-up.ts'
import { kpiIn } from '#core/report/figure.ts'
import { byCurrency, sumOf } from '#core/report/sums.ts'

export interface CampaignLine {
  readonly campaignId: string
  /** In both languages, as it was called then. Null: the campaign is not known any more. */
  readonly name: { readonly vi: string; readonly en: string } | null
  readonly state: CampaignState | null
  /** Everybody whom its occurrences meant: the parts of `outcomes` add up to it. */
  readonly meant: number
  readonly outcomes: Breakdown['outcomes']
  readonly invitations: Breakdown['invitations']
  readonly responseRate: Kpi | null
  readonly lift: Kpi | null
  /** Touches and gifts that were given, by currency. */
  readonly costs: readonly Money[]
}

export interface KnownCampaign {
  readonly campaignId: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly state: CampaignState
}

/** Of a roll-up of one campaign. */
export function campaignLine(rollUp: RollUp, known: readonly KnownCampaign[]): CampaignLine {
  const campaignId = rollUp.segment.by === 'campaign' ? rollUp.segment.is : ''
  const campaign = known.find((one) => one.campaignId === campaignId)
  const { outcomes, invitations } = rollUp.breakdown
  return {
    campaignId,
    name: campaign?.name ?? null,
    state: campaign?.state ?? null,
    meant: sumOf(outcomes),
    outcomes,
    invitations,
    responseRate: kpiIn(rollUp, 'response-rate') ?? null,
    lift: kpiIn(rollUp, 'campaign-lift') ?? null,
    costs: costsOf(rollUp.breakdown),
  }
}

/** What was spent: list prices of touches, and the value of gifts that were used. */
export const costsOf = ({ touchCosts, gifts }: Pick<Breakdown, 'touchCosts' | 'gifts'>): readonly Money[] =>
  byCurrency([...touchCosts, ...gifts.filter(({ event }) => event === 'used')])
