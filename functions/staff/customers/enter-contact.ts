/** The form in which staff enter a contact that the customer began, or that stood on no list. Refused, it comes back with what was typed and chosen. */
import { randomUUID } from 'node:crypto'
import { enterContact } from '#app/desk/enter-contact.ts'
import { CALL_STOPS } from '#app/desk/stop-calls.ts'
import { CustomerIdSchema } from '#core/customer/customer.ts'
import { CONTACT_OUTCOMES, DIRECTIONS } from '#core/work/contact.ts'
import { CONTACT_WAYS } from '#core/work/disposition.ts'
import { tryAct } from '#functions/staff/acts/try-act.ts'
import { readPerson } from '#functions/staff/customers/person.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { formText } from '#functions/staff/visit/form-text.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { isOffered } from '#functions/staff/visit/is-offered.ts'
import { personPage } from '#web/staff/customers/person-page.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { customerPath } from '#web/staff/paths.ts'
import { AT_FIRST_ANSWERS, atFirstIn } from '#web/staff/work/at-first-field.ts'

const CONTACT_ID = /^[0-9a-f-]{36}$/

export function enterContactRoute(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, events } = system
  app.post('/customers/:id/contact', needs('close-work'), async (context) => {
    const frame = frameOf(system, context)
    const id = CustomerIdSchema.safeParse(context.req.param('id'))
    const person = id.success ? await stores.customers.get(id.data) : undefined
    if (!person) return context.html(noSuchPage(frame, 'customer'), 404)
    const { customerId } = person.customer
    const form = await context.req.parseBody()
    const text = formText(form)
    const { name: by, address, team } = visitorOn(context)
    const days = text('follow-up-days').trim()
    const written = {
      contactId: CONTACT_ID.test(text('contact')) ? text('contact') : randomUUID(),
      direction: DIRECTIONS.find((one) => one === text('direction')) ?? null,
      way: CONTACT_WAYS.find((one) => one === text('way')) ?? null,
      disposition: CONTACT_OUTCOMES.find((one) => one === text('disposition')) ?? null,
      stop: CALL_STOPS.find((one) => one === text('stop')) ?? 'person',
      note: text('note'),
      followUp: days,
      guide: text('guide') !== '',
      atFirst: atFirstIn(text('at-first')),
    } as const
    const { direction, way, disposition, contactId, stop, note, guide, atFirst } = written
    const isAltered =
      !isOffered(CALL_STOPS, text('stop')) ||
      !isOffered(AT_FIRST_ANSWERS, text('at-first')) ||
      !isOffered([contactId], text('contact'))
    const on = { kind: 'customer', id: customerId } as const
    const done = await tryAct(system, { act: 'enter-contact', on, by: visitorOn(context), people: 1 }, async () => {
      if (!direction || !way || !disposition) return { refused: 'which-outcome' as const }
      if (isAltered) return { refused: 'not-offered' as const }
      const followUp = days === '' ? {} : { followUpDays: /^\d{1,4}$/.test(days) ? Number(days) : 0 }
      const who = { customerId, by, address, team, at: system.clock.now() }
      const mark = atFirst === undefined ? {} : { atFirst }
      const contact = { contactId, direction, way, disposition, stop, note, guide, ...mark, ...followUp, ...who }
      return enterContact({ ...stores, companyRules, events }, contact)
    })
    if ('entered' in done) return context.redirect(`${customerPath(customerId)}?done=enter-contact`, 303)
    const refused = 'broke' in done ? done.broke : done.refused
    if (refused === 'no-such-customer') return context.html(noSuchPage(frame, 'customer'), 404)
    const shown = await readPerson(system, { frame, person, page: 1 })
    // What was typed is another contact than the one that the form entered: it gets a name of its own.
    const contact = { ...shown.contact, contactId: refused === 'sent-already' ? randomUUID() : contactId, refused, written }
    return context.html(personPage(frame, { ...shown, correction: null, contact }), 'broke' in done ? 500 : 409)
  })
  return app
}
