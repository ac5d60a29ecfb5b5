/** Puts the world of a run into the stores before its first hour: who works here, what customers agreed to, and the campaigns with their words. */
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { eachBounded } from '#app/each-bounded.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { RosterStore } from '#app/ports/staff.ts'
import { templateOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { BEGINS } from '#local/torture/world/dates.ts'
import type { TorturePerson } from '#local/torture/world/people.ts'
import { CALLERS, planOf } from '#local/torture/world/team.ts'
import { type CompiledTemplates, wordsIn } from '#web/rendering/compiled-template.ts'

const WRITES_AT_ONCE = 16

interface World {
  readonly people: readonly TorturePerson[]
  readonly campaigns: readonly CampaignDefinition[]
  readonly templates: CompiledTemplates
}

type WorldStores = Parameters<typeof acceptCampaigns>[0] & {
  readonly customers: Pick<CustomerStore, 'setConsents'>
  readonly roster: Pick<RosterStore, 'publish'>
}

export async function enterWorld(stores: WorldStores, { people, campaigns, templates }: World): Promise<void> {
  await eachBounded(
    people.filter(({ grantsAdvertising, customer }) => grantsAdvertising && customer.birthday?.month === 3),
    {
      limit: WRITES_AT_ONCE,
      act: ({ customer }) =>
        stores.customers.setConsents(customer.customerId, {
          'advertising/email': { decision: 'granted', at: '2026-01-01T00:00:00.000Z' },
        }),
    },
  )
  const roster = { people: CALLERS, version: 1, publishedAt: BEGINS, publishedBy: 'torture' }
  await stores.roster.publish(roster, planOf({ customers: people.length }))
  const accepting = campaigns.map((definition) => ({ definition, words: wordsOf(definition, templates) }))
  await acceptCampaigns(stores, { accepting, at: BEGINS, by: 'torture' })
}

/** Null for a campaign that writes no letter. */
function wordsOf(definition: CampaignDefinition, templates: CompiledTemplates) {
  const template = templateOf(definition)
  if (template === undefined) return null
  const words = wordsIn(templates, template)
  if (!words) throw new Error(`no template ${template}`)
  return words
}
