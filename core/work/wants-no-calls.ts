/**
 * Whether a customer has refused the calls that stand before staff: of their classes alone, as each call is decided. Consents that cannot be read count as
 * refused: it fails closed.
 */
import type { ConsentState } from '#core/audience/consent.ts'
import { purposeOf } from '#core/audience/eligibility.ts'
import { type Channels, spokenChannel } from '#core/channel/channel.ts'
import { classOfCall } from '#core/work/check-in.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export function wantsNoCalls(
  { consents }: { readonly consents: ConsentState | 'unreadable' },
  { channels, items }: { readonly channels: Channels; readonly items: readonly WorkItem[] },
): boolean {
  if (consents === 'unreadable') return true
  const { id } = spokenChannel(channels)
  return items.some((item) => {
    const purpose = purposeOf(item.kind === 'call-task' ? classOfCall(item) : 'care')
    return purpose !== null && consents[`${purpose}/${id}`]?.decision === 'withdrawn'
  })
}
