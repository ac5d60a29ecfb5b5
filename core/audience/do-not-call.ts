/**
 * The register of numbers that must not be called for advertising, as the company last fetched it. A copy that is missing, or older than the law's rules
 * allow, says nothing about any number: then a number that is not on it is not free.
 */
import type { TouchRules } from '#core/campaign/policy-pack.ts'
import { daysBetween, type LocalDate } from '#core/time/local-date.ts'

/** The copy in force. */
export interface DoNotCallInForce {
  /** The day whose register it holds. */
  readonly asOf: LocalDate
  /** How many numbers are on it. */
  readonly count: number
}

/**
 * A register grows: a copy that lacks more than a fifth of the numbers in force, and at least a hundred of them, is more likely a download that broke off,
 * and every number that it lacks would be called.
 */
export const isMuchShorter = ({ before, now }: { readonly before: number; readonly now: number }): boolean =>
  before - now >= FEWEST_MISSING && now < before * (1 - SHARE_MISSING)

const FEWEST_MISSING = 100
const SHARE_MISSING = 0.2

export type DoNotCallStanding = ListStanding | { readonly is: 'listed' }

/** Of the list as a whole; `clear` when it may be relied on. */
type ListStanding =
  | { readonly is: 'clear' }
  | { readonly is: 'too-old'; readonly asOf: LocalDate; readonly maxAgeDays: number }
  | { readonly is: 'missing'; readonly maxAgeDays: number }

/** What was read about one number. */
export interface DoNotCallFacts {
  readonly inForce: DoNotCallInForce | undefined
  readonly isListed: boolean
}

/**
 * How a number stands on the day of the call; undefined where the law asks for no list. A number on an old copy counts as listed: of all that the copy
 * says, only the numbers that it lacks are in doubt. Without facts the list counts as missing.
 */
export function doNotCallStanding(
  rules: Pick<TouchRules, 'doNotCall'>,
  { known, on }: { readonly known: DoNotCallFacts | undefined; readonly on: LocalDate },
): DoNotCallStanding | undefined {
  if (rules.doNotCall === null) return undefined
  if (known?.isListed) return { is: 'listed' }
  return listStanding(rules.doNotCall, { inForce: known?.inForce, on })
}

/** How the list as a whole stands on a day. */
export function listStanding(
  { maxAgeDays }: NonNullable<TouchRules['doNotCall']>,
  { inForce, on }: { readonly inForce: DoNotCallInForce | undefined; readonly on: LocalDate },
): ListStanding {
  if (inForce === undefined) return { is: 'missing', maxAgeDays }
  const { asOf } = inForce
  return daysBetween(asOf, on) > maxAgeDays ? { is: 'too-old', asOf, maxAgeDays } : { is: 'clear' }
}
