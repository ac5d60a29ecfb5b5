/** Calls to the hotline, and the task to ring back those who rang in vain: one for each number and day, until it is done. */
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { attemptsOf, promisedAt } from '#core/work/attempts.ts'
import { opened } from '#core/work/opened.ts'
import { rangInVain } from '#core/work/rang-in-vain.ts'
import { rungAt } from '#core/work/rung.ts'
import { isOpen, reopeningsOf } from '#core/work/standing.ts'
import { isMissedHotline, type MissedHotline, openedAt, type WorkItem } from '#core/work/work-item.ts'

export interface HotlineCall {
  /** Of the caller, in E.164. */
  readonly phone: string
  readonly at: Instant
  readonly isAnswered: boolean
  /** When an answered call was over; left out where only its beginning is known. */
  readonly endedAt?: Instant
}

export interface CallsOfNumber {
  readonly phone: string
  /** In the company's zone. */
  readonly day: LocalDate
  /** Until when staff last spoke with the caller on that day; null: never. A call in vain that began before is answered by it: also one within it. */
  readonly answeredAt: Instant | null
  /** In vain, and not answered later on that day; in order. */
  readonly missedAt: readonly Instant[]
}

/** By number and day, in the order of their first calls. The order in which calls are given does not matter, and neither does a call given twice. */
export function callsByNumber(calls: readonly HotlineCall[], zone: string): readonly CallsOfNumber[] {
  const groups = new Map<string, HotlineCall[]>()
  for (const call of calls.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const key = `${localDateAt(call.at, zone)} ${call.phone}`
    const group = groups.get(key)
    if (group) group.push(call)
    else groups.set(key, [call])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const answeredAt =
      group
        .flatMap(({ isAnswered, at, endedAt }) => (isAnswered ? [endedAt ?? at] : []))
        .toSorted()
        .at(-1) ?? null
    const missed = group.filter(({ isAnswered, at }) => !isAnswered && (answeredAt === null || at > answeredAt))
    return [
      {
        phone: first.phone,
        day: localDateAt(first.at, zone),
        answeredAt,
        missedAt: [...new Set(missed.map(({ at }) => at))],
      },
    ]
  })
}

export interface MissedCallOrder {
  /** Names the number, and cannot be turned back into it: ids stand in logs. */
  readonly numberName: string
  readonly phone: string
  /** The customers who have the number, in an order that does not change. */
  readonly customerIds: readonly string[]
  readonly day: LocalDate
  /** From 1, of that number and day: a caller who is rung back and rings in vain again is rung back again. */
  readonly nth: number
  readonly at: Instant
  /** The calls in vain that are known, that one among them. */
  readonly rang: readonly Instant[]
}

export const missedCallId = ({ numberName, day, nth }: Pick<MissedCallOrder, 'numberName' | 'day' | 'nth'>): string =>
  `missed-hotline_${day}_${numberName}${nth === 1 ? '' : `_${nth}`}`

const DAY = /^missed-hotline_(\d{4}-\d{2}-\d{2})_/

/** Whether it is a task of the number from another day. From a later one too: a day's history may be told when a call of the next day was heard already. */
export function isMissedOnOtherDay(workId: string, { numberName, day }: Pick<MissedCallOrder, 'numberName' | 'day'>): boolean {
  const on = DAY.exec(workId)?.[1]
  if (on === undefined || on === day) return false
  const first = missedCallId({ numberName, day: on, nth: 1 })
  return workId === first || workId.startsWith(`${first}_`)
}

/** When the caller rang in vain for whom it waits: the call that opened it, or one after they were rung back and not reached. */
export const rangInVainAt = (task: MissedHotline): Instant =>
  reopeningsOf(task).findLast(({ by }) => by.is === 'system')?.at ?? openedAt(task)

/**
 * The first of the calls in vain after which the caller is rung back anew: one since the number was rung last. Undefined where none is, or a time is
 * agreed. `others`: further work of those who have the number.
 */
export function rangAgainAt(
  task: MissedHotline,
  { missed, others }: { readonly missed: readonly Instant[]; readonly others: readonly WorkItem[] },
): Instant | undefined {
  const attempt = attemptsOf(task.events).at(-1)
  if (!isOpen(task) || promisedAt(task.events) !== null) return undefined
  const tried = [rungAt([task, ...others]), attempt?.at ?? null].flatMap((at) => at ?? [])
  const triedAt = tried.toSorted().at(-1)
  if (triedAt === undefined || triedAt < rangInVainAt(task)) return undefined
  const reopenedAt = reopeningsOf(task).at(-1)?.at ?? ''
  return missed.find((at) => at > triedAt && at > reopenedAt)
}

/** Who rang in vain is rung back, also by a number that must not be rung otherwise. */
export const isToRingBack = (item: WorkItem): boolean => isMissedHotline(item) && isOpen(item)

/** About the first of the customers who have the number. On the desk of the company's hotline team; without one, of the team that takes what no team has. */
export function missedCallTask(order: MissedCallOrder, rules: CompanyRules): MissedHotline {
  const { phone, customerIds, at, rang } = order
  const [customerId = null] = customerIds
  const by = { is: 'system' } as const
  const team = rules.company.calls.hotlineTeam
  return opened(
    {
      kind: 'call-task' as const,
      workId: missedCallId(order),
      customerId,
      subject: {
        is: 'missed-hotline' as const,
        phone: customerId === null ? phone : null,
        ...(customerIds.length > 1 && { sharedBy: customerIds.length }),
        rang: rangInVain([], rang),
        replyId: null,
        campaignId: null,
        occurrenceId: null,
      },
      holds: [],
      events: [
        { is: 'opened', at, by },
        ...(team === undefined ? [] : [{ is: 'assigned' as const, at, by, to: { is: 'team' as const, team } }]),
      ],
    } satisfies Omit<MissedHotline, 'dueAt' | 'version'>,
    rules,
  )
}
