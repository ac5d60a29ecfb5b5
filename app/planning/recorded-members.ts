/** The customers whom an order or closed work makes due: each once, with the first of them. */
import type { PartitionRange } from '#app/ports/partition-range.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { Due } from '#core/occasion/due.ts'
import type { DayOf } from '#core/occasion/occasion-key.ts'
import { isEarlier, orderDays } from '#core/occasion/order-days.ts'
import { type MemberOccasion, purchaseOccasion, workOccasion } from '#core/occasion/recorded-occasion.ts'
import { isCallerUnknown } from '#core/work/caller-unknown.ts'
import { classOfCall } from '#core/work/check-in.ts'
import { guideAskedOn } from '#core/work/guide-asked.ts'
import { mayAskWhetherSolved, mayBeOwnMatter } from '#core/work/own-matter.ts'
import { closingOf } from '#core/work/standing.ts'
import { isStillUnreached } from '#core/work/still-unreached.ts'
import type { WorkItem } from '#core/work/work-item.ts'

export interface RecordPorts {
  readonly purchases: Pick<PurchaseStore, 'onDays'>
  readonly work: Pick<WorkStore, 'closedOn' | 'ofCustomer'>
}

/** Several orders of one customer, or several calls, are one occasion. */
export async function occasionsOfRecords(
  ports: RecordPorts,
  due: Extract<Due, { who: 'boughtOn' | 'closedOn' | 'unreachedOn' | 'guideAskedOn' }>,
  range: PartitionRange,
): Promise<ReadonlyMap<string, MemberOccasion>> {
  const first = new Map<string, DayOf>()
  for await (const { customerId, ...dayOf } of recordsOf(ports, due, range)) {
    const known = first.get(customerId)
    // The index may name a day that the record no longer has.
    if (due.days.includes(dayOf.day) && (!known || isEarlier(dayOf, known))) first.set(customerId, dayOf)
  }
  const occasion = due.who === 'boughtOn' ? purchaseOccasion : workOccasion
  return new Map([...first].map(([customerId, dayOf]) => [customerId, occasion(dayOf)]))
}

function recordsOf(
  ports: RecordPorts,
  due: Parameters<typeof occasionsOfRecords>[1],
  range: PartitionRange,
): AsyncGenerator<SomethingOf> {
  switch (due.who) {
    case 'boughtOn':
      return bought(ports, due, range)
    case 'closedOn':
      return closed(ports, due, range)
    case 'unreachedOn':
      return unreached(ports, due, range)
    case 'guideAskedOn':
      return guideAsked(ports, due, range)
  }
}

interface SomethingOf extends DayOf {
  readonly customerId: string
}

async function* bought(
  { purchases }: RecordPorts,
  { by, days }: Extract<Due, { who: 'boughtOn' }>,
  range: PartitionRange,
): AsyncGenerator<SomethingOf> {
  for await (const page of purchases.onDays({ by, days, range })) {
    for (const purchase of page)
      for (const dayOf of orderDays([purchase], by)) yield { customerId: purchase.customerId, ...dayOf }
  }
}

/** Work that staff do by speaking with the customer. */
function isSpokenWith({ subject }: WorkItem): boolean {
  switch (subject.is) {
    case 'low-score':
    case 'missed-hotline':
    case 'check-in':
    case 'follow-up':
    case 'contact':
    case 'complaint':
    case 'request':
    case 'told':
      return true
    case 'unclear-reply':
    case 'many-replies':
    case 'right':
      return false
  }
}

/**
 * Only customers who were spoken with: neither an unanswered call, nor a case in which nothing was to be said, nor a call of which it is not known who of several rang, is anything to ask about. Rows of calls and
 * cases that were closed before staff were asked for it (`reached` null) count as reached. Work that staff do not do by speaking is left out.
 * A question about the customer's own matter leaves out who had none, and of whom one is open.
 */
async function* closed(
  { work }: RecordPorts,
  { kind, about, days }: Extract<Due, { who: 'closedOn' }>,
  range: PartitionRange,
): AsyncGenerator<SomethingOf> {
  for await (const page of work.closedOn({ kind, days, range })) {
    for (const item of page) {
      const { workId: id, customerId } = item
      const closing = closingOf(item)
      if (customerId === null || !closing || closing.reached === false || !isSpokenWith(item)) continue
      if (isCallerUnknown(item, closing)) continue
      // Most calls are about nothing of the customer's own: the customer's other work is read for the rest alone.
      if (about === 'own-matter' && !(mayBeOwnMatter(item) && mayAskWhetherSolved(item, await work.ofCustomer(customerId))))
        continue
      yield { customerId, day: closing.on, id }
    }
  }
}

async function* unreached(
  { work }: RecordPorts,
  { contentClass, days }: Extract<Due, { who: 'unreachedOn' }>,
  range: PartitionRange,
): AsyncGenerator<SomethingOf> {
  for await (const page of work.closedOn({ kind: 'call-task', days, range })) {
    for (const item of page) {
      const closing = closingOf(item)
      const { customerId } = item
      // A caller of the hotline who is no customer has no address to write to.
      if (item.kind !== 'call-task' || customerId === null) continue
      // Most calls of a day end otherwise: the customer's other work is read for these alone.
      if (closing?.as !== 'exhausted' || classOfCall(item) !== contentClass) continue
      if (!isStillUnreached(item, await work.ofCustomer(customerId))) continue
      yield { customerId, day: closing.on, id: item.workId }
    }
  }
}

/** The index names the day of the last closing: what was asked before a call was reopened counts where it is closed again on that same day. */
async function* guideAsked(
  { work }: RecordPorts,
  { days }: Extract<Due, { who: 'guideAskedOn' }>,
  range: PartitionRange,
): AsyncGenerator<SomethingOf> {
  for await (const page of work.closedOn({ kind: 'call-task', days, range })) {
    for (const item of page) {
      const { workId: id, customerId } = item
      if (customerId !== null) for (const day of guideAskedOn(item)) yield { customerId, day, id }
    }
  }
}
