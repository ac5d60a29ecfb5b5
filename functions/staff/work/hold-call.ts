/** The forms in which staff say that they are on a call, let it go, or take it over from a colleague. Opening the page takes nothing: a GET changes no state. */
import { holdCall, letCallGo } from '#app/desk/hold-call.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'

export function holdCallRoutes(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { work } = system.stores

  app.post('/work/:id/hold', needs('close-work'), async (context) => {
    const { workId, actor, at } = await formOf(system, context)
    const run = () => holdCall({ work }, { workId, ...actor, at })
    return answer(system, context, { act: 'hold-call', done: 'held', draft: null, run })
  })

  app.post('/work/:id/let-go', needs('close-work'), async (context) => {
    const { workId, actor, at } = await formOf(system, context)
    const run = () => letCallGo({ work }, { workId, ...actor, at })
    return answer(system, context, { act: 'let-call-go', done: 'let-go', draft: null, run })
  })

  app.post('/work/:id/take-over', needs('take-over-call'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    const run = () => holdCall({ work }, { workId, ...actor, over: text('over'), at })
    return answer(system, context, { act: 'take-over-call', done: 'taken-over', draft: null, run })
  })
  return app
}
