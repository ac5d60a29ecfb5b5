/**
 * Three campaigns of calls, before and among those of mails: one that hands everybody over on a Friday, one that fills the time of the team on the
 * Monday and writes to the rest, and one that is cancelled while staff ring.
 */
import { type CampaignDefinition, CampaignDefinitionSchema } from '#core/campaign/campaign-definition.ts'
import type { Instant } from '#core/time/instant.ts'
import { TEAM } from '#local/torture/world/team.ts'

export const CANCELLED = 'torture-call-cancelled'
/** In the afternoon of the Friday: some of its customers have been rung by then. */
export const CANCELLED_AT: Instant = '2027-03-26T06:50:00.000Z'

export const CALL_CAMPAIGNS: readonly CampaignDefinition[] = [
  {
    ...calls({ id: 'torture-call', day: 26, tier: 'silver', priority: 45 }),
    touch: { channel: 'call', script: 'courtesy', team: TEAM, attempts: 2, openDays: 3 },
  },
  {
    ...calls({ id: 'torture-call-or-mail', day: 29, tier: 'silver', priority: 55 }),
    touch: { channel: 'call', script: 'courtesy', team: TEAM, attempts: 2, openDays: 2, else: 'courtesy-mail' },
  },
  {
    ...calls({ id: CANCELLED, day: 26, tier: 'bronze', priority: 35 }),
    touch: { channel: 'call', script: 'courtesy', team: TEAM, attempts: 3, openDays: 5 },
  },
].map((campaign) => CampaignDefinitionSchema.parse(campaign))

interface Calls {
  readonly id: string
  readonly day: number
  readonly tier: string
  readonly priority: number
}

function calls({ id, day, tier, priority }: Calls) {
  return {
    id,
    name: { vi: id, en: id },
    contentClass: 'care',
    occasion: { kind: 'fixed', month: 3, day },
    audience: { tiers: [tier] },
    window: { from: '09:00', to: '16:00' },
    graceDays: 1,
    limits: { priority },
    lives: { from: '2027-03-01', to: '2027-03-31' },
  }
}
