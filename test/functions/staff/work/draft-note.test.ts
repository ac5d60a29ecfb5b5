/** A note that is saved while it is typed: it comes back to its author on any device, takes the call, is gone once the outcome is saved, and stands in no log. */
import { expect, test } from 'vitest'
import { office } from '#test/functions/staff/work/work-office.ts'
import { openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const CALL = storedWork({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const CASE = storedCase({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const TYPED = { note: 'khách <vui>', 'typed-seen': '0' }
const OUTCOME = { attempt: '00000000-0000-4000-8000-000000000001', round: '0', seen: '0', disposition: 'no-answer', way: 'phone' }
const noteIn = (page: string) => /<textarea[^>]*name="note"[^>]*>([^<]*)<\/textarea>/.exec(page)?.[1]

test('without a script: a button keeps it, and the page says so', async () => {
  const { as, audit } = await office(CALL)
  expect(await as('Hanh').send('/work/w-1/draft', TYPED)).toMatchObject({ status: 303, to: '/work/w-1?said=draft-kept' })
  const page = await as('Hanh').page('/work/w-1?said=draft-kept')
  expect(page).toContain('Đã giữ chữ bạn viết')
  expect(noteIn(page)).toBe('khách &lt;vui&gt;')
  expect(page).toContain('name="typed-seen" value="1"')
  expect(noteIn(await as('Bao').page('/work/w-1'))).toBe('')
  expect(await audit()).toEqual([])
})

test('typing takes the call where it is free, and says whose it is where it is not', async () => {
  const { as, work } = await office(CALL)
  const first = await as('Hanh').type('/work/w-1/draft', TYPED)
  expect(first).toEqual({ status: 200, told: { said: expect.stringContaining('Bạn đang giữ việc này đến 09:15'), revision: 1 } })
  const second = await as('Bao').type('/work/w-1/draft', TYPED)
  expect(second.told.said).toContain('Hanh đang giữ việc này đến 09:15')
  expect((await work.get('w-1'))?.lease?.name).toBe('Hanh')
  expect(noteIn(await as('Bao').page('/work/w-1'))).toBe('khách &lt;vui&gt;')
})

test.each([
  ['a call', CALL, '/work/w-1/call', OUTCOME],
  ['a note', CALL, '/work/w-1/note', { note: 'khách <vui>', round: '0' }],
  ['a case', CASE, '/work/w-1/close', { note: 'xong', reached: 'not-needed', round: '0' }],
])('%s that is saved ends the draft, and a late autosave brings nothing back', async (_what, item, path, form) => {
  const { as, work } = await office(item)
  await as('Hanh').send('/work/w-1/draft', TYPED)
  expect((await as('Hanh').send(path, form)).status).toBe(303)
  expect((await work.draftsOf('w-1')).notes).toMatchObject([{ text: '' }])
  expect((await as('Hanh').type('/work/w-1/draft', { ...TYPED, 'typed-seen': '1' })).status).toBe(409)
  expect((await work.draftsOf('w-1')).notes).toMatchObject([{ text: '' }])
})

test('an outcome that is refused leaves the draft where it is', async () => {
  const { as, work } = await office(CALL)
  await as('Hanh').send('/work/w-1/draft', TYPED)
  const refused = await as('Hanh').send('/work/w-1/call', { ...OUTCOME, disposition: 'complaint', note: '' })
  expect(refused.status).toBe(409)
  expect((await work.draftsOf('w-1')).notes).toMatchObject([{ text: 'khách <vui>' }])
})

test('words that were kept before a colleague ended the call are shown to their author alone', async () => {
  const { as, clock } = await office(CASE)
  await as('Hanh').send('/work/w-1/draft', TYPED)
  clock.at = '2027-03-10T02:15:00.000Z'
  await as('Bao').send('/work/w-1/close', { note: 'xong', reached: 'not-needed', round: '0' })
  expect(await as('Hanh').page('/work/w-1')).toContain('<blockquote class="words">khách &lt;vui&gt;')
  expect(await as('Bao').page('/work/w-1')).not.toContain('khách &lt;vui&gt;')
})

test('a form that is sent again leaves what was typed since', async () => {
  const { as } = await office(CALL)
  const form = { attempt: '00000000-0000-4000-8000-000000000001', round: '0', seen: '0', disposition: 'no-answer', way: 'phone' }
  await as('Hanh').send('/work/w-1/call', form)
  const typed = { note: 'gọi lại sau cơm', 'typed-seen': '1' }
  expect((await as('Hanh').send('/work/w-1/draft', typed)).status).toBe(303)
  await as('Hanh').send('/work/w-1/call', form)
  expect(noteIn(await as('Hanh').page('/work/w-1'))).toBe('gọi lại sau cơm')
})

test('two windows: the later one is told, in both ways, and its words come back', async () => {
  const { as } = await office(CALL)
  await as('Hanh').send('/work/w-1/draft', TYPED)
  const other = { note: 'ở máy khác', 'typed-seen': '0' }
  expect(await as('Hanh').type('/work/w-1/draft', other)).toEqual({
    status: 409,
    told: { said: expect.stringContaining('Ở cửa sổ khác') },
  })
  const refused = await as('Hanh').send('/work/w-1/draft', other)
  expect([refused.status, noteIn(refused.page)]).toEqual([409, 'ở máy khác'])
})

test('too long a note, a role that writes none, and work that is not there', async () => {
  const { as } = await office(CALL)
  const long = await as('Hanh').type('/work/w-1/draft', { ...TYPED, note: 'x'.repeat(2_001) })
  expect([long.status, long.told.said]).toEqual([409, expect.stringContaining('Dài quá')])
  expect((await as('Duong').send('/work/w-1/draft', TYPED)).status).toBe(403)
  expect((await as('Hanh').send('/work/w-404/draft', TYPED)).status).toBe(404)
  const reading = await as('Huy').page('/work/w-1')
  expect(reading).not.toContain('data-kept-by')
})

test('the page runs our own script, and no other', async () => {
  const { as } = await office(CALL)
  expect(await as('Hanh').policy('/work/w-1')).toContain("script-src 'self'; connect-src 'self';")
})
