/**
 * How every line of a stored list stands now, by as little of its work as tells it: a lead's page counts five thousand of them and shows fifty. What is
 * shown is read whole, by `linesNow`.
 */
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { DayLine, DayList } from '#core/work/day-list/day-line.ts'
import { type LineStand, lineStand } from '#core/work/day-list/line-stand.ts'
import { doneBy, isByStaff } from '#core/work/day-list/what-became.ts'

export interface CountedLine extends DayLine, LineStand {
  /** From 1, in the order of ringing. */
  readonly rank: number
  readonly isDoneByStaff: boolean
}

interface Counting {
  readonly list: DayList
  readonly isAsked: (line: DayLine) => boolean
}

/** The lines that are asked for, in their order. */
export async function countLines(
  { work, companyRules }: { readonly work: Pick<WorkStore, 'turnsOf'>; readonly companyRules: CompanyRules },
  { list, isAsked }: Counting,
): Promise<readonly CountedLine[]> {
  const asked = list.lines.map((line, at) => ({ ...line, rank: at + 1 })).filter(isAsked)
  const turns = await work.turnsOf(asked.flatMap(({ workIds }) => workIds))
  const turnsOf = new Map(turns.map((each) => [each.workId, each]))
  const day = { date: list.date, rules: companyRules }
  return asked.map((line) => {
    const items = line.workIds.flatMap((workId) => turnsOf.get(workId) ?? [])
    const stand = lineStand(line, { items, day })
    return { ...line, ...stand, isDoneByStaff: stand.isDone && isByStaff(doneBy(items, day)) }
  })
}
