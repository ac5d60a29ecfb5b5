/** The button that has the company's telephone system ring a customer. Whether the customer may be rung is asked before. */
import { holdCall } from '#app/desk/hold-call.ts'
import { startCall } from '#app/desk/start-call.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { callersNumber } from '#core/work/work-item.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { ringNow } from '#functions/staff/work/ring-now.ts'
import { telephoneOf } from '#functions/staff/work/telephone-of.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'

export function ringRoute(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  app.post('/work/:id/ring', needs('close-work'), async (context) => {
    const { workId, at } = await formOf(system, context)
    const visitor = visitorOn(context)
    const run = () => ring(system, { workId, visitor, at })
    return answer(system, context, { act: 'start-call', done: 'ringing', draft: null, run })
  })
  return app
}

interface Ringing {
  readonly workId: string
  readonly visitor: StaffMember
  readonly at: Instant
}

async function ring(system: WorkSystem, { workId, visitor, at }: Ringing) {
  const { stores } = system
  const { extension, name, address } = visitor
  const telephone = await telephoneOf(system)
  if (!telephone || extension === undefined) return { refused: 'no-telephone' as const }
  const item = await stores.work.get(workId)
  if (item?.kind !== 'call-task') return { refused: item ? ('no-call' as const) : ('no-such-work' as const) }
  const person = item.customerId === null ? undefined : await stores.customers.get(item.customerId)
  const phone = person?.customer.phone ?? callersNumber(item)
  const may = await ringNow(system, { item, person, visitor, now: at })
  if (phone === null || may?.may !== true) return { refused: 'may-not-ring' as const }
  // Before it rings: of two members of staff who press at the same moment one rings the customer. It stays theirs where the telephone system fails and
  // they dial by hand. Of two presses of one member of staff `startCall` lets one ring.
  const held = await holdCall(stores, { workId, by: name, address, at })
  if ('refused' in held) return held
  return startCall({ work: stores.work, telephone }, { workId, extension, phone, by: address, at })
}
