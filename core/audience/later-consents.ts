/** Merges two consent states of one customer, so that a slow writer never undoes a decision made after it had read. */
import { type ConsentState, type Decided, decidedIn } from '#core/audience/consent.ts'

/** Per purpose and channel the later of the two decisions; at the same instant a withdrawal wins. The order of the arguments does not matter. */
export function laterConsents(one: ConsentState, other: ConsentState): ConsentState {
  const later = decidedIn(other).filter(({ key, said }) => {
    const known = one[key]
    return known === undefined || isLater(said, known)
  })
  return { ...one, ...Object.fromEntries(later.map(({ key, said }) => [key, said])) }
}

const isLater = (said: Decided, known: Decided): boolean =>
  said.at > known.at || (said.at === known.at && said.decision === 'withdrawn')
