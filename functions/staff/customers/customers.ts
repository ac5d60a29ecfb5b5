/** One customer with everything the company did and did not do for them. */

import { CustomerIdSchema } from '#core/customer/customer.ts'
import { correctRoute } from '#functions/staff/customers/correct.ts'
import { enterContactRoute } from '#functions/staff/customers/enter-contact.ts'
import { openCaseRoute } from '#functions/staff/customers/open-case.ts'
import { readPerson } from '#functions/staff/customers/person.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { pageAsked } from '#functions/staff/visit/page-asked.ts'
import { personPage } from '#web/staff/customers/person-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

export function customerRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { customers } = system.stores

  app.get('/customers/:id', needs('see-people'), async (context) => {
    const frame = frameOf(system, context)
    const id = CustomerIdSchema.safeParse(context.req.param('id'))
    const person = id.success ? await customers.get(id.data) : undefined
    if (!person) return context.html(noSuchPage(frame, 'customer'), 404)
    const { page, changed, done } = context.req.query()
    const shown = await readPerson(system, { frame, person, page: pageAsked(page) })
    const correction = changed === undefined ? null : { changed: changed.split(',') }
    return context.html(personPage(frame, { ...shown, correction, done }))
  })

  app.route('/', correctRoute(system))
  app.route('/', enterContactRoute(system))
  app.route('/', openCaseRoute(system))
  return app
}
