/** The customers, found by name, id or address; and one of them with everything the company did and did not do for them. */

import type { CustomerStore, Person } from '#app/ports/customers.ts'
import { folded } from '#core/customer/written-text.ts'
import { guards } from '#functions/staff/guard.ts'
import { readPerson } from '#functions/staff/person.ts'
import { frameOf } from '#functions/staff/room.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { customersPage } from '#web/staff/customers/customers-page.ts'
import { personPage } from '#web/staff/customers/person-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'

const PER_PAGE = 50
/** Read at once while searching by name, for which there is no index. */
const READ_AT_ONCE = 1_000

export function customerRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { customers } = system.stores

  app.get('/customers', needs('see-people'), async (context) => {
    const { q = '', after = '' } = context.req.query()
    const search = q.trim()
    const found =
      search === '' ? await customers.page({ ...(after && { after }), limit: PER_PAGE + 1 }) : await searched(customers, search)
    const shown = { search, shown: found.slice(0, PER_PAGE), isMore: found.length > PER_PAGE, isFirst: after === '' }
    return context.html(customersPage(frameOf(system, context), shown))
  })

  app.get('/customers/:id', needs('see-people'), async (context) => {
    const frame = frameOf(system, context)
    const person = await customers.get(context.req.param('id'))
    if (!person) return context.html(noSuchPage(frame, 'customer'), 404)
    return context.html(personPage(frame, await readPerson(system, { frame, person })))
  })
  return app
}

/** Reads on until one more than a page is found, or the end. */
async function searched(customers: Pick<CustomerStore, 'page'>, search: string): Promise<readonly Person[]> {
  const wanted = folded(search)
  const found: Person[] = []
  for (let after: string | undefined; ; ) {
    const page = await customers.page({ ...(after !== undefined && { after }), limit: READ_AT_ONCE })
    found.push(...page.filter((person) => matches(person, wanted)))
    after = page.at(-1)?.customer.customerId
    if (page.length < READ_AT_ONCE || found.length > PER_PAGE) return found
  }
}

const matches = ({ customer: { customerId, fullName, email } }: Person, wanted: string) =>
  [customerId, fullName, email ?? ''].some((text) => folded(text).includes(wanted))
