/** The forms of a case on its screen, each one act: moved on, described, how grave, what passed between staff and the customer, up and down again. */
import { workOnCase } from '#app/desk/work-on-case.ts'
import { CASE_FIELDS, CASE_TYPES, ESCALATION_LEVELS, SEVERITIES } from '#core/campaign/case-terms.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { CaseAct } from '#core/work/case/case-act.ts'
import { CASE_STEPS } from '#core/work/case/case-event.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { isOffered } from '#functions/staff/visit/is-offered.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { CASE_FORMS, type CaseForm, CONTACTS } from '#web/staff/work/case-form-names.ts'
import type { WorkDone } from '#web/staff/work/work-said-words.ts'

type Text = (name: string) => string

const AUDITED: Readonly<Record<CaseForm, AuditedAct>> = {
  move: 'move-case',
  describe: 'describe-case',
  severity: 'grade-case',
  contact: 'note-contact',
  escalate: 'escalate-case',
  'hand-back': 'hand-back-case',
}

const DONE: Readonly<Record<CaseAct['is'], WorkDone>> = {
  move: 'case-moved',
  describe: 'case-described',
  grade: 'case-graded',
  wait: 'case-waits',
  heard: 'case-heard',
  wrote: 'case-wrote',
  escalate: 'case-escalated',
  'hand-back': 'case-handed-back',
}

/** The fields of the forms, which come back when one is refused. */
const FIELDS = ['to', 'text', 'category', 'type', 'department', 'severity', 'what', 'level', ...CASE_FIELDS] as const

export function caseActRoutes(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system
  for (const form of CASE_FORMS)
    app.post(`/work/:id/${form}`, needs('note-work'), async (context) => {
      const { workId, actor, at, text } = await formOf(system, context)
      const act = actIn(form, text)
      // No page of the app sends a form that does not say what it saw: it counts as out of date.
      const seen = /^\d{1,4}$/.test(text('seen')) ? Number(text('seen')) : -1
      const run = async () =>
        form === 'contact' && !isOffered(CONTACTS, text('what'))
          ? { refused: 'not-offered' as const }
          : workOnCase({ ...stores, companyRules, events: system.events }, { workId, act, ...actor, at, seen })
      const fields = Object.fromEntries(FIELDS.map((name) => [name, text(name)]))
      const draft = { act: 'on-case', text: text('text'), onCase: { form, fields } } as const
      return answer(system, context, { act: AUDITED[form], done: DONE[act.is], draft, run })
    })
  return app
}

function actIn(form: CaseForm, text: Text): CaseAct {
  const written = text('text')
  switch (form) {
    case 'move':
      return { is: 'move', to: CASE_STEPS.find((step) => step === text('to')) ?? null, text: written }
    case 'describe':
      return {
        is: 'describe',
        type: CASE_TYPES.find((type) => type === text('type')) ?? null,
        category: text('category'),
        fields: Object.fromEntries(CASE_FIELDS.map((field) => [field, text(field)])),
        department: text('department'),
        text: written,
      }
    case 'severity':
      return { is: 'grade', severity: SEVERITIES.find((one) => one === text('severity')) ?? null, text: written }
    case 'contact':
      return { is: CONTACTS.find((one) => one === text('what')) ?? 'wrote', text: written }
    case 'escalate':
      return { is: 'escalate', to: ESCALATION_LEVELS.find((level) => level === text('level')) ?? null, text: written }
    case 'hand-back':
      return { is: 'hand-back', text: written }
  }
}
