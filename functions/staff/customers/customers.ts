/** One customer with everything the company did and did not do for them. */

import { correctProfile } from '#app/person/correct-profile.ts'
import { CustomerIdSchema } from '#core/customer/customer.ts'
import { audit } from '#functions/staff/acts/audit.ts'
import { readPerson } from '#functions/staff/customers/person.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { pageAsked } from '#functions/staff/visit/page-asked.ts'
import { personPage } from '#web/staff/customers/person-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { customerPath } from '#web/staff/paths.ts'

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

  app.post('/customers/:id/correct', needs('correct-person'), async (context) => {
    const frame = frameOf(system, context)
    const id = CustomerIdSchema.safeParse(context.req.param('id'))
    // Of a customer who is not there nothing is begun, so nothing is recorded.
    if (!id.success || !(await customers.get(id.data))) return context.html(noSuchPage(frame, 'customer'), 404)
    const form = await context.req.parseBody({ all: true })
    const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
    const written = {
      preferredParts: [form.preferredParts ?? []].flat().filter((one) => typeof one === 'string'),
      fullName: text('fullName'),
      addressName: text('addressName'),
      honorific: text('honorific'),
      preferredChannel: text('preferredChannel'),
    }
    const by = visitorOn(context)
    const done = await audit(system, { act: 'correct-person', on: { kind: 'customer', id: id.data }, by, people: 1 }, () =>
      correctProfile(
        { customers, channels: system.companyRules.channels },
        {
          customerId: id.data,
          written,
          seen: text('seen'),
          backToImports: text('backToImports') === 'yes',
          by: by.name,
          at: system.clock.now(),
        },
      ),
    )
    if (!('refused' in done))
      return context.redirect(`${customerPath(id.data)}?changed=${encodeURIComponent(done.changed.join(','))}`, 303)
    const { refused } = done
    const person = await customers.get(id.data)
    if (!person || refused === 'no-such-customer') return context.html(noSuchPage(frame, 'customer'), 404)
    const shown = await readPerson(system, { frame, person, page: 1 })
    return context.html(
      personPage(frame, { ...shown, correction: { refused, written } }),
      refused === 'changed-meanwhile' ? 409 : 422,
    )
  })
  return app
}
