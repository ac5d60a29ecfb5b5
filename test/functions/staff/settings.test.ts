import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { stopped } from '#core/planning/sending-stop.ts'
import type { Role } from '#core/staff/role.ts'
import { settingsRoutes } from '#functions/staff/settings.ts'
import { deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'
import { aPolicy, someWords, theCompanyRules } from '#test/support/builders.ts'
import { acceptedCampaign } from '#test/support/store-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { companySections } from '#web/staff/settings/company-rules.ts'
import { policySection } from '#web/staff/settings/policies.ts'

async function office(role: Role = 'head') {
  const { system, auditLog } = deskSystem()
  const stores = {
    campaigns: memoryCampaignStore(),
    words: memoryWordsStore(),
    roster: memoryRosterStore(),
    stops: memorySendingStops(),
  }
  return { ...visiting(settingsRoutes({ ...system, stores }), { role, auditLog }), stores }
}

test('the rules in force are readable, each with its file, and nothing can be sent from here', async () => {
  const { page, stores } = await office()
  const words = await stores.words.keep(someWords('greeting', 'Hello', 'en'))
  await stores.campaigns.accept(acceptedCampaign({ id: 'birthday', name: 'Sinh nhật', words }))
  await stores.campaigns.setState({
    campaignId: 'birthday',
    from: 'active',
    state: 'paused',
    at: '2027-03-01T00:00:00.000Z',
    by: 'Mai',
    because: 'x',
  })
  const person = { name: 'Nguyễn Hoa', address: 'hoa@trasen.example.com', team: 'Chăm sóc', role: 'lead' } as const
  await stores.roster.publish({ people: [person], version: 1, publishedAt: '2027-01-01T00:00:00.000Z', publishedBy: 'operator' })
  const html = await page('/settings')
  for (const text of [
    'Asia/Ho_Chi_Minh',
    '3 lần trong 7 ngày',
    '5 % thư bị trả lại hoặc 0,1 % khách báo thư rác',
    'phải đồng ý trước',
    '[QC]',
    'Nghị định 91/2020',
    'Nguyễn Hoa',
    'trưởng nhóm',
    'Sinh nhật',
    'tạm dừng',
    'Tiếng Anh',
    'campaigns/company.json',
    'campaigns/policy/',
    'campaigns/staff.json',
    'campaigns/prices.json',
  ])
    expect(html).toContain(text)
  expect(html.match(/<form/g)).toHaveLength(1) // of the head: signing out
  expect(html).not.toMatch(/Decree|lawyer/)
  const english = await page('/settings', 'en')
  expect(english).toContain('5 % bounced or 0.1 % marked as spam')
  expect(english).toContain('Decree 91/2020')
  expect(english).not.toContain('Nghị định')
})

test('before anything was accepted or published each part says what will stand there', async () => {
  const { page } = await office()
  const html = await page('/settings')
  expect(html).toContain('Chưa có danh sách nhân viên')
  expect(html).toContain('Chưa chiến dịch nào được nhận')
  expect(html).toContain('Nhà cung cấp đang nhận thư')
})

test('a stop of all sending stands in red', async () => {
  const { page, stores } = await office()
  const { version } = await stores.stops.current()
  await stores.stops.put({ stop: stopped('sending-paused', '2027-03-10T02:00:00.000Z'), version: version + 1 })
  expect(await page('/settings')).toMatch(/class="attention".*data-sending="stopped"/s)
})

test.each<[Role, number]>([
  ['head', 200],
  ['director', 200],
  ['marketing', 200],
  ['operator', 200],
  ['agent', 403],
  ['lead', 403],
])('a %s: %i', async (role, status) => {
  const { open } = await office(role)
  expect((await open('/settings')).status).toBe(status)
})

test('the sources of Vietnam’s own pack are there in both languages, and one text for both is shown as it is', async () => {
  const pack: { periods: { sources: unknown[] }[] } = JSON.parse(readFileSync('campaigns/policy/vn.json', 'utf8'))
  for (const { sources } of pack.periods)
    for (const source of sources) expect(source).toEqual({ vi: expect.stringMatching(/[ạ-ỹ]/), en: expect.any(String) })
  const policies = [{ ...aPolicy(), periods: aPolicy().periods.map((period) => ({ ...period, sources: ['As before'] })) }]
  const shown = (locale: 'vi' | 'en') =>
    String(policySection(theCompanyRules({ policies }), { frame: aFrame(locale), folder: 'campaigns/policy/' }))
  expect(shown('vi')).toContain('As before')
  expect(shown('en')).toContain('As before')
})

test.each([
  ['before midnight in Vietnam', '2027-03-10T16:59:00.000Z', 'từ 01/01/2027 đến 10/03/2027', '40'],
  ['after it, while UTC has the day before', '2027-03-10T17:01:00.000Z', 'từ 11/03/2027', '50'],
])('the law and the price that hold are those of the company’s day: %s', (_when, now, period, amount) => {
  const [first] = aPolicy().periods
  const periods = [
    { ...first!, validFrom: '2027-01-01', validTo: '2027-03-10' },
    { ...first!, validFrom: '2027-03-11', validTo: null },
  ]
  const price = (validFrom: string, thousands: number) =>
    ({ item: 'email', validFrom, perThousand: { amount: thousands * 1_000, currency: 'VND' }, source: 'list' }) as const
  const companyRules = theCompanyRules({
    policies: [{ ...aPolicy(), periods }],
    prices: { ...theCompanyRules().prices, prices: [price('2027-01-01', 40), price('2027-03-11', 50)] },
  })
  const frame = aFrame('vi', { now })
  const law = String(policySection(companyRules, { frame, folder: 'x' }))
  expect(/<details open><summary>([^<]*)/.exec(law)?.[1]).toContain(period)
  const rules = String(companySections(companyRules, { frame, languages: [], file: 'x', prices: 'x' }))
  expect(rules).toMatch(new RegExp(`${amount}\\.000`))
})
