/** The forms of a case on its screen: what they do, what stands in the audit log, and what comes back when one is refused. */
import { expect, test } from 'vitest'
import { stateOf } from '#core/work/standing.ts'
import { office } from '#test/functions/staff/work/work-office.ts'
import { openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const CASE = storedCase({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const DESCRIBED = { category: 'product-quality', product: 'Trà sen', batch: 'L2702', type: '', department: '', seen: '0' }

test('shows step, severity with its reason, category and every clock with when it is due', async () => {
  const { as } = await office(CASE)
  const page = await as('Hanh').page('/work/w-1', 'en')
  expect(page).toContain('data-case="confirm"')
  expect(page).toContain('<strong data-severity="s3">S3 Normal</strong>, by its type: complaint')
  expect(page).toContain('none chosen')
  expect(
    [...page.matchAll(/data-clock="([\w-]+)" data-clock-state="([\w-]+)"/g)].map(([, is, state]) => `${is} ${state}`),
  ).toEqual(['acknowledge late', 'propose running', 'resolve running', 'law running'])
  expect(await (await office(storedWork({ workId: 'w-1' }))).as('Hanh').page('/work/w-1')).not.toContain('data-case')
})

test('is described and moved on, each act in the audit log, and the screen follows', async () => {
  const { as, work, audit } = await office(CASE)
  const { send, page } = as('Hanh')
  expect(await send('/work/w-1/describe', DESCRIBED)).toMatchObject({ status: 303, to: '/work/w-1?said=case-described' })
  expect(await page('/work/w-1')).toContain('Sản phẩm: Trà sen')
  expect(await send('/work/w-1/move', { to: 'follow-up', text: 'đổi hộp', seen: '1' })).toMatchObject({
    to: '/work/w-1?said=case-moved',
  })
  expect(await send('/work/w-1/severity', { severity: 's1', text: 'khách nhập viện', seen: '2' })).toMatchObject({ status: 303 })
  expect(await send('/work/w-1/contact', { what: 'wait', text: 'hỏi khách', seen: '3' })).toMatchObject({
    to: '/work/w-1?said=case-waits',
  })
  expect(await send('/work/w-1/escalate', { level: 'head', text: 'nặng', seen: '4' })).toMatchObject({ status: 303 })
  expect(await page('/work/w-1')).toContain('Chỉ người được báo, hoặc cấp mà vụ việc được báo lên, mới giao lại được.')
  expect(await send('/work/w-1/hand-back', { text: 'đã nói chuyện', seen: '5' })).toMatchObject({ status: 409 })
  expect(await as('Chau').send('/work/w-1/hand-back', { text: 'đã nói chuyện', seen: '5' })).toMatchObject({ status: 303 })
  const item = await work.get('w-1')
  expect(item?.kind === 'case' && stateOf(item)).toBe('follow-up')
  expect(await audit()).toEqual([
    ...['describe', 'escalate', 'grade'].map((did) => `${did}-case w-1 1 done: hanh@example.com`),
    'hand-back-case w-1 1 done: chau@example.com',
    'hand-back-case w-1 1 refused: hanh@example.com',
    'move-case w-1 1 done: hanh@example.com',
    'note-contact w-1 1 done: hanh@example.com',
  ])
  const shown = await page('/work/w-1')
  expect(shown).toContain('nhân viên đặt: khách nhập viện')
  expect(shown).toContain('đang chờ khách trả lời')
  expect(shown).toContain('data-clock="ask-again"')
})

test('a form gone stale, or refused, changes nothing and comes back with what was written in it', async () => {
  const { as, work } = await office(CASE)
  await as('Bao').send('/work/w-1/severity', { severity: 's2', text: 'gấp', seen: '0' })
  const stale = await as('Hanh').send('/work/w-1/severity', { severity: 's4', text: 'khách <đùa>', seen: '0' })
  expect(stale.status).toBe(409)
  expect(stale.page).toContain('Trang bạn vừa xem đã cũ')
  expect(stale.page).toContain('value="khách &lt;đùa&gt;"')
  expect(stale.page).toContain('<option value="s4" selected>')
  const unfit = await as('Hanh').send('/work/w-1/describe', { ...DESCRIBED, 'tax-code': '<b>12', seen: '1' })
  expect(unfit.status).toBe(409)
  expect(unfit.page).toContain('value="&lt;b&gt;12"')
  expect(unfit.page).toContain('value="L2702"')
  expect((await as('Hanh').send('/work/w-1/move', { to: 'propose', text: 'đổi hộp' })).status).toBe(409)
  expect((await work.get('w-1'))?.events).toHaveLength(2)
})

test('a form with a choice that it does not offer is refused, and never taken for another', async () => {
  const { as, work } = await office(CASE)
  const noted = await as('Hanh').send('/work/w-1/contact', { what: 'sung', text: 'hỏi khách', seen: '0' })
  expect([noted.status, noted.page]).toEqual([409, expect.stringContaining('không có trong danh sách')])
  expect(noted.page).toContain('>hỏi khách</textarea>')
  const closed = await as('Hanh').send('/work/w-1/close', { note: 'xong', reached: 'yes', 'at-first': 'perhaps', round: '0' })
  expect([closed.status, closed.page]).toEqual([409, expect.stringContaining('không có trong danh sách')])
  expect((await work.get('w-1'))?.events).toHaveLength(CASE.events.length)
})

test('a complaint closed too early says what is missing, and leaves the words', async () => {
  const { as } = await office(CASE)
  const refused = await as('Hanh').send('/work/w-1/close', { note: 'khách vui rồi', reached: 'yes', round: '0' })
  expect(refused.status).toBe(409)
  expect(refused.page).toContain('chưa có đề xuất cho khách')
  expect(refused.page).toMatch(/<textarea[^>]*>khách vui rồi<\/textarea>/)
})

test('a complaint is described as something else with a reason alone, which stands in the history', async () => {
  const { as, work } = await office(CASE)
  const asked = { ...DESCRIBED, type: 'suggestion' }
  expect(await as('Hanh').page('/work/w-1', 'en')).toContain('Why, if it is no complaint any more or less grave than before')
  const refused = await as('Hanh').send('/work/w-1/describe', asked)
  expect(refused.status).toBe(409)
  expect(refused.page).toContain('vụ việc không còn là khiếu nại, hoặc nhẹ hơn: hãy ghi vì sao')
  expect(refused.page).toContain('<option value="suggestion" selected>')
  expect((await work.get('w-1'))?.events).toHaveLength(1)
  const why = 'khách <chỉ> góp ý'
  expect(await as('Hanh').send('/work/w-1/describe', { ...asked, text: why })).toMatchObject({ status: 303 })
  const page = await as('Hanh').page('/work/w-1')
  expect(page).toContain('Vì sao: khách &lt;chỉ&gt; góp ý')
  // What is neither a complaint nor graver than anything takes nothing back.
  expect(page).not.toContain('id="describe-text"')
})

test('marketing and operators see no form that they could send', async () => {
  const { as } = await office(CASE)
  expect((await as('Huy').send('/work/w-1/move', { to: 'collect', text: 'x', seen: '0' })).status).toBe(403)
})

test('a form about the case shows what its category asks for, and the rest behind one line, open where something stands in it', async () => {
  const { as } = await office(CASE)
  const { send, page } = as('Hanh')
  const formOf = async () => /data-act="describe"[\s\S]*?<\/form>/.exec(await page('/work/w-1', 'en'))?.[0] ?? ''
  const [before = '', rest = ''] = (await formOf()).split('<details>')
  expect([before.includes('name="batch"'), rest.includes('name="batch"')]).toEqual([false, true])
  expect(before).toContain('Choose a category and save')
  await send('/work/w-1/describe', { ...DESCRIBED, batch: '', 'tax-code': '' })
  const [asked = '', others = ''] = (await formOf()).split('<details>')
  expect(asked).toMatch(/Batch \(needed\)/)
  expect(others).toContain('name="tax-code"')
  await send('/work/w-1/describe', { ...DESCRIBED, seen: '1', 'tax-code': '0101234567' })
  expect(await formOf()).toContain('<details open>')
})

test('what a customer told the member of staff who opened the case stands where a customer’s words are looked for', async () => {
  const by = { is: 'staff', name: 'Hanh' } as const
  const at = '2027-03-09T02:00:00.000Z'
  const subject = { is: 'told', what: 'complaint', workId: null, replyId: null, campaignId: null, occurrenceId: null } as const
  const later = { is: 'noted', at: '2027-03-09T03:00:00.000Z', by, note: 'đã gọi kho' } as const
  const told = storedCase({
    workId: 'w-1',
    subject,
    events: [{ is: 'opened', at, by }, { is: 'noted', at, by, note: 'Trà <bị> mốc' }, later],
  })
  const page = await (await office(told)).as('Hanh').page('/work/w-1', 'en')
  expect(page).toContain('<p class="words">Trà &lt;bị&gt; mốc</p>')
  expect(page).toContain('As staff noted it')
  const silent = storedCase({ workId: 'w-1', subject, events: [{ is: 'opened', at, by }, later] })
  expect(await (await office(silent)).as('Hanh').page('/work/w-1', 'en')).not.toContain('<p class="words">')
})

const SYSTEM = { is: 'system' } as const
const OPENED = '2027-03-09T02:00:00.000Z'
const RAISED_AT = '2027-03-09T06:00:00.000Z'
const RAISED = storedCase({
  workId: 'w-1',
  events: [
    openedAt(OPENED),
    ...[50].map((percent) => ({
      ...{ is: 'reminded' as const, at: RAISED_AT, by: SYSTEM, to: { address: 'hanh@example.com', name: 'Hạnh' } },
      clocks: [{ clock: 'acknowledge' as const, since: OPENED, percent }],
    })),
    {
      is: 'escalated',
      at: RAISED_AT,
      by: SYSTEM,
      to: 'lead',
      because: '',
      clock: { clock: 'acknowledge', since: OPENED, percent: 100 },
    },
    { is: 'alerted', at: RAISED_AT, by: SYSTEM, since: RAISED_AT, to: { address: 'bao@example.com', name: 'Bảo' } },
  ],
})

test('what was sent and is to come stands beside its clock, and to whom it went up; it stands first in the list', async () => {
  const late = storedCase({ workId: 'w-0', events: [openedAt('2027-03-01T02:00:00.000Z')] })
  const { as, work } = await office(RAISED)
  await work.open(late)
  const page = await as('Hanh').page('/work/w-1')
  expect(page).toContain('đã nhắc Hạnh ở 50% lúc 13:00 09/03/2027')
  expect(page).toMatch(/nhắc ở 80% lúc \d\d:\d\d/)
  expect(page).toContain('<span data-raised="lead">trưởng nhóm, từ 13:00 09/03/2027</span>')
  expect(page).toContain('chưa có người tiếp nhận')
  expect(page).toContain('Báo lên trưởng nhóm lúc 13:00 09/03/2027: Bắt đầu 100%')
  const list = await as('Hanh').page('/work')
  expect([...list.matchAll(/data-work="(w-\d)"/g)].map(([, id]) => id)).toEqual(['w-1', 'w-0'])
  expect(list).toContain('đã báo lên trưởng nhóm')
  // Whoever is not among those to whom it went up changes nothing by looking.
  expect((await work.get('w-1'))?.version).toBe(0)
})

test('who was told of it takes it up by opening it, once, and a form that a colleague has open still holds', async () => {
  const { as, work } = await office(RAISED)
  expect(await as('Bao').page('/work/w-1')).not.toContain('chưa có người tiếp nhận')
  await as('Bao').page('/work/w-1')
  const item = await work.get('w-1')
  expect(item?.events.filter(({ is }) => is === 'seen')).toMatchObject([{ by: { address: 'bao@example.com' } }])
  expect(await as('Hanh').send('/work/w-1/severity', { severity: 's2', text: 'gấp', seen: '1' })).toMatchObject({ status: 303 })
})
