/** A stored list of calls with what it is about, read as it is now: the work of each line, how it stands, and the people. */
import type { CustomerStore, Person } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import { earliest, type Instant } from '#core/time/instant.ts'
import { countedAttempts, promisedAt } from '#core/work/attempts.ts'
import type { DayLine, DayList } from '#core/work/day-list/day-line.ts'
import { compared } from '#core/work/day-list/entries.ts'
import { type LineStand, lineStand } from '#core/work/day-list/line-stand.ts'
import { whyNow } from '#core/work/day-list/why-now.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { isOpen } from '#core/work/standing.ts'
import { reasonOf, type WorkItem, type WorkReason } from '#core/work/work-item.ts'

export interface DueOfLine {
  readonly item: WorkItem
  readonly dueAt: Instant
}

export interface LineNow extends DayLine, LineStand {
  /** From 1, in the order of ringing. */
  readonly rank: number
  /** Of those that are there still; none of an erased customer. */
  readonly items: readonly WorkItem[]
  readonly reasons: readonly WorkReason[]
  /** The earliest of its open work, an agreed time counted as such. */
  readonly dueAt: Instant | null
  /** Of the open work for which nothing is agreed, each with its own time, the earliest first. */
  readonly dues: readonly DueOfLine[]
  /** How often the customer was rung and not reached, over all reasons. */
  readonly attempts: number
}

/** What is needed to ring a person and to address them. */
export type PersonOfCall = Pick<
  Customer,
  'customerId' | 'fullName' | 'givenName' | 'addressName' | 'honorific' | 'gender' | 'locale' | 'phone' | 'wrongPhone'
>

export interface CallOfDay extends LineNow {
  readonly people: readonly (Customer & Pick<Person, 'consents'>)[]
}

export interface LinesPorts {
  readonly work: Pick<WorkStore, 'getMany'>
  readonly companyRules: CompanyRules
}

interface Asked {
  readonly list: DayList
  readonly isAsked: (line: DayLine & Pick<LineNow, 'rank'>) => boolean
  readonly now: Instant
}

/** The lines that are asked for, in their order. */
export async function callsOfDay(
  { customers, ...ports }: LinesPorts & { readonly customers: Pick<CustomerStore, 'getMany'> },
  asked: Asked,
): Promise<readonly CallOfDay[]> {
  const ids = asked.list.lines
    .map(ranked)
    .filter(asked.isAsked)
    .flatMap(({ customerIds }) => customerIds)
  const [lines, people] = await Promise.all([linesNow(ports, asked), customers.getMany([...new Set(ids)])])
  const personOf = new Map(people.map(({ customer, consents }) => [customer.customerId, { ...customer, consents }]))
  return lines.map((line) => ({ ...line, people: line.customerIds.flatMap((id) => personOf.get(id) ?? []) }))
}

/** The same without the people: counting lines needs none of them. */
export async function linesNow({ work, companyRules }: LinesPorts, { list, isAsked, now }: Asked): Promise<readonly LineNow[]> {
  const asked = list.lines.map(ranked).filter(isAsked)
  const items = await work.getMany(asked.flatMap(({ workIds }) => workIds))
  const itemOf = new Map(items.map((item) => [item.workId, item]))
  const day = { date: list.date, rules: companyRules }
  const { zone } = companyRules.company
  return asked.map((line) => {
    const own = line.workIds.flatMap((workId) => itemOf.get(workId) ?? [])
    const stand = lineStand(line, { items: own, day })
    const dues = own.filter(isOpen).map((item) => ({ item, dueAt: deadlinesOf(item, companyRules).begin }))
    const dueAt = earliest(dues.map((due) => due.dueAt))
    return {
      ...line,
      items: own,
      reasons: [...new Set(own.map(reasonOf))],
      dueAt,
      dues: dues.filter(({ item }) => promisedAt(item.events) === null).toSorted((a, b) => compared(a.dueAt, b.dueAt)),
      attempts: own.reduce((sum, { events }) => sum + countedAttempts(events), 0),
      ...stand,
      why: stand.isDone ? line.why : whyNow(line.why, { promiseAt: stand.promiseOfDay, dueAt, date: list.date, zone, now }),
    }
  })
}

const ranked = (line: DayLine, at: number) => ({ ...line, rank: at + 1 })
