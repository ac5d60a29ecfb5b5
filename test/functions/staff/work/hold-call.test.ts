/** A call that a colleague is on: seen in the list and on its screen, taken by one of two, refused to the other with the words kept. */
import { expect, test } from 'vitest'
import { office } from '#test/functions/staff/work/work-office.ts'
import { aCustomer } from '#test/support/builders.ts'
import { openedAt, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const CALL = storedWork({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const OUTCOME = { attempt: '00000000-0000-4000-8000-000000000001', round: '0', seen: '0', disposition: 'satisfied', way: 'phone' }

test('looking at it takes nothing; a press does, and colleagues see by whom and until when', async () => {
  const { as, work, stores } = await office(CALL)
  await stores.customers.put([aCustomer({ phone: '+84912345678' })])
  expect(await as('Hanh').page('/work/w-1')).toContain('Chưa ai đang gọi.')
  expect((await work.get('w-1'))?.lease).toBeUndefined()
  expect(await as('Hanh').send('/work/w-1/hold', {})).toMatchObject({ status: 303, to: '/work/w-1?said=held' })
  expect(await as('Hanh').page('/work/w-1')).toContain('Bạn đang giữ cuộc gọi này đến 09:15')
  expect(await as('Bao').page('/work/w-1')).toContain('Hanh đang giữ cuộc gọi này đến 09:15')
  expect(await as('Bao').page('/work/w-1', 'en')).toContain('Hanh holds this call until 09:15')
  expect(await as('Bao').page('/work/w-1')).toMatch(/data-ring>Bây giờ đừng gọi: đồng nghiệp đang giữ việc này\./)
  expect(await as('Bao').page('/work')).toContain('Hanh đang gọi, đến 09:15')
})

test('of two presses one gets it, and the other is told', async () => {
  const { as, audit } = await office(CALL)
  const answers = await Promise.all([as('Hanh').send('/work/w-1/hold', {}), as('Bao').send('/work/w-1/hold', {})])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect(answers.find(({ status }) => status === 409)?.page).toContain('Một đồng nghiệp đang giữ việc này')
  expect((await audit()).map((line) => line.split(' ')[3]).toSorted()).toEqual(['done:', 'refused:'])
})

test('an outcome of another is refused with everything that was typed, until the time is over', async () => {
  const { as, work, clock } = await office(CALL)
  await as('Hanh').send('/work/w-1/hold', {})
  const refused = await as('Bao').send('/work/w-1/call', { ...OUTCOME, note: 'khách vui lắm' })
  expect(refused.status).toBe(409)
  expect(refused.page).toContain('Một đồng nghiệp đang giữ việc này')
  expect(refused.page).toContain('>khách vui lắm</textarea>')
  expect(refused.page).toContain('value="satisfied" required checked')
  expect((await work.get('w-1'))?.events).toHaveLength(1)
  clock.at = '2027-03-10T02:15:00.000Z'
  expect(await as('Bao').send('/work/w-1/call', { ...OUTCOME, note: 'khách vui lắm' })).toMatchObject({ status: 303 })
})

test('a customer who wants no more calls is heard by the colleague too', async () => {
  const { as, work } = await office(CALL)
  await as('Hanh').send('/work/w-1/hold', {})
  expect(await as('Bao').send('/work/w-1/call', { ...OUTCOME, disposition: 'do-not-call' })).toMatchObject({ status: 303 })
  expect((await work.get('w-1'))?.events.at(-1)).toMatchObject({ is: 'closed', as: 'stopped' })
})

test('an outcome frees it, also when the call stays open', async () => {
  const { as, work } = await office(CALL)
  await as('Hanh').send('/work/w-1/hold', {})
  await as('Hanh').send('/work/w-1/call', { ...OUTCOME, disposition: 'no-answer' })
  expect((await work.get('w-1'))?.lease).toBeUndefined()
  expect(await as('Bao').send('/work/w-1/hold', {})).toMatchObject({ status: 303 })
})

test('a lead takes it over at once, an agent does not', async () => {
  const { as, work } = await office(CALL)
  await as('Hanh').send('/work/w-1/hold', {})
  const over = { over: 'hanh@example.com' }
  expect((await as('Bao').send('/work/w-1/take-over', over)).status).toBe(403)
  expect(await as('Bao').page('/work/w-1')).not.toContain('Nhận thay')
  expect(await as('Mai').page('/work/w-1')).toContain('Nhận thay Hanh ngay')
  expect((await as('Mai').send('/work/w-1/take-over', { over: 'vy@example.com' })).page).toContain('Trang bạn vừa xem đã cũ')
  expect(await as('Mai').send('/work/w-1/take-over', over)).toMatchObject({ to: '/work/w-1?said=taken-over' })
  expect((await work.get('w-1'))?.lease?.name).toBe('Mai')
  expect((await as('Hanh').send('/work/w-1/call', OUTCOME)).status).toBe(409)
})

test('it is let go by who holds it', async () => {
  const { as, work } = await office(CALL)
  await as('Hanh').send('/work/w-1/hold', {})
  expect(await as('Hanh').send('/work/w-1/let-go', {})).toMatchObject({ to: '/work/w-1?said=let-go' })
  expect((await work.get('w-1'))?.lease).toBeUndefined()
})

test('a role that makes no calls is refused, and a request about data is not held', async () => {
  const { as } = await office(CALL, storedRequest({ workId: 'w-2' }))
  expect((await as('Duong').send('/work/w-1/hold', {})).status).toBe(403)
  expect((await as('Hanh').send('/work/w-2/hold', {})).page).toContain('Việc này không phải cuộc gọi.')
  expect((await as('Hanh').send('/work/w-404/hold', {})).status).toBe(404)
  expect(await as('Hanh').page('/work/w-2')).not.toContain('data-lease')
})

test('a complaint that stands on the list is held too: a colleague sees by whom and until when, and closes nothing meanwhile', async () => {
  const { as, work, stores } = await office(storedCase({ workId: 'w-2' }))
  await stores.customers.put([aCustomer({ phone: '+84912345678' })])
  expect(await as('Hanh').page('/work/w-2')).toContain('Chưa ai đang làm việc này.')
  expect(await as('Hanh').send('/work/w-2/hold', {})).toMatchObject({ status: 303, to: '/work/w-2?said=held' })
  expect(await as('Hanh').page('/work/w-2')).toContain('Bạn đang giữ việc này đến 09:15')
  const seen = await as('Bao').page('/work/w-2')
  expect(seen).toContain('Hanh đang giữ việc này đến 09:15')
  expect(seen).toMatch(/data-ring>Bây giờ đừng gọi: đồng nghiệp đang giữ việc này\./)
  expect(await as('Bao').page('/work')).toContain('Hanh đang làm, đến 09:15')
  const form = { round: '0', reached: 'not-needed', note: 'đã xin lỗi khách' }
  const refused = await as('Bao').send('/work/w-2/close', form)
  expect(refused.status).toBe(409)
  expect(refused.page).toContain('>đã xin lỗi khách</textarea>')
  expect(await as('Mai').send('/work/w-2/take-over', { over: 'hanh@example.com' })).toMatchObject({ status: 303 })
  expect(await as('Mai').send('/work/w-2/close', form)).toMatchObject({ status: 303 })
  expect((await work.get('w-2'))?.lease).toBeUndefined()
})
