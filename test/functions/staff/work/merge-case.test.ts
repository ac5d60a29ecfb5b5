/** The form on the screen of a case that makes it part of an older one: where it stands, what it does, and what comes back when it is refused. */
import { expect, test } from 'vitest'
import { compensationsOf } from '#core/work/case/compensations.ts'
import { MOST_EVENTS } from '#core/work/history.ts'
import { office } from '#test/functions/staff/work/work-office.ts'
import { aCatalogue, askedCompensation, COMPENSATION } from '#test/support/compensation-builders.ts'
import { notedBy, openedAt, storedCase } from '#test/support/work-builders.ts'

const OLD = storedCase({ workId: 'w-1', events: [openedAt('2027-03-08T02:00:00.000Z')] })
const NEW = storedCase({ workId: 'w-2', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const RULES = { compensation: aCatalogue() }
const OTHER = '44444444-4444-4444-8444-444444444444'
const FORM = { into: 'w-1', text: 'khách giục', seen: '0' }

test('stands in the newer case alone, and what is merged leads to the other both ways', async () => {
  const { as, audit } = await office(OLD, NEW)
  const { page, send } = as('Hanh')
  expect(await page('/work/w-1')).not.toContain('merge-into')
  const before = await page('/work/w-2')
  expect(before).toMatch(/<option value="w-1">Khiếu nại, mở ngày 0?8\/0?3(\/2027)?, [^<]+</)
  expect(before).toContain('href="#merge"')
  expect(await send('/work/w-2/merge', FORM)).toMatchObject({ status: 303, to: '/work/w-2?said=case-merged' })
  expect(await page('/work/w-2')).toContain('<a href="/work/w-1" data-merged-into>')
  const kept = await page('/work/w-1')
  expect(kept).toContain('<a href="/work/w-2" data-took-over>')
  expect(kept).toContain('Hanh gộp một vụ việc khác của khách vào đây')
  expect(kept).toContain('khách giục')
  expect(await audit()).toContain('merge-case w-2 1 done: hanh@example.com')
})

test('where the older is less grave the screen says so, and what to do', async () => {
  const by = { is: 'staff', name: 'Hanh', address: 'hanh@example.com' } as const
  const grave = {
    is: 'severity-set',
    at: '2027-03-09T03:00:00.000Z',
    by,
    severity: 's1',
    because: { is: 'reason', text: 'x' },
  } as const
  const { as } = await office(OLD, { ...NEW, events: [...NEW.events, grave] } as typeof NEW)
  const shown = await as('Hanh').page('/work/w-2')
  expect(shown).toContain('data-barred="less-grave-case"')
  expect(shown).toContain('hãy đổi mức của nó trước')
  expect(shown).not.toContain('merge-into')
  expect(await as('Hanh').page('/work/w-1')).not.toContain('data-barred')
})

test('the older tells what stands in the part already', async () => {
  const given = askedCompensation({ amount: 80_000, alone: true })
  const { as } = await office(OLD, { ...NEW, events: [...NEW.events, given] } as typeof NEW)
  const { page, send } = as('Hanh')
  expect(await send('/work/w-2/merge', { ...FORM, seen: '1' })).toMatchObject({ status: 303 })
  expect(await page('/work/w-1')).toMatch(/data-in-parts><small>Thêm 80\.000\s₫ ở vụ việc đã gộp vào đây/)
})

test('what waits for approval in the part is approved by whoever may give as much in the case that goes on', async () => {
  const by = { is: 'staff', name: 'Bao', address: 'bao@example.com' } as const
  const older = askedCompensation({ compensationId: OTHER, by, amount: 90_000, alone: true })
  const waits = askedCompensation({ amount: 220_000 })
  const { as, work } = await office(
    { ...OLD, events: [...OLD.events, older] } as typeof OLD,
    { ...NEW, events: [...NEW.events, waits] } as typeof NEW,
  )
  const [hanh, mai, chau] = [as('Hanh', {}, RULES), as('Mai', {}, RULES), as('Chau', {}, RULES)]
  expect(await hanh.page('/work/w-2')).toContain('Duyệt được: Mai, Chau')
  expect(await hanh.send('/work/w-2/merge', { ...FORM, seen: '1' })).toMatchObject({ status: 303 })
  const part = await hanh.page('/work/w-2')
  expect(part).toContain('Duyệt được: Chau')
  const approve = { 'compensation-id': COMPENSATION, decision: 'approve' }
  expect((await mai.send('/work/w-2/decide-compensation', approve)).page).toContain('Khoản ấy vượt mức bạn được duyệt')
  expect(await mai.page('/work/w-2')).toContain('Khoản này vượt mức bạn được duyệt')
  expect(await chau.send('/work/w-2/decide-compensation', approve)).toMatchObject({ to: '/work/w-2?said=compensation-approved' })
  expect(compensationsOf((await work.get('w-2'))!)).toMatchObject([{ state: 'approved' }])
})

test('a form that is refused comes back with what was written, and one of another team is', async () => {
  const { as, work } = await office(OLD, NEW)
  const stale = await as('Hanh').send('/work/w-2/merge', { ...FORM, seen: '3', text: '<b>lời' })
  expect(stale.status).toBe(409)
  expect(stale.page).toContain('&lt;b&gt;lời')
  expect(await as('Hanh').send('/work/w-2/merge', { ...FORM, into: 'w-9' })).toMatchObject({ status: 409 })
  expect(await as('Duong').send('/work/w-2/merge', FORM)).toMatchObject({ status: 403 })
  expect((await work.get('w-2'))?.events).toHaveLength(1)
})

test('a full case goes on in a new one by a form of its own, which no other case has; each leads to the other', async () => {
  const notes = Array.from({ length: MOST_EVENTS - 1 }, () => notedBy('Hanh', 'gọi lại', '2027-03-09T02:00:00.000Z'))
  const { as, audit } = await office(OLD, { ...NEW, events: [...NEW.events, ...notes] } as typeof NEW)
  const { page, send } = as('Hanh')
  expect(await page('/work/w-1')).not.toContain('data-act="go-on"')
  expect(await page('/work/w-2')).toMatch(/data-act="go-on".*Đi tiếp trong vụ việc mới.*Diễn biến vụ việc này đã đầy/s)
  const refused = await send('/work/w-2/go-on', { text: ' ' })
  expect([refused.status, refused.page]).toEqual([409, expect.stringContaining('Hãy ghi rõ đã làm gì')])
  expect(await send('/work/w-1/go-on', { text: 'x' })).toMatchObject({ status: 409, page: expect.stringContaining('còn chỗ') })
  expect(await send('/work/w-2/go-on', { text: 'chờ đổi <hộp>' })).toMatchObject({
    status: 303,
    to: '/work/w-2?said=case-goes-on',
  })
  const path = /<a href="([^"]+)" data-merged-into>/.exec(await page('/work/w-2?said=case-goes-on'))?.[1] ?? ''
  const next = await page(path)
  expect(next).toContain('<a href="/work/w-2" data-took-over>')
  expect(next).toContain('chờ đổi &lt;hộp&gt;')
  expect(await audit()).toContain('merge-case w-2 1 done: hanh@example.com')
})
