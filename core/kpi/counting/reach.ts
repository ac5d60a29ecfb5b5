/** Whom care reached in the period, and who did something of their own: of one segment. */
import type { CountedPeriod } from '#core/kpi/counting/counted-period.ts'
import { lastDaySeen } from '#core/kpi/counting/looking.ts'
import { type PersonSet, personSet, sizeOfBoth, those, unionOf } from '#core/kpi/counting/persons.ts'
import type { PurchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import type { SegmentCounts } from '#core/kpi/counting/segment-counter.ts'
import type { WorkCounts } from '#core/kpi/counting/work-counts.ts'

export interface Reach {
  /** A letter that did not come back, or a talk. */
  readonly contacted: PersonSet
  /** Of these, who answered, wrote, spoke with staff or used a gift. */
  readonly engaged: number
}

/** `isOne`: of which of them; of a tier, out of everybody's, as they may be written to in one tier and answer in another. */
export function reachOf(
  { touches, answers, wroteBack, usedGift }: Pick<SegmentCounts, 'touches' | 'answers' | 'wroteBack' | 'usedGift'>,
  { spoken }: Pick<WorkCounts, 'spoken'>,
  isOne: (place: number) => boolean = () => true,
): Reach {
  const contacted = those(unionOf(touches.written, spoken), isOne)
  return { contacted, engaged: sizeOfBoth(unionOf(answers().answered, wroteBack, usedGift, spoken), contacted) }
}

/**
 * Which customers could have complained: they bought not long ago, were contacted, or did complain. None in a time in which staff and campaigns contacted
 * none of them and none complained: most often care had not begun, and purchases of years before tell of no customer who had no complaint.
 */
export function whoCouldComplain(
  bought: PurchaseHistory | null,
  {
    asked,
    contacted,
    complained,
  }: { readonly asked: CountedPeriod; readonly contacted: PersonSet; readonly complained: PersonSet },
): PersonSet {
  const buyers = personSet()
  if (contacted.size() + complained.size() === 0) return buyers
  for (const place of bought?.activeOn(lastDaySeen(asked)) ?? []) buyers.add(place)
  return unionOf(buyers, contacted, complained)
}
