/** A campaign's touch by call, typed; and the letter that a campaign writes, whatever its channel. */
import * as z from 'zod'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import { CALL_TOUCH } from '#core/channel/touch-shapes.ts'

const CallTouchSchema = z.object({ channel: z.string(), ...CALL_TOUCH })
export type CallTouch = Readonly<z.infer<typeof CallTouchSchema>>

/** Undefined for a touch that staff do not carry out. Throws for one that was never checked. */
export function callTouchOf({ touch }: Pick<CampaignDefinition, 'touch'>): CallTouch | undefined {
  return touch.script === undefined ? undefined : CallTouchSchema.parse(touch)
}

/** The template of the letter that a campaign writes; undefined where it writes none. */
export const templateOf = ({ touch }: Pick<CampaignDefinition, 'touch'>): string | undefined => touch.template
