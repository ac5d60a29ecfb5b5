/** The forms with which staff work on an open case, and how what was written in one comes back. */

export const CASE_FORMS = ['move', 'describe', 'severity', 'contact', 'escalate', 'hand-back'] as const
export type CaseForm = (typeof CASE_FORMS)[number]
/** Those about what a department is asked. */
export const QUESTION_FORMS = ['ask', 'withdraw-question', 'department-told'] as const
export type QuestionForm = (typeof QUESTION_FORMS)[number]
export const MERGE_FORM = 'merge'
/** Of a full case. */
export const GO_ON_FORM = 'go-on'
/** Those about what the customer gets for what went wrong. */
export const COMPENSATION_FORMS = ['compensate', 'decide-compensation', 'give-compensation', 'withdraw-compensation'] as const
export type CompensationForm = (typeof COMPENSATION_FORMS)[number]
/** The form of a file. */
export type FileForm = 'file'
/** What happened between staff and the customer, in the order in which the form offers it. */
export const CONTACTS = ['wrote', 'wait', 'heard'] as const

/** What was written and chosen in a form that was refused, by the names of its fields. */
export interface WrittenCaseForm {
  readonly form: CaseForm | QuestionForm | CompensationForm | FileForm | typeof MERGE_FORM | typeof GO_ON_FORM
  readonly fields: Readonly<Record<string, string>>
}
