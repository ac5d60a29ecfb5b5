import { describe, expect, test } from 'vitest'
import { lowScoreItem, workingDayLater } from '#core/work/follow-up.ts'
import { WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const companyRules = theCompanyRules()
const said = {
  customerId: 'c-001',
  campaignId: 'how-was-it',
  occurrenceId: 'how-was-it_2027-03-08',
  score: 1,
  replyId: null,
  at: '2027-03-10T02:00:00.000Z',
}

describe('a day later', () => {
  test.each([
    ['a Wednesday morning', '2027-03-10T02:00:00.000Z', '2027-03-11T02:00:00.000Z'],
    ['a Thursday evening', '2027-03-11T15:00:00.000Z', '2027-03-12T15:00:00.000Z'],
    // Friday 10:00 → Saturday is off → Monday 10:00.
    ['a Friday', '2027-03-12T03:00:00.000Z', '2027-03-15T03:00:00.000Z'],
    ['a Saturday', '2027-03-13T03:00:00.000Z', '2027-03-15T03:00:00.000Z'],
    ['a Sunday', '2027-03-14T03:00:00.000Z', '2027-03-15T03:00:00.000Z'],
    // Friday 23:30 in Hà Nội is Friday still; what is due on Saturday 23:30 waits for Monday 23:30.
    ['a Friday shortly before midnight', '2027-03-12T16:30:00.000Z', '2027-03-15T16:30:00.000Z'],
    // Thursday 00:30 in Hà Nội, though Wednesday in UTC.
    ['a Thursday shortly after midnight', '2027-03-10T17:30:00.000Z', '2027-03-11T17:30:00.000Z'],
    // 29 April 2027 is a Thursday before two public holidays and a weekend.
    ['the day before Reunification Day', '2027-04-29T03:00:00.000Z', '2027-05-04T03:00:00.000Z'],
  ])('than %s', (_, at, due) => {
    expect(workingDayLater(at, companyRules)).toBe(due)
  })
})

test('whoever was unhappy is to be called, once for each invitation', () => {
  const item = lowScoreItem(said, companyRules)
  expect(WorkItemSchema.parse(item)).toEqual({
    workId: 'low-score_how-was-it_2027-03-08_c-001',
    kind: 'call-task',
    reason: 'low-score',
    customerId: 'c-001',
    campaignId: 'how-was-it',
    occurrenceId: 'how-was-it_2027-03-08',
    replyId: null,
    score: 1,
    right: null,
    holds: [],
    openedAt: '2027-03-10T02:00:00.000Z',
    dueAt: '2027-03-11T02:00:00.000Z',
    state: 'open',
    closedAt: null,
    closedOn: null,
    closedBy: null,
    reached: null,
    note: null,
    version: 0,
  })
  expect(lowScoreItem({ ...said, score: 0, at: '2027-03-12T02:00:00.000Z' }, companyRules).workId).toBe(item.workId)
})
