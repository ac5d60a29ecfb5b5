/** The form with which staff set who of an address is written to. */

import { writeToThisOne } from '#app/consent/mark-shared-address.ts'
import { guards, visitorOn } from '#functions/staff/guard.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { customerPath, pathWith } from '#web/staff/paths.ts'

export function sharedAddressRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { customers } = system.stores
  app.post('/customers/:id/written-to', needs('correct-person'), async (context) => {
    const customerId = context.req.param('id')
    const person = await customers.get(customerId)
    const who = visitorOn(context).name
    if (person) await writeToThisOne({ customers, companyRules: system.companyRules }, { person, by: who })
    return context.redirect(pathWith(customerPath(customerId), {}), 303)
  })
  return app
}
