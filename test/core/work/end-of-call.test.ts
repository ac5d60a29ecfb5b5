/** When the call of a campaign ends: by its attempts, by its last day, by its cancellation; and what a mail about it may still say. */
import { describe, expect, test } from 'vitest'
import { checkInTask } from '#core/work/check-in.ts'
import { closingOfAttempt } from '#core/work/closing-of-attempt.ts'
import { endsAlone } from '#core/work/overdue-call.ts'
import { isStillUnreached } from '#core/work/still-unreached.ts'
import type { Attempted, WorkEvent } from '#core/work/work-event.ts'
import type { CheckIn } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { closedWork, closingOn, reopenedBy, storedWork } from '#test/support/work-builders.ts'

const RULES = theCompanyRules()
/** From Monday, so the last day is Wednesday. */
const [LAST, AFTER] = ['2027-03-10', '2027-03-11']
const at = (date: string) => `${date}T03:00:00.000Z`
const attempt = (date: string, over: Partial<Attempted> = {}): Attempted => ({
  is: 'attempted',
  at: at(date),
  by: { is: 'staff', name: 'Hạnh' },
  disposition: 'no-answer',
  way: 'phone',
  note: null,
  callBackAt: null,
  ...over,
})
function task(
  ...later: readonly Extract<WorkEvent, { is: 'assigned' | 'attempted' | 'noted' | 'closed' | 'reopened' }>[]
): CheckIn {
  const made = checkInTask(
    {
      campaign: { id: 'courtesy', contentClass: 'care' },
      call: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 3, openDays: 3 },
      customerId: 'c-001',
      occurrenceId: 'courtesy_2027-03-08',
      occasionKey: '2027-03-08',
      callBy: '2027-03-08T10:00:00.000Z',
      at: at('2027-03-08'),
    },
    RULES,
  )
  expect(made.subject.lastDay).toBe(LAST)
  return { ...made, events: [...made.events, ...later] }
}

describe('an attempt without an answer', () => {
  const endOf = (date: string, ...before: readonly Attempted[]) =>
    closingOfAttempt(task(...before), { event: attempt(date), companyRules: RULES })?.as
  test('on the last day leaves the task for another one; after it the task has expired', () => {
    expect([endOf(LAST), endOf(AFTER)]).toEqual([undefined, 'expired'])
  })
  test('ends the task as exhausted when it is the last that the campaign asks for, also after the last day', () => {
    const two = [attempt('2027-03-08'), attempt('2027-03-09')]
    expect([endOf(LAST, ...two.slice(1)), endOf(LAST, ...two), endOf(AFTER, ...two)]).toEqual([
      undefined,
      'exhausted',
      'exhausted',
    ])
  })
  test('after a lead has opened the task again counts anew, and the campaign’s last day ends nothing', () => {
    const [first, second, third] = ['2027-03-12', '2027-03-15', '2027-03-16'] as const
    const reopened = [attempt('2027-03-08'), attempt('2027-03-09'), closingOn(LAST), reopenedBy('Mai', at(AFTER))]
    const promise = attempt(first, { disposition: 'call-back', callBackAt: at(second) })
    const endAfter = (date: string, ...since: readonly Attempted[]) => {
      const item = task(...reopened, ...since)
      return closingOfAttempt(item, { event: attempt(date), companyRules: RULES })?.as
    }
    expect(endAfter(first)).toBeUndefined()
    expect(endAfter(second, attempt(first))).toBeUndefined()
    expect(endAfter(second, promise)).toBeUndefined()
    expect(endAfter(third, attempt(first), attempt(second))).toBe('exhausted')
  })
})

test.each<[string, CheckIn, Parameters<typeof endsAlone>[1], ReturnType<typeof endsAlone>]>([
  ['on its last day it is still to be made', task(), { today: LAST, cancelled: false }, null],
  ['after it, it has expired', task(), { today: AFTER, cancelled: false }, 'expired'],
  ['a cancelled campaign ends it at once', task(), { today: LAST, cancelled: true }, 'cancelled'],
  [
    'an agreed call-back outlives both',
    task(attempt(LAST, { disposition: 'call-back', callBackAt: at('2027-03-15') })),
    { today: AFTER, cancelled: true },
    null,
  ],
  [
    'what a lead opened again is theirs to end',
    task(closingOn(LAST), reopenedBy('Mai', at(LAST))),
    { today: AFTER, cancelled: true },
    null,
  ],
])('of the call of a campaign: %s', (_, item, now, end) => {
  expect(endsAlone(item, now)).toBe(end)
})

test('a customer is told that staff tried as long as they are unreached: spoken with since, or with a call still open, they are not', () => {
  const call = closedWork(storedWork({ workId: 'call-1' }), LAST, { at: at(LAST), as: 'exhausted', reached: false })
  const other = storedWork({ workId: 'call-2' })
  const spoken = closedWork(other, AFTER, { at: at(AFTER), reached: true })
  expect(isStillUnreached(call, [call])).toBe(true)
  expect(isStillUnreached(call, [call, other])).toBe(false)
  expect(isStillUnreached(call, [call, spoken])).toBe(false)
  expect(isStillUnreached(call, [call, closedWork(other, LAST, { at: at('2027-03-09'), reached: true })])).toBe(true)
})
