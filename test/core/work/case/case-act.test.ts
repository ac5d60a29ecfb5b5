/** What describing a case as something else demands: a complaint is not taken back, and nothing becomes less grave, without a reason. */
import { expect, test } from 'vitest'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import type { CaseType } from '#core/campaign/case-terms.ts'
import { eventOfAct, takesBack } from '#core/work/case/case-act.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import type { Case } from '#core/work/work-item.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

const policy = CasePolicySchema.parse({})
const [OPENED, AT] = ['2027-03-10T02:00:00.000Z', '2027-03-10T03:00:00.000Z']
const by = { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' } as const

const as = (subject: Case['subject'], ...later: readonly CaseEvent[]) =>
  storedCase({ subject, events: [openedAt(OPENED), ...later] })
const complaint = storedCase().subject
const question = { is: 'told', what: 'question' } as Case['subject']
const request = { is: 'told', what: 'request' } as Case['subject']
const graded = (severity: 's1' | 's4', because: 'reason' | 'rule'): CaseEvent => ({
  is: 'severity-set',
  at: AT,
  by,
  severity,
  because: because === 'rule' ? { is: 'rule', rule: 'words' } : { is: 'reason', text: 'khách nói vậy' },
})
const found = (type: CaseType): CaseEvent => ({ is: 'described', at: AT, by, type, category: 'other', fields: {} })
const describe = (item: Case, type: CaseType | null, text: string, rules = policy) =>
  eventOfAct(item, { act: { is: 'describe', type, category: 'other', fields: {}, department: '', text }, by, at: AT }, rules)

const requestsAreGrave = CasePolicySchema.parse({ types: { request: 's2' } })

test.each([
  ['a complaint as a suggestion', as(complaint), 'suggestion', true],
  ['a complaint as a question', as(complaint), 'question', true],
  ['a complaint as a request', as(complaint), 'request', true],
  ['what staff found to be a complaint, as a question again', as(question, found('complaint')), 'question', true],
  ['a complaint whose severity a rule set: the clock of the law ends', as(complaint, graded('s1', 'rule')), 'question', true],
  ['a complaint whose severity staff set', as(complaint, graded('s4', 'reason')), 'request', true],
  ['a complaint as a request that is graver', as(complaint), 'request', true, requestsAreGrave],
  ['a grave request as a question', as(request), 'question', true, requestsAreGrave],
  [
    'a grave request whose severity staff set, as a question',
    as(request, graded('s1', 'reason')),
    'question',
    false,
    requestsAreGrave,
  ],
  ['a complaint as one', as(complaint), 'complaint', false],
  ['a complaint as it was opened', as(complaint), null, false],
  ['a question as a complaint', as(question), 'complaint', false],
  ['a question as a suggestion', as(question), 'suggestion', false],
  ['what was found to be a question already', as(complaint, found('question')), 'suggestion', false],
] as const)('%s: a reason is asked for where it takes something back', (_what, item, type, demands, rules = policy) => {
  expect(type !== null && takesBack(item, type, rules)).toBe(demands)
  expect(describe(item, type, ' ', rules)).toMatchObject(demands ? { refused: 'needs-reason' } : { is: 'described' })
  expect(describe(item, type, 'khách chỉ hỏi', rules)).toMatchObject({ is: 'described', because: 'khách chỉ hỏi' })
})
