/** The acts on an item of work: allowed, refused, twice, too late, for nothing, and while something else fails. Each stands in the audit log. */
import { describe, expect, test } from 'vitest'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { isOpen, ownerOf } from '#core/work/standing.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { CARE, NOW, office } from '#test/functions/staff/work/work-office.ts'
import {
  aPerson,
  assignedTo,
  closedWork,
  notedBy,
  openedAt,
  storedCase,
  storedRequest,
  storedWork,
} from '#test/support/work-builders.ts'

const CALL = storedWork({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const RIGHT = storedRequest({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const HANH = 'person:hanh@example.com'
const BAO = 'person:bao@example.com'

const by = (name: string) => ({ is: 'staff', name, address: `${name.toLowerCase()}@example.com` })

interface Act {
  readonly act: string
  readonly item: WorkItem
  readonly path: string
  readonly who: 'Hanh' | 'Mai'
  readonly form: Record<string, string>
  readonly done: string
  readonly event: object
}

const ACTS: readonly Act[] = [
  {
    act: 'note-work',
    item: CALL,
    path: '/work/w-1/note',
    who: 'Hanh',
    form: { note: 'máy bận', round: '0' },
    done: 'noted',
    event: { ...notedBy('Hanh', 'máy bận', NOW), by: by('Hanh') },
  },
  {
    act: 'close-work',
    item: CALL,
    path: '/work/w-1/close',
    who: 'Hanh',
    form: { note: 'đã gọi', reached: 'no', round: '0' },
    done: 'closed',
    event: { is: 'closed', at: NOW, on: '2027-03-10', by: by('Hanh'), note: 'đã gọi', reached: false },
  },
  {
    act: 'reopen-work',
    item: closedWork(CALL, '2027-03-09'),
    path: '/work/w-1/reopen',
    who: 'Mai',
    form: { because: 'khách gọi lại', round: '0' },
    done: 'reopened',
    event: { is: 'reopened', at: NOW, by: by('Mai'), because: 'khách gọi lại' },
  },
  {
    act: 'extend-right',
    item: RIGHT,
    path: '/work/w-1/extend',
    who: 'Mai',
    form: { because: 'hồ sơ dày', round: '0' },
    done: 'extended',
    event: { is: 'extended', at: NOW, by: by('Mai'), because: 'hồ sơ dày' },
  },
  {
    act: 'take-work',
    item: CALL,
    path: '/work/w-1/assign',
    who: 'Hanh',
    form: { to: HANH, from: 'everybody', round: '0' },
    done: 'taken',
    event: { is: 'assigned', at: NOW, by: by('Hanh'), to: { ...aPerson('hanh', CARE), name: 'Hanh' } },
  },
  {
    act: 'hand-over-work',
    item: CALL,
    path: '/work/w-1/assign',
    who: 'Hanh',
    form: { to: BAO, from: 'everybody', round: '0' },
    done: 'assigned',
    event: { is: 'assigned', at: NOW, by: by('Hanh'), to: { ...aPerson('bao', CARE), name: 'Bao' } },
  },
]
const line = ({ act, who }: Act, result: string) => `${act} w-1 1 ${result}: ${who.toLowerCase()}@example.com`

describe.each(ACTS)('$act', (asked) => {
  const { item, path, who, form, done, event } = asked
  const typed = form.note ?? form.because

  test('is done, leads back with a word on it, and stands in the audit log with the name of the person', async () => {
    const { as, work, audit } = await office(item)
    expect(await as(who).send(path, form)).toMatchObject({ status: 303, to: `/work/w-1?said=${done}` })
    expect((await work.get('w-1'))?.events).toEqual([...item.events, event])
    expect(await as(who).page(`/work/w-1?said=${done}`)).toContain('role="status"')
    expect(await audit()).toEqual([line(asked, 'done')])
  })

  test('sent twice is done once', async () => {
    const { as, work, clock } = await office(item)
    await as(who).send(path, form)
    clock.at = '2027-03-10T02:00:03.000Z'
    expect(await as(who).send(path, form)).toMatchObject({ status: 303, to: `/work/w-1?said=${done}` })
    expect((await work.get('w-1'))?.events).toHaveLength(item.events.length + 1)
  })

  test('is refused to a role that may not, with nothing done and nothing begun', async () => {
    const { as, work, audit } = await office(item)
    const refused = await as('Duong').send(path, form)
    expect(refused.status).toBe(403)
    expect(refused.page).toContain('Chỉ dành cho')
    expect((await work.get('w-1'))?.events).toEqual(item.events)
    expect(await audit()).toEqual([])
  })

  test('of an item that is not there is not begun', async () => {
    const { as, audit } = await office(item)
    expect((await as(who).send(path.replace('w-1', 'w-404'), form)).status).toBe(404)
    expect(await audit()).toEqual([])
  })

  test('is not done while the audit log cannot be written', async () => {
    const { as, work, stores } = await office(item)
    const auditLog = { ...stores.auditLog, add: () => Promise.reject(new Error('the log is away')) }
    const answer = await as(who, { auditLog }).send(path, form)
    expect([answer.status, answer.page]).toEqual([500, expect.stringContaining('Chưa ghi được vào nhật ký')])
    if (typed !== undefined) expect(answer.page).toMatch(new RegExp(`(>${typed}</textarea>|value="${typed}")`))
    expect((await work.get('w-1'))?.events).toEqual(item.events)
  })

  test('that breaks while it is done says so in the audit log, and its form comes back with what was typed', async () => {
    const { as, audit, stores } = await office(item)
    const work = { ...stores.work, update: () => Promise.reject(new Error('the table is away')) }
    const answer = await as(who, { work }).send(path, form)
    expect([answer.status, answer.page]).toEqual([500, expect.stringContaining('bị đứt giữa chừng')])
    expect(await audit()).toEqual([line(asked, 'failed')])
    if (typed !== undefined) expect(answer.page).toMatch(new RegExp(`(>${typed}</textarea>|value="${typed}")`))
  })
})

describe.each(ACTS.filter(({ path }) => !path.endsWith('/assign')))('$act without a text that fits', (asked) => {
  const { item, path, who, form } = asked
  const field = 'note' in form ? 'note' : 'because'

  test.each([
    ['none', '  ', 'Hãy ghi rõ'],
    ['too long a one', 'x'.repeat(2_001), 'Dài quá'],
  ])('%s is refused, and stands as refused in the audit log', async (_what, text, words) => {
    const { as, work, audit } = await office(item)
    const refused = await as(who).send(path, { ...form, [field]: text })
    expect(refused.status).toBe(409)
    expect(refused.page).toContain(words)
    if (text.trim() !== '') expect(refused.page).toContain(text)
    expect((await work.get('w-1'))?.events).toEqual(item.events)
    expect(await audit()).toEqual([line(asked, 'refused')])
  })
})

describe('a page gone stale', () => {
  test('says that a colleague has closed it, shows who, and gives back what was written', async () => {
    const { as, work } = await office(CALL)
    await as('Bao').send('/work/w-1/close', { note: 'Bảo đã gọi', reached: 'yes', round: '0' })
    for (const [path, form] of [
      ['/work/w-1/close', { note: 'khách <hẹn> thứ Sáu', reached: 'yes', round: '0' }],
      ['/work/w-1/note', { note: 'khách <hẹn> thứ Sáu' }],
    ] as const) {
      const refused = await as('Hanh').send(path, form)
      expect(refused.status).toBe(409)
      expect(refused.page).toContain('Việc này đã có người đóng trước đó')
      expect(refused.page).toContain('khách &lt;hẹn&gt; thứ Sáu')
      expect(refused.page).toMatch(/Đóng lúc .*, Bao/)
    }
    expect((await work.get('w-1'))?.events).toHaveLength(2)
  })

  test('closes nothing that was reopened since, and reopens nothing that was closed again', async () => {
    const { as, work } = await office(CALL)
    const [close, reopen] = [
      { note: 'đã gọi', reached: 'yes', round: '0' },
      { because: 'khách gọi lại', round: '0' },
    ]
    await as('Hanh').send('/work/w-1/close', close)
    await as('Mai').send('/work/w-1/reopen', reopen)
    expect((await as('Hanh').send('/work/w-1/close', close)).page).toContain('Trang bạn vừa xem đã cũ')
    const again = await as('Hanh').send('/work/w-1/close', { ...close, round: '1' })
    expect(again.status).toBe(303)
    await as('Mai').send('/work/w-1/reopen', reopen)
    expect((await as('Chau').send('/work/w-1/reopen', { ...reopen, because: 'khác' })).page).toContain('Trang bạn vừa xem đã cũ')
    expect(isOpen((await work.get('w-1')) ?? CALL)).toBe(false)
    // A form without a word on what it saw was not sent by a page of ours.
    expect((await as('Mai').send('/work/w-1/reopen', { because: 'x' })).status).toBe(409)
  })

  test('takes nothing that somebody else has taken meanwhile, and says who has it', async () => {
    const { as, work } = await office(CALL)
    await as('Bao').send('/work/w-1/assign', { to: BAO, from: 'everybody' })
    const refused = await as('Hanh').send('/work/w-1/assign', { to: HANH, from: 'everybody', back: '/work' })
    expect(refused.status).toBe(409)
    expect(refused.page).toContain('Trang bạn vừa xem đã cũ')
    expect(refused.page).toContain('Bao nhận việc lúc')
    expect(ownerOf((await work.get('w-1')) ?? CALL)).toMatchObject({ address: 'bao@example.com' })
  })
})

test('a call is closed only with a word on whether the customer was reached, and the text is not lost', async () => {
  const { as, work } = await office(CALL)
  const refused = await as('Hanh').send('/work/w-1/close', { note: 'đã gọi hai lần', round: '0' })
  expect(refused.page).toContain('Hãy chọn có gặp được khách hay không.')
  expect(refused.page).toMatch(/<textarea[^>]*>đã gọi hai lần<\/textarea>/)
  expect(isOpen((await work.get('w-1')) ?? closedWork(CALL))).toBe(true)
})

test('a case is closed only with a word on whether the customer was spoken with; what was written and chosen is not lost', async () => {
  const aCase = storedCase({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
  const { as, work } = await office(aCase)
  const { send, page } = as('Hanh')
  expect([...(await page('/work/w-1')).matchAll(/name="reached" value="([\w-]+)" required>/g)].map(([, value]) => value)).toEqual(
    ['yes', 'no', 'not-needed'],
  )
  const refused = await send('/work/w-1/close', { note: 'đã đổi cốc', round: '0' })
  expect(refused.page).toContain('Hãy chọn có gặp được khách hay không.')
  expect(refused.page).toMatch(/<textarea[^>]*>đã đổi cốc<\/textarea>/)
  expect((await send('/work/w-1/close', { note: '', reached: 'no', round: '0' })).page).toContain('value="no" required checked')
  const done = await send('/work/w-1/close', { note: 'đã đổi cốc', reached: 'not-needed', round: '0' })
  expect(done).toMatchObject({ status: 303, to: '/work/w-1?said=closed' })
  expect((await work.get('w-1'))?.events.at(-1)).toMatchObject({ is: 'closed', reached: false, contact: 'not-needed' })
  expect(await page('/work/w-1', 'en')).toContain('there was no need to reach the customer')
  expect(await (await office(RIGHT)).as('Mai').page('/work/w-1')).not.toContain('name="reached"')
})

test('work is handed to a colleague and to a team, and given back; not to somebody who could not do it', async () => {
  const { as, work } = await office(CALL)
  const hand = (to: string, from: string) => as('Mai').send('/work/w-1/assign', { to, from })
  expect(await hand(BAO, 'everybody')).toMatchObject({ to: '/work/w-1?said=assigned' })
  expect(await hand('team:Cửa hàng', BAO)).toMatchObject({ to: '/work/w-1?said=assigned' })
  expect(await hand('everybody', 'team:Cửa hàng')).toMatchObject({ to: '/work/w-1?said=assigned' })
  for (const to of ['person:duong@example.com', 'person:gone@example.com', 'team:Marketing', 'nonsense', ''])
    expect((await hand(to, 'everybody')).page).toContain('Danh sách nhân viên không có người hay nhóm ấy')
  expect((await work.get('w-1'))?.events).toHaveLength(4)
})

describe('a hand-over note', () => {
  const form = { to: BAO, from: 'everybody', note: 'khách chỉ nghe máy <sau 5 giờ>' }

  test('stands on the list and on the screen of the new owner, and in the history, in both languages', async () => {
    const { as } = await office(CALL)
    expect(await as('Mai').send('/work/w-1/assign', form)).toMatchObject({ to: '/work/w-1?said=assigned' })
    for (const path of ['/work?whose=mine', '/work/w-1']) {
      const page = await as('Bao').page(path)
      expect(page).toContain('Mai bàn giao lúc 09:00 10/03/2027:')
      expect(page).toContain('khách chỉ nghe máy &lt;sau 5 giờ&gt;')
    }
    expect(await as('Bao').page('/work/w-1', 'en')).toContain('Mai handed it over at 09:00 10 March 2027:')
    expect((await as('Bao').page('/work/w-1')).match(/khách chỉ nghe máy/g)).toHaveLength(3)
  })

  test('sent twice is one, and gives way to the next hand-over', async () => {
    const { as, work } = await office(CALL)
    await as('Mai').send('/work/w-1/assign', form)
    await as('Mai').send('/work/w-1/assign', form)
    expect((await work.get('w-1'))?.events).toHaveLength(2)
    await as('Bao').send('/work/w-1/assign', { to: HANH, from: BAO })
    expect(await as('Hanh').page('/work?whose=mine')).not.toContain('bàn giao lúc')
  })

  test('refused comes back with the note and the choice', async () => {
    const { as, work } = await office(CALL)
    const stale = await as('Mai').send('/work/w-1/assign', { ...form, from: HANH })
    expect(stale.status).toBe(409)
    expect(stale.page).toContain('>khách chỉ nghe máy &lt;sau 5 giờ&gt;</textarea>')
    expect(stale.page).toContain(`value="${BAO}" selected`)
    const long = await as('Mai').send('/work/w-1/assign', { ...form, note: 'x'.repeat(2_001) })
    expect([long.status, long.page.includes('Dài quá')]).toEqual([409, true])
    expect((await work.get('w-1'))?.events).toHaveLength(1)
  })
})

test('who takes it from a list comes back to that list, and never to another host', async () => {
  const { as } = await office(CALL, assigned('w-2'))
  const take = (id: string, back: string) => as('Hanh').send(`/work/${id}/assign`, { to: HANH, from: 'everybody', back })
  expect(await take('w-1', '/work?whose=team&page=2')).toMatchObject({ to: '/work?whose=team&page=2&said=taken' })
  expect(await take('w-1', 'https://evil.example/')).toMatchObject({ to: '/?said=taken' })
})
const assigned = (workId: string) => storedWork({ ...CALL, workId, events: [...CALL.events, assignedTo({ is: 'everybody' })] })

test('what a form says it will do is what it does', async () => {
  const reopening = await office(closedWork(CALL, '2027-03-09'))
  expect(await reopening.as('Mai').page('/work/w-1')).toContain('phải gọi trước 09:00 11/03/2027')
  await reopening.as('Mai').send('/work/w-1/reopen', { because: 'khách gọi lại', round: '0' })
  const rules = reopening.stores.companyRules
  expect(deadlinesOf((await reopening.work.get('w-1')) ?? CALL, rules).begin).toBe('2027-03-11T02:00:00.000Z')

  const extending = await office(RIGHT)
  expect(await extending.as('Mai').page('/work/w-1')).toContain('Hạn làm xong dời từ 00:00 30/03/2027 sang 00:00 14/04/2027')
  await extending.as('Mai').send('/work/w-1/extend', { because: 'hồ sơ dày' })
  expect(deadlinesOf((await extending.work.get('w-1')) ?? CALL, rules).done).toBe('2027-04-13T17:00:00.000Z')
  expect(await extending.as('Mai').page('/work/w-1')).toContain('Đã gia hạn rồi: luật chỉ cho một lần.')
})

describe('a control that a role may not use is disabled, and says for whom it is', () => {
  const actOf = (page: string, act: string) => new RegExp(`data-act="${act}".*?</section>`, 's').exec(page)?.[0] ?? ''

  test.each([
    ['Hanh', 'reopen', closedWork(CALL, '2027-03-09'), 'Chỉ dành cho: trưởng nhóm, trưởng phòng chăm sóc.'],
    ['Hanh', 'extend', RIGHT, 'Chỉ dành cho: trưởng nhóm, trưởng phòng chăm sóc, người vận hành.'],
    ['Huy', 'call', CALL, 'Chỉ dành cho: nhân viên chăm sóc, trưởng nhóm, trưởng phòng chăm sóc.'],
    ['Huy', 'close', storedCase({ workId: 'w-1' }), 'Chỉ dành cho: nhân viên chăm sóc, trưởng nhóm, trưởng phòng chăm sóc.'],
    ['Huy', 'assign', CALL, 'Chỉ dành cho: nhân viên chăm sóc, trưởng nhóm, trưởng phòng chăm sóc.'],
  ] as const)('%s, %s', async (who, act, item, words) => {
    const form = actOf(await (await office(item)).as(who).page('/work/w-1'), act)
    expect(form).toContain(`<fieldset aria-labelledby="${act}" disabled aria-describedby="why-${act}">`)
    expect(form).toContain(words)
    const allowed = actOf(await (await office(item)).as('Mai').page('/work/w-1'), act)
    expect(allowed).toContain(`<fieldset aria-labelledby="${act}">`)
    expect(allowed).not.toContain('Chỉ dành cho')
  })
})

describe('how a call ended', () => {
  test('is one choice and a press; the screen offers the whole list, says how many attempts are left, and shows what came of it', async () => {
    const { as, audit } = await office(CALL)
    const { page, send } = as('Hanh')
    const before = await page('/work/w-1')
    expect(before.match(/name="disposition"/g)).toHaveLength(14)
    expect(before).toContain('Đã gọi 0/3 lần')
    expect(await send('/work/w-1/call', { disposition: 'no-answer', note: '', round: '0' })).toMatchObject({
      status: 303,
      to: '/work/w-1?said=call-logged',
    })
    const after = await page('/work/w-1?said=call-logged')
    expect(after).toContain('Đã ghi kết quả cuộc gọi.')
    expect(after).toContain('Hanh, 09:00 10/03/2027, điện thoại: Không nghe máy')
    expect(after).toContain('Đã gọi 1/3 lần')
    expect(after).toContain('lần sau gọi vào buổi khác')
    expect(await audit()).toEqual(['log-call w-1 1 done: hanh@example.com'])
  })

  test('with a further call that was agreed: it stands on the list of who agreed on it, and leads back', async () => {
    const { as, work } = await office(CALL)
    const form = { disposition: 'satisfied', note: 'khách vui', round: '0', 'follow-up-days': '5' }
    const refused = await as('Hanh').send('/work/w-1/call', { ...form, disposition: 'busy' })
    expect([
      refused.status,
      refused.page.includes('name="follow-up-days" type="number" min="1" max="60" inputmode="numeric" value="5"'),
    ]).toEqual([409, true])
    expect((await as('Hanh').send('/work/w-1/call', { ...form, 'follow-up-days': 'mai' })).page).toContain(
      'sau 1 đến 60 ngày làm việc',
    )
    expect((await as('Hanh').send('/work/w-1/call', form)).status).toBe(303)
    const further = (await work.ofCustomer('c-001')).find(({ subject }) => subject.is === 'follow-up')
    expect(await as('Hanh').page('/work?whose=mine')).toContain('Gọi hỏi thăm lại')
    const page = await as('Hanh').page(`/work/${further?.workId}`, 'en')
    expect(page).toContain('Follow-up call')
    expect(page).toContain('agreed with the customer to ask again after 5 working days')
    expect(page).toContain('href="/work/w-1"')
  })

  test('an agreed time is written in the company’s zone, shown as a promise, and one that is not possible keeps what was typed', async () => {
    const { as, work } = await office(CALL)
    const { page, send } = as('Hanh')
    const late = await send('/work/w-1/call', {
      disposition: 'call-back',
      'call-back-at': '2027-03-09T10:00',
      note: 'khách bận họp',
      round: '0',
    })
    expect(late.status).toBe(409)
    expect(late.page).toContain('Giờ hẹn đã qua.')
    expect(late.page).toContain('>khách bận họp</textarea>')
    await send('/work/w-1/call', {
      disposition: 'call-back',
      'call-back-at': '2027-03-11T10:15',
      note: 'khách bận họp',
      round: '0',
    })
    expect((await work.get('w-1'))?.dueAt).toBe('2027-03-11T03:15:00.000Z')
    expect(await page('/work/w-1')).toContain('Gọi lại đúng 10:15 11/03/2027: đã hẹn với khách.')
    expect(await page('/work/w-1', 'en')).toContain('Ring at 10:15 11 March 2027')
  })

  test.each<[string, Record<string, string>, string]>([
    ['no outcome', {}, 'Hãy chọn cuộc gọi kết thúc thế nào.'],
    ['an outcome that is none', { disposition: 'sold' }, 'Hãy chọn cuộc gọi kết thúc thế nào.'],
    ['a time that is none', { disposition: 'call-back', 'call-back-at': '2027-02-30T10:00' }, 'cần ngày giờ đã hẹn'],
    ['a complaint without a word', { disposition: 'complaint' }, 'cần vài lời'],
    ['a note of a megabyte', { disposition: 'satisfied', note: 'x'.repeat(100_000) }, 'Dài quá'],
    ['a form from before a reopening', { disposition: 'satisfied', round: '3' }, 'Trang bạn vừa xem đã cũ'],
    ['a way that the form does not offer', { disposition: 'satisfied', way: 'fax' }, 'không có trong danh sách'],
    ['a stop for whom the form does not offer', { disposition: 'do-not-call', stop: 'all' }, 'không có trong danh sách'],
    [
      'an answer about the first contact that is none',
      { disposition: 'satisfied', 'at-first': 'perhaps' },
      'không có trong danh sách',
    ],
    ['a changed name of the attempt', { disposition: 'satisfied', attempt: 'x' }, 'không có trong danh sách'],
    ['a changed count of the attempts seen', { disposition: 'satisfied', seen: 'x' }, 'Trang bạn vừa xem đã cũ'],
  ])('%s is refused in clear words, and nothing is written', async (_what, form, words) => {
    const { as, work } = await office(CALL)
    const answer = await as('Hanh').send('/work/w-1/call', { note: '', round: '0', ...form })
    expect(answer.status).toBe(409)
    expect(answer.page).toContain(words)
    expect((await work.get('w-1'))?.events).toHaveLength(1)
  })

  test('a complaint told in the call is work of its own, with the customer’s words', async () => {
    const { as } = await office(CALL)
    await as('Hanh').send('/work/w-1/call', { disposition: 'complaint', note: 'trà bị ẩm', round: '0' })
    const list = await as('Mai').page('/work')
    expect(list).toContain('Khiếu nại')
    const opened = /href="(\/work\/told_w-1_[^"?]+)"/.exec(list)?.[1] ?? ''
    const told = await as('Mai').page(opened)
    expect(told).toContain('trà bị ẩm')
    expect(told).toContain('data-act="close"')
  })

  test('a page from before this list still closes a call in words', async () => {
    const { as, work } = await office(CALL)
    const answer = await as('Hanh').send('/work/w-1/close', { note: 'đã gọi', reached: 'yes', round: '0' })
    expect(answer.status).toBe(303)
    expect((await work.get('w-1'))?.events.at(-1)).toMatchObject({ is: 'closed', reached: true })
  })

  test('a refused form comes back with all that was chosen and typed, and is still one attempt', async () => {
    const { as } = await office(CALL)
    const attempt = '01234567-89ab-4cde-8f01-23456789abcd'
    const chosen = { disposition: 'do-not-call', stop: 'number', way: 'zalo-call', 'call-back-at': '2027-03-11T10:15', attempt }
    const { page } = await as('Hanh').send('/work/w-1/call', { ...chosen, note: 'x'.repeat(3_000), round: '0' })
    for (const part of [
      'value="do-not-call" required checked',
      '<option value="number" selected>',
      '<option value="zalo-call" selected>',
      'value="2027-03-11T10:15"',
      `name="attempt" value="${attempt}"`,
    ])
      expect(page).toContain(part)
  })

  test('of a customer who wants no calls the form says so, and of another it does not', async () => {
    const { as, stores } = await office(CALL)
    expect(await as('Hanh').page('/work/w-1')).not.toContain('Khách này đã nói không muốn nhận cuộc gọi.')
    const decided = { decision: 'withdrawn', at: NOW } as const
    await stores.customers.setConsents('c-001', { 'care/call': decided })
    expect(await as('Hanh').page('/work/w-1')).toContain('Khách này đã nói không muốn nhận cuộc gọi.')
  })

  test('a stop noted after a colleague had ended the call is in force, and the page says both', async () => {
    const { as, stores, audit } = await office(CALL)
    await as('Mai').send('/work/w-1/call', { disposition: 'satisfied', note: '', round: '0' })
    const late = await as('Hanh').send('/work/w-1/call', { disposition: 'do-not-call', note: '', round: '0' })
    expect(late).toMatchObject({ status: 303, to: '/work/w-1?said=stop-in-force' })
    expect(await as('Hanh').page('/work/w-1?said=stop-in-force')).toContain('đã có hiệu lực')
    expect(Object.keys((await stores.customers.get('c-001'))?.consents ?? {})).toHaveLength(3)
    expect(await audit()).toContain('log-call w-1 1 done: hanh@example.com')
  })
})
