/** The form in which staff correct a customer. Refused or broken down, it comes back with everything that was typed and chosen. */
import { correctProfile } from '#app/person/correct-profile.ts'
import { keptTyped } from '#app/person/kept-typed.ts'
import { CustomerIdSchema } from '#core/customer/customer.ts'
import { tryAct } from '#functions/staff/acts/try-act.ts'
import { readPerson } from '#functions/staff/customers/person.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { formText } from '#functions/staff/visit/form-text.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { ownPath } from '#functions/staff/visit/own-path.ts'
import { personPage } from '#web/staff/customers/person-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { customerPath, pathWith } from '#web/staff/paths.ts'

export function correctRoute(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { customers } = system.stores
  app.post('/customers/:id/correct', needs('correct-person'), async (context) => {
    const frame = frameOf(system, context)
    const id = CustomerIdSchema.safeParse(context.req.param('id'))
    // Of a customer who is not there nothing is begun, so nothing is recorded.
    if (!id.success || !(await customers.get(id.data))) return context.html(noSuchPage(frame, 'customer'), 404)
    const customerId = id.data
    const form = await context.req.parseBody({ all: true })
    const text = formText(form)
    const written = {
      preferredParts: [form.preferredParts ?? []].flat().filter((one) => typeof one === 'string'),
      fullName: text('fullName'),
      addressName: text('addressName'),
      honorific: text('honorific'),
      preferredChannel: text('preferredChannel'),
    }
    const [seen, backToImports] = [text('seen'), text('backToImports') === 'yes']
    const by = visitorOn(context)
    const done = await tryAct(system, { act: 'correct-person', on: { kind: 'customer', id: customerId }, by, people: 1 }, () =>
      correctProfile(
        { customers, channels: system.companyRules.channels },
        { customerId, written, seen, backToImports, by: by.name, at: system.clock.now() },
      ),
    )
    // From the screen of a call the visitor returns to that call: the customer is on the line.
    const back = text('back') === '' ? '' : (ownPath(text('back'), context.req.url).split('?')[0] ?? '')
    if ('changed' in done)
      return context.redirect(pathWith(back || customerPath(customerId), { changed: done.changed.join(',') || 'nothing' }), 303)
    const refused = 'broke' in done ? done.broke : done.refused
    const person = await customers.get(customerId)
    if (!person || refused === 'no-such-customer') return context.html(noSuchPage(frame, 'customer'), 404)
    const shown = await readPerson(system, { frame, person, page: 1 })
    const typed = { ...keptTyped(written, { seen, now: person.customer }), backToImports }
    const status = 'broke' in done ? 500 : refused === 'changed-meanwhile' ? 409 : 422
    return context.html(personPage(frame, { ...shown, correction: { refused, written: typed, back } }), status)
  })
  return app
}
