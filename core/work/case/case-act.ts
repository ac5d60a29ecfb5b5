/** What staff may do with an open case, and what each act demands; the pages, the command line and the sample agents go by the same rules. */
import { type CasePolicy, categoryOf } from '#core/campaign/case-policy.ts'
import {
  CASE_FIELDS,
  type CaseField,
  type CaseType,
  type EscalationLevel,
  SEVERITIES,
  type Severity,
} from '#core/campaign/case-terms.ts'
import { LONGEST_NAME, staffText } from '#core/campaign/staff-text.ts'
import { isPlainThanks } from '#core/reply/plain-thanks.ts'
import type { Instant } from '#core/time/instant.ts'
import { isLocalDate } from '#core/time/local-date.ts'
import { CASE_STEPS, type CaseEvent, type CaseStep, type Described } from '#core/work/case/case-event.ts'
import {
  type CaseAbout,
  escalationOf,
  escalationRank,
  lacksProposal,
  missingFields,
  saysSolved,
  severityOf,
  stepOf,
  triesOf,
  typeOf,
} from '#core/work/case/case-standing.ts'
import type { EventStaff } from '#core/work/event-by.ts'
import type { Closed } from '#core/work/work-event.ts'

export type CaseAct =
  | { readonly is: 'move'; readonly to: CaseStep | null; readonly text: string }
  | {
      readonly is: 'describe'
      /** Null: as it was opened. */
      readonly type: CaseType | null
      readonly category: string
      readonly fields: Partial<Readonly<Record<CaseField, string>>>
      /** Empty: as the category says. */
      readonly department: string
      /** Why: demanded where it takes back a complaint, or makes the case less grave. */
      readonly text?: string
    }
  | { readonly is: 'grade'; readonly severity: Severity | null; readonly text: string }
  /** Staff asked the customer something. */
  | { readonly is: 'wait'; readonly text: string }
  /** The customer answered, or wrote again. */
  | { readonly is: 'heard'; readonly text: string }
  /** Staff wrote to the customer. */
  | { readonly is: 'wrote'; readonly text: string }
  | { readonly is: 'escalate'; readonly to: EscalationLevel | null; readonly text: string }
  | { readonly is: 'hand-back'; readonly text: string }

export const CASE_REFUSALS = [
  'which-step',
  'already-there',
  'needs-words',
  'needs-reason',
  'no-such-category',
  'needs-category',
  'fields-missing',
  'unfit-field',
  'which-severity',
  'which-level',
  'not-escalated',
  'only-above',
  'not-proposed',
  'not-asked-enough',
] as const
export type CaseRefusal = (typeof CASE_REFUSALS)[number]

interface Acting {
  readonly by: EventStaff
  readonly at: Instant
}

/** The event that the act makes, or why there is none. */
export function eventOfAct(
  item: CaseAbout,
  { act, by, at }: Acting & { readonly act: CaseAct },
  policy: CasePolicy,
): CaseEvent | { readonly refused: CaseRefusal } {
  if (act.is === 'describe') return described(item, { act, by, at }, policy)
  const text = staffText(act.text)
  if (text === '') return { refused: 'needs-words' }
  switch (act.is) {
    case 'move': {
      const refused = moveRefusal(item, act.to, policy)
      if (refused !== null || act.to === null) return { refused: refused ?? 'which-step' }
      return { is: 'moved', at, by, to: act.to, note: text }
    }
    case 'grade':
      if (act.severity === null) return { refused: 'which-severity' }
      if (severityOf(item, policy).severity === act.severity) return { refused: 'already-there' }
      return { is: 'severity-set', at, by, severity: act.severity, because: { is: 'reason', text } }
    case 'wait':
      return { is: 'waiting', at, by, note: text }
    case 'heard':
      return { is: 'customer-wrote', at, by, note: text, ...(isPlainThanks(text) && { thanks: true }) }
    case 'wrote':
      return { is: 'mailed', at, by, note: text }
    case 'escalate': {
      const above = escalationOf(item)
      if (act.to === null) return { refused: 'which-level' }
      // Only upwards: down it goes by being handed back.
      if (escalationRank(act.to) <= escalationRank(above)) return { refused: 'already-there' }
      return { is: 'escalated', at, by, to: act.to, because: text }
    }
    case 'hand-back':
      return escalationOf(item) === null ? { refused: 'not-escalated' } : { is: 'handed-back', at, by, because: text }
  }
}

/** A proposal needs to know what it is about: staff who go on to it have chosen a category and filled in what it asks for. Back is always possible. */
function moveRefusal(item: CaseAbout, to: CaseStep | null, policy: CasePolicy): CaseRefusal | null {
  if (to === null) return 'which-step'
  if (to === stepOf(item)) return 'already-there'
  if (to !== 'propose' && to !== 'follow-up') return null
  const missing = missingFields(item, policy)
  if (missing === null) return 'needs-category'
  return missing.length > 0 ? 'fields-missing' : null
}

const LONGEST_FIELD = 300

/**
 * Whether describing it so takes back what holds staff to it: a complaint has clocks and demands of closing that nothing else has, and its type may say
 * how grave a case is. Both ask for a reason, as a severity set by hand does.
 */
export function takesBack(item: CaseAbout, type: CaseType, policy: Pick<CasePolicy, 'types'>): boolean {
  if (typeOf(item) === 'complaint' && type !== 'complaint') return true
  const { severity, because } = severityOf(item, policy)
  return because.is === 'type' && SEVERITIES.indexOf(policy.types[type]) > SEVERITIES.indexOf(severity)
}

function described(
  item: CaseAbout,
  { act, by, at }: Acting & { readonly act: Extract<CaseAct, { is: 'describe' }> },
  policy: CasePolicy,
): Described | { readonly refused: CaseRefusal } {
  const { type, category, fields, department } = act
  if (!categoryOf(policy, category)) return { refused: 'no-such-category' }
  const written = CASE_FIELDS.flatMap((field) => {
    const value = staffText(fields[field] ?? '')
    return value === '' ? [] : [[field, value] as const]
  })
  const asked = staffText(department)
  if (written.some(([field, value]) => !isFit(field, value)) || asked.length > LONGEST_NAME) return { refused: 'unfit-field' }
  const because = staffText(act.text ?? '')
  if (because === '' && type !== null && takesBack(item, type, policy)) return { refused: 'needs-reason' }
  return {
    is: 'described',
    at,
    by,
    ...(type !== null && { type }),
    category,
    fields: Object.fromEntries(written),
    ...(asked !== '' && { department: asked }),
    ...(because !== '' && { because }),
  }
}

/** Ten digits, with three more for a branch; since July 2025 also the twelve of a person's identity card. */
const TAX_CODE = /^(\d{10}(-?\d{3})?|\d{12})$/

function isFit(field: CaseField, value: string): boolean {
  if (field === 'order-date' || field === 'happened-on') return isLocalDate(value)
  if (field === 'tax-code') return TAX_CODE.test(value)
  return value.length <= LONGEST_FIELD
}

/**
 * What closing a complaint demands: a proposal, and the customer's word on it, or that they were asked often enough since they answered last. Where
 * nothing was to be said to the customer nothing is demanded, and neither is for what is no complaint.
 */
export function closingRefusal(
  item: CaseAbout,
  { reached, contact }: Pick<Closed, 'reached' | 'contact'>,
  policy: CasePolicy,
): CaseRefusal | null {
  if (typeOf(item) !== 'complaint' || contact === 'not-needed') return null
  if (lacksProposal(item)) return 'not-proposed'
  return reached === true || saysSolved(item) === true || triesOf(item) >= policy.triesBeforeClosing ? null : 'not-asked-enough'
}

/** Whether going on to a step is refused, before a form for it is shown. */
export const stepsOpenFor = (item: CaseAbout, policy: CasePolicy): readonly CaseStep[] =>
  CASE_STEPS.filter((step) => moveRefusal(item, step, policy) === null)
