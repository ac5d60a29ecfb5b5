import { describe, expect, test } from 'vitest'
import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import { emptyBudget } from '#core/budget/reserve.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import { bookPeriod } from '#core/planned-budget/planned-book.ts'
import type { Role } from '#core/staff/role.ts'
import { closingOf } from '#core/work/standing.ts'
import { actRoutes } from '#functions/staff/acts/act-flow.ts'
import { campaignActs } from '#functions/staff/acts/campaign-acts.ts'
import { type Desk, deskSystem, figuresOn, visiting } from '#test/functions/staff/acts/desk.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { companyWithUnknown } from '#test/support/unknown-mail.ts'

const ID = 'tenth-of-march'
const PATH = `/campaigns/${ID}`
const HOA = 'hoa@trasen.example.com'
const GIFT = { kind: 'voucher', value: { amount: 200_000, currency: 'VND' }, validDays: 30 } as const

/** Planned, an hour before the first mail. */
async function office(desk: Desk & { readonly state?: CampaignState; readonly breaks?: true; readonly until?: string } = {}) {
  const until = desk.until ?? '2027-03-10T01:00:00.000Z'
  const budget = { amount: 1_000_000, currency: 'VND', period: 'year' } as const
  const { stores } = await companyWithUnknown({ until, campaign: { gift: GIFT, budget }, customers: ['c-001', 'c-002', 'c-003'] })
  const change = { at: until, by: 'Mai', because: 'before' }
  if (desk.state) await stores.campaigns.setState({ campaignId: ID, from: 'active', state: desk.state, ...change })
  const { system, auditLog, said } = deskSystem(desk)
  const campaigns = desk.breaks
    ? { ...stores.campaigns, setState: () => Promise.reject(new Error('the table is throttled')) }
    : stores.campaigns
  const routes = actRoutes({ ...system, stores: { auditLog } }, campaignActs({ ...stores, stores: { ...stores, campaigns } }))
  return { ...visiting(routes, { ...desk, auditLog }), stores, said, state: () => stores.campaigns.state(ID) }
}

test('the page of cancelling counts who waits, the vouchers kept and the money reserved, and changes nothing', async () => {
  const { page, state, log } = await office()
  const html = await page(`${PATH}/cancel`)
  expect(figuresOn(html)).toMatchObject({ waiting: '3', vouchers: '3', open: '1', sent: '0' })
  expect(figuresOn(html).reserved).toMatch(/600\.0\d\d/)
  expect(html).toContain('Không thể hoàn tác.')
  expect(await page(`${PATH}/cancel`, 'en')).toContain('This cannot be undone.')
  expect([await state(), await log()]).toEqual(['active', []])
})

test('what a locked budget of a period has booked for the campaign is the same money, and is not counted again', async () => {
  const { page, stores } = await office()
  const before = figuresOn(await page(`${PATH}/cancel`)).reserved
  const book = emptyBudget({
    campaignId: ID,
    period: bookPeriod('2027-01-01_2027-03-31'),
    limit: { amount: 5_000, currency: 'VND' },
  })
  await stores.budgets.put({ ...book, reserved: { [`${ID}_2027-03-10#000`]: 600_000 } })
  expect(figuresOn(await page(`${PATH}/cancel`)).reserved).toBe(before)
})

test.each([
  ['pause', 'active', 'paused'],
  ['resume', 'paused', 'active'],
  ['cancel', 'active', 'cancelled'],
  ['cancel', 'paused', 'cancelled'],
] as const)('to %s a campaign that is %s leads back, and the log names who and for how many', async (act, from, to) => {
  const { send, state, log } = await office({ state: from })
  expect(await send(`${PATH}/${act}`, { because: 'giá sai' })).toMatchObject({
    status: 303,
    goesTo: `${PATH}?done=${act}-campaign`,
  })
  expect([await state(), await log()]).toEqual([to, [`done ${act}-campaign campaign ${ID} 3 ${HOA}`]])
})

test.each<[Role, string, number]>([
  ['agent', 'pause', 403],
  ['lead', 'cancel', 403],
  ['director', 'resume', 403],
  ['marketing', 'pause', 200],
  ['operator', 'pause', 200],
])('a %s opens the page to %s: %i', async (role, act, status) => {
  const { open, send, state, log } = await office({ role })
  expect((await open(`${PATH}/${act}`)).status).toBe(status)
  if (status === 200) return
  expect((await send(`${PATH}/${act}`, { because: 'giá sai', counted: 'active' })).status).toBe(403)
  expect([await state(), await log()]).toEqual(['active', []])
})

test.each([
  ['pause', 'active', 'paused'],
  ['resume', 'paused', 'active'],
  ['cancel', 'active', 'cancelled'],
] as const)('mails that go out while the page is open do not keep a campaign from the act: %s', async (act, from, to) => {
  const html = await (await office({ state: from })).page(`${PATH}/${act}`)
  const later = await office({ state: from, until: '2027-03-10T02:30:00.000Z' })
  expect(figuresOn(await later.page(`${PATH}/${act}`))).not.toMatchObject({ waiting: figuresOn(html).waiting })
  expect(await later.send(`${PATH}/${act}`, { because: 'giá sai', html })).toMatchObject({ status: 303 })
  expect(await later.state()).toBe(to)
})

test.each([
  ['resume', 'paused', 409],
  ['cancel', 'active', 409],
  ['pause', 'active', 303],
] as const)('to %s a campaign in which more people wait than the page told: %s leads to %i', async (act, from, status) => {
  const html = await (await office({ state: from, until: '2027-03-10T02:30:00.000Z' })).page(`${PATH}/${act}`)
  const later = await office({ state: from })
  const now = figuresOn(await later.page(`${PATH}/${act}`))
  expect(Number(now.waiting)).toBeGreaterThan(Number(figuresOn(html).waiting))
  const answer = await later.send(`${PATH}/${act}`, { because: 'giá sai', html })
  expect(answer.status).toBe(status)
  if (status === 303) return
  expect(answer.html).toContain('Tình hình đã đổi')
  expect(figuresOn(answer.html).waiting).toBe(now.waiting)
  expect([await later.state(), await later.log()]).toEqual([from, []])
  expect((await later.send(`${PATH}/${act}`, { because: 'giá sai', html: answer.html })).status).toBe(303)
})

test('a form that was open before the page told how many may wait is asked again', async () => {
  const { send, state } = await office({ state: 'paused' })
  expect((await send(`${PATH}/resume`, { because: 'lại', counted: 'paused' })).status).toBe(409)
  expect(await state()).toBe('paused')
})

describe('a form that is not carried out writes no line', () => {
  test.each([
    ['no reason', { because: '  ' }, 422, 'Hãy cho biết vì sao'],
    ['too long a reason', { because: 'x'.repeat(501) }, 422, 'dài quá 500 ký tự'],
    ['another state', { because: 'giá sai', counted: 'paused' }, 409, 'Tình hình đã đổi'],
    ['no state', { because: 'giá sai', counted: '' }, 409, 'Tình hình đã đổi'],
  ])('%s', async (_, form, status, said) => {
    const { send, state, log } = await office()
    const answer = await send(`${PATH}/pause`, form)
    expect(answer).toMatchObject({ status, goesTo: null })
    expect(answer.html).toContain(said)
    expect([await state(), await log()]).toEqual(['active', []])
  })

  test('what was typed stays in the field', async () => {
    const { send } = await office()
    const answer = await send(`${PATH}/pause`, { because: 'giá <sai>', counted: 'gone' })
    expect(answer.html).toContain('>giá &lt;sai&gt;</textarea>')
  })

  test('a colleague changed the campaign while the page was open', async () => {
    const html = await (await office()).page(`${PATH}/cancel`)
    const answer = await (await office({ state: 'paused' })).send(`${PATH}/cancel`, { because: 'giá sai', html })
    expect(answer).toMatchObject({ status: 409 })
    expect(answer.html).toContain('Tình hình đã đổi')
  })

  test('there is no such campaign', async () => {
    const { open, send } = await office()
    expect((await open('/campaigns/none/pause')).status).toBe(404)
    expect((await send('/campaigns/none/pause', { because: 'x' })).status).toBe(404)
  })
})

test('the form sent twice acts once, and the second time says that it is done already', async () => {
  const { page, send, log } = await office()
  const html = await page(`${PATH}/pause`)
  expect((await send(`${PATH}/pause`, { because: 'giá sai', html })).status).toBe(303)
  const second = await send(`${PATH}/pause`, { because: 'giá sai', html })
  expect(second.status).toBe(409)
  expect(second.html).toContain('đã tạm dừng rồi')
  expect(await log()).toHaveLength(1)
})

test('a cancelled campaign offers no way back', async () => {
  const { page, send, state } = await office({ state: 'cancelled' })
  const html = await page(`${PATH}/resume`)
  for (const never of ['<textarea', 'data-figure', 'class="effects"', 'Điều sẽ xảy ra']) expect(html).not.toContain(never)
  expect(html).toContain('Không có gì sẽ xảy ra')
  expect((await send(`${PATH}/resume`, { because: 'lại', counted: 'cancelled' })).status).toBe(409)
  expect(await state()).toBe('cancelled')
})

test('what breaks off stands in the log as that', async () => {
  const { send, log, said } = await office({ breaks: true })
  const answer = await send(`${PATH}/pause`, { because: 'giá sai' })
  expect(answer.status).toBe(500)
  expect(answer.html).toContain('bị đứt giữa chừng')
  const line = `pause-campaign campaign ${ID} 3 ${HOA}`
  expect(await log()).toEqual([`failed ${line}`])
  expect(said).toEqual([{ name: 'staff.actFailed', values: { act: 'pause-campaign', error: 'Error: the table is throttled' } }])
})

test('without a line in the log nothing is done', async () => {
  const auditLog = {
    add: () => Promise.reject(new Error('no log')),
    page: async () => [],
    pageAbout: async () => [],
    countTurnedAway: async () => {},
    turnedAway: async () => [],
  }
  const { send, state, said } = await office({ auditLog })
  const answer = await send(`${PATH}/pause`, { because: 'giá sai' })
  expect(answer.status).toBe(500)
  expect(answer.html).toContain('Chưa ghi được vào nhật ký')
  expect(answer.html).toContain('>giá sai</textarea>')
  expect(said.map(({ name }) => name)).toEqual(['staff.actFailed'])
  expect(await state()).toBe('active')
})

test('of two who pause at one moment one is told that it was done already, and the log says so', async () => {
  const { stores, page, send, log } = await office()
  const html = await page(`${PATH}/pause`)
  const { state } = stores.campaigns
  // The colleague's word is written between our look and our own.
  let looks = 0
  stores.campaigns.state = async (id) => {
    if (looks++ === 1)
      await stores.campaigns.setState({
        campaignId: ID,
        from: 'active',
        state: 'paused',
        at: '2027-03-10T01:00:00.000Z',
        by: 'Mai',
        because: 'của Mai',
      })
    return state(id)
  }
  const answer = await send(`${PATH}/pause`, { because: 'của Hoa', html })
  expect(answer.status).not.toBe(303)
  expect(await log()).toEqual([`refused pause-campaign campaign ${ID} 3 ${HOA}`])
})

describe('a campaign of calls', () => {
  const ON = 'check-in_2027-03-10'
  const campaign = aCampaign({
    id: 'check-in',
    touch: { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 3 },
    window: { from: '09:00', to: '16:00' },
  })
  async function ringing({ throttled = () => false }: { readonly throttled?: () => boolean } = {}) {
    const company = await runningCompany({
      now: '2027-03-08T17:30:00.000Z',
      campaigns: [campaign],
      customers: ['c-001', 'c-002'].map((customerId, at) => aCustomer({ customerId, phone: `+8491234567${at}` })),
    })
    await company.until('2027-03-10T01:00:00.000Z')
    const { system, auditLog } = deskSystem({})
    const ports = company.ports()
    const { update } = ports.work
    ports.work.update = (item) => (throttled() ? Promise.reject(new Error('the table is throttled')) : update(item))
    const routes = actRoutes({ ...system, stores: { auditLog } }, campaignActs({ ...ports, stores: ports }))
    return { company, ...visiting(routes, { auditLog }) }
  }

  test('counts the calls on the desk, and speaks of no mail', async () => {
    const { page } = await ringing()
    const html = await page('/campaigns/check-in/cancel')
    expect(figuresOn(html)).toMatchObject({ calls: '2', waiting: '0', sent: '2' })
    expect(html).not.toContain('thư')
    expect(await page('/campaigns/check-in/pause', 'en')).not.toMatch(/\bmails?\b/)
  })

  test('that breaks off while its calls end is ended by doing it again, and only then is there nothing to do', async () => {
    let writes = 0
    const { company, page, send, log } = await ringing({ throttled: () => ++writes === 2 })
    const open = async () => (await company.stores.work.allOpen()).length
    expect((await send('/campaigns/check-in/cancel', { because: 'sai kịch bản' })).status).toBe(500)
    expect([await company.stores.campaigns.state('check-in'), await open()]).toEqual(['cancelled', 1])
    expect(await page('/campaigns/check-in/cancel')).not.toContain('đã hủy hẳn')
    expect((await send('/campaigns/check-in/cancel', { because: 'sai kịch bản' })).status).toBe(303)
    expect(await open()).toBe(0)
    expect(await log()).toEqual([
      `done cancel-campaign campaign check-in 1 ${HOA}`,
      `failed cancel-campaign campaign check-in 2 ${HOA}`,
    ])
    expect((await send('/campaigns/check-in/cancel', { because: 'sai kịch bản' })).status).toBe(409)
  })

  test('ends its calls at once when it is cancelled, but for one that was agreed with the customer', async () => {
    const { company, send } = await ringing()
    const [first, second] = await company.stores.work.allOpen()
    const agreed = {
      is: 'attempted',
      at: '2027-03-10T00:30:00.000Z',
      by: { is: 'staff', name: 'Hoa' },
      disposition: 'call-back',
      way: 'phone',
      note: null,
      callBackAt: '2027-03-11T03:00:00.000Z',
    } as const
    if (first?.kind !== 'call-task') throw new Error('no call')
    await company.stores.work.update({ ...first, events: [...first.events, agreed], version: first.version + 1 })
    expect((await send('/campaigns/check-in/cancel', { because: 'sai kịch bản' })).status).toBe(303)
    expect((await company.stores.work.allOpen()).map(({ workId }) => workId)).toEqual([first.workId])
    const ended = await company.stores.work.get(second?.workId ?? '')
    expect(ended && closingOf(ended)).toMatchObject({ as: 'cancelled' })
    expect(await drawDeskBalance(company.stores, ON)).toMatchObject({ handed: 2, lines: { open: 1, cancelled: 1 } })
  })
})
