/** The forms about compensation on the screen of a case: who may what, what stands in the audit log, and what comes back when one is refused. */
import { expect, test } from 'vitest'
import { compensationsOf } from '#core/work/case/compensations.ts'
import { waitingCompensation } from '#functions/staff/today/waiting-compensation.ts'
import { office, PEOPLE } from '#test/functions/staff/work/work-office.ts'
import { aCatalogue, askedCompensation, COMPENSATION } from '#test/support/compensation-builders.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { compensationWaits } from '#web/staff/today/compensation-waits.ts'

const OPENED = openedAt('2027-03-09T02:00:00.000Z')
const CASE = storedCase({ workId: 'w-1', events: [OPENED] })
const WAITING = storedCase({ workId: 'w-1', events: [OPENED, askedCompensation()] })
const RULES = { compensation: aCatalogue() }
const ASK = { 'compensation-id': COMPENSATION, item: 'refund', amount: '200.000', text: 'trà bị mốc' }
const WHICH = { 'compensation-id': COMPENSATION }

test('compensation is asked for, approved by another person and given, and each page says what comes next', async () => {
  const { as, work, audit } = await office(CASE)
  const [hanh, mai] = [as('Hanh', {}, RULES), as('Mai', {}, RULES)]
  const empty = await hanh.page('/work/w-1')
  expect(empty).toContain('href="#compensate"')
  expect(empty).toContain('Hoàn tiền: đến 900.000')
  expect(empty).toContain('Hạn mức tháng này còn 1.000.000')
  expect(await hanh.send('/work/w-1/compensate', ASK)).toMatchObject({ status: 303, to: '/work/w-1?said=compensation-asked' })
  const asked = await hanh.page('/work/w-1')
  expect(asked).toContain('data-compensation="asked"')
  expect(asked).toContain('Duyệt được: Mai, Chau')
  expect(asked).toContain('Hạn mức tháng này còn 800.000')
  expect(asked).toContain('Hanh đề nghị bù đắp, chờ duyệt')
  expect(asked).toContain('Bạn không tự duyệt khoản do chính mình đề nghị')
  expect(await mai.send('/work/w-1/decide-compensation', { ...WHICH, decision: 'approve' })).toMatchObject({
    to: '/work/w-1?said=compensation-approved',
  })
  expect(await hanh.send('/work/w-1/give-compensation', { ...WHICH, text: 'chuyển khoản số 12' })).toMatchObject({
    to: '/work/w-1?said=compensation-given',
  })
  expect(compensationsOf((await work.get('w-1'))!)).toMatchObject([{ state: 'given', last: { amount: 200_000 } }])
  const given = await hanh.page('/work/w-1')
  expect(given).toContain('khách đã nhận')
  expect(given).not.toContain('data-act="decide-compensation"')
  expect(given).not.toContain('data-act="withdraw-compensation"')
  expect(await audit()).toEqual([
    'compensate w-1 1 done: hanh@example.com',
    'decide-compensation w-1 1 done: mai@example.com',
    'give-compensation w-1 1 done: hanh@example.com',
  ])
})

test('the same form twice is one, and a form that is refused comes back with what was written', async () => {
  const { as, work } = await office(CASE)
  const { send } = as('Hanh', {}, RULES)
  for (const _ of [1, 2]) expect((await send('/work/w-1/compensate', ASK)).status).toBe(303)
  expect(compensationsOf((await work.get('w-1'))!)).toHaveLength(1)
  const refused = await send('/work/w-1/compensate', { ...ASK, 'compensation-id': '', amount: '-1', text: '<b>lời' })
  expect(refused.status).toBe(409)
  expect(refused.page).toContain('Số tiền phải là số nguyên lớn hơn 0')
  expect(refused.page).toContain('&lt;b&gt;lời')
  expect(refused.page).toContain('value="-1"')
})

test.each([
  ['Hanh', 'Bạn không tự duyệt'],
  ['Bao', 'Khoản ấy vượt mức bạn được duyệt'],
  ['Vy', 'Việc này của nhóm khác'],
] as const)('%s may not approve it', async (who, words) => {
  const owned = { ...WAITING, events: [...WAITING.events, assignedToCare()] } as typeof WAITING
  const { as, work } = await office(owned)
  const refused = await as(who, {}, RULES).send('/work/w-1/decide-compensation', { ...WHICH, decision: 'approve' })
  expect(refused.status).toBe(409)
  expect(refused.page).toContain(words)
  expect(compensationsOf((await work.get('w-1'))!)).toMatchObject([{ state: 'asked' }])
})

test('those who may not work on cases have no such form', async () => {
  const { as } = await office(WAITING)
  for (const who of ['Huy', 'Duong'] as const)
    expect((await as(who, {}, RULES).send('/work/w-1/decide-compensation', { ...WHICH, decision: 'approve' })).status).toBe(403)
})

test('Enter behind the reason of a refusal does not approve: browsers press the first button of a form', async () => {
  const { as } = await office(WAITING)
  const page = await as('Mai', {}, RULES).page('/work/w-1')
  const form = page.slice(page.indexOf('id="decide-text"'))
  expect(/<button[^>]* value="(\w+)"/.exec(form)?.[1]).toBe('refuse')
})

test('a form without a button approves nothing', async () => {
  const { as, work } = await office(WAITING)
  const { send } = as('Mai', {}, RULES)
  expect((await send('/work/w-1/decide-compensation', WHICH)).page).toContain('Hãy ghi vài lời')
  expect(await send('/work/w-1/decide-compensation', { ...WHICH, text: 'quá nhiều' })).toMatchObject({
    to: '/work/w-1?said=compensation-refused',
  })
  expect(compensationsOf((await work.get('w-1'))!)).toMatchObject([{ state: 'refused' }])
})

test('a customer who has not agreed to advertising gets no voucher, and the page says why', async () => {
  const { as } = await office(CASE)
  const { page, send } = as('Mai', {}, RULES)
  const shown = await page('/work/w-1')
  expect(shown).toContain('data-voucher="no-consent"')
  expect(shown).toContain('Khách này chưa đồng ý nhận quảng cáo')
  expect(shown).toMatch(/value="voucher" required disabled>/)
  expect((await send('/work/w-1/compensate', { ...ASK, item: 'voucher', amount: '' })).page).toContain(
    'Phiếu mua hàng là quảng cáo',
  )
})

test('without a catalogue the page says what to do, and a form of before is refused', async () => {
  const { as } = await office(CASE)
  const { page, send } = as('Hanh')
  const shown = await page('/work/w-1')
  expect(shown).toContain('campaigns/compensation.json')
  expect(shown).not.toContain('data-act="compensate"')
  expect((await send('/work/w-1/compensate', ASK)).status).toBe(409)
})

test('a store that fails books nothing that the case does not have, and the page says so', async () => {
  const { as, stores, work } = await office(CASE)
  const budgets = { ...stores.budgets, put: async () => Promise.reject(new Error('down')) }
  expect((await as('Hanh', { budgets }, RULES).send('/work/w-1/compensate', ASK)).status).toBe(500)
  expect((await work.get('w-1'))?.events).toHaveLength(1)
})

test('what waits stands on the first page of those who may approve it, until one of them has', async () => {
  const { as, stores } = await office(CASE)
  await as('Hanh', {}, RULES).send('/work/w-1/compensate', ASK)
  const seenBy = async (name: string) => {
    const visitor = PEOPLE.find((one) => one.name === name) ?? null
    const companyRules = { ...stores.companyRules, ...RULES }
    const waiting = await waitingCompensation({ stores, companyRules }, visitor)
    return String(compensationWaits(waiting, aFrame('vi', { company: companyRules.company })))
  }
  expect(await seenBy('Hanh')).toBe('')
  expect(await seenBy('Duong')).toBe('')
  for (const name of ['Mai', 'Chau']) {
    expect(await seenBy(name)).toContain('href="/work/w-1#decide-compensation"')
    expect(await seenBy(name)).toContain('Hanh đề nghị lúc')
  }
  await as('Mai', {}, RULES).send('/work/w-1/decide-compensation', { ...WHICH, decision: 'approve' })
  expect(await seenBy('Chau')).toBe('')
})

const assignedToCare = () => ({
  is: 'assigned' as const,
  at: '2027-03-09T02:30:00.000Z',
  by: { is: 'system' as const },
  to: { is: 'team' as const, team: 'Chăm sóc' },
})
