/**
 * Removes a customer who is erased from the stored lists of calls. A run that makes a list at the same moment loses, and makes it from what is left. The
 * customer's profile is gone already: no list that is made afterwards names them.
 */
import type { DayLists } from '#app/ports/day-lists.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { DayLine, DayList, Why } from '#core/work/day-list/day-line.ts'

export interface RemoveFromListsPorts {
  readonly dayLists: Pick<DayLists, 'all' | 'get' | 'put'>
  readonly work: Pick<WorkStore, 'getMany'>
}

/** Lost races for one list before giving up. */
const TRIES = 10

/** A list that others keep changing; the erasure is to be run again. */
export class ListContendedError extends Error {
  override readonly name = 'ListContendedError'
}

export async function removeFromLists(ports: RemoveFromListsPorts, customerId: string): Promise<void> {
  for await (const list of ports.dayLists.all()) await removeFromList(ports, list, customerId)
}

async function removeFromList({ dayLists, work }: RemoveFromListsPorts, found: DayList, customerId: string): Promise<void> {
  let list: DayList | undefined = found
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (!list?.lines.some((line) => line.customerIds.includes(customerId))) return
    const lines = await linesWithout(work, list.lines, customerId)
    if ((await dayLists.put({ ...list, version: list.version + 1, lines })) === 'written') return
    list = await dayLists.get(found)
  }
  throw new ListContendedError(`the list of calls of ${found.date} was changed ${TRIES} times meanwhile`)
}

/** Of customers who share a number the others stay, with their own work: a line does not tell whose work is whose. */
async function linesWithout(
  work: RemoveFromListsPorts['work'],
  lines: readonly DayLine[],
  customerId: string,
): Promise<readonly DayLine[]> {
  const shared = lines.filter(({ customerIds }) => customerIds.length > 1 && customerIds.includes(customerId))
  const items = shared.length === 0 ? [] : await work.getMany(shared.flatMap(({ workIds }) => workIds))
  const others = new Set(items.filter((item) => item.customerId !== customerId).map(({ workId }) => workId))
  return lines.flatMap((line): readonly DayLine[] => {
    if (!line.customerIds.includes(customerId)) return [line]
    const customerIds = line.customerIds.filter((id) => id !== customerId)
    const workIds = line.workIds.filter((id) => others.has(id))
    if (customerIds.length === 0 || workIds.length === 0) return []
    const why = line.why.flatMap((each): readonly Why[] => {
      if (each.is !== 'shared-number') return [each]
      return customerIds.length > 1 ? [{ ...each, people: customerIds.length }] : []
    })
    return [{ ...line, customerIds, workIds, why }]
  })
}
