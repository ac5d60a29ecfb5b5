/**
 * The case by whose sum it goes what a person may approve: a part's own sum would let an amount be split over cases that are one. Approving changes no sum, so what is
 * asked for beside this reading stands as if it were asked for after it.
 */
import type { WorkStore } from '#app/ports/work.ts'
import { standingTotal } from '#core/work/case/compensations.ts'
import type { TookOver } from '#core/work/case/merge-event.ts'
import { mergedInto } from '#core/work/case/merging.ts'
import { partsOf } from '#core/work/case/parts-of-case.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/**
 * The item itself where it is part of none, with the sum of each part as the part has it now. Each became part of an older one, so the way ends; it ends before one that was
 * erased or deleted meanwhile.
 */
export async function caseThatGoesOn(work: Pick<WorkStore, 'get'>, item: WorkItem): Promise<WorkItem> {
  const into = mergedInto(item)
  const next = into === null ? undefined : await work.get(into)
  return next ? caseThatGoesOn(work, next) : withPartsAsTheyStand(work, item)
}

/**
 * What was promised in a part may be refused or withdrawn there after it was merged. Its sum of that moment holds where the part was erased or deleted. Parts without
 * compensation, which is most of them, are not read: nothing is asked for in a closed case.
 */
async function withPartsAsTheyStand(work: Pick<WorkStore, 'get'>, item: WorkItem): Promise<WorkItem> {
  const compensated = partsOf(item).filter((part) => part.compensated !== undefined)
  if (item.kind !== 'case' || compensated.length === 0) return item
  const sums = new Map(await Promise.all(compensated.map(sumNow)))
  const [opened, ...later] = item.events
  const events = later.map((event) =>
    event.is === 'took-over' && sums.has(event.from) ? withSum(event, sums.get(event.from)) : event,
  )
  return { ...item, events: [opened, ...events] }

  async function sumNow({ from, compensated: before }: TookOver): Promise<readonly [string, number | undefined]> {
    const part = await work.get(from)
    return [from, part ? standingTotal(await withPartsAsTheyStand(work, part)) : before]
  }
}

const withSum = ({ compensated: _, ...event }: TookOver, sum = 0): TookOver => ({
  ...event,
  ...(sum > 0 && { compensated: sum }),
})
