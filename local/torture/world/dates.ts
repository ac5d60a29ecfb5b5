/** The first and last instants of a torture run. */
import type { Instant } from '#core/time/instant.ts'

export const BEGINS: Instant = '2027-03-25T09:00:00.000Z'
/** The last date closes before this instant; afterwards every open touch must be able to settle without faults. */
export const FAULTS_END: Instant = '2027-03-31T06:00:00.000Z'
/** The night after the last day of every call: those handed over on the day of grace of the Monday are made on the Wednesday, too. */
export const CALLS_END: Instant = '2027-03-31T18:00:00.000Z'
/** By then every date has closed, also after an outage. */
export const ENDS: Instant = '2027-04-05T00:00:00.000Z'
