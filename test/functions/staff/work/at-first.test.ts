/** The field with which staff say whether something was solved at the first contact: where it is offered, what it writes, and that it may be left open. */
import { expect, test } from 'vitest'
import type { WorkItem } from '#core/work/work-item.ts'
import { NOW, office } from '#test/functions/staff/work/work-office.ts'
import { aMailSubject, aMissedCall, openedAt, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const events = [openedAt('2027-03-09T02:00:00.000Z')] as const
const CALL = storedWork({ workId: 'w-1', events: [...events] })
const CASE = storedCase({ workId: 'w-1', subject: aMailSubject('request'), events: [...events] })
const SUGGESTION = storedCase({
  workId: 'w-1',
  subject: { is: 'told', what: 'suggestion', workId: null, replyId: null, campaignId: null, occurrenceId: null },
  events: [...events],
})
const FIELD = 'name="at-first"'

test.each<[string, WorkItem, boolean]>([
  ['a request', CASE, true],
  ['a call about a low score', CALL, true],
  ['a missed call', aMissedCall({ customerId: 'c-001' }, { workId: 'w-1', events: [...events] }), true],
  ['a suggestion', SUGGESTION, false],
  ['a request about data', storedRequest({ workId: 'w-1', events: [...events] }), false],
])('the screen of %s offers it where something is solved: %s', async (_what, item, isOffered) => {
  const { as } = await office(item)
  expect((await as('Hanh').page('/work/w-1')).includes(FIELD)).toBe(isOffered)
})

test('in both languages, and with nothing chosen', async () => {
  const { as } = await office(CASE)
  const page = await as('Hanh').page('/work/w-1')
  expect(page).toContain('Giải quyết xong ngay lần liên hệ đầu tiên?')
  expect(page).toMatch(/name="at-first"><option value=""><\/option><option value="yes">[^<]+<\/option><option value="no">/)
  expect(await as('Hanh').page('/work/w-1', 'en')).toContain('Solved at the first contact?')
})

test('chosen at closing a request it stands in its end and in its history', async () => {
  const { as, work } = await office(CASE)
  await as('Hanh').send('/work/w-1/close', { note: 'đã gửi', reached: 'yes', 'at-first': 'yes', round: '0' })
  expect((await work.get('w-1'))?.events.at(-1)).toMatchObject({ is: 'closed', at: NOW, atFirst: true })
  expect(await as('Hanh').page('/work/w-1')).toContain('xong ngay lần liên hệ đầu tiên')
  expect(await as('Hanh').page('/work/w-1', 'en')).toContain('solved at the first contact')
})

test('left open it leaves no mark', async () => {
  const { as, work } = await office(CASE)
  await as('Hanh').send('/work/w-1/close', { note: 'đã gửi', reached: 'yes', 'at-first': '', round: '0' })
  expect((await work.get('w-1'))?.events.at(-1)).not.toHaveProperty('atFirst')
})

test('chosen with the outcome of a call it stands in the end', async () => {
  const { as, work } = await office(CALL)
  await as('Hanh').send('/work/w-1/call', { disposition: 'satisfied', note: '', 'at-first': 'no', round: '0', seen: '0' })
  expect((await work.get('w-1'))?.events.at(-1)).toMatchObject({ is: 'closed', as: 'reached', atFirst: false })
  expect(await as('Hanh').page('/work/w-1')).toContain('phải liên hệ thêm mới xong')
})

test('a form that is refused comes back with what was chosen', async () => {
  const closing = await office(CASE)
  const refused = await closing.as('Hanh').send('/work/w-1/close', { note: '', reached: 'yes', 'at-first': 'no', round: '0' })
  expect(refused).toMatchObject({ status: 409, page: expect.stringContaining('<option value="no" selected>') })
  const ringing = await office(CALL)
  const unspoken = await ringing
    .as('Hanh')
    .send('/work/w-1/call', { disposition: 'busy', 'at-first': 'yes', round: '0', seen: '0' })
  expect(unspoken.status).toBe(409)
  expect(unspoken.page).toContain('chỉ ghi được khi đã nói chuyện với khách')
  expect(unspoken.page).toContain('<option value="yes" selected>')
})
