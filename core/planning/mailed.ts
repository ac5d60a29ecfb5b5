/**
 * How many customers of a row were written to, or may be at this moment: the denominator of its bounce rate. A row in sending shows its outcomes
 * only when it is done, but its first bounces come earlier. So every customer who was due when the row was taken counts until then. Meanwhile the
 * campaign's rate is too low by at most that row; it is never judged on its first bounces alone.
 */
import type { Batch, Recipient } from '#core/planning/occurrence.ts'

export function mailedIn({ state, takenAt, recipients }: Pick<Batch, 'state' | 'takenAt' | 'recipients'>): number {
  const counts = state === 'sending' ? (each: Recipient) => isMailed(each) || isDue(each, takenAt ?? '') : isMailed
  return recipients.filter(counts).length
}

const isMailed = ({ outcome }: Recipient) => outcome.state === 'sent' || outcome.state === 'unknown'

const isDue = ({ outcome }: Recipient, at: string) =>
  outcome.state === 'planned' || (outcome.state === 'deferred' && outcome.until <= at)
