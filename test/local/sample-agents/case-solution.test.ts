import { expect, test } from 'vitest'
import { DAY_MS, plusMs } from '#core/time/instant.ts'
import type { CallTask } from '#core/work/work-item.ts'
import { isRipe, isWrittenInstead, solution } from '#local/sample-agents/case-solution.ts'
import { aCustomer, theCompanyRules, WEDNESDAY_NINE } from '#test/support/builders.ts'
import { openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const companyRules = theCompanyRules()
const inDays = (days: number) => ({ at: plusMs(WEDNESDAY_NINE, days * DAY_MS), companyRules })
const events: ReturnType<typeof storedCase>['events'] = [openedAt(WEDNESDAY_NINE)]
const cases = Array.from({ length: 100 }, (_, n) => storedCase({ workId: `case-${n}`, events }))

test('cases are solved after some working days, each after its own', () => {
  const solved = [0, 1, 2, 3, 4, 5].map((days) => cases.filter((item) => isRipe(item, inDays(days))).length)
  const [today = 0, tomorrow = 0, friday = 0, saturday, sunday, monday] = solved
  expect([today > 0, tomorrow > today, friday > tomorrow]).toEqual([true, true, true])
  expect([saturday, sunday, monday]).toEqual([friday, friday, 100])
})

test.each([
  ['at home', {}, {}, true],
  ['without a number', { phone: null }, {}, false],
  ['whose number is wrong', { wrongPhone: '+84900001002' }, {}, false],
  ['abroad, where it is another time', { zone: 'America/New_York' }, {}, false],
  ['who wants no calls', {}, { 'care/call': { decision: 'withdrawn' as const, at: WEDNESDAY_NINE } }, false],
])('a customer %s is rung for a case, or written to', (_, over, consents, reached) => {
  const customer = aCustomer({ phone: '+84900001002', ...over })
  const [item = storedCase()] = cases
  expect(solution(item, { person: { customer, consents, frequency: 'any' }, companyRules }).reached).toBe(reached)
})

test('a low score whose customer cannot be rung is answered in writing after some days; a call of a campaign ends by itself', () => {
  const task = storedWork({ events: [openedAt(WEDNESDAY_NINE)] })
  expect([0, 2, 4, 5].map((days) => isWrittenInstead(task, inDays(days)))).toEqual([false, false, false, true])
  const { campaignId, occurrenceId } = { campaignId: 'check-in-call', occurrenceId: 'check-in-call_2027-03-10' }
  const checkIn: CallTask['subject'] = {
    ...{ is: 'check-in', campaignId, occurrenceId, occasionKey: 'k', contentClass: 'care', script: 'courtesy' },
    ...{ attempts: 3, callBy: WEDNESDAY_NINE, lastDay: '2027-03-17', replyId: null },
  }
  expect(isWrittenInstead({ ...task, subject: checkIn }, inDays(5))).toBe(false)
})
