/** Merges two consent states of one customer, so that a slow writer never undoes a decision made after it had read. */
import { CHANNELS, type ConsentState, PURPOSES } from '#core/audience/consent.ts'

/** Per purpose and channel the later of the two decisions; at the same instant a withdrawal wins. The order of the arguments does not matter. */
export function laterConsents(one: ConsentState, other: ConsentState): ConsentState {
  let joined = one
  for (const purpose of PURPOSES) {
    for (const channel of CHANNELS) {
      const key = `${purpose}/${channel}` as const
      const known = one[key]
      const more = other[key]
      if (more === undefined) continue
      const newer = !known || more.at > known.at || (more.at === known.at && more.decision === 'withdrawn')
      if (newer) joined = { ...joined, [key]: more }
    }
  }
  return joined
}
