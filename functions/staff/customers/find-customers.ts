/** The customers, found by name, id, number or address, a page at a time. */
import { findPeople } from '#app/person/find-people.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { customersPage, noSuchCustomersPage } from '#web/staff/customers/customers-page.ts'
import { trailIn } from '#web/staff/trail.ts'

const PER_PAGE = 50
/** Longer than any name, number, address or id. */
const LONGEST_SEARCH = 300

export interface SearchSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'customers' | 'finder'>
}

export function findCustomersRoutes(system: SearchSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.get('/customers', needs('see-people'), async (context) => {
    const frame = frameOf(system, context)
    const { q = '', after = '', trail } = context.req.query()
    const search = q.trim().slice(0, LONGEST_SEARCH)
    const found = await findPeople(system.stores, {
      text: search,
      country: frame.company.country,
      after: after === '' ? undefined : after,
      limit: PER_PAGE,
    })
    if ('refused' in found) return context.html(noSuchCustomersPage(frame, search), 400)
    const { people, next, as, isSorted } = found
    return context.html(
      customersPage(frame, {
        search,
        shown: people,
        as,
        next,
        isFirst: after === '',
        isSorted,
        went: { here: after, trail: trailIn(trail) },
      }),
    )
  })
  return app
}
