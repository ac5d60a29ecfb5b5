/** What a department may promise: inside the clocks of the case, or within the time agreed with the department. */
import { expect, test } from 'vitest'
import type { Severity } from '#core/campaign/case-terms.ts'
import type { CaseEvent } from '#core/work/case/case-event.ts'
import { latestPromise, promisesOffered } from '#core/work/case/promises-offered.ts'
import { eventOfDepartment } from '#core/work/case/question-act.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { aDepartment, askedDepartment, QUESTION } from '#test/support/question-builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

const rules = theCompanyRules({ departments: [aDepartment()] })
/** A Wednesday at nine in Vietnam: a proposal is due on Friday at nine, a solution on the Wednesday after, the law's days end with the Friday. */
const OPENED = '2027-03-10T02:00:00.000Z'
const by = { is: 'staff', name: 'Hạnh', address: 'hanh@example.com' } as const

const moved: CaseEvent = { is: 'moved', at: '2027-03-10T03:00:00.000Z', by, to: 'follow-up', note: 'đổi hộp' }
const waiting: CaseEvent = { is: 'waiting', at: '2027-03-10T03:00:00.000Z', by, note: 'xin ảnh' }
const graded = (severity: Severity): CaseEvent => ({
  is: 'severity-set',
  at: OPENED,
  by,
  severity,
  because: { is: 'reason', text: 'x' },
})
const asQuestion: CaseEvent = { is: 'described', at: OPENED, by, type: 'question', category: 'other', fields: {} }
const aCase = (...events: readonly CaseEvent[]) =>
  storedCase({ events: [openedAt(OPENED), ...events, askedDepartment({ at: OPENED })] })

test.each([
  ['until the proposal is due', aCase(), OPENED, '2027-03-12T02:00:00.000Z'],
  [
    'until the solution is due, where the customer has a proposal',
    aCase(moved),
    '2027-03-11T02:00:00.000Z',
    '2027-03-17T02:00:00.000Z',
  ],
  ['the time agreed with it, where the case is due before', aCase(), '2027-03-12T01:30:00.000Z', '2027-03-15T01:30:00.000Z'],
  ['the time agreed with it, where a grave case is due today', aCase(graded('s1')), OPENED, '2027-03-11T02:00:00.000Z'],
  ['until the next clock to come, where the proposal is late', aCase(), '2027-03-12T03:00:00.000Z', '2027-03-17T02:00:00.000Z'],
  ['the time agreed with it, where every clock is over', aCase(), '2027-04-12T02:00:00.000Z', '2027-04-13T02:00:00.000Z'],
  [
    "until the law's days end, where the others stand still",
    aCase(waiting),
    '2027-03-11T02:00:00.000Z',
    '2027-03-19T17:00:00.000Z',
  ],
  ['a month, where every clock stands still', aCase(asQuestion, waiting), OPENED, '2027-04-09T02:00:00.000Z'],
] as const)('%s', (_what, item, now, latest) => {
  expect(latestPromise(item, { department: 'production', now, rules })).toBe(latest)
  const { times, areAll } = promisesOffered(item, { department: 'production', now, rules })
  expect(times.length).toBeGreaterThan(0)
  expect(times.every((at) => at > now && at <= latest)).toBe(true)
  expect(areAll).toBe(latest > '2027-04-01' && latest < '2027-04-10')
  const press = { questionId: QUESTION, name: 'Lan', colleague: '', at: now }
  const after = new Date(Date.parse(latest) + 1).toISOString()
  expect(eventOfDepartment(item, { ...press, act: { is: 'accept', promisedAt: latest } }, rules)).toMatchObject({
    promisedAt: latest,
  })
  expect(eventOfDepartment(item, { ...press, act: { is: 'accept', promisedAt: after } }, rules)).toEqual({
    refused: 'promise-too-far',
  })
})

test('a department that is named no more may promise the soonest time where nothing else is left', () => {
  const now = '2027-04-12T02:00:00.000Z'
  const { times } = promisesOffered(aCase(), { department: 'gone', now, rules: theCompanyRules() })
  expect(times).toEqual(['2027-04-12T03:00:00.000Z'])
})
