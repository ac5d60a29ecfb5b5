/** The form that makes a case part of an older one, and the one that goes on with a full case in a new one. */
import { goOnInNewCase } from '#app/desk/go-on-in-new-case.ts'
import { mergeCase } from '#app/desk/merge-case.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { GO_ON_FORM, MERGE_FORM } from '#web/staff/work/case-form-names.ts'

export function mergeCaseRoute(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, events } = system
  app.post(`/work/:id/${MERGE_FORM}`, needs('note-work'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    // No page of the app sends a form that does not say what it saw: it counts as out of date.
    const seen = /^\d{1,4}$/.test(text('seen')) ? Number(text('seen')) : -1
    const merge = { workId, into: text('into'), text: text('text'), ...actor, at, seen }
    const run = () => mergeCase({ work: stores.work, companyRules, events }, merge)
    const fields = { into: merge.into, text: merge.text }
    const draft = { act: 'on-case', text: merge.text, onCase: { form: MERGE_FORM, fields } } as const
    return answer(system, context, { act: 'merge-case', done: 'case-merged', draft, run })
  })
  app.post(`/work/:id/${GO_ON_FORM}`, needs('note-work'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    const written = text('text')
    const run = () => goOnInNewCase({ work: stores.work, companyRules, events }, { workId, text: written, ...actor, at })
    const draft = { act: 'on-case', text: written, onCase: { form: GO_ON_FORM, fields: { text: written } } } as const
    return answer(system, context, { act: 'merge-case', done: 'case-goes-on', draft, run })
  })
  return app
}
