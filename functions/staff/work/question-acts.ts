/** The forms about what departments are asked: ask, withdraw, and write down an answer that came by Zalo. */
import { randomUUID } from 'node:crypto'
import { type AskedDepartment, askDepartment } from '#app/desk/ask-department.ts'
import { type KeepRefusal, keepCaseFile } from '#app/desk/keep-case-file.ts'
import { CASE_FIELDS } from '#core/campaign/case-terms.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { QuestionAct } from '#core/work/case/question-act.ts'
import { type StaffApp, staffApp } from '#functions/staff/staff-app.ts'
import { guards } from '#functions/staff/visit/guard.ts'
import { answer, formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { QUESTION_FORMS, type QuestionForm } from '#web/staff/work/case-form-names.ts'
import type { WorkDone } from '#web/staff/work/work-said-words.ts'

type Text = (name: string) => string

const AUDITED: Readonly<Record<QuestionForm, AuditedAct>> = {
  ask: 'ask-department',
  'withdraw-question': 'withdraw-question',
  'department-told': 'note-department',
}

const DONE: Readonly<Record<QuestionForm, WorkDone>> = {
  ask: 'department-asked',
  'withdraw-question': 'question-withdrawn',
  'department-told': 'department-noted',
}

/** The fields of the forms, which come back when one is refused. */
const FIELDS = ['question-id', 'whom', 'text', 'extract', 'replaces', ...CASE_FIELDS.map((field) => `show-${field}`)]

const QUESTION_ID = /^[0-9a-f-]{36}$/

export function questionActRoutes(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules, events } = system
  for (const form of QUESTION_FORMS)
    app.post(`/work/:id/${form}`, needs('note-work'), async (context) => {
      const { workId, actor, at, text, file } = await formOf(system, context)
      const act = actIn(form, text)
      const run = async (): Promise<AskedDepartment | { readonly refused: KeepRefusal }> => {
        const sent = form === 'department-told' ? await file('file') : null
        const kept = sent && (await keepCaseFile({ ...stores, events }, { workId, file: sent, questionId: act.questionId }))
        if (kept && 'refused' in kept) return kept
        return askDepartment({ ...stores, companyRules }, { workId, act, ...actor, at, file: kept })
      }
      const fields = Object.fromEntries(FIELDS.map((name) => [name, text(name)]))
      const draft = { act: 'on-case', text: text('text'), onCase: { form, fields } } as const
      return answer(system, context, { act: AUDITED[form], done: DONE[form], draft, run })
    })
  return app
}

function actIn(form: QuestionForm, text: Text): QuestionAct {
  const questionId = QUESTION_ID.test(text('question-id')) ? text('question-id') : randomUUID()
  if (form !== 'ask')
    return { is: form === 'withdraw-question' ? 'withdraw' : 'answered-elsewhere', questionId, text: text('text') }
  const [department = '', to = ''] = text('whom').split(' ')
  return {
    is: 'ask',
    questionId,
    department,
    to,
    question: text('text'),
    extract: text('extract'),
    fields: CASE_FIELDS.filter((field) => text(`show-${field}`) === 'yes'),
    replaces: text('replaces') === '' ? null : text('replaces'),
  }
}
