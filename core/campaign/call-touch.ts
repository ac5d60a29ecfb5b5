/** A campaign's touch by call, typed; and the letter that a campaign writes, whatever its channel. */
import * as z from 'zod'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { type Channels, letterChannel } from '#core/channel/channel.ts'
import { CALL_TOUCH } from '#core/channel/touch-shapes.ts'

const CallTouchSchema = z.object({ channel: z.string(), ...CALL_TOUCH })
export type CallTouch = Readonly<z.infer<typeof CallTouchSchema>>

type OfTouch = Pick<CampaignDefinition, 'touch'>

/** Undefined for a touch that staff do not carry out. Throws for one that was never checked. */
export function callTouchOf({ touch }: OfTouch): CallTouch | undefined {
  return touch.script === undefined ? undefined : CallTouchSchema.parse(touch)
}

/** The template of the letter that a campaign writes, to all or to those whom staff do not ring; undefined where it writes none. */
export const templateOf = (campaign: OfTouch): string | undefined => campaign.touch.template ?? callTouchOf(campaign)?.else

/** Hands over only as many calls as its team has time for on the day. A campaign that names a letter for the rest does, too. */
export function fillsCapacity(campaign: OfTouch): boolean {
  const call = callTouchOf(campaign)
  return call?.fill !== undefined || call?.else !== undefined
}

/** The same campaign as the letter to those whom staff do not ring: every rule of a letter applies to it. Undefined where it names none. */
export function insteadOfCalls(campaign: CampaignDefinition, channels: Channels): CampaignDefinition | undefined {
  const template = callTouchOf(campaign)?.else
  return template === undefined ? undefined : { ...campaign, touch: { channel: letterChannel(channels).id, template } }
}

/** The campaign as the touches of a batch are made. Throws for a batch of letters of a campaign without one. */
export function campaignOfBatch(
  { instead }: { readonly instead?: true | undefined },
  campaign: CampaignDefinition,
  channels: Channels,
): CampaignDefinition {
  const made = instead ? insteadOfCalls(campaign, channels) : campaign
  if (!made) throw new RangeError(`campaign ${campaign.id} names no letter instead of its calls`)
  return made
}
