/**
 * A sending rate that all senders keep together: evenly spaced places in time, one for each mail. Each sender takes a turn of several places from
 * one shared line. So the mails of all senders together are as evenly spaced as those of one, and no second holds more than the rate.
 */

/**
 * The part of the account's rate that is used. The rest lets mails reach the provider 30 ms closer together than they left us before a second holds
 * more than the rate. It also refills the provider's burst allowance after a delay.
 */
const USED = 0.97

/** Time between two places for an account that allows `perSecond`, with `share` of that rate in use. */
export const placeMs = ({ perSecond, share }: { readonly perSecond: number; readonly share: number }): number =>
  1_000 / (perSecond * USED * share)

/**
 * The time that the turns of all senders take together: the length of the line. Long turns cost few writes. Short turns let a new sender start soon
 * and lose little when a sender dies.
 */
const ROUND_MS = 400

/** What a sender saw between its last two turns. */
export interface Round {
  /** The number of turns, its own included. */
  readonly turns: number
  /** The time that the places of the other senders took. */
  readonly othersMs: number
}

/** For a sender that knows of no other sender: assumes one. */
export const UNKNOWN_ROUND: Round = { turns: 2, othersMs: ROUND_MS }

/**
 * How many places to take in one turn: as many as are wanted, up to a fair part of a round or what the other senders leave of it, whichever is
 * more. Never less than one: at one mail a second a round of five senders is five seconds long.
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
