/** The customers whom the visitor looks after. */
import { customersOfOwner } from '#app/person/customers-of-owner.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffStores, StaffSystem } from '#functions/staff/staff-system.ts'
import { type FrameSystem, frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { myCustomersPage } from '#web/staff/customers/my-customers-page.ts'
import { MY_CUSTOMERS_PATH } from '#web/staff/paths.ts'
import { trailIn } from '#web/staff/trail.ts'

/** Of each the work is read. */
const PER_PAGE = 25

export interface OwnersSystem extends FrameSystem, Pick<StaffSystem, 'events'> {
  readonly stores: Pick<StaffStores, 'customers' | 'finder' | 'work'>
}

export function myCustomersRoute(system: OwnersSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system
  app.get(MY_CUSTOMERS_PATH, needs('see-work'), async (context) => {
    const after = context.req.query('after') || undefined
    const asked = { owner: visitorOn(context), after, limit: PER_PAGE }
    const shown = await customersOfOwner({ ...stores, companyRules }, asked)
    const went = { here: after ?? '', trail: trailIn(context.req.query('trail')) }
    return context.html(myCustomersPage(frameOf(system, context), { ...shown, isFirst: after === undefined, went }))
  })
  return app
}
