/**
 * Frequency caps: the most touches in any rolling window, over all campaigns. The company's and the customer's count every channel; the law's count
 * the channel that they are written for.
 */

import type { Contact, Ledger } from '#core/audience/ledger.ts'
import { capsOfFrequency, type Frequency } from '#core/audience/preference.ts'
import type { Company, FrequencyCap } from '#core/campaign/company.ts'
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'

/** `channel`: only touches through it count; every touch when left out. */
export interface BindingCap extends FrequencyCap {
  readonly channel?: ChannelId
}

/** Transactional touches follow from an act of the customer: they do not count and are not capped. */
const counts = ({ contentClass, channel }: Contact, cap: BindingCap) =>
  contentClass !== 'transactional' && (cap.channel === undefined || cap.channel === channel)

/**
 * The cap that one more touch at `at` would break; of several, the one that lasts longest, with the instant at which none is broken any more.
 * Undefined when none is.
 */
export function brokenCap({
  caps,
  ledger,
  at,
}: {
  caps: readonly BindingCap[]
  ledger: Ledger
  at: Instant
}): { readonly cap: BindingCap; readonly freeAt: Instant } | undefined {
  const broken = caps.flatMap((cap) => {
    const counted = ledger.contacts.filter((contact) => counts(contact, cap))
    // Most customers have too few contacts to break any cap, whenever those were made.
    if (counted.length < cap.max) return []
    const since = plusMs(at, -cap.hours * HOUR_MS)
    const within = counted.filter((contact) => contact.at > since).sort((a, b) => (a.at < b.at ? -1 : 1))
    const blocking = within[within.length - cap.max]
    return blocking ? [{ cap, freeAt: plusMs(blocking.at, cap.hours * HOUR_MS) }] : []
  })
  return broken.toSorted((a, b) => (a.freeAt > b.freeAt ? -1 : 1))[0]
}

/** Every cap that binds a touch: the company's own, the law's and the customer's. */
export const capsFor = ({
  company,
  rules,
  channel,
  frequency,
}: {
  company: Company
  rules: TouchRules
  channel: ChannelId
  frequency: Frequency
}): readonly BindingCap[] => [
  ...company.frequencyCaps,
  ...rules.caps.map((cap) => ({ ...cap, channel })),
  ...capsOfFrequency(frequency),
]
