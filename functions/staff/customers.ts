/** One customer with everything the company did and did not do for them. */

import { exportPerson } from '#app/person/export-person.ts'
import { CustomerIdSchema } from '#core/customer/customer.ts'
import { guards } from '#functions/staff/guard.ts'
import { readPerson } from '#functions/staff/person.ts'
import { frameOf } from '#functions/staff/room.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
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
    return context.html(personPage(frame, await readPerson(system, { frame, person })))
  })

  app.get('/customers/:id/export', needs('export-person'), async (context) => {
    const { id } = context.req.param()
    const ports = { ...system.stores, company: system.companyRules.company }
    const held = await exportPerson(ports, { customerId: id, at: system.clock.now() })
    if (!held) return context.notFound()
    return context.body(`${JSON.stringify(held, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="person-${id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}.json"`,
    })
  })
  return app
}
