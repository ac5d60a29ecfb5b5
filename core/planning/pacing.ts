/**
 * A sending rate held by all senders together: places in time, evenly spaced, one for each mail. Senders take a turn of places each from one
 * line, so that the mails of all of them together are as even as those of one, and no second holds more than its rate.
 */

/**
 * The part of the account's rate that is used. With the rest, mails may reach the provider 30 ms nearer to each other than they left us before any
 * second holds more than the rate, and the burst that a provider allows is refilled after a hiccup.
 */
const USED = 0.97

/** Time between two places, when an account allows `perSecond` and `share` of it is used. */
export const placeMs = ({ perSecond, share }: { readonly perSecond: number; readonly share: number }): number =>
  1_000 / (perSecond * USED * share)

/**
 * The time that the turns of all senders take together, and so the length of the line. Long turns cost few writes; short ones let a newcomer
 * in soon and lose little when a sender dies.
 */
const ROUND_MS = 400

/** What a sender saw between its last turn and the one before it. */
export interface Round {
  /** Turns in it, its own included. */
  readonly turns: number
  /** The time that the others' places took. */
  readonly othersMs: number
}

/** For a sender that knows of no other: as if there were one other. */
export const UNKNOWN_ROUND: Round = { turns: 2, othersMs: ROUND_MS }

/**
 * How many places to take in one turn: those that are wanted, within a fair part of a round or what the others leave of it, whichever is more.
 * Never less than one: at one mail a second a round of five senders is five seconds long.
 */
export function placesOfTurn({
  wanted,
  betweenMs,
  round,
}: {
  readonly wanted: number
  readonly betweenMs: number
  readonly round: Round
}): number {
  const fair = Math.ceil(ROUND_MS / round.turns / betweenMs)
  const left = Math.floor((ROUND_MS - round.othersMs) / betweenMs)
  return Math.max(1, Math.min(Math.ceil(wanted), Math.max(fair, left)))
}
