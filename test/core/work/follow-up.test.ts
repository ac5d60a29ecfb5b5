import { expect, test } from 'vitest'
import { lowScoreItem } from '#core/work/follow-up.ts'
import { WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const said = {
  customerId: 'c-001',
  campaignId: 'how-was-it',
  occurrenceId: 'how-was-it_2027-03-08',
  score: 1,
  replyId: null,
  at: '2027-03-10T02:00:00.000Z',
}

test('whoever was unhappy is to be called, once for each invitation', () => {
  const companyRules = theCompanyRules()
  const item = lowScoreItem(said, companyRules)
  expect(WorkItemSchema.parse(item)).toEqual({
    workId: 'low-score_how-was-it_2027-03-08_c-001',
    kind: 'call-task',
    customerId: 'c-001',
    subject: { is: 'low-score', campaignId: 'how-was-it', occurrenceId: 'how-was-it_2027-03-08', score: 1, replyId: null },
    holds: [],
    events: [{ is: 'opened', at: '2027-03-10T02:00:00.000Z', by: { is: 'system' } }],
    dueAt: '2027-03-11T02:00:00.000Z',
    version: 0,
  })
  expect(lowScoreItem({ ...said, score: 0, at: '2027-03-12T02:00:00.000Z' }, companyRules).workId).toBe(item.workId)
})
