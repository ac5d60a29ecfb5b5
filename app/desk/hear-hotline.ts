/**
 * Calls to the hotline, as the telephone system tells them, one by one or as a day's history: who rang in vain is rung back, once for each number,
 * however many days it waits; who rang again and was answered is not. The same calls told again change nothing.
 */
import { changeWork } from '#app/desk/change-work.ts'
import { type CustomersAtNumberPorts, customersAtNumber } from '#app/desk/customers-at-number.ts'
import { openItem } from '#app/desk/open-item.ts'
import type { Events } from '#app/events.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { HotlineCallers } from '#app/ports/numbers.ts'
import type { NumberNames } from '#app/ports/secrets.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { type Instant, later } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import { closed, reopened } from '#core/work/history.ts'
import {
  type CallsOfNumber,
  callsByNumber,
  type HotlineCall,
  isMissedOnOtherDay,
  missedCallId,
  missedCallTask,
  rangAgainAt,
} from '#core/work/missed-call.ts'
import { withRang } from '#core/work/rang-in-vain.ts'
import { closingOf, isOpen, reopeningsOf } from '#core/work/standing.ts'
import { isMissedHotline, openedAt, reasonOf, type WorkItem } from '#core/work/work-item.ts'

export interface HearHotlinePorts extends CustomersAtNumberPorts {
  readonly work: Pick<WorkStore, 'open' | 'get' | 'update' | 'ofCustomer' | 'ofNumber' | 'keepAnswered' | 'answeredAt'>
  readonly seals: NumberNames
  readonly listOrders: ListOrders
  readonly hotlineCallers: Pick<HotlineCallers, 'note'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workOpened' | 'workClosed'>
}

/** known: there is a task for it already. answered: none is needed, because the caller was spoken with later, as was told now or before. */
export type Heard = 'opened' | 'known' | 'answered'

export interface HeardCalls {
  readonly calls: readonly HotlineCall[]
  readonly now: Instant
}

/** One answer for each number and day, in the order of their first calls. */
export async function hearHotline(ports: HearHotlinePorts, { calls, now }: HeardCalls): Promise<readonly Heard[]> {
  const heard: Heard[] = []
  for (const group of callsByNumber(calls, ports.companyRules.company.zone)) heard.push(await hearNumber(ports, group))
  // Also for what was opened before: that time the order may not have been given.
  if (heard.some((one) => one !== 'answered')) await ports.listOrders.makeAgain({ workId: null, at: now })
  return heard
}

/** The tasks of a number and day are numbered. All but the last one are closed. */
async function hearNumber(ports: HearHotlinePorts, told: CallsOfNumber): Promise<Heard> {
  const { phone, day } = told
  const { work, seals, companyRules, hotlineCallers } = ports
  const numberName = seals.numberName(phone)
  const customerIds = (await customersAtNumber(ports, phone)).map(({ customerId }) => customerId)
  const [customerId = null] = customerIds
  // Every caller of a day, for the figures; until when a caller was answered is asked of the work, which is read consistently.
  await hotlineCallers.note({
    day,
    numberName,
    customerId,
    answeredAt: told.answeredAt,
    missedAt: told.missedAt.at(-1) ?? null,
  })
  const answeredAt = await lastAnswered(ports, { told, numberName, customerIds })
  const missedAt = told.missedAt.filter((at) => answeredAt === null || at > answeredAt)
  let missed = missedAt
  const others = await workAtNumber(ports, { phone, customerIds })
  for (const other of others.filter(({ workId }) => isMissedOnOtherDay(workId, { numberName, day }))) {
    const task = answeredAt === null ? other : await closeAnswered(ports, other, answeredAt)
    const end = closingOf(task)?.at
    if (end === undefined) return hearAgain(ports, task, { missed, others })
    missed = missed.filter((at) => at > end)
  }
  for (let nth = 1; ; nth++) {
    const workId = missedCallId({ numberName, day, nth })
    let known = await work.get(workId)
    if (known && answeredAt !== null) known = await closeAnswered(ports, known, answeredAt)
    if (known && isOpen(known)) return hearAgain(ports, known, { missed, others })
    const end = known && closingOf(known)?.at
    if (end !== undefined) {
      // What was closed has answered the calls before it, and not those that came later.
      missed = missed.filter((at) => at > end)
      continue
    }
    const [at] = missed
    if (at === undefined) return missedAt.length > 0 ? 'known' : 'answered'
    const task = missedCallTask({ numberName, phone, customerIds, day, nth, at, rang: missed }, companyRules)
    const written = await openItem(ports, task)
    // The answered call may have been told meanwhile: who told it saw no task to close.
    const since = await work.answeredAt(numberName)
    if (since !== undefined && !isOpen(await closeAnswered(ports, task, since))) return 'answered'
    return written === 'written' ? 'opened' : 'known'
  }
}

/** As it is told now, or was before. Kept before tasks are looked for: who opens one at the same moment reads it afterwards. */
async function lastAnswered(
  { work, companyRules }: HearHotlinePorts,
  {
    told: { answeredAt },
    numberName,
    customerIds,
  }: { readonly told: CallsOfNumber; readonly numberName: string; readonly customerIds: readonly string[] },
): Promise<Instant | null> {
  if (answeredAt !== null) {
    const on = localDateAt(answeredAt, companyRules.company.zone)
    await work.keepAnswered({ numberName, at: answeredAt, on, customerId: customerIds[0] ?? null })
  }
  const kept = (await work.answeredAt(numberName)) ?? null
  return kept === null || answeredAt === null ? (kept ?? answeredAt) : later(kept, answeredAt)
}

/** The number's work, open or closed: also the tasks from when no customer had it yet. */
async function workAtNumber(
  { work }: HearHotlinePorts,
  { phone, customerIds }: { readonly phone: string; readonly customerIds: readonly string[] },
): Promise<readonly WorkItem[]> {
  const found = await Promise.all([work.ofNumber(phone), ...customerIds.map((customerId) => work.ofCustomer(customerId))])
  return found.flat()
}

interface HeardAgain {
  /** Those that no call-back before has answered. */
  readonly missed: readonly Instant[]
  readonly others: readonly WorkItem[]
}

/**
 * The open task tells of every call in vain. Who was rung back, not reached, and rang in vain again waits for a call as at the first time: the task begins
 * anew, once for each time.
 */
async function hearAgain({ work, companyRules }: HearHotlinePorts, task: WorkItem, told: HeardAgain): Promise<'known'> {
  const others = told.others.filter(({ workId }) => workId !== task.workId)
  await changeWork(work, task.workId, (item) => {
    if (!isMissedHotline(item) || !isOpen(item)) return { instead: item }
    const telling = withRang(item, told.missed)
    const at = rangAgainAt(item, { missed: told.missed, others })
    const reopening = at === undefined ? null : ({ is: 'reopened', at, by: { is: 'system' }, because: '' } as const)
    const anew = reopening === null ? 'full' : reopened(telling ?? item, reopening, companyRules)
    if (anew !== 'full') return { next: anew }
    return telling ? { next: { ...telling, version: item.version + 1 } } : { instead: item }
  })
  return 'known'
}

/** The caller was spoken with after the call that opened it, or within it; and after a lead reopened it, where one did. */
async function closeAnswered(
  { work, companyRules, events }: HearHotlinePorts,
  task: WorkItem,
  answeredAt: Instant,
): Promise<WorkItem> {
  const isAnswered = (item: WorkItem) => isOpen(item) && (reopeningsOf(item).at(-1)?.at ?? openedAt(item)) <= answeredAt
  if (!isAnswered(task)) return task
  const on = localDateAt(answeredAt, companyRules.company.zone)
  const closing = {
    is: 'closed',
    at: answeredAt,
    on,
    by: { is: 'system' },
    note: null,
    reached: true,
    as: 'reached',
  } as const
  const result = await changeWork(work, task.workId, (item) =>
    isAnswered(item) ? { next: closed(item, closing, companyRules) } : { instead: item },
  )
  if ('changed' in result) {
    events.workClosed({ workId: task.workId, reason: reasonOf(result.changed) })
    return result.changed
  }
  return 'refused' in result.instead ? task : result.instead
}
