/** A stored list of calls with what it is about, read as it is now: the work of each line, how it stands, and the people. */
import type { CustomerStore } from '#app/ports/customers.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { countedAttempts, promisedAt } from '#core/work/attempts.ts'
import type { DayLine, DayList } from '#core/work/day-list/day-line.ts'
import { wasWorkedOn } from '#core/work/day-list/work-of-day.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { isOpen } from '#core/work/standing.ts'
import { reasonOf, type WorkItem, type WorkReason } from '#core/work/work-item.ts'

export interface LineNow extends DayLine {
  /** From 1, in the order of ringing. */
  readonly rank: number
  /** Of those that are there still; none of an erased customer. */
  readonly items: readonly WorkItem[]
  readonly reasons: readonly WorkReason[]
  readonly dueAt: Instant | null
  readonly promiseAt: Instant | null
  /** How often the customer was rung and not reached, over all reasons. */
  readonly attempts: number
  /** Nothing is left to do today: it was rung, or closed. */
  readonly isDone: boolean
}

/** What is needed to ring a person and to address them. */
export type PersonOfCall = Pick<
  Customer,
  'customerId' | 'fullName' | 'givenName' | 'addressName' | 'honorific' | 'gender' | 'locale' | 'phone'
>

export interface CallOfDay extends LineNow {
  readonly people: readonly PersonOfCall[]
}

export interface LinesPorts {
  readonly work: Pick<WorkStore, 'getMany'>
  readonly companyRules: CompanyRules
}

interface Asked {
  readonly list: DayList
  readonly isAsked: (line: DayLine) => boolean
}

/** The lines that are asked for, in their order. */
export async function callsOfDay(
  { customers, ...ports }: LinesPorts & { readonly customers: Pick<CustomerStore, 'getMany'> },
  asked: Asked,
): Promise<readonly CallOfDay[]> {
  const ids = asked.list.lines.filter(asked.isAsked).flatMap(({ customerIds }) => customerIds)
  const [lines, people] = await Promise.all([linesNow(ports, asked), customers.getMany([...new Set(ids)])])
  const personOf = new Map(people.map(({ customer }) => [customer.customerId, customer]))
  return lines.map((line) => ({ ...line, people: line.customerIds.flatMap((id) => personOf.get(id) ?? []) }))
}

/** The same without the people: counting lines needs none of them. */
export async function linesNow({ work, companyRules }: LinesPorts, { list, isAsked }: Asked): Promise<readonly LineNow[]> {
  const asked = list.lines.map((line, at) => ({ ...line, rank: at + 1 })).filter(isAsked)
  const items = await work.getMany(asked.flatMap(({ workIds }) => workIds))
  const itemOf = new Map(items.map((item) => [item.workId, item]))
  const day = { date: list.date, rules: companyRules }
  return asked.map((line) => {
    const own = line.workIds.flatMap((workId) => itemOf.get(workId) ?? [])
    const open = own.filter(isOpen)
    const promises = open.flatMap(({ events }) => promisedAt(events) ?? [])
    // As for a list that is made again: what was agreed for a later day is nothing to do today.
    const isToCallBack = promises.some((at) => localDateAt(at, companyRules.company.zone) <= list.date)
    return {
      ...line,
      items: own,
      reasons: [...new Set(own.map(reasonOf))],
      dueAt: earliest(open.map((item) => deadlinesOf(item, companyRules).begin)),
      promiseAt: earliest(promises),
      attempts: own.reduce((sum, { events }) => sum + countedAttempts(events), 0),
      isDone: line.isWorked || open.length === 0 || (!isToCallBack && own.some((item) => wasWorkedOn(item, day))),
    }
  })
}

const earliest = (instants: readonly Instant[]): Instant | null => instants.toSorted()[0] ?? null
