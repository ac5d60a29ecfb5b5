/**
 * How much of an account's rate is used after the provider said "too fast". Follows the cubic curve of TCP (RFC 9438) instead of a straight line:
 * it is back near the refused share within seconds, stays below it while that may be the true rate, and then climbs ever faster, because an
 * account's true rate is rarely below its stated rate for long.
 */

export interface Tempo {
  /** The share of the rate at which the provider refused: the assumed true rate. Above 0, at most 1. */
  readonly ceiling: number
  /** Milliseconds since 1970. */
  readonly since: number
}

export const FULL_TEMPO: Tempo = { ceiling: 1, since: Number.NEGATIVE_INFINITY }

/** The share falls at once to this part of the refused share. A whole recovery then loses the mails of 0.75 s: a quarter of (1 - 0.8), over 15 s. */
const CUT = 0.8
/**
 * Time from the cut back to a ceiling of the full rate. A lower ceiling needs its cube root of that time, and the climb from there to the full rate
 * at most 1.7 times as long: 35 s together at worst.
 */
const RECOVERY_MS = 15_000
const LOWEST = 0.05
/** The ceiling never falls below this part of the share in one step: the refusals of one second may be a handful of mails and mislead. */
const LEAST_BELIEVED = 0.625
/** Mails that took their places before the cut are still refused for this long: those refusals say nothing new. */
const SAME_MOMENT_MS = 1_000

/**
 * The share at an instant: `ceiling + (1 - CUT) * ((t - K) / RECOVERY)^3`, with K where it meets the ceiling again, at most 1. An instant before
 * the refusal (another machine's clock) counts as the instant of the refusal.
 */
export function shareAt({ ceiling, since }: Tempo, epochMs: number): number {
  const flat = RECOVERY_MS * Math.cbrt(ceiling)
  const from = Math.max(0, epochMs - since) - flat
  return Math.min(1, ceiling + (1 - CUT) * (from / RECOVERY_MS) ** 3)
}

/**
 * The tempo after "too fast". One refusal says that the true rate is about the share in use. `refused`, the part of the last second's mails that
 * were refused as well, says how much lower it is. Refusals of one moment count once.
 */
export function slowed(tempo: Tempo, { at, refused }: { readonly at: number; readonly refused: number }): Tempo {
  if (at - tempo.since < SAME_MOMENT_MS) return tempo
  const ceiling = shareAt(tempo, at) * Math.max(LEAST_BELIEVED, 1 - refused)
  return { ceiling: Math.max(LOWEST / CUT, ceiling), since: at }
}
