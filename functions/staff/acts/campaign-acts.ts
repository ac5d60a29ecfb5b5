/** Pausing, resuming and cancelling a campaign. */
import { changeCampaignState } from '#app/campaigns/change-campaign-state.ts'
import { countOpen } from '#app/operating/balance-of-open.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { Money } from '#core/budget/money.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import type { StaffAct } from '#functions/staff/acts/act-flow.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import {
  CAMPAIGN_ACTS,
  type CampaignAct,
  type CampaignStanding,
  campaignActView,
  refusedCampaignAct,
} from '#web/staff/acts/campaign-acts.ts'
import { campaignPath, pathWith } from '#web/staff/paths.ts'

interface CampaignActSystem {
  readonly stores: Pick<StaffSystem['stores'], 'campaigns' | 'occurrences' | 'budgets'>
}

export const campaignActs = (system: CampaignActSystem): readonly StaffAct[] =>
  (['pause', 'resume', 'cancel'] as const).map((act) => campaignAct(system, act))

function campaignAct({ stores }: CampaignActSystem, act: CampaignAct): StaffAct {
  return {
    act: `${act}-campaign`,
    path: `/campaigns/:id/${act}`,
    needs: 'change-campaign',
    missing: 'campaign',
    look: async ({ frame, part }) => {
      const campaignId = part('id')
      const campaign = (await stores.campaigns.latest()).find(({ definition }) => definition.id === campaignId)
      if (!campaign) return null
      const standing = await standingOf(stores, campaign)
      return {
        view: campaignActView(standing, { act, locale: frame.locale }),
        on: { kind: 'campaign', id: campaignId },
        people: standing.waiting,
      }
    },
    carryOut: async ({ frame, part }, word) => {
      const campaignId = part('id')
      const answer = await changeCampaignState(stores, { campaignId, to: CAMPAIGN_ACTS[act], ...word })
      if (!('refused' in answer)) return { goTo: pathWith(campaignPath(campaignId), { done: `${act}-campaign` }) }
      return { refused: refusedCampaignAct(answer.refused, frame.locale) }
    },
  }
}

/** An act states true numbers, so every one of the people is counted: the page of an act may take longer than another. */
async function standingOf(stores: CampaignActSystem['stores'], campaign: AcceptedCampaign): Promise<CampaignStanding> {
  const { id } = campaign.definition
  const open = (await stores.occurrences.stillOpen()).filter(({ campaignId }) => campaignId === id)
  const [state, reserved, counted] = await Promise.all([
    stores.campaigns.state(id),
    reservedFor(stores, campaign),
    Promise.all(open.map((occurrence) => countOpen(stores.occurrences, occurrence))),
  ])
  const sum = (count: (balance: Balance) => number) => counted.reduce((total, { balance }) => total + count(balance), 0)
  return {
    campaign: { definition: campaign.definition, state },
    open: open.length,
    waiting: sum(({ planned, deferred }) => planned + deferred),
    sent: sum(({ sent }) => sent),
    missed: sum(({ skippedBy }) => skippedBy['campaign-paused'] ?? 0),
    reserved,
  }
}

async function reservedFor({ budgets }: CampaignActSystem['stores'], { definition }: AcceptedCampaign): Promise<Money | null> {
  if (!definition.budget) return null
  const { currency } = definition.budget
  const amounts = (await budgets.ofCampaign(definition.id)).flatMap(({ reserved }) => Object.values(reserved))
  return { amount: amounts.reduce((total, amount) => total + amount, 0), currency }
}
