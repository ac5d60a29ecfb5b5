import { expect, test } from 'vitest'
import type { PutBack } from '#app/ports/dead-letters.ts'
import { actRoutes } from '#functions/staff/acts/act-flow.ts'
import { againActs } from '#functions/staff/acts/again-acts.ts'
import { type Desk, deskSystem, figuresOn, visiting } from '#test/functions/staff/acts/desk.ts'
import { CLOSED, companyWithUnknown, OCCURRENCE } from '#test/support/unknown-mail.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { redriveActView } from '#web/staff/acts/again-acts.ts'

/** The batch waits for its hour. */
const BEFORE = '2027-03-10T01:00:00.000Z'
const HOA = 'hoa@trasen.example.com'
const PUT_BACK: readonly PutBack[] = [{ queue: 'orders', found: 3, putBack: 2, unreadable: 1 }]

async function office(desk: Desk & { readonly until?: string; readonly breaks?: true } = {}) {
  const { stores } = await companyWithUnknown(desk.until === undefined ? {} : { until: desk.until })
  const { system, auditLog } = deskSystem(desk)
  let letters = 3
  const deadLetters = {
    waiting: async () => letters,
    putBack: async () => {
      if (desk.breaks) throw new Error('the queue is away')
      letters = 1
      return PUT_BACK
    },
  }
  const acts = againActs({ ...system, stores, deadLetters })
  const role = desk.role ?? 'operator'
  return { ...visiting(actRoutes({ ...system, stores: { auditLog } }, acts), { role, auditLog }), stores }
}

test.each([
  ['plan', 'plan-again'],
  ['send', 'send-again'],
] as const)(
  'to %s again puts the work on the queue, says that nothing changed, and keeps the ground in the log',
  async (act, named) => {
    const { page, send, stores, log } = await office({ until: BEFORE })
    expect(figuresOn(await page(`/occurrences/${OCCURRENCE}/${act}`))).toMatchObject({ parts: '1', waiting: '2', sent: '0' })
    const answer = await send(`/occurrences/${OCCURRENCE}/${act}`, { ground: 'own-check' })
    expect(answer.goesTo).toBe(`/occurrences/${OCCURRENCE}?did=${act}&before=0&after=0&same=yes`)
    const { slices, batches } = stores.queues.waiting()
    expect([slices.length, batches.length]).toEqual(act === 'plan' ? [1, 0] : [0, 1])
    expect(await log()).toEqual([`done ${named} occurrence ${OCCURRENCE} 2 ${HOA} own-check`])
  },
)

test.each(['plan', 'send'] as const)(
  'to %s again where the queues are not waited for: the page is told what was handed out, not what came of it',
  async (act) => {
    const { send } = await office({ drained: 'queued', until: BEFORE })
    const answer = await send(`/occurrences/${OCCURRENCE}/${act}`, { ground: 'own-check' })
    expect(answer.goesTo).toBe(`/occurrences/${OCCURRENCE}?did=${act}&orders=1&since=2027-03-10T02%3A30%3A00.000Z&before=0`)
  },
)

test('dead letters that are put back where the queues are not waited for are not said to be dealt with', async () => {
  const { send } = await office({ drained: 'queued' })
  const answer = await send('/dead-letters/put-back', { ground: 'after-a-failure' })
  expect(answer.goesTo).toBe('/?back=2&unreadable=1&orders=0&since=2027-03-10T02%3A30%3A00.000Z')
})

test('mails that go out while the page is open do not keep a plan from being made again', async () => {
  const path = `/occurrences/${OCCURRENCE}/plan`
  const html = await (await office({ until: BEFORE })).page(path)
  const later = await office()
  expect(figuresOn(await later.page(path)).sent).not.toBe(figuresOn(html).sent)
  expect((await later.send(path, { ground: 'own-check', html })).status).toBe(303)
})

test.each([
  ['vi', 'giao lại lần nữa sẽ không gửi thư nào', 'được gửi;'],
  ['en', 'handed out again, they send nothing', 'is sent;'],
] as const)('where every batch is done the page says that nothing will be sent (%s)', async (language, said, promised) => {
  const { page, send, stores } = await office()
  const path = `/occurrences/${OCCURRENCE}/send`
  const html = await page(path, language)
  expect(html).toContain(said)
  expect(html).not.toContain(promised)
  expect(await (await office({ until: BEFORE })).page(path, language)).toContain(promised)
  expect((await send(path, { ground: 'own-check' })).status).toBe(303)
  expect(stores.queues.waiting().batches).toHaveLength(1)
})

test('an empty queue of dead letters with no open occurrence has nothing to put back', () => {
  const view = redriveActView(aFrame('vi'), { letters: 0, open: 0, busy: null })
  expect(view.refused).toContain('không có gì để trả về')
  expect(view.isForNow).toBe(false)
  expect(redriveActView(aFrame('vi'), { letters: 0, open: 1, busy: null }).refused).toBeNull()
})

test.each([
  ['no ground', {}],
  ['a ground of another act', { ground: 'customer-asked' }],
  ['no ground at all', { ground: 'because' }],
])('%s: nothing is done', async (_, form) => {
  const { send, log, stores } = await office({ until: BEFORE })
  expect((await send(`/occurrences/${OCCURRENCE}/send`, form)).status).toBe(422)
  expect([await log(), stores.queues.waiting().batches]).toEqual([[], []])
})

test('a closed occurrence has nothing left to do', async () => {
  const { send } = await office({ until: CLOSED })
  const answer = await send(`/occurrences/${OCCURRENCE}/plan`, { ground: 'own-check' })
  expect(answer.status).toBe(409)
  expect(answer.html).toContain('đã khép lại')
})

test('dead letters go back once', async () => {
  const { page, send, log } = await office()
  const html = await page('/dead-letters/put-back')
  expect(figuresOn(html)).toEqual({ letters: '3', open: '1' })
  expect((await send('/dead-letters/put-back', { ground: 'after-a-failure', html })).goesTo).toBe('/?back=2&unreadable=1')
  // The page shows three, and one is left.
  expect((await send('/dead-letters/put-back', { ground: 'after-a-failure', html })).status).toBe(409)
  expect(await log()).toEqual([`done redrive everything - ${HOA} after-a-failure`])
})

test('a queue that is away: the log says that it broke off', async () => {
  const { send, log } = await office({ breaks: true })
  expect((await send('/dead-letters/put-back', { ground: 'after-a-failure' })).status).toBe(500)
  expect((await log()).map((line) => line.split(' ')[0])).toEqual(['failed'])
})

test.each(['agent', 'lead', 'head', 'marketing', 'director'] as const)('a %s may do none of it', async (role) => {
  const { open } = await office({ role })
  for (const path of [`/occurrences/${OCCURRENCE}/plan`, `/occurrences/${OCCURRENCE}/send`, '/dead-letters/put-back'])
    expect((await open(path)).status).toBe(403)
})

test('the title of the page names what is put back, and not the page to which the way back leads', async () => {
  const { page } = await office()
  const html = await page('/dead-letters/put-back')
  expect(html).toMatch(/<title>Trả tin lỗi về hàng đợi · /)
  expect(html).toContain('← Hôm nay</a>')
})
