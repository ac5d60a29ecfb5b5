/**
 * The lists of calls made again by the command itself: a local system that does not run has no queue. What is urgent is noted, and the next run of the
 * schedule tells staff of it.
 */
import { makeDueLists } from '#app/desk/make-due-lists.ts'
import { events } from '#app/events.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import { noteUrgent } from '#app/sending/note-urgent.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'

const silent = events({ event: () => {}, alarm: () => {} })

export const listsMadeHere = ({ staff, now, ...stores }: Awaited<ReturnType<PlaceToWork['stores']>>): ListOrders => ({
  makeAgain: async ({ workId, at: urgentAt }) => {
    if (workId !== null) await noteUrgent(stores, { workId, at: urgentAt })
    await makeDueLists({ ...stores, lists: stores.dayLists, roster: staff.roster, events: silent }, now, { urgentAt })
  },
})
