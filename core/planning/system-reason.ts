/**
 * What the system itself writes as the reason of a failure or as the evidence of an unknown outcome: written here, and read here alone, so that pages
 * can tell it in words. Whatever else stands there is the provider's, and stays as it was written.
 */
import type { Instant } from '#core/time/instant.ts'

export type SystemReason =
  /** A person stated the outcome. */
  | { readonly is: 'settled'; readonly as: 'sent' | 'not-sent'; readonly by: string; readonly because: string }
  /** The provider reported the mail later. */
  | { readonly is: 'proven' }
  | { readonly is: 'no-answer'; readonly claimedAt: Instant; readonly until: Instant }
  | { readonly is: 'no-address' }

const PROVEN = 'settled by the provider’s event'
const NO_ADDRESS = 'the customer has no address'

export function writtenReason(reason: SystemReason): string {
  switch (reason.is) {
    case 'settled':
      return `settled as ${reason.as === 'sent' ? 'sent' : 'not sent'} by ${reason.by}: ${reason.because}`
    case 'proven':
      return PROVEN
    case 'no-answer':
      return `claimed at ${reason.claimedAt}, no answer of the provider recorded by ${reason.until}`
    case 'no-address':
      return NO_ADDRESS
  }
}

/** Undefined for the provider's own words. */
export function readReason(written: string): SystemReason | undefined {
  if (written === PROVEN) return { is: 'proven' }
  if (written === NO_ADDRESS) return { is: 'no-address' }
  const [, claimedAt, until] = /^claimed at (\S+), no answer of the provider recorded by (\S+)$/.exec(written) ?? []
  if (claimedAt && until) return { is: 'no-answer', claimedAt, until }
  const [, as, by, because] = /^settled as (sent|not sent) by (.+?): (.*)$/s.exec(written) ?? []
  return as && by !== undefined && because !== undefined
    ? { is: 'settled', as: as === 'sent' ? 'sent' : 'not-sent', by, because }
    : undefined
}
