/** The lists of calls made again by the command itself: a local system that does not run has no queue. */
import { makeDueLists } from '#app/desk/make-due-lists.ts'
import { events } from '#app/events.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import type { Instant } from '#core/time/instant.ts'

const silent = events({ event: () => {}, alarm: () => {} })

export const listsMadeHere = ({ staff, now, ...stores }: Awaited<ReturnType<PlaceToWork['stores']>>): ListOrders => ({
  makeAgain: async (urgentAt: Instant) =>
    void (await makeDueLists({ ...stores, lists: stores.dayLists, roster: staff.roster, events: silent }, now, { urgentAt })),
})
