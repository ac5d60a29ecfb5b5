/** When the company really met a customer: they were spoken with, or they bought something. A mail that was sent is no contact of theirs. */
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { isCallerUnknown } from '#core/work/caller-unknown.ts'
import type { Closed } from '#core/work/work-event.ts'
import type { WorkItem } from '#core/work/work-item.ts'

/** Every closing in which the customer was spoken with, also of an item that was reopened since. */
const spokenOn = (work: readonly WorkItem[]): readonly LocalDate[] => spokenIn(work).map(({ on }) => on)

const spokenIn = (work: readonly WorkItem[]): readonly Closed[] =>
  work.flatMap((item) =>
    item.events.flatMap((event) =>
      event.is === 'closed' && event.reached === true && !isCallerUnknown(item, event) ? [event] : [],
    ),
  )

/** Each day of a contact, in no particular order. */
export const contactsOf = (
  purchases: readonly Pick<Purchase, 'purchasedOn'>[],
  work: readonly WorkItem[],
): readonly LocalDate[] => [...purchases.map(({ purchasedOn }) => purchasedOn), ...spokenOn(work)]

/** The last of them, by what the customer's profile knows of purchases; null for a customer who was never met. */
export const lastContactOf = (
  { lastPurchaseOn }: Pick<Customer, 'lastPurchaseOn'>,
  work: readonly WorkItem[],
): LocalDate | null => [...spokenOn(work), ...(lastPurchaseOn === null ? [] : [lastPurchaseOn])].toSorted().at(-1) ?? null

/** Whether staff spoke with the customer after that instant, about whatever it was. */
export const wasSpokenWithSince = (work: readonly WorkItem[], at: Instant): boolean =>
  spokenIn(work).some((closing) => closing.at > at)
