/** The form that makes a case part of an older one. */
import { mergeCase } from '#app/desk/merge-case.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { MERGE_FORM } from '#web/staff/work/case-form-names.ts'

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
  return app
}
