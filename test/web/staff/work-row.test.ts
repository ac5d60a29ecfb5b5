/** An item in the list of work: what the customer said stands in it, however they said it. */
import { expect, test } from 'vitest'
import { deadlinesOf } from '#core/work/deadlines.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { storedReply } from '#test/support/store-builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { workRow } from '#web/staff/work/work-row.ts'

const AT = '2027-03-10T02:00:00.000Z'
const TOLD = 'Trà bị ẩm, khách muốn đổi hộp khác'

const rowOf = (item: WorkItem, reply = storedReply()) => {
  const deadlines = deadlinesOf(item, theCompanyRules())
  const behind = { item, deadlines, customer: undefined, stops: [], response: undefined }
  const campaigns = { name: String, survey: () => undefined, isOfCalls: () => false }
  const listing = { frame: aFrame('vi'), campaigns, people: [], path: '/work' }
  return String(workRow({ ...behind, reply: item.subject.is === 'told' ? undefined : reply }, listing))
}

const told = storedCase({
  subject: { is: 'told', what: 'complaint', workId: null, replyId: null, campaignId: null, occurrenceId: null },
  events: [openedAt(AT), { is: 'noted', at: AT, by: { is: 'staff', name: 'Hoa' }, note: TOLD }],
})

test('a case that a customer told staff about says in the list what they said', () => {
  expect(rowOf(told)).toContain(TOLD)
})

test('a later note of staff is not what the customer said', () => {
  const later = { is: 'noted', at: '2027-03-11T02:00:00.000Z', by: { is: 'staff', name: 'Hoa' }, note: 'đã gọi kho' } as const
  expect(rowOf({ ...told, events: [openedAt(AT), later] })).not.toContain('đã gọi kho')
})

test('a case that a mail opened says what the mail said', () => {
  expect(rowOf(storedCase(), storedReply({ subject: 'Trà mốc' }))).toContain('Trà mốc')
})

test('a case says in the list which of its steps is due by when, not to begin what was begun', () => {
  const opened = openedAt(AT)
  expect(rowOf({ ...told, events: [opened] })).toContain('<b>Bắt đầu trước 09:00 11/03/2027</b>')
  const begun = {
    is: 'moved',
    to: 'collect',
    at: '2027-03-10T03:00:00.000Z',
    by: { is: 'staff', name: 'Hoa' },
    note: '',
  } as const
  const html = rowOf({ ...told, events: [opened, begun] })
  expect(html).toContain('<b>Đề xuất giải pháp đầu tiên trước ')
  expect(html).not.toContain('Bắt đầu trước')
})
