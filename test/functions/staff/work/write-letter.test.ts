/** The page on which staff write to the customer of a case: what they begin with, the preview, and one sending. */
import { resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { acceptNotice } from '#app/campaigns/accept-notice.ts'
import { CASE_TEMPLATES } from '#core/audience/case-mail.ts'
import { closed } from '#core/work/history.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { compileTemplates } from '#local/templates/compile-templates.ts'
import { NOW, office } from '#test/functions/staff/work/work-office.ts'
import { aPlaybook } from '#test/support/recurring-builders.ts'
import { aPerson, assignedTo, closingOn, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'
import { type CompiledTemplates, wordsIn } from '#web/rendering/compiled-template.ts'

const CASE = storedCase({ workId: 'w-1', events: [openedAt('2027-03-09T02:00:00.000Z')] })
const LETTER = {
  mailId: 'm-1',
  subject: 'Về hộp trà',
  text: 'Chị Lan thân mến,\n\nChúng tôi đổi <b>hộp trà</b>.',
  purpose: 'asks',
  seen: '0',
  what: 'send',
}
let templates: CompiledTemplates
beforeAll(async () => {
  templates = (await compileTemplates(resolve(import.meta.dirname, '../../../../templates'))).templates
})

async function atWork(...items: readonly WorkItem[]) {
  const all = await office(...(items.length > 0 ? items : [CASE]))
  const words = memoryWordsStore()
  for (const template of CASE_TEMPLATES)
    await acceptNotice(words, { words: wordsIn(templates, template)!, at: NOW, by: 'a test' })
  return { ...all, office: all, as: (who: Parameters<typeof all.as>[0], over: object = {}) => all.as(who, { words, ...over }) }
}

test('begins with three parts in the customer’s language and form of address, and the case leads to it', async () => {
  const { as } = await atWork()
  expect(await as('Hanh').page('/work/w-1')).toContain('href="/work/w-1/write"')
  const page = await as('Hanh').page('/work/w-1/write', 'en')
  expect(page).toContain('value="Về điều chị phản ánh với Trà Sen"')
  expect(page).toMatch(/<textarea[^>]*>Chị Lan thân mến,\n\nCảm ơn chị đã cho Trà Sen biết\./)
  expect(page).toContain('c-001@example.com')
  expect(page).not.toMatch(/<textarea[^>]*>[^<]*Email:/)
})

test('the preview reads as the customer will read it, and sends nothing', async () => {
  const { as, work, stores } = await atWork()
  const { page, status } = await as('Hanh').send('/work/w-1/write', { ...LETTER, what: 'preview' })
  expect(status).toBe(200)
  expect(page).toContain('data-preview')
  expect(page).toContain('Chúng tôi đổi &lt;b&gt;hộp trà&lt;/b&gt;.')
  expect(page).toContain('Chị cứ trả lời ngay thư này')
  expect(page).toContain('value="m-1"')
  expect(page).toMatch(/value="asks" checked/)
  expect((await work.get('w-1'))?.events).toHaveLength(1)
  expect(stores.notices.waiting()).toEqual([])
  const blank = await as('Hanh').send('/work/w-1/write', { ...LETTER, text: 'vì [điều khách nói]', what: 'preview' })
  expect(blank.page).toContain('còn chỗ trong ngoặc vuông')
})

test('is sent once, stands in the audit log and in the case', async () => {
  const { as, audit, stores } = await atWork()
  const { send, page } = as('Hanh')
  expect(await send('/work/w-1/write', LETTER)).toMatchObject({ status: 303, to: '/work/w-1?said=mail-on-its-way' })
  expect(await send('/work/w-1/write', LETTER)).toMatchObject({ status: 303 })
  expect(stores.notices.waiting()).toEqual(Array(2).fill({ customerId: 'c-001', workId: 'w-1', mailId: 'm-1' }))
  expect(await audit()).toEqual(Array(2).fill('write-to-customer w-1 1 done: hanh@example.com'))
  const shown = await page('/work/w-1?said=mail-on-its-way')
  expect(shown).toContain('Thư đang được gửi cho khách')
  expect(shown).toContain('Hanh gửi thư hỏi khách và chờ trả lời')
  expect(shown).toContain('đang chờ khách trả lời')
})

test('a page gone stale sends nothing, keeps the words, and sends once its author has seen what changed', async () => {
  const { as, stores } = await atWork()
  await as('Bao').send('/work/w-1/severity', { severity: 's2', text: 'gấp', seen: '0' })
  const stale = await as('Hanh').send('/work/w-1/write', LETTER)
  expect(stale.status).toBe(409)
  expect(stale.page).toContain('Trang bạn vừa xem đã cũ')
  expect(stale.page).toContain('Chúng tôi đổi &lt;b&gt;')
  expect(stale.page).toContain('name="seen" value="1"')
  expect(stores.notices.waiting()).toEqual([])
  expect(await as('Hanh').send('/work/w-1/write', { ...LETTER, seen: '1' })).toMatchObject({ status: 303 })
})

test('what breaks down keeps the words, and the form sent again sends them', async () => {
  const { as, stores } = await atWork()
  const notices = { ...stores.notices, mailOfCase: () => Promise.reject(new Error('away')) }
  const broken = await as('Hanh', { notices }).send('/work/w-1/write', LETTER)
  expect(broken.status).toBe(500)
  expect(broken.page).toContain('value="m-1"')
  expect(await as('Hanh').send('/work/w-1/write', LETTER)).toMatchObject({ status: 303 })
  expect(stores.notices.waiting()).toHaveLength(1)
})

test.each([
  [
    'of another team',
    storedCase({ workId: 'w-1', events: [openedAt(NOW), assignedTo(aPerson('bao', 'Chăm sóc'))] }),
    'Vy',
    'nhóm khác',
  ],
  ['that is closed', closed(CASE, closingOn(), (await office()).stores.companyRules), 'Hanh', 'đã có người đóng'],
  [
    'of a customer who is not known',
    storedCase({ workId: 'w-1', customerId: null, events: [openedAt(NOW)] }),
    'Hanh',
    'Không có khách nào để viết',
  ],
] as const)('a case %s shows why, and sends nothing', async (_what, item, who, why) => {
  const { as, stores } = await atWork(item)
  const page = await as(who).page('/work/w-1/write')
  expect(page).toMatch(/<fieldset disabled/)
  const sent = await as(who).send('/work/w-1/write', LETTER)
  expect(sent.status).toBe(409)
  expect(`${page}${sent.page}`.toLowerCase()).toContain(why.toLowerCase())
  expect(stores.notices.waiting()).toEqual([])
})

test('without words in force staff are told whom to ask; what is no case has no such page', async () => {
  const { office: plain, as } = await atWork(CASE, storedWork({ workId: 'call-1' }))
  const words = memoryWordsStore()
  expect((await as('Hanh', { words }).send('/work/w-1/write', LETTER)).page).toContain('care accept')
  expect(await plain.as('Hanh', { words }).page('/work/w-1/write')).toMatch(/<textarea[^>]*><\/textarea>/)
  expect(await as('Hanh').status('/work/call-1/write')).toBe(404)
  expect(await as('Hanh').status('/work/none/write')).toBe(404)
  expect(await as('Duong').status('/work/w-1/write')).toBe(403)
})

test('a case whose customer says that it is not solved is marked, on its screen and on the list, until staff go on', async () => {
  const by = { is: 'staff', name: 'Hanh' } as const
  const mail = { mailId: 'm-1', subject: 'Đã ổn chưa' }
  const told: WorkItem = {
    ...CASE,
    events: [
      openedAt('2027-03-09T02:00:00.000Z'),
      { is: 'moved', at: '2027-03-09T03:00:00.000Z', by, to: 'follow-up', note: 'đổi hộp' },
      { is: 'waiting', at: '2027-03-09T04:00:00.000Z', by, note: 'đã ổn chưa ạ', mail, solved: true },
      {
        is: 'customer-said',
        at: '2027-03-09T05:00:00.000Z',
        by: { is: 'system' },
        solved: false,
        note: 'vẫn mốc',
        mailId: 'm-1',
      },
    ],
  }
  const { as } = await atWork(told)
  for (const path of ['/work/w-1', '/work?whose=everybody']) expect(await as('Hanh').page(path)).toContain('khách nói chưa ổn')
  expect(await as('Hanh').page('/work/w-1')).toContain('data-case="propose"')
  await as('Hanh').send('/work/w-1/describe', { category: 'other', type: '', department: '', seen: '3' })
  await as('Hanh').send('/work/w-1/move', { to: 'follow-up', text: 'gửi hộp mới', seen: '4' })
  expect(await as('Hanh').page('/work/w-1')).not.toContain('khách nói chưa ổn')
})

test('begins with the reply of the playbook of its category, below the same greeting', async () => {
  const described = {
    is: 'described',
    at: '2027-03-09T02:00:00.000Z',
    by: { is: 'staff', name: 'Hạnh' },
    category: 'delivery',
    fields: {},
  }
  const { office: all, as } = await atWork({ ...CASE, events: [...CASE.events, described] as never })
  expect(await as('Hanh').page('/work/w-1/write')).toContain('Cảm ơn chị đã cho Trà Sen biết.')
  const words = memoryWordsStore()
  for (const template of CASE_TEMPLATES)
    await acceptNotice(words, { words: wordsIn(templates, template)!, at: NOW, by: 'a test' })
  const { page } = all.as('Hanh', { words }, { playbooks: [aPlaybook()] })
  expect(await page('/work/w-1/write')).toMatch(
    /<textarea[^>]*>Chị Lan thân mến,\n\nTrà Sen xin lỗi chị vì hàng đến trễ\.\n\nHàng sẽ đến \[ngày\]\.\n\nChúng tôi sẽ hỏi lại chị\.<\/textarea>/,
  )
  expect(await page('/work/w-1/write?purpose=solved')).not.toContain('hàng đến trễ')
  const shown = await page('/work/w-1')
  expect(shown).toMatch(
    /data-playbook="2".*Hỏi kho giao lúc nào.*Không hứa ngày giao thay kho.*Bản 2, ngày 01\/02\/2027, Mai sửa: Thêm giới hạn/s,
  )
  expect(await page('/work/w-1', 'en')).toContain('Ask the stock when it left')
})

test('a case of a category without a playbook, and one without a category, show none', async () => {
  const { office: all } = await atWork()
  expect(await all.as('Hanh', {}, { playbooks: [aPlaybook()] }).page('/work/w-1')).not.toContain('data-playbook')
})
