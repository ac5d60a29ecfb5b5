/** The forms about compensation on the screen of a case: ask for it, decide, note it as given, withdraw it. */
import { randomUUID } from 'node:crypto'
import { type Compensated, compensate } from '#app/desk/compensate.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { CompensationAct } from '#core/work/case/compensation-act.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { COMPENSATION_FORMS, type CompensationForm } from '#web/staff/work/case-form-names.ts'
import type { WorkDone } from '#web/staff/work/work-said-words.ts'

const AUDITED: Readonly<Record<CompensationForm, AuditedAct>> = {
  compensate: 'compensate',
  'decide-compensation': 'decide-compensation',
  'give-compensation': 'give-compensation',
  'withdraw-compensation': 'withdraw-compensation',
}

const DONE: Readonly<Record<CompensationAct['is'], WorkDone>> = {
  ask: 'compensation-asked',
  approve: 'compensation-approved',
  refuse: 'compensation-refused',
  give: 'compensation-given',
  withdraw: 'compensation-withdrawn',
}

/** The fields of the forms, which come back when one is refused. */
const FIELDS = ['compensation-id', 'item', 'amount', 'text']

const COMPENSATION_ID = /^[0-9a-f-]{36}$/

export function compensationActRoutes(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system
  for (const form of COMPENSATION_FORMS)
    app.post(`/work/:id/${form}`, needs('note-work'), async (context) => {
      const { workId, actor, at, text } = await formOf(system, context)
      const act = actIn(form, text)
      const { role } = visitorOn(context)
      const run = (): Promise<Compensated> => compensate({ ...stores, companyRules }, { workId, act, role, ...actor, at })
      const fields = Object.fromEntries(FIELDS.map((name) => [name, text(name)]))
      const draft = { act: 'on-case', text: text('text'), onCase: { form, fields } } as const
      return answer(system, context, { act: AUDITED[form], done: DONE[act.is], draft, run })
    })
  return app
}

function actIn(form: CompensationForm, text: (name: string) => string): CompensationAct {
  const compensationId = COMPENSATION_ID.test(text('compensation-id')) ? text('compensation-id') : randomUUID()
  switch (form) {
    case 'compensate':
      return { is: 'ask', compensationId, item: text('item'), amount: text('amount'), text: text('text') }
    case 'decide-compensation':
      // Only the button that approves does: a form sent without either refuses, and asks why.
      return text('decision') === 'approve'
        ? { is: 'approve', compensationId }
        : { is: 'refuse', compensationId, text: text('text') }
    case 'give-compensation':
      return { is: 'give', compensationId, text: text('text') }
    case 'withdraw-compensation':
      return { is: 'withdraw', compensationId, text: text('text') }
  }
}
