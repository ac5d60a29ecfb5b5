import { expect, test } from 'vitest'
import { replyWork } from '#core/work/reply-work.ts'
import { WorkItemSchema } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'

const aMail = (is: 'complaint' | 'request' | 'unclear-reply' = 'complaint', at = '2027-03-10T02:00:00.000Z') => ({
  workId: 'complaint_r-1',
  customerId: 'c-001',
  subject: { is, campaignId: 'after-delivery', occurrenceId: 'after-delivery_2027-03-08', replyId: 'r-1', score: null },
  said: { text: null, tier: null, others: [] },
  at,
})

test('a mail makes an open case that points back to it', () => {
  const item = replyWork(theCompanyRules(), aMail())
  expect(WorkItemSchema.parse(item)).toEqual(item)
  expect(item).toMatchObject({
    kind: 'case',
    subject: { replyId: 'r-1' },
    events: [{ is: 'opened', at: '2027-03-10T02:00:00.000Z', by: { is: 'system' } }],
    version: 0,
  })
})

test.each([
  [
    'a complaint on Wednesday is begun by Thursday, at the same hour',
    'complaint',
    '2027-03-10T02:00:00.000Z',
    '2027-03-11T02:00:00.000Z',
  ],
  ['a complaint on Friday after work by the end of Monday', 'complaint', '2027-03-12T10:30:00.000Z', '2027-03-15T10:00:00.000Z'],
  ['one that comes late on Friday evening in Vietnam too', 'complaint', '2027-03-12T16:59:00.000Z', '2027-03-15T10:00:00.000Z'],
  ['a request on Wednesday by Friday', 'request', '2027-03-10T02:00:00.000Z', '2027-03-12T02:00:00.000Z'],
  ['what nobody understood on Friday by Tuesday', 'unclear-reply', '2027-03-12T02:00:00.000Z', '2027-03-16T02:00:00.000Z'],
  ['a complaint before Tết after the holidays', 'complaint', '2027-02-04T02:00:00.000Z', '2027-02-12T02:00:00.000Z'],
] as const)('%s', (_what, reason, at, dueAt) => {
  expect(replyWork(theCompanyRules(), aMail(reason, at)).dueAt).toBe(dueAt)
})
