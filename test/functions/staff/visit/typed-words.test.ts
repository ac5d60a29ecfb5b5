/** What was typed is given back, whatever keeps a form from being taken. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { seenProfile } from '#core/customer/corrections.ts'
import { type StaffInAws, staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { aCampaign, aCustomer, someWords } from '#test/support/builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { storedWork } from '#test/support/work-builders.ts'
import { TYPED_FIELDS } from '#web/staff/typed-field.ts'

let staff: StaffInAws
let head: string
const CAMPAIGN = aCampaign()
const WORK = storedWork({ workId: 'w-1' })
const LAN = aCustomer({ corrections: { parts: ['name'], by: 'Hoa', at: '2027-03-01T00:00:00.000Z', version: 1 } })

beforeAll(async () => {
  staff = await staffInAws()
  const { stores } = staff.system
  const accepting = [{ definition: CAMPAIGN, words: someWords(CAMPAIGN.id) }]
  await acceptCampaigns(stores, { accepting, at: '2027-03-01T00:00:00.000Z', by: 'marketing' })
  await stores.customers.put([LAN])
  await stores.customers.correct('c-001', () => LAN)
  await stores.work.open(WORK)
  head = await signedIn(staff.system, 'head')
})
afterAll(() => staff?.stop())

const away = () => Promise.reject(new Error('the table is away'))

test.each([
  ['/work/w-1/note', { note: 'chị <Lan> hẹn thứ Sáu' }],
  ['/work/w-1/reopen', { because: 'chị <Lan> hẹn thứ Sáu' }],
  [`/campaigns/${CAMPAIGN.id}/pause`, { because: 'chị <Lan> hẹn thứ Sáu' }],
  ['/customers/c-001/correct', { fullName: 'chị <Lan> hẹn thứ Sáu' }],
  ['/work/w-1/move', { text: 'chị <Lan> hẹn thứ Sáu' }],
  ['/work/w-1/ask', { extract: 'chị <Lan> hẹn thứ Sáu' }],
  ['/work/w-1/write', { subject: 'chị <Lan> hẹn thứ Sáu' }],
])('a session that ended meanwhile: %s', async (path, form) => {
  const answer = await staff.ask({ method: 'POST', path, form })
  const html = await answer.text()
  expect([answer.status, html]).toEqual([401, expect.stringContaining('>chị &lt;Lan&gt; hẹn thứ Sáu</textarea>')])
  expect(html).toContain('chưa có gì thay đổi')
  expect(html).toContain('Hãy chép lại')
})

test('every field for more than a word is among those that are given back', () => {
  const folder = resolve(import.meta.dirname, '../../../../web/staff')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/<textarea[^>]*>/g) ?? [])
    .flatMap((field) => /\bname="([^"]+)"/.exec(field)?.[1] ?? [])
  expect(names.length).toBeGreaterThan(10)
  expect([...new Set(names)].filter((name) => !TYPED_FIELDS.some((typed) => typed === name))).toEqual([])
})

test('a page that needs a sign-in gives nothing back', async () => {
  const answer = await staff.ask({ path: '/work?note=x', cookies: ['__Host-care-session=x'] })
  expect([answer.status, await answer.text()]).toEqual([401, expect.not.stringContaining('textarea')])
})

test('stores that are away before the form can be shown again', async () => {
  const { campaigns, work, customers } = staff.system.stores
  const because = 'giá sai'
  const asked = { method: 'POST', cookies: [head] }
  const answers = [
    await staff.askOver(
      { campaigns: { ...campaigns, latest: away } },
      { ...asked, path: `/campaigns/${CAMPAIGN.id}/pause`, form: { because } },
    ),
    await staff.askOver({ work: { ...work, get: away } }, { ...asked, path: '/work/w-1/note', form: { note: because } }),
    await staff.askOver(
      { customers: { ...customers, get: away } },
      { ...asked, path: '/customers/c-001/correct', form: { fullName: because } },
    ),
  ]
  for (const answer of answers)
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringMatching(/data-trouble=.*>giá sai<\/textarea>/s)])
})

const typed = {
  fullName: 'Nguyễn Thị Loan',
  addressName: LAN.addressName ?? '',
  honorific: LAN.honorific,
  preferredChannel: '',
  preferredParts: 'evening',
  backToImports: 'yes',
}
const keeps = (html: string) => [
  html.includes('value="Nguyễn Thị Loan"'),
  /value="evening" checked/.test(html),
  /name="backToImports" value="yes" checked/.test(html),
]

test('a correction that breaks down comes back as it was typed and ticked', async () => {
  const { customers } = staff.system.stores
  const form = { ...typed, seen: seenProfile(LAN) }
  const asked = { method: 'POST', path: '/customers/c-001/correct', cookies: [head], form }
  const answer = await staff.askOver({ customers: { ...customers, correct: away } }, asked)
  const html = await answer.text()
  expect([answer.status, ...keeps(html)]).toEqual([500, true, true, true])
  expect(html).toContain('bị đứt giữa chừng')
})

test.each([
  ['refused', { honorific: 'ong', fullName: 'Nguyễn Thị Loan', addressName: '123' }, seenProfile(LAN), 422],
  ['out of date', {}, seenProfile({ ...LAN, honorific: 'ong' }), 409],
])('a correction that is %s too', async (_what, over, seen, status) => {
  const form = { ...typed, ...over, seen }
  const answer = await staff.ask({ method: 'POST', path: '/customers/c-001/correct', cookies: [head], form })
  expect([answer.status, ...keeps(await answer.text())]).toEqual([status, true, true, true])
})

test.each([
  ['work that was erased meanwhile', '/work/w-gone/note', { note: 'chị <Lan> hẹn thứ Sáu' }],
  ['a customer who was erased meanwhile', '/customers/c-gone/correct', { fullName: 'chị <Lan> hẹn thứ Sáu' }],
  ['a customer whose case nobody can open', '/customers/c-gone/case', { note: 'chị <Lan> hẹn thứ Sáu' }],
  ['a campaign that there is no more', '/campaigns/gone/pause', { because: 'chị <Lan> hẹn thứ Sáu' }],
  ['a path that there is no more', '/works/w-1', { note: 'chị <Lan> hẹn thứ Sáu' }],
])('%s', async (_what, path, form) => {
  const answer = await staff.ask({ method: 'POST', path, cookies: [head], form })
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('>chị &lt;Lan&gt; hẹn thứ Sáu</textarea>')])
})

test.each([
  ['marketing', '/work/w-1/note', { note: 'chị <Lan> hẹn thứ Sáu' }],
  ['agent', `/campaigns/${CAMPAIGN.id}/pause`, { because: 'chị <Lan> hẹn thứ Sáu' }],
] as const)('a role that may not any more: %s', async (role, path, form) => {
  const session = await signedIn(staff.system, role)
  const answer = await staff.ask({ method: 'POST', path, cookies: [session], form })
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('>chị &lt;Lan&gt; hẹn thứ Sáu</textarea>')])
})

test('an act that cannot be done any more, on the page that says why', async () => {
  const { stores } = staff.system
  const paused = aCampaign({ id: 'paused-meanwhile' })
  const accepting = [{ definition: paused, words: someWords(paused.id) }]
  await acceptCampaigns(stores, { accepting, at: '2027-03-01T00:00:00.000Z', by: 'marketing' })
  const pause = (because: string) =>
    staff.ask({ method: 'POST', path: `/campaigns/${paused.id}/pause`, cookies: [head], form: { because, counted } })
  const shown = await (await staff.ask({ path: `/campaigns/${paused.id}/pause`, cookies: [head] })).text()
  const counted = /name="counted" value="([^"]*)"/.exec(shown)?.[1] ?? ''
  expect((await pause('giá sai')).status).toBe(303)
  const answer = await pause('chị <Lan> hẹn thứ Sáu')
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('>chị &lt;Lan&gt; hẹn thứ Sáu</textarea>')])
})

test('each field stands under its own name', async () => {
  const form = { subject: 'Về hộp trà', text: 'Chào chị Lan' }
  const html = await (await staff.ask({ method: 'POST', path: '/work/w-1/write', form })).text()
  expect([...html.matchAll(/<label for="(typed-\w+)">([^<]*)<\/label>/g)].map(([, id, label]) => [id, label])).toEqual([
    ['typed-subject', 'Tiêu đề'],
    ['typed-text', 'Lời đã viết'],
  ])
  expect(html.split('Hãy chép lại')).toHaveLength(2)
})
