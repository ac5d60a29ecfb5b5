/** Whether a customer wants not to be rung any more, for any purpose. Consents that cannot be read count as said: it fails closed. */
import { PURPOSES } from '#core/audience/consent.ts'
import { type Channels, spokenChannel } from '#core/channel/channel.ts'
import type { CustomerBeside } from '#web/staff/work/item-customer.ts'

export function wantsNoCalls({ consents }: Pick<CustomerBeside, 'consents'>, channels: Channels): boolean {
  if (consents === 'unreadable') return true
  const { id } = spokenChannel(channels)
  return PURPOSES.some((purpose) => consents[`${purpose}/${id}`]?.decision === 'withdrawn')
}
