/**
 * A sending rate held by all senders together: time is cut into short windows, and each window allows its exact share of the rate. Short
 * windows keep the mails of any one second within the rate and a fifth, which providers tolerate as a burst.
 */

export const WINDOW_MS = 200

/** Number of the window that an instant lies in. */
export const windowAt = (epochMs: number): number => Math.floor(epochMs / WINDOW_MS)

/** How many mails window `window` allows at `rate` a second. Fractions are carried, so that no part of the rate is lost to rounding. */
export function allowance(rate: number, window: number): number {
  const perWindow = (rate * WINDOW_MS) / 1000
  return Math.floor(perWindow * (window + 1)) - Math.floor(perWindow * window)
}

/** After a throttle the rate is cut, and then creeps back: an account's true rate may be lower than it says, but rarely for long. */
const CUT = 0.7
const CREEP_PER_SECOND = 0.02
const LOWEST = 0.05

export interface Tempo {
  /** Share of the account's rate that is used now, above 0, at most 1. */
  readonly share: number
  readonly since: number
}

export const FULL_TEMPO: Tempo = { share: 1, since: 0 }

/** The share at an instant, having crept back since the last throttle. */
export const shareAt = ({ share, since }: Tempo, epochMs: number): number =>
  Math.min(1, share + (CREEP_PER_SECOND * Math.max(0, epochMs - since)) / 1000)

/** The tempo after the provider said "too fast". Several throttles of one moment count once. */
export function slowed(tempo: Tempo, epochMs: number): Tempo {
  if (epochMs - tempo.since < 1000 && tempo.share < 1) return tempo
  return { share: Math.max(LOWEST, shareAt(tempo, epochMs) * CUT), since: epochMs }
}
