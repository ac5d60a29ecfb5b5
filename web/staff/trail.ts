/**
 * Where the pages before this one began. A list that is only read on from a place cannot be read backwards, so each link carries the places that the
 * visitor came through, and the page leads back to the last of them.
 */

/** Places, the oldest first; empty text is the beginning of the list. Empty on the first page, and where an address names none. */
export type Trail = readonly string[]

/** An address grows with each place; who went on further finds the beginning. */
const MOST_PLACES = 20
/** As it stands in an address: an HTTP API takes 10,240 bytes of line and headers, and the cookies of a sign-in some of them. */
const LONGEST = 4_000
/** Stands in no place: names are folded to letters and digits, and no id of a customer holds it. */
const BEFORE_EACH = '|'

export const trailIn = (text = ''): Trail =>
  text.startsWith(BEFORE_EACH) && text.length <= LONGEST ? text.split(BEFORE_EACH).slice(1) : []

export const trailText = (trail: Trail): string => trail.map((place) => `${BEFORE_EACH}${place}`).join('')

/** Of the next page. Places in other scripts than Latin take nine signs a letter there. */
export function wentOn(trail: Trail, here: string): Trail {
  let kept = [...trail, here].slice(-MOST_PLACES)
  while (encodeURIComponent(trailText(kept)).length > LONGEST) kept = kept.slice(1)
  return kept
}
