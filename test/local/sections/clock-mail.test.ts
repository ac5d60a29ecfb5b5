/** The clocks of a case on the whole local system: the alarms ring as the clock moves, staff are mailed, and the screen tells what was sent and what is to come. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantAt } from '#core/time/zone.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { smallCompany } from '#test/support/small-company.ts'

const company = smallCompany({ startOn: '2027-03-01', campaigns: [] })
const at = (day: string, time: string) => instantAt(day, time, 'Asia/Ho_Chi_Minh')
let system: RunningSystem
let path: string
beforeAll(async () => {
  system = await company.start()
  await moveTo(at('2027-03-01', '09:00'))
  const body = new URLSearchParams({ case: crypto.randomUUID(), what: 'complaint', note: 'hộp quà bị vỡ' })
  await post('agent', '/customers/KH02/case', body)
  const [item] = await system.stack.stores.work.ofCustomer('KH02')
  path = `/work/${encodeURIComponent(item?.workId ?? '')}`
})
afterAll(async () => {
  await system?.stop()
  company.remove()
})

async function moveTo(instant: string): Promise<void> {
  system.moves?.to(instant)
  await system.moves?.idle()
}

async function post(role: 'agent' | 'lead' | 'head', to: string, body: URLSearchParams): Promise<void> {
  const headers = { cookie: await signedIn(system, role), origin: system.url }
  const answer = await fetch(`${system.url}${to}`, { method: 'POST', headers, body, redirect: 'manual' })
  expect(answer.status).toBe(303)
}

const page = async (role: 'agent' | 'lead' | 'head') =>
  (await fetch(`${system.url}${path}`, { headers: { cookie: await signedIn(system, role) } })).text()

const mails = (begin: string) =>
  system.stack.mailbox.list({ limit: 100 }).messages.filter(({ subject }) => subject.startsWith(begin))

test('what is to come stands on the screen, and comes by mail as the clock moves, once', async () => {
  expect(await page('agent')).toMatch(/nhắc ở 50% lúc/)
  await moveTo(at('2027-03-01', '17:00'))
  const reminders = mails('Nhắc hạn')
  expect(reminders.map(({ subject }) => /\d+%/.exec(subject)?.[0]).toSorted()).toEqual(['50%', '80%'])
  expect(reminders[0]?.text).toContain(`${system.url}${path}`)
  expect(await page('agent')).toMatch(/đã nhắc .+ ở 50% lúc/)
})

test('taken up by hand it is told at once while the clock stands, and opening it says that one has it', async () => {
  const item = await system.stack.stores.work.get(decodeURIComponent(path.slice('/work/'.length)))
  const seen = String(item?.events.filter(({ is }) => is === 'escalated').length ?? 0)
  await post('agent', `${path}/escalate`, new URLSearchParams({ level: 'head', text: 'khách dọa kiện', seen }))
  const alerts = () => mails('Vụ việc báo lên').map(({ text }) => text)
  await expect.poll(alerts, { timeout: 20_000 }).toContainEqual(expect.stringContaining('khách dọa kiện'))
  expect(await page('agent')).toContain('chưa có người tiếp nhận')
  await page('head')
  expect(await page('agent')).not.toContain('chưa có người tiếp nhận')
  await moveTo(at('2027-03-02', '12:00'))
  expect(alerts().filter((text) => text?.includes('khách dọa kiện'))).toHaveLength(1)
})

test('nothing rings for a case that was closed', async () => {
  await post('head', `${path}/close`, new URLSearchParams({ reached: 'not-needed', note: 'trùng', round: '0' }))
  const before = system.stack.mailbox.list({ limit: 100 }).messages.length
  await moveTo(at('2027-03-04', '10:00'))
  const after = system.stack.mailbox
    .list({ limit: 100 })
    .messages.filter(({ subject }) => /^(Nhắc hạn|Đã hết hạn|Vụ việc)/.test(subject))
  expect(after.length).toBeLessThanOrEqual(before)
  expect(after.filter(({ at: sent }) => sent > at('2027-03-02', '12:00'))).toEqual([])
})
