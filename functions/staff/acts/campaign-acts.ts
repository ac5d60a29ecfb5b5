/** Pausing, resuming and cancelling a campaign. */
import { changeCampaignState } from '#app/campaigns/change-campaign-state.ts'
import { callsOnDesk, endCallsOfCampaign } from '#app/desk/end-calls-alone.ts'
import { countOpen } from '#app/operating/balance-of-open.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { Money } from '#core/budget/money.ts'
import { callTouchOf } from '#core/campaign/call-touch.ts'
import { isPlannedBook } from '#core/planned-budget/planned-book.ts'
import type { Balance } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import type { StaffAct } from '#functions/staff/acts/act-flow.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import {
  alreadySo,
  CAMPAIGN_ACTS,
  type CampaignAct,
  type CampaignStanding,
  campaignActView,
  refusedCampaignAct,
} from '#web/staff/acts/campaign-acts.ts'
import { campaignPath, pathWith } from '#web/staff/paths.ts'

interface CampaignActSystem extends Pick<StaffSystem, 'companyRules' | 'events'> {
  readonly stores: Pick<StaffSystem['stores'], 'campaigns' | 'occurrences' | 'budgets' | 'work'>
}

export const campaignActs = (system: CampaignActSystem): readonly StaffAct[] =>
  (['pause', 'resume', 'cancel'] as const).map((act) => campaignAct(system, act))

function campaignAct(system: CampaignActSystem, act: CampaignAct): StaffAct {
  const { stores, companyRules, events } = system
  return {
    act: `${act}-campaign`,
    path: `/campaigns/:id/${act}`,
    needs: 'change-campaign',
    missing: 'campaign',
    look: async ({ frame, part }) => {
      const campaignId = part('id')
      const campaign = (await stores.campaigns.latest()).find(({ definition }) => definition.id === campaignId)
      if (!campaign) return null
      const standing = await standingOf(system, { campaign, now: frame.now })
      return {
        view: campaignActView(standing, { act, locale: frame.locale }),
        on: { kind: 'campaign', id: campaignId },
        people: standing.waiting + (act === 'cancel' ? (standing.calls ?? 0) : 0),
      }
    },
    carryOut: async ({ frame, part }, word) => {
      const campaignId = part('id')
      const answer = await changeCampaignState(stores, { campaignId, to: CAMPAIGN_ACTS[act], ...word })
      if ('refused' in answer) return { refused: refusedCampaignAct(answer.refused, frame.locale) }
      const ending = { campaignId, now: frame.now }
      // An act that broke off behind its first write left calls: doing it again ends them.
      const isEnding = act === 'cancel' && (answer.changed || (await callsOnDesk({ ...stores, companyRules }, ending)).ending > 0)
      // Of two who did it at one moment one did, and the reason of the other is kept nowhere.
      if (!answer.changed && !isEnding) return { refused: alreadySo(answer.state, frame.locale) }
      // Not only in the night: until then staff would go on ringing for it.
      if (isEnding) await endCallsOfCampaign({ ...stores, companyRules, events }, ending)
      return { goTo: pathWith(campaignPath(campaignId), { done: `${act}-campaign` }) }
    },
  }
}

/** An act states true numbers, so every one of the people is counted: the page of an act may take longer than another. */
async function standingOf(
  { stores, companyRules }: CampaignActSystem,
  { campaign, now }: { readonly campaign: AcceptedCampaign; readonly now: Instant },
): Promise<CampaignStanding> {
  const { id } = campaign.definition
  const open = (await stores.occurrences.stillOpen()).filter(({ campaignId }) => campaignId === id)
  const [state, reserved, counted] = await Promise.all([
    stores.campaigns.state(id),
    reservedFor(stores, campaign),
    Promise.all(open.map((occurrence) => countOpen(stores.occurrences, occurrence))),
  ])
  const hasCalls = callTouchOf(campaign.definition) !== undefined
  const calls = hasCalls || state === 'cancelled' ? await callsOnDesk({ ...stores, companyRules }, { campaignId: id, now }) : null
  const sum = (count: (balance: Balance) => number) => counted.reduce((total, { balance }) => total + count(balance), 0)
  return {
    campaign: { definition: campaign.definition, state },
    open: open.length,
    waiting: sum(({ planned, deferred }) => planned + deferred),
    sent: sum(({ sent }) => sent),
    calls: hasCalls ? (calls?.open ?? null) : null,
    callsLeft: state === 'cancelled' ? (calls?.ending ?? 0) : 0,
    missed: sum(({ skippedBy }) => skippedBy['campaign-paused'] ?? 0),
    reserved,
  }
}

async function reservedFor({ budgets }: CampaignActSystem['stores'], { definition }: AcceptedCampaign): Promise<Money | null> {
  if (!definition.budget) return null
  const { currency } = definition.budget
  // A locked budget of a period has booked the same money once more.
  const own = (await budgets.ofCampaign(definition.id)).filter((budget) => !isPlannedBook(budget))
  const amounts = own.flatMap(({ reserved }) => Object.values(reserved))
  return { amount: amounts.reduce((total, amount) => total + amount, 0), currency }
}
