/** The form on the screen of a call in which staff open a case of what the customer told them, whatever the outcome of the call. */
import { openToldCase } from '#app/desk/open-told-case.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { caseIn } from '#functions/staff/work/told-case-in.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'

export function openCaseRoute(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, events } = system
  app.post('/work/:id/case', needs('close-work'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    const written = caseIn(text)
    const run = async () => {
      const item = await stores.work.get(workId)
      if (item?.kind !== 'call-task') return { refused: 'no-call' as const }
      if (item.customerId === null) return { refused: 'no-such-customer' as const }
      const told = { ...written, customerId: item.customerId, call: item, ...actor, at }
      return openToldCase({ ...stores, companyRules, events }, told)
    }
    const draft = { act: 'case', text: written.note, told: written } as const
    return answer(system, context, { act: 'open-case', done: 'case-opened', draft, run })
  })
  return app
}
