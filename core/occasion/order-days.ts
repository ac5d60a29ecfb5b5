/** The days on which orders give an occasion; and which order, call or case an occasion of several is about. */
import type { Purchase } from '#core/customer/purchase.ts'
import type { DayOf } from '#core/occasion/occasion-key.ts'

/** The day of every purchase that has one: an order that is not delivered yet has no day of delivery. */
export const orderDays = (purchases: readonly Purchase[], by: 'purchase' | 'delivery'): DayOf[] =>
  purchases.flatMap(({ purchaseId: id, purchasedOn, deliveredOn }) => {
    const day = by === 'purchase' ? purchasedOn : deliveredOn
    return day === null ? [] : [{ day, id }]
  })

/** Several orders, calls or cases of one customer that are due together are one occasion: that of the earliest day, and on it of the smallest id. */
export const isEarlier = (a: DayOf, b: DayOf): boolean => a.day < b.day || (a.day === b.day && a.id < b.id)

export const earliestOf = (days: readonly DayOf[]): DayOf | undefined =>
  days.reduce<DayOf | undefined>((first, each) => (first === undefined || isEarlier(each, first) ? each : first), undefined)
