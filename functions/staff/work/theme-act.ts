/** The form with which staff say what a case is about, or is not. */
import { setCaseTheme } from '#app/desk/set-case-theme.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'

export function themeActRoutes(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system
  app.post('/work/:id/theme', needs('note-work'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    const as = text('as') === 'removed' ? 'removed' : 'added'
    const run = () => setCaseTheme({ ...stores, companyRules }, { workId, theme: text('theme'), as, ...actor, at })
    return answer(system, context, { act: 'set-theme', done: 'theme-set', draft: null, run })
  })
  return app
}
