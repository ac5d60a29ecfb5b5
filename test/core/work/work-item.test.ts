import { expect, test } from 'vitest'
import { occurrenceOf, reasonOf, scoreOf, type WorkItem, WorkItemSchema } from '#core/work/work-item.ts'
import { aMailSubject, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const many = { is: 'many-replies', replyId: 'r-1', campaignId: null, occurrenceId: null } as const

test.each<[WorkItem, string, number | null, string | null]>([
  [storedWork(), 'low-score', 3, 'nps_2027-02-03'],
  [storedCase(), 'complaint', null, 'nps_2027-02-03'],
  [storedCase({ subject: aMailSubject('request', { score: 9 }) }), 'request', 9, 'nps_2027-02-03'],
  [storedCase({ subject: many }), 'unclear-reply', null, null],
  [storedRequest(), 'rights', null, null],
])('the subject tells the reason, the score and the occurrence (%#)', (item, reason, score, occurrence) => {
  expect([reasonOf(item), scoreOf(item), occurrenceOf(item)]).toEqual([reason, score, occurrence])
})

test('a kind has no other subject than its own, no other events, and always its first', () => {
  const item = storedWork()
  const extended = { is: 'extended', at: null, by: { is: 'staff', name: null } }
  for (const wrong of [
    { ...item, subject: storedCase().subject },
    { ...item, kind: 'case' },
    { ...item, events: [...item.events, extended] },
    { ...item, events: [] },
    { ...item, customerId: null },
  ])
    expect(WorkItemSchema.safeParse(wrong).success).toBe(false)
  expect(WorkItemSchema.safeParse(item).success).toBe(true)
})
