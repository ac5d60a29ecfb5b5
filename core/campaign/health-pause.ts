/** The pause that the system makes itself when too many mails of a campaign come back or are marked as spam: written and read here alone. */
import type { Unhealthy } from '#core/campaign/mail-health.ts'

/** In place of the name of who paused it. */
const BY = 'mail health'

export interface HealthPause extends Unhealthy {
  readonly occurrenceId: string
}

const NOUNS = { bounced: 'bounces', complained: 'complaints' } as const satisfies Record<Unhealthy['trouble'], string>

export const writtenPause = ({ trouble, count, sent, occurrenceId }: HealthPause) => ({
  by: BY,
  because: `${count} ${NOUNS[trouble]} of ${sent} sent in ${occurrenceId}`,
})

/** Undefined for a pause that a person made. */
export function readPause({ by, because }: { readonly by: string; readonly because: string }): HealthPause | undefined {
  const [, count, noun, sent, occurrenceId] = /^(\d+) (bounces|complaints) of (\d+) sent in (\S+)$/.exec(because) ?? []
  if (by !== BY || occurrenceId === undefined) return undefined
  return { trouble: noun === NOUNS.bounced ? 'bounced' : 'complained', count: Number(count), sent: Number(sent), occurrenceId }
}
