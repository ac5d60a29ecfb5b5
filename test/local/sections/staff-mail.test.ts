/** The list of calls by mail on the whole local system: made by the schedule, sent through the provider, shown in the mailbox with its files. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantAt } from '#core/time/zone.ts'
import type { RunningSystem } from '#local/running-system.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { smallCompany } from '#test/support/small-company.ts'
import { openedAt, storedWork } from '#test/support/work-builders.ts'

const company = smallCompany({ startOn: '2027-03-01', campaigns: [] })
const at = (time: string) => instantAt('2027-03-02', time, 'Asia/Ho_Chi_Minh')
let system: RunningSystem
beforeAll(async () => {
  system = await company.start()
  await system.stack.stores.work.open(
    storedWork({ workId: 'call-KH01', customerId: 'KH01', events: [openedAt('2027-03-01T04:00:00.000Z')], dueAt: at('11:00') }),
  )
  system.moves?.to(at('12:00'))
  await system.moves?.idle()
})
afterAll(async () => {
  await system?.stop()
  company.remove()
})

test('it comes in the morning, once, to who rings and to the lead, with files that can be saved', async () => {
  const { messages } = system.stack.mailbox.list({ limit: 50 })
  const lists = messages.filter(({ tags }) => tags.length === 0)
  expect(lists.map(({ subject }) => subject).toSorted()).toEqual([
    expect.stringMatching(/^Danh sách gọi của bạn, 02\/03\/2027: 1 cuộc$/),
    expect.stringMatching(/^Danh sách gọi của nhóm .+, 02\/03\/2027: 1 cuộc$/),
  ])
  const [mail] = lists
  expect(mail?.text).toContain(`${system.url}/work/call-KH01`)
  const shown = await (await fetch(`${system.url}/mailbox/${mail?.messageId}`)).text()
  expect(shown).toContain('danh-sach-goi-2027-03-02.xlsx')
  const saved = await fetch(`${system.url}/mailbox/${mail?.messageId}/attachments/0`)
  expect(saved.headers.get('content-disposition')).toContain('danh-sach-goi-2027-03-02.csv')
  expect(Buffer.from(await saved.arrayBuffer()).toString()).toContain('Nguyễn Thị Lan')
  expect((await fetch(`${system.url}/mailbox/${mail?.messageId}/attachments/7`)).status).toBe(404)
})

test('a complaint that staff enter is told at once, while the clock stands', async () => {
  const body = new URLSearchParams({ case: crypto.randomUUID(), what: 'complaint', note: 'hộp quà bị vỡ' })
  const headers = { cookie: await signedIn(system, 'agent'), origin: system.url }
  const opened = await fetch(`${system.url}/customers/KH02/case`, { method: 'POST', headers, body, redirect: 'manual' })
  expect(opened.status).toBe(303)
  const urgent = () => system.stack.mailbox.list({ limit: 50 }).messages.map(({ text }) => text)
  await expect.poll(urgent, { timeout: 10_000 }).toContainEqual(expect.stringContaining('hộp quà bị vỡ'))
})
