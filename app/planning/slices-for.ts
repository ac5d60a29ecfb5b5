/** Into how many slices an occurrence is cut when it is opened. */
import { PARTITIONS } from '#core/customer/stable-hash.ts'
import type { Due } from '#core/occasion/due.ts'

/** A slice of about this many members is planned in one go. */
const MEMBERS_PER_SLICE = 2_000

/**
 * A power of two, so that every slice is a run of whole partitions. Customers whose turn it is stand in few partitions, and only cuts within these
 * divide them.
 */
export function slicesFor(due: Due, members: number): number {
  const wanted = Math.max(1, members / MEMBERS_PER_SLICE)
  const cuts = wanted === 1 ? 1 : (wanted * PARTITIONS) / partitionsWith(due)
  return Math.min(PARTITIONS, 2 ** Math.ceil(Math.log2(cuts)))
}

/** In how many partitions the due customers stand. */
function partitionsWith(due: Due): number {
  switch (due.who) {
    case 'inTurn':
      return due.turns.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    case 'everybody':
    case 'bornOn':
    case 'firstBoughtOn':
    case 'metOn':
    case 'boughtOn':
    case 'closedOn':
    case 'unreachedOn':
    case 'guideAskedOn':
    case 'invitedOn':
      return PARTITIONS
  }
}
