/**
 * Two consent states of one customer brought together, so that a slow writer never undoes what was decided after it had looked.
 */
import { CHANNELS, type ConsentState, PURPOSES } from '#core/audience/consent.ts'

/**
 * Per purpose and channel the later decision of the two; at the same instant a withdrawal wins. The order of the two does not
 * matter.
 */
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
