/**
 * Pausing, resuming and cancelling, with who and why. Senders read the state before every page of a batch, so a change holds at once. Cancelling is
 * final: the campaign's customers are skipped with that reason, and no more of its dates are opened. The same intention starts again under another
 * id.
 */
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'

export interface StateChange {
  readonly campaignId: string
  readonly to: CampaignState
  readonly by: string
  readonly because: string
  readonly at: Instant
}

export type StateAnswer =
  /** `changed` is false when the campaign was in this state already. */
  | { readonly state: CampaignState; readonly changed: boolean }
  | { readonly refused: 'no-such-campaign' | 'cancelled-for-good' }
  | TooLong

export async function changeCampaignState(
  { campaigns }: { campaigns: CampaignStore },
  { campaignId, to, by, because, at }: StateChange,
): Promise<StateAnswer> {
  const unfit = tooLong({ by, because })
  if (unfit) return unfit
  const known = await campaigns.version(campaignId, 1)
  if (!known) return { refused: 'no-such-campaign' }
  // Lost to another change: judge the state that it left.
  for (;;) {
    const from = await campaigns.state(campaignId)
    if (from === to) return { state: from, changed: false }
    if (from === 'cancelled') return { refused: 'cancelled-for-good' }
    if ((await campaigns.setState({ campaignId, from, state: to, at, by, because })) === 'written')
      return { state: to, changed: true }
  }
}
