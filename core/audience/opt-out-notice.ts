/** The confirmation of a customer's opt-out, as the ledger holds it. */
import { PURPOSES, type Purpose } from '#core/audience/consent.ts'
import type { Contact, Ledger } from '#core/audience/ledger.ts'
import { triesOfNotice } from '#core/audience/notice.ts'
import type { ChannelId } from '#core/channel/channel.ts'
import { occasionKeyOf, partsOfOccasionKey } from '#core/occasion/occasion-key.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'

/** Takes the place of the campaign id of a mail. */
export const OPT_OUT_NOTICE = 'notice.opt-out'

/** The folder of its words in templates/. */
export const OPT_OUT_TEMPLATE = 'opt-out-confirmation'

/**
 * One confirmation for the same purposes in this time, however often the customer says stop: otherwise two machines could answer each other for
 * ever.
 */
const ONCE_IN_HOURS = 24

interface Stop {
  readonly purposes: readonly Purpose[]
  /** When it was said. */
  readonly at: Instant
}

export const noticeIds = ({ at }: Stop) => triesOfNotice(OPT_OUT_NOTICE, at)

export const noticeContact = (
  stop: Stop,
  claim: { readonly occurrenceId: string; readonly at: Instant; readonly channel: ChannelId },
): Contact => ({
  ...claim,
  occasionKey: occasionKeyOf({ campaignId: OPT_OUT_NOTICE, key: [...new Set(stop.purposes)].sort().join('+') }),
  contentClass: 'transactional',
})

/** Whether other confirmations of the last day already covered every purpose of this one. */
export function alreadyTold(ledger: Ledger, { stop, now }: { readonly stop: Stop; readonly now: Instant }): boolean {
  const since = plusMs(now, -ONCE_IN_HOURS * HOUR_MS)
  const told = ledger.contacts
    .filter(({ occurrenceId, at }) => at > since && !noticeIds(stop).includes(occurrenceId))
    .flatMap(({ occasionKey }) => purposesIn(occasionKey))
  return stop.purposes.every((purpose) => told.includes(purpose))
}

function purposesIn(occasionKey: string): readonly Purpose[] {
  const { campaignId, key } = partsOfOccasionKey(occasionKey)
  const named = key.split('+')
  return campaignId === OPT_OUT_NOTICE ? PURPOSES.filter((purpose) => named.includes(purpose)) : []
}
