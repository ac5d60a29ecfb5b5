/**
 * How many people of a row were written to, or may be at this moment: what its bounces are a share of. A row that is being sent shows its
 * outcomes when it is done, and the first bounces come before; so every person due when it was taken counts meanwhile, and a campaign is judged a
 * row too mildly for as long as the row takes, never on its first bounces alone.
 */
import type { Batch, Recipient } from '#core/planning/occurrence.ts'

export function mailedIn({ state, takenAt, recipients }: Pick<Batch, 'state' | 'takenAt' | 'recipients'>): number {
  const counts = state === 'sending' ? (each: Recipient) => isMailed(each) || isDue(each, takenAt ?? '') : isMailed
  return recipients.filter(counts).length
}

const isMailed = ({ outcome }: Recipient) => outcome.state === 'sent' || outcome.state === 'unknown'

const isDue = ({ outcome }: Recipient, at: string) =>
  outcome.state === 'planned' || (outcome.state === 'deferred' && outcome.until <= at)
