/** Between which instants a torture run takes place. */
import type { Instant } from '#core/time/instant.ts'

export const BEGINS: Instant = '2027-03-25T09:00:00.000Z'
/** The last date still has its closing before it; by then whatever is open must be able to settle in peace. */
export const FAULTS_END: Instant = '2027-03-31T06:00:00.000Z'
/** By then every date has closed, also when an outage came in between. */
export const ENDS: Instant = '2027-04-05T00:00:00.000Z'
