/** The form on a customer's page in which staff open a case of what the customer told them. Refused, it comes back with what was typed and chosen. */
import { openToldCase } from '#app/desk/open-told-case.ts'
import { CustomerIdSchema } from '#core/customer/customer.ts'
import { tryAct } from '#functions/staff/acts/try-act.ts'
import { readPerson } from '#functions/staff/customers/person.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { formText } from '#functions/staff/visit/form-text.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { caseIn } from '#functions/staff/work/told-case-in.ts'
import { personPage } from '#web/staff/customers/person-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { customerPath } from '#web/staff/paths.ts'

export function openCaseRoute(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, events } = system
  app.post('/customers/:id/case', needs('close-work'), async (context) => {
    const frame = frameOf(system, context)
    const id = CustomerIdSchema.safeParse(context.req.param('id'))
    const person = id.success ? await stores.customers.get(id.data) : undefined
    if (!person) return context.html(noSuchPage(frame, 'customer'), 404)
    const { customerId } = person.customer
    const form = await context.req.parseBody()
    const written = caseIn(formText(form))
    const { name: by, address } = visitorOn(context)
    const on = { kind: 'customer', id: customerId } as const
    const done = await tryAct(system, { act: 'open-case', on, by: visitorOn(context), people: 1 }, () =>
      openToldCase(
        { ...stores, companyRules, events },
        { ...written, customerId, call: null, by, address, at: system.clock.now() },
      ),
    )
    if ('opened' in done) return context.redirect(`${customerPath(customerId)}?done=open-case`, 303)
    const refused = 'broke' in done ? done.broke : done.refused
    if (refused === 'no-such-customer') return context.html(noSuchPage(frame, 'customer'), 404)
    const shown = await readPerson(system, { frame, person, page: 1 })
    const told = { caseId: written.caseId, refused, written }
    return context.html(personPage(frame, { ...shown, correction: null, told }), 'broke' in done ? 500 : 409)
  })
  return app
}
