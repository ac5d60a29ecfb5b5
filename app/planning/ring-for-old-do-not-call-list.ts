/** Rings when a campaign that lives needs the do-not-call list and cannot rely on it, once in the first hour of each day: then none of its customers is called. */

import { stateInForce } from '#app/campaigns/state-in-force.ts'
import type { Events } from '#app/events.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import type { DoNotCallList } from '#app/ports/consent.ts'
import { listStanding } from '#core/audience/do-not-call.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { type CompanyRules, touchRules } from '#core/campaign/company-rules.ts'
import { isAlive } from '#core/planning/arbitration.ts'
import type { Instant } from '#core/time/instant.ts'
import { isFirstHourOfDay, localDateAt } from '#core/time/zone.ts'

interface RingPorts {
  readonly companyRules: CompanyRules
  readonly doNotCall: Pick<DoNotCallList, 'inForce'>
  readonly events: Events
}

interface Planned {
  readonly campaigns: readonly AcceptedCampaign[]
  readonly states: ReadonlyMap<string, CampaignState>
  readonly now: Instant
}

/** For each country whose rules ask for the list. A paused campaign rings as well: what it planned is called when it is resumed. */
export async function ringForOldDoNotCallList(ports: RingPorts, { campaigns, states, now }: Planned): Promise<void> {
  const { companyRules, doNotCall, events } = ports
  const { company, policies } = companyRules
  if (!isFirstHourOfDay(now, company.zone)) return
  const today = localDateAt(now, company.zone)
  const needed = campaigns
    .filter(({ definition }) => isAlive(definition, today))
    .flatMap(({ definition: { id, contentClass, touch } }) =>
      policies.flatMap(({ country }) => {
        const rules = touchRules(companyRules, { country, contentClass, channel: touch.channel, date: today })
        return rules?.doNotCall ? [{ id, country, rule: rules.doNotCall }] : []
      }),
    )
  if (needed.length === 0) return
  const inForce = await doNotCall.inForce()
  for (const { id, country, rule } of needed) {
    const standing = listStanding(rule, { inForce, on: today })
    if (standing.is === 'clear') continue
    const definition = campaigns.find((one) => one.definition.id === id)?.definition
    if (definition && (await stateInForce(definition, (one) => states.get(one) ?? 'active')) === 'cancelled') continue
    events.doNotCallListOld({
      campaignId: id,
      country,
      asOf: standing.is === 'too-old' ? standing.asOf : null,
      maxAgeDays: standing.maxAgeDays,
    })
  }
}
