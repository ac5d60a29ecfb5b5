/** Whom care reached in the period, and who did something of their own: of one segment. */
import type { CountedPeriod } from '#core/kpi/counting/counted-period.ts'
import { lastDaySeen } from '#core/kpi/counting/looking.ts'
import { type PersonSet, personSet, sizeOfBoth, unionOf } from '#core/kpi/counting/persons.ts'
import type { PurchaseHistory } from '#core/kpi/counting/purchase-history.ts'
import type { SegmentCounts } from '#core/kpi/counting/segment-counter.ts'
import type { WorkCounts } from '#core/kpi/counting/work-counts.ts'

export interface Reach {
  /** A letter that did not come back, or a talk. */
  readonly contacted: PersonSet
  /** Of these, who answered, wrote, spoke with staff or used a gift. */
  readonly engaged: number
}

/** `acts`: where what they did of their own is counted; of everybody for a tier, which they may have left since they were written to. */
export function reachOf(
  { touches }: Pick<SegmentCounts, 'touches'>,
  { spoken }: Pick<WorkCounts, 'spoken'>,
  { answers, wroteBack, usedGift }: Pick<SegmentCounts, 'answers' | 'wroteBack' | 'usedGift'>,
): Reach {
  const contacted = unionOf(touches.written, spoken)
  return { contacted, engaged: sizeOfBoth(unionOf(answers.answered, wroteBack, usedGift, spoken), contacted) }
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
