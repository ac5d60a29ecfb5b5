import { describe, expect, test } from 'vitest'
import { viewOccurrence } from '#app/operating/occurrence-view.ts'
import { resend } from '#app/operating/resend.ts'
import type { Role } from '#core/staff/role.ts'
import { actRoutes } from '#functions/staff/acts/act-flow.ts'
import { decisionActs } from '#functions/staff/acts/decision-acts.ts'
import { readDecisions } from '#functions/staff/occurrences/decisions.ts'
import { type Desk, deskSystem, figuresOn, visiting } from '#test/functions/staff/acts/desk.ts'
import { readLines } from '#test/support/audit-lines.ts'
import { companyWithUnknown, NO_ANSWER, OCCURRENCE, REFUSED, word } from '#test/support/unknown-mail.ts'
import { DECISION_ACTS } from '#web/staff/acts/decision-acts.ts'
import { saidDone } from '#web/staff/acts/said-done.ts'

const HOA = 'hoa@trasen.example.com'
const pathOf = (act: string, customerId = 'c-001') => `/occurrences/${OCCURRENCE}/people/${customerId}/${act}`
const BUSY = { banner: 'Thời gian đang chạy', path: '/clock', because: 'Thời gian đang chạy: hãy dừng lại trước.' }

async function office(
  desk: Desk & {
    readonly failed?: true
    readonly breaks?: true
    readonly paused?: true
    readonly taken?: true
    readonly waits?: boolean
  } = {},
) {
  const company = await companyWithUnknown(desk.failed ? { answer: REFUSED } : {})
  const { stores } = company
  const { system, auditLog } = deskSystem(desk)
  if (desk.paused)
    await stores.campaigns.setState({
      campaignId: 'tenth-of-march',
      from: 'active',
      state: 'paused',
      at: '2027-03-10T02:20:00.000Z',
      by: 'Mai',
      because: 'x',
    })
  const { decide, putBatch } = stores.occurrences
  const occurrences: typeof stores.occurrences = {
    ...stores.occurrences,
    decide: desk.breaks ? () => Promise.reject(new Error('the table is throttled')) : decide,
    putBatch: async (batch) => {
      const written = await putBatch(batch)
      // A sender takes the batch right behind the decision.
      if (desk.taken) await putBatch({ ...batch, state: 'sending', version: batch.version + 1 })
      return written
    },
  }
  /** Minh sends once more, and of the second mail it is as little known as of the first. */
  const anotherMail = async () => {
    await resend(stores, word({ by: 'Minh' }))
    stores.mailer.answer('c-001@example.com', NO_ANSWER)
    await company.until('2027-03-10T02:40:00.000Z')
  }
  const alone: typeof system.alone = async (act) => {
    if (desk.waits) await anotherMail()
    return act()
  }
  const acts = decisionActs({ ...system, alone, stores: { ...stores, occurrences } })
  const visit = visiting(actRoutes({ ...system, stores: { auditLog } }, acts), { ...desk, auditLog })
  return { ...visit, auditLog, stores, anotherMail, hers: async () => (await company.outcomes(OCCURRENCE))['c-001'] }
}

test('the page shows the evidence, whom it is about, and what one more mail costs', async () => {
  const { page } = await office()
  const html = await page(pathOf('resend'))
  expect(html).toContain('timeout after 10 s')
  expect(html).toContain('chưa báo gì thêm')
  expect(html).toContain('Nguyễn Thị Lan')
  expect(figuresOn(html)).toMatchObject({ people: '1' })
  expect(figuresOn(html).cost).toMatch(/^5\s₫$/)
})

test.each([
  ['settle-sent', 'sent', 'settled-sent'],
  ['settle-not-sent', 'failed', 'settled-not-sent'],
  ['resend', 'deferred', 'resend'],
] as const)('%s leads back, keeps who and why, and stands in the log', async (act, state, decision) => {
  const { send, hers, stores, log, auditLog } = await office({ role: 'lead' })
  expect(await send(pathOf(act), { because: 'chị đã gọi' })).toMatchObject({
    status: 303,
    goesTo: `/occurrences/${OCCURRENCE}?done=${act}`,
  })
  expect(await hers()).toMatchObject({ state })
  expect(await stores.occurrences.decisions(OCCURRENCE)).toMatchObject([{ decision, by: 'Hoa', because: 'chị đã gọi' }])
  expect(await log()).toEqual([`done ${act} occurrence ${OCCURRENCE} 1 ${HOA}`])
  const found = readLines(await auditLog.pageAbout({ id: 'c-001', limit: 9 }))
  expect(found.map((line) => `${line.result} ${line.act} ${line.on?.id}`)).toEqual([
    `done ${act} ${OCCURRENCE}`,
    `begun ${act} ${OCCURRENCE}`,
  ])
})

test.each<[Role, number]>([
  ['agent', 403],
  ['director', 403],
  ['marketing', 200],
])('a %s opens it: %i', async (role, status) => {
  const { open, send, log, hers } = await office({ role })
  expect((await open(pathOf('resend'))).status).toBe(status)
  if (status === 200) return
  expect((await send(pathOf('resend'), { because: 'x', counted: 'unknown people=1' })).status).toBe(403)
  expect([await log(), (await hers())?.state]).toEqual([[], 'unknown'])
})

test.each([
  ['no reason', 'settle-sent', { because: '' }, {}, 422, 'Hãy cho biết vì sao'],
  ['settled meanwhile', 'settle-sent', { because: 'x', counted: 'failed people=1' }, {}, 409, 'Tình hình đã đổi'],
  ['time moves', 'resend', { because: 'x' }, { busy: BUSY }, 409, 'hãy dừng lại trước'],
  ['failed is a fact', 'settle-sent', { because: 'x' }, { failed: true }, 409, 'không còn gì để quyết định'],
] as const)('%s: refused, without a line', async (_, act, form, desk, status, said) => {
  const { send, log } = await office(desk)
  const answer = await send(pathOf(act), form)
  expect(answer.status).toBe(status)
  expect(answer.html).toContain(said)
  expect(await log()).toEqual([])
})

test('a failed mail can be sent once more', async () => {
  const { send, hers } = await office({ failed: true })
  expect((await send(pathOf('resend'), { because: 'đã sửa địa chỉ' })).status).toBe(303)
  expect(await hers()).toMatchObject({ state: 'deferred', because: 'resend' })
})

test('what the use case refuses is said in words, and is a second line', async () => {
  const { send, log, hers } = await office({ paused: true })
  const answer = await send(pathOf('resend'), { because: 'chị nhờ' })
  expect(answer.status).toBe(409)
  expect(answer.html).toContain('đang tạm dừng hoặc đã hủy')
  expect(await hers()).toMatchObject({ state: 'unknown' })
  expect((await log()).map((line) => line.split(' ')[0])).toEqual(['refused'])
})

test('a decision that won its row before a sender took it is told as recorded, on the page as well', async () => {
  const { page, send, hers, log } = await office({ taken: true })
  const path = `/occurrences/${OCCURRENCE}?done=recorded`
  expect(await send(pathOf('settle-sent'), { because: 'chị đã gọi' })).toMatchObject({ status: 303, goesTo: path })
  expect(await hers()).toMatchObject({ state: 'unknown', decided: { decision: 'settled-sent', by: 'Hoa' } })
  expect((await log()).map((line) => line.split(' ')[0])).toEqual(['done'])
  expect(String(saidDone('recorded', 'vi'))).toContain('chưa thực hiện')
  expect(await page(pathOf('settle-sent'))).toContain('Hoa đã quyết định lúc')
})

describe.each(['settle-not-sent', 'resend'] as const)('%s of somebody who looked at the first mail', (act) => {
  test('is not taken for a word on the second, which another sent meanwhile', async () => {
    const { page, send, anotherMail, hers, log } = await office()
    const html = await page(pathOf(act))
    await anotherMail()
    const answer = await send(pathOf(act), { because: 'chị đã gọi', html })
    expect(answer.status).toBe(409)
    expect(answer.html).toContain('Tình hình đã đổi')
    expect([await hers(), await log()]).toEqual([expect.not.objectContaining({ decided: expect.anything() }), []])
    expect(await hers()).toMatchObject({ state: 'unknown' })
  })

  test('nor when the other was quicker by a moment: it is refused in words of its own', async () => {
    const { send, stores, hers } = await office({ waits: true })
    const answer = await send(pathOf(act), { because: 'chị đã gọi' })
    expect(answer.status).toBe(409)
    expect(answer.html).toContain('Một thư nữa đã được gửi cho khách này từ lúc bạn xem')
    expect(await hers()).toMatchObject({ state: 'unknown' })
    expect((await stores.occurrences.decisions(OCCURRENCE)).map(({ by }) => by)).toEqual(['Minh'])
  })
})

test('the form sent twice decides once', async () => {
  const { page, send, log } = await office()
  const html = await page(pathOf('settle-sent'))
  expect((await send(pathOf('settle-sent'), { because: 'x', html })).status).toBe(303)
  expect((await send(pathOf('settle-sent'), { because: 'x', html })).status).toBe(409)
  expect(await log()).toHaveLength(1)
})

test('what breaks off has a second line', async () => {
  const { send, log } = await office({ breaks: true })
  expect((await send(pathOf('settle-sent'), { because: 'x' })).status).toBe(500)
  expect((await log()).map((line) => line.split(' ')[0])).toEqual(['failed'])
})

test.each([
  [pathOf('resend', 'c-404'), 'Khách này không thuộc dịp này, hoặc đã được xóa'],
  ['/occurrences/none_2027-03-10/people/c-001/resend', 'Không có dịp này'],
])('there is no %s: %s', async (path, said) => {
  const { open, send, log } = await office()
  const page = await open(path)
  expect(page.status).toBe(404)
  expect(await page.text()).toContain(said)
  expect(await send(path, { because: 'x', counted: 'unknown people=1' })).toMatchObject({ status: 404 })
  expect(await log()).toEqual([])
})

describe('of an erased customer', () => {
  const ERASED = 'erased-1'
  async function erased() {
    const desk = await office()
    const { stores } = desk
    const html = await desk.page(pathOf('settle-sent'))
    const [batch] = await stores.occurrences.batches(OCCURRENCE)
    const recipients = batch!.recipients.map((each) => (each.customerId === 'c-001' ? { ...each, customerId: ERASED } : each))
    await stores.occurrences.putBatch({ ...batch!, recipients, version: batch!.version + 1 })
    return { ...desk, html }
  }

  test.each(DECISION_ACTS)('%s is not offered, and its form is refused with the reason, without a line', async (act) => {
    const { open, send, log, stores } = await erased()
    const page = await open(pathOf(act, ERASED))
    expect(await page.text()).toContain('đã được xóa')
    const answer = await send(pathOf(act, ERASED), { because: 'x', counted: 'unknown people=1' })
    expect(answer.status).toBe(409)
    expect(answer.html).toContain('Khách này đã được xóa: không còn gì để quyết định.')
    expect(answer.html).not.toContain('name="because"')
    expect([await log(), await stores.occurrences.decisions(OCCURRENCE)]).toEqual([[], []])
  })

  test('a form that was opened before the erasure is told what happened', async () => {
    const { send, html } = await erased()
    const answer = await send(pathOf('settle-sent'), { because: 'x', html })
    expect(answer.status).toBe(404)
    expect(answer.html).toContain('Khách này không thuộc dịp này, hoặc đã được xóa')
  })

  test('no list offers a decision', async () => {
    const { stores } = await erased()
    const detail = await viewOccurrence(stores.occurrences, OCCURRENCE)
    expect((await readDecisions(stores, { detail: detail!, page: 1, decidedPage: 1 })).undecided.shown).toEqual([])
  })
})
