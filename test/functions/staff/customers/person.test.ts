/** The page of one customer, as each role sees it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { occurrenceIdOf } from '#core/occasion/occurrence-id.ts'
import type { Role } from '#core/staff/role.ts'
import { addDays } from '#core/time/local-date.ts'
import { guideAskedOn } from '#core/work/guide-asked.ts'
import { closingOf } from '#core/work/standing.ts'
import { todayOf } from '#functions/staff/visit/frame-of.ts'
import { type StaffInAws, staffInAws } from '#test/functions/staff/staff-in-aws.ts'
import { aBatch, aCampaign, aCustomer, aRecipient, someWords } from '#test/support/builders.ts'
import { signedIn } from '#test/support/signed-in.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'
import { closedWork, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

let staff: StaffInAws
let occurrenceId: string
const WORK = storedWork()

beforeAll(async () => {
  staff = await staffInAws()
  const { stores } = staff.system
  const date = addDays(todayOf(staff.system), -2)
  const campaign = aCampaign({
    id: 'called',
    occasion: { kind: 'after-call', offset: { days: 3, unit: 'calendar' }, roll: 'none' },
    lives: { from: '2020-01-01', to: '2099-12-31' },
  })
  const accepting = [{ definition: campaign, words: someWords('called') }]
  await acceptCampaigns(stores, { accepting, at: '2026-01-01T00:00:00.000Z', by: 'marketing' })
  await stores.customers.put([aCustomer()])
  await stores.work.open(WORK)
  await stores.work.update(closedWork(WORK, addDays(date, -3)))
  occurrenceId = occurrenceIdOf({ campaignId: campaign.id, date })
  await stores.occurrences.open(anOccurrence({ campaignId: campaign.id, date, occurrenceId }))
  const outcome = { state: 'skipped', reason: 'opted-out', purpose: 'care' } as const
  await stores.occurrences.putBatch(aBatch({ occurrenceId, recipients: [aRecipient({ outcome })] }))
})
afterAll(() => staff?.stop())

test.each<[Role, boolean]>([
  ['agent', true],
  ['operator', true],
  ['marketing', false],
])('a %s sees which mail did not go after a call; the call itself: %s', async (role, seesWork) => {
  const answer = await staff.ask({ path: '/customers/c-001', cookies: [await signedIn(staff.system, role)] })
  const html = await answer.text()
  expect([answer.status, html.includes(occurrenceId), html.includes('data-event="work"')]).toEqual([200, true, seesWork])
})

test('who looks after a customer stands there with the name of the roster, however the list of the company names them', async () => {
  const { stores } = staff.system
  const [member] = (await stores.roster.current())?.people ?? []
  if (!member) throw new Error('the roster has nobody')
  const cookies = [await signedIn(staff.system, 'agent')]
  const shownFor = async (owner: string) => {
    await stores.customers.put([aCustomer({ customerId: 'k-9', owner })])
    return (await staff.ask({ path: '/customers/k-9', cookies })).text()
  }
  expect(await shownFor(member.address.toUpperCase())).toContain(`<dt>Người phụ trách</dt><dd>${member.name}</dd>`)
  expect(await shownFor('gone@example.com')).toContain('<dt>Người phụ trách</dt><dd>gone@example.com</dd>')
})

test('an agent has the guide sent from the customer’s page too, by the contact in which it was asked for', async () => {
  const { stores } = staff.system
  const definition = aCampaign({
    id: 'guide-by-mail',
    name: { vi: 'Hướng dẫn', en: 'The guide' },
    occasion: { kind: 'after-call-asked-guide', offset: { days: 1 }, roll: 'forward' },
    touch: { channel: 'email', template: 'guide-by-mail' },
    lives: { from: '2020-01-01', to: '2099-12-31' },
  })
  await acceptCampaigns(stores, {
    accepting: [{ definition, words: someWords('guide-by-mail') }],
    at: '2026-01-01T00:00:00.000Z',
    by: 'marketing',
  })
  const cookies = [await signedIn(staff.system, 'agent')]
  expect(await (await staff.ask({ path: '/customers/c-001', cookies })).text()).toContain('chiến dịch Hướng dẫn')
  const form = { direction: 'in', way: 'visit', disposition: 'satisfied', guide: 'yes', note: '' }
  const refused = await staff.ask({
    method: 'POST',
    path: '/customers/c-001/contact',
    cookies,
    form: { ...form, disposition: 'do-not-call' },
  })
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringMatching(/name="guide" value="yes" checked/)])
  expect((await staff.ask({ method: 'POST', path: '/customers/c-001/contact', cookies, form })).status).toBe(303)
  expect((await stores.work.ofCustomer('c-001')).flatMap(guideAskedOn)).toHaveLength(1)
})

test('the form of a contact asks whether it was solved at the first one, keeps what was chosen when it is refused, and writes it', async () => {
  const { stores } = staff.system
  const cookies = [await signedIn(staff.system, 'agent')]
  expect(await (await staff.ask({ path: '/customers/c-001', cookies })).text()).toContain(
    'Giải quyết xong ngay lần liên hệ đầu tiên?',
  )
  const form = { direction: 'in', way: 'phone', disposition: 'satisfied', note: 'hỏi giờ mở cửa', 'at-first': 'yes' }
  const send = (over: Record<string, string>) =>
    staff.ask({ method: 'POST', path: '/customers/c-001/contact', cookies, form: { ...form, ...over } })
  const refused = await send({ disposition: 'complaint' })
  const page = await refused.text()
  expect(refused.status).toBe(409)
  expect(page).toContain('<option value="yes" selected>xong ngay lần đầu')
  expect(page).toContain('khi đóng vụ việc')
  for (const altered of [{ 'at-first': 'perhaps' }, { stop: 'all' }, { contact: 'x' }]) {
    const answer = await send(altered)
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('không có trong danh sách')])
  }
  expect((await stores.work.ofCustomer('c-001')).flatMap((item) => closingOf(item)?.atFirst ?? [])).toEqual([])
  expect((await send({})).status).toBe(303)
  const marks = (await stores.work.ofCustomer('c-001')).flatMap((item) => closingOf(item)?.atFirst ?? [])
  expect(marks).toContain(true)
})

test('while a grave case is open the page says that care is kept back and no survey may be asked; no more once it is closed', async () => {
  const { stores } = staff.system
  const at = '2027-02-06T02:00:00.000Z'
  const grave = {
    is: 'severity-set',
    at,
    by: { is: 'system' },
    severity: 's1',
    because: { is: 'rule', rule: 'words' },
  } as const
  const opened = storedCase({ workId: 'grave', events: [openedAt(at), grave] })
  const page = async () =>
    (await staff.ask({ path: '/customers/c-001', cookies: [await signedIn(staff.system, 'agent')] })).text()
  await stores.work.open(opened)
  const held = await page()
  expect(held).toContain('data-holds-care')
  expect(held).toContain('không hỏi: Khách đang có vụ việc nghiêm trọng chưa xong')
  expect(held).toContain('không liên hệ (thăm hỏi, chúc mừng (Khách đang có vụ việc nghiêm trọng chưa xong)')
  await stores.work.update(closedWork(opened, '2027-02-08'))
  const freed = await page()
  expect([freed.includes('data-holds-care'), freed.includes('không hỏi: Khách đang có vụ việc')]).toEqual([false, false])
})
