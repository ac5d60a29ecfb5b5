import { expect, test } from 'vitest'
import { CasePolicySchema } from '#core/campaign/case-policy.ts'
import { mayDo, ROLES } from '#core/staff/role.ts'
import { aPurchase, theCompanyRules } from '#test/support/builders.ts'
import { aConsentRecord, storedReply, storedResponse, storedTouch, storedVoucher } from '#test/support/store-builders.ts'
import { closingOn, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { newestFirst, type PersonEvent } from '#web/staff/customers/person-event.ts'
import { timelineList } from '#web/staff/customers/timeline.ts'
import { workPath } from '#web/staff/paths.ts'

const AT = '2027-03-10T02:00:00.000Z'
const LATER = '2027-03-11T02:00:00.000Z'

const response = storedResponse({ occurrenceId: 'nps_2027-03-09' })
const work = storedWork({ events: [openedAt(AT), { is: 'noted', at: LATER, by: { is: 'staff', name: 'Hoa' }, note: 'máy bận' }] })
const touch = storedTouch({ occurrenceId: 'birthday_2027-03-10', campaignId: 'birthday', voucherCode: 'ABCD-EFGH' })
const line = { occurrenceId: 'birthday_2027-03-10', campaignId: 'birthday', date: '2027-03-10', outcome: null, touch }

const EVENTS: readonly PersonEvent[] = [
  { is: 'touch', at: AT, line, invitation: null },
  ...response.answers.map((answer): PersonEvent => ({ is: 'answer', at: answer.at, response, answer })),
  { is: 'reply', at: AT, reply: storedReply({ subject: 'Cảm ơn <b>' }) },
  ...work.events.map((event): PersonEvent => ({ is: 'work', at: event.at ?? AT, item: work, event })),
  { is: 'purchase', at: AT, purchase: aPurchase({ product: 'Trà sen', units: 2, amount: { amount: 350_000, currency: 'VND' } }) },
  { is: 'delivered', at: AT, purchase: aPurchase({ deliveredOn: '2027-03-09' }) },
  { is: 'redeemed', at: AT, voucher: { ...storedVoucher(), redeemedAt: AT, redeemedBy: 'Quầy 2' } },
  { is: 'consent', at: AT, record: aConsentRecord() },
  { is: 'frequency', at: AT, frequency: 'monthly', evidence: 'link p-1' },
  { is: 'suppression', at: AT, kind: 'email', reason: 'hard-bounce' },
  { is: 'correction', at: AT, by: 'Hoa' },
]

const CATEGORIES = [{ id: 'delivery', name: { vi: 'Giao hàng chậm', en: 'Delivery late' } }]

const shown = (locale: 'vi' | 'en', events = EVENTS) => {
  const campaigns = {
    name: (id: string) => (id === 'birthday' ? 'Sinh nhật' : id),
    survey: () => undefined,
    isOfCalls: () => false,
  }
  const companyRules = theCompanyRules({ cases: CasePolicySchema.parse({ categories: CATEGORIES }) })
  const around = { frame: aFrame(locale, { now: LATER }), campaigns, companyRules, zone: 'Asia/Ho_Chi_Minh' }
  const html = String(timelineList({ events, label: 'x', ...around }))
  return [...html.matchAll(/<li data-event="(\w+)">(.*?)<\/li>(?=<li data-event|<\/ol>)/gs)].map(([, kind, body = '']) => ({
    kind,
    text: body
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  }))
}

test('every kind of event has a line in both languages, with when and what', () => {
  const kinds = EVENTS.map(({ is }) => is)
  for (const locale of ['vi', 'en'] as const) expect(shown(locale).map(({ kind }) => kind)).toEqual(kinds)
  const of = (kind: string) =>
    shown('vi')
      .filter((one) => one.kind === kind)
      .map(({ text }) => text)
  expect(of('touch')[0]).toContain('Sinh nhật')
  expect(of('touch')[0]).toContain('ABCD-EFGH')
  expect(of('reply')[0]).toContain('Cảm ơn &lt;b&gt;')
  expect(of('work')[1]).toContain('máy bận')
  expect(of('purchase')[0]).toMatch(/^07\/03\/2027 Mua hàng: Trà sen × 2 · 350\.000/)
  expect(of('delivered')[0]).toMatch(/^09\/03\/2027 Đã giao/)
  expect(of('redeemed')[0]).toContain('Quầy 2')
  expect(of('suppression')[0]).toContain('Địa chỉ email: bị chặn')
  expect(of('correction')[0]).toContain('Hoa sửa hồ sơ')
})

test('a voucher, issued or used, leads to its page among those of customers', () => {
  const around = {
    frame: aFrame('en'),
    campaigns: { name: String, survey: () => undefined, isOfCalls: () => false },
    companyRules: theCompanyRules(),
  }
  const html = String(timelineList({ events: EVENTS, label: 'x', zone: 'UTC', ...around }))
  const code = storedVoucher().code
  for (const of of ['ABCD-EFGH', code]) expect(html).toContain(`<a href="https://care.trasen.example.com/v/${of}">`)
})

test.each(ROLES)('work in it leads to its screen for who may see it: %s', (role) => {
  const campaigns = { name: String, survey: () => undefined, isOfCalls: () => false }
  const frame = aFrame('en', { visitor: { ...aFrame('en').visitor!, role } })
  const html = String(
    timelineList({ events: EVENTS, label: 'x', zone: 'UTC', frame, campaigns, companyRules: theCompanyRules() }),
  )
  const links = html.match(/href="\/work\/[^"]+/g) ?? []
  expect(links).toEqual(mayDo(role, 'see-work') ? work.events.map(() => `href="${workPath(work.workId)}`) : [])
})

test('the newest stands first; of one moment, what came of another thing stands above it', () => {
  const [touched, ...rest] = newestFirst([
    { is: 'correction', at: LATER, by: 'Hoa' },
    { is: 'touch', at: AT, line, invitation: null },
    { is: 'work', at: AT, item: work, event: work.events[0] },
    { is: 'reply', at: AT, reply: storedReply() },
    { is: 'purchase', at: '2026-03-10T02:00:00.000Z', purchase: aPurchase() },
  ])
  expect([touched, ...rest].map((event) => event?.is)).toEqual(['correction', 'work', 'reply', 'touch', 'purchase'])
})

test('of two answers, or two notes, at one moment the later one stands above', () => {
  const noted = (note: string): PersonEvent => ({
    is: 'work',
    at: AT,
    item: work,
    event: { is: 'noted', at: AT, by: { is: 'staff', name: 'Hoa' }, note },
  })
  const [above, below] = newestFirst([noted('first'), noted('second')])
  expect([above, below]).toEqual([noted('second'), noted('first')])
})

test('a customer of whom there is nothing yet has a line that says so', () => {
  const around = {
    frame: aFrame('en'),
    campaigns: { name: String, survey: () => undefined, isOfCalls: () => false },
    companyRules: theCompanyRules(),
  }
  expect(String(timelineList({ events: [], label: 'x', zone: 'UTC', ...around }))).toContain('Nothing yet.')
})

test('a delivery of a day to come is not told as done', () => {
  const delivered = (deliveredOn: string): PersonEvent => ({
    is: 'delivered',
    at: `${deliveredOn}T00:00:00.000Z`,
    purchase: aPurchase({ deliveredOn }),
  })
  // The page is opened on the 11th.
  const events = [delivered('2027-03-12'), delivered('2027-03-11'), delivered('2027-03-10')]
  const told = (locale: 'vi' | 'en', words: readonly string[]) =>
    shown(locale, events).map(({ text }) => words.find((word) => text.includes(word)))
  expect(told('vi', ['Sẽ giao', 'Đã giao'])).toEqual(['Sẽ giao', 'Đã giao', 'Đã giao'])
  expect(told('en', ['To be delivered', 'Delivered'])).toEqual(['To be delivered', 'Delivered', 'Delivered'])
})

test('the category of a case stands by its name, not by its id', () => {
  const described = { is: 'described', at: LATER, by: { is: 'staff', name: 'Hoa' }, category: 'delivery', fields: {} } as const
  const events: readonly PersonEvent[] = [{ is: 'work', at: LATER, item: storedCase(), event: described }]
  expect(shown('vi', events)[0]?.text).toContain('Giao hàng chậm')
  expect(shown('en', events)[0]?.text).toContain('Delivery late')
})

/** A line of the timeline begins with its time. */
const TIME = /\d{2}:\d{2} \d/g

test.each<[string, PersonEvent, string]>([
  ['opened', { is: 'work', at: AT, item: work, event: openedAt(AT) }, 'Gọi lại: điểm thấp : Mở'],
  [
    'closed',
    { is: 'work', at: AT, item: work, event: closingOn('2027-03-10', { at: AT, by: { is: 'staff', name: 'Hoa' }, note: '' }) },
    'Gọi lại: điểm thấp : Đóng, Hoa',
  ],
  [
    'waiting',
    { is: 'work', at: AT, item: storedCase(), event: { is: 'waiting', at: AT, by: { is: 'staff', name: 'Hoa' }, note: '' } },
    'Khiếu nại : Hoa chờ khách trả lời',
  ],
  [
    'compensation decided',
    {
      is: 'work',
      at: AT,
      item: storedCase(),
      event: { is: 'compensation-approved', at: AT, by: { is: 'staff', name: 'Hoa' }, compensationId: 'k-1' },
    },
    'Khiếu nại : Hoa duyệt khoản bù đắp',
  ],
])('the time of work stands once in its line: %s', (_what, event, words) => {
  const [line] = shown('vi', [event])
  expect(line?.text.match(TIME)).toHaveLength(1)
  expect(line?.text).toContain(words)
  expect(shown('en', [event])[0]?.text.match(TIME)).toHaveLength(1)
})

test('a time to come is told beside the time of the line', () => {
  const event = {
    is: 'attempted',
    at: AT,
    by: { is: 'staff', name: 'Hoa' },
    disposition: 'call-back',
    way: 'phone',
    callBackAt: LATER,
    note: null,
  } as const
  const [line] = shown('vi', [{ is: 'work', at: AT, item: work, event }])
  expect(line?.text).toMatch(/^09:00 10\/03\/2027 .*gọi lại lúc 09:00 11\/03\/2027/)
  expect(line?.text.match(TIME)).toHaveLength(2)
})
