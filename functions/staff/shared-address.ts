/** The form with which staff set who of an address is written to. */
import { Hono } from 'hono'
import { writeToThisOne } from '#app/consent/mark-shared-address.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { customerPath, pathWith } from '#web/staff/paths.ts'

export function sharedAddressRoutes(system: StaffSystem): Hono {
  const app = new Hono()
  const { customers } = system.stores
  app.post('/customers/:id/written-to', async (context) => {
    const customerId = context.req.param('id')
    const { by } = await context.req.parseBody()
    const person = await customers.get(customerId)
    const who = typeof by === 'string' ? by.trim().slice(0, 100) : ''
    if (person && who !== '') await writeToThisOne({ customers, companyRules: system.companyRules }, { person, by: who })
    return context.redirect(pathWith(customerPath(customerId), {}), 303)
  })
  return app
}
