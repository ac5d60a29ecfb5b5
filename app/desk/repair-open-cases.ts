/**
 * The look that makes customers' rows agree with their cases where a crash came between the two writes, where a version before wrote a case, and where an
 * old row has none. Every hour what changed of late; at the beginning of the day everything that is open.
 */
import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import { type MarkingPorts, markAsStored } from '#app/marking-cases.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { sinceThen } from '#app/since-then.ts'
import type { OpenCase } from '#core/audience/open-case.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { isFirstHourOfDay } from '#core/time/zone.ts'
import { gradeOf } from '#core/work/case/open-mark.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface RepairPorts extends MarkingPorts {
  readonly customers: Pick<CustomerStore, 'getMany' | 'setOpenCase'>
  readonly work: Pick<WorkStore, 'get' | 'allOpen' | 'changedDuring'>
  readonly companyRules: { readonly company: { readonly zone: string } }
  readonly events: Pick<Events, 'openCasesRepaired'>
}

/** A run that was missed is made up for by the next one. */
const LATELY_MS = 3 * HOUR_MS
const PEOPLE_AT_ONCE = 100
const WRITES_AT_ONCE = 8

export async function repairOpenCases(ports: RepairPorts, now: Instant): Promise<void> {
  const isDaily = isFirstHourOfDay(now, ports.companyRules.company.zone)
  const from = plusMs(now, isDaily ? -DAY_MS - LATELY_MS : -LATELY_MS)
  const cases = new Map<string, WorkItem>()
  const add = (items: readonly WorkItem[]) => {
    for (const item of items) if (item.kind === 'case' && item.customerId !== null) cases.set(item.workId, item)
  }
  if (isDaily) add(await ports.work.allOpen())
  for await (const items of ports.work.changedDuring(sinceThen(from, now))) add(items)
  const marked = await markWrong(ports, cases)
  if (marked > 0) ports.events.openCasesRepaired({ marked })
}

/** Answers how many cases were said wrongly. What a row says of other cases, or in words that cannot be read, is looked at as well. */
async function markWrong(ports: RepairPorts, cases: ReadonlyMap<string, WorkItem>): Promise<number> {
  const ids = [...new Set([...cases.values()].flatMap(({ customerId }) => customerId ?? []))]
  let marked = 0
  for (let start = 0; start < ids.length; start += PEOPLE_AT_ONCE) {
    const people = await ports.customers.getMany(ids.slice(start, start + PEOPLE_AT_ONCE))
    const saidOf = new Map(people.map(({ customer, openCases = [] }) => [customer.customerId, openCases]))
    const wrong = [...cases.values()].filter((item) => {
      const said = saidOf.get(item.customerId ?? '')
      return said !== undefined && (said.find(({ workId }) => workId === item.workId)?.grade ?? null) !== gradeOf(item)
    })
    const strays = people.flatMap(({ customer: { customerId }, openCases = [] }) =>
      openCases.filter(({ workId }) => !cases.has(workId)).map((said) => ({ ...said, customerId })),
    )
    await eachBounded(wrong, { limit: WRITES_AT_ONCE, act: (item) => markAsStored(ports, item) })
    await eachBounded(strays, { limit: WRITES_AT_ONCE, act: (said) => markStray(ports, said) })
    marked += wrong.length
  }
  return marked
}

/** A stored case is marked as it stands; a case that is gone leaves no mark behind. */
async function markStray(
  ports: RepairPorts,
  { workId, customerId, version, grade }: OpenCase & { readonly customerId: string },
): Promise<void> {
  const item = await ports.work.get(workId)
  if (item && gradeOf(item) === grade) return
  if (item) await markAsStored(ports, item)
  else await ports.customers.setOpenCase({ workId, customerId, version, grade: null })
}
