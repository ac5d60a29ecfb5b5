/** What the forms of decisions do. */

import { resend } from '#app/operating/resend.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import { guards, visitorOn } from '#functions/staff/guard.ts'
import { frameOf } from '#functions/staff/room.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { DECISIONS, type RefusedDecision } from '#web/staff/occurrence/said-decision.ts'
import { occurrencePath, pathWith } from '#web/staff/paths.ts'

export function decideRoutes(system: StaffSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, alone, clock } = system

  app.post('/occurrences/:id/decide', needs('decide-outcome'), async (context) => {
    const occurrenceId = context.req.param('id')
    const back = (told: Told) => context.redirect(pathWith(occurrencePath(occurrenceId), told), 303)
    if (frameOf(system, context).busy) return back({ refused: 'moving' })
    const form = await context.req.parseBody()
    const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
    const asked = DECISIONS.find((one) => one === form.decision)
    const [because, customerId] = [text('because'), text('customer')]
    if (!asked || because === '') return back({ refused: 'who-and-why' })
    const by = visitorOn(context).name
    const word = { occurrenceId, customerId, by, because, at: clock.now() }
    const answer = await alone(async () =>
      asked === 'resend' ? resend(stores, word) : settleUnknown(stores, { ...word, as: asked }),
    )
    return back('refused' in answer ? { refused: answer.refused } : { decided: asked })
  })
  return app
}

type Told = { readonly refused: RefusedDecision } | { readonly decided: (typeof DECISIONS)[number] }
