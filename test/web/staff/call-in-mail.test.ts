/** A line of a list of calls in a mail and its files. */
import { expect, test } from 'vitest'
import { aCustomer } from '#test/support/builders.ts'
import { aMissedCall, closedWork, openedAt, storedWork } from '#test/support/work-builders.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { type CallInMail, callInMail } from '#web/staff/mails/call-in-mail.ts'
import type { CallsMailBody } from '#web/staff/mails/calls-mail-body.ts'
import { callsMailHtml } from '#web/staff/mails/calls-mail-html.ts'
import { callsMailText } from '#web/staff/mails/calls-mail-text.ts'
import { callsTable } from '#web/staff/mails/calls-table.ts'
import { urgentMail } from '#web/staff/mails/urgent-mail.ts'

test('about a caller whose number no customer has: names the number, in both languages, also in the files', () => {
  const call = {
    place: 1,
    people: [],
    items: [aMissedCall({ phone: '+84987654321' })],
    agent: null,
    why: [],
    dues: [],
    promiseAt: null,
  }
  for (const locale of ['vi', 'en'] as const) {
    const telling = {
      locale,
      zone: 'Asia/Ho_Chi_Minh',
      date: '2027-03-10',
      nameOf: (address: string) => address,
      campaignName: (id: string) => id,
      staffUrl: null,
    }
    const told = callInMail(call, telling)
    expect(told.people).toMatchObject([{ phone: '+84987654321', readable: '0987 654 321' }])
    const { rows } = callsTable({ calls: [told], date: '2027-03-10', locale, withAgents: false })
    expect(rows[0]?.filter((cell) => cell === '0987 654 321')).toHaveLength(1)
  }
})

const PHONE = '+84912345678'
const bodyOf = (told: CallInMail, locale: PageLocale): CallsMailBody => ({
  ...{ locale, title: 'Danh sách', remarks: [], warnings: [], given: [told], notGiven: [], page: null, company: 'Trà' },
  withAgents: false,
})

test.each([
  ['no number', null, null, false, { vi: 'không có số điện thoại', en: 'no phone number' }],
  ['their number', PHONE, null, true, { vi: '0912 345 678', en: '0912 345 678' }],
  ['a number after a wrong one', PHONE, '+84909999999', true, { vi: '0912 345 678', en: '0912 345 678' }],
  [
    'a number that is another person’s',
    PHONE,
    PHONE,
    false,
    { vi: '0912 345 678 (sai số: không gọi)', en: '0912 345 678 (wrong number: do not ring)' },
  ],
])('a customer with %s: is dialled by a tap only where it reaches them, and every part says the same', (...cells) => {
  const [, phone, wrongPhone, isDialled, said] = cells
  const customer = aCustomer({ phone, wrongPhone })
  for (const locale of ['vi', 'en'] as const) {
    const call = {
      place: 1,
      people: [{ ...customer, stop: null }],
      items: [storedWork()],
      agent: null,
      why: [],
      dues: [],
      promiseAt: null,
    }
    const told = callInMail(call, { ...inVietnamese, locale })
    const urgent = urgentMail({
      ...{ locale, zone: 'Asia/Ho_Chi_Minh', company: 'Trà', team: null, at: AT('09:58'), customer, stop: null, words: null },
      ...{ because: 'at-work', backAt: null, link: null },
    })
    for (const html of [callsMailHtml(bodyOf(told, locale)), urgent.html]) {
      expect(html.includes('tel:')).toBe(isDialled)
      expect(html).toContain(said[locale])
    }
    for (const text of [callsMailText(bodyOf(told, locale)), urgent.text]) expect(text).toContain(said[locale])
    const { rows } = callsTable({ calls: [told], date: '2027-03-10', locale, withAgents: false })
    expect(rows[0]?.includes(said[locale])).toBe(phone !== null)
  }
})

test('a missed call is rung back also where its number was noted as another person’s since, until it is done', () => {
  const customer = aCustomer({ phone: PHONE, wrongPhone: PHONE })
  const missed = aMissedCall({ customerId: 'c-001' }, { events: [openedAt(AT('09:58'))] })
  const call = { place: 1, people: [{ ...customer, stop: null }], agent: null, why: [], dues: [], promiseAt: null }
  const readable = '0912 345 678 (đã ghi là sai số: hỏi ai đã gọi)'
  expect(callInMail({ ...call, items: [storedWork(), missed] }, inVietnamese).people).toMatchObject([
    { isDialled: true, readable },
  ])
  const done = closedWork(missed, '2027-03-10')
  expect(callInMail({ ...call, items: [storedWork(), done] }, inVietnamese).people).toMatchObject([{ isDialled: false }])
})

test.each([
  ['suppressed', { vi: 'số bị chặn: không gọi', en: 'suppressed: do not ring' }],
  ['wants-none', { vi: 'khách không muốn nhận cuộc gọi nữa', en: 'the customer wants no more calls' }],
] as const)(
  'a number that is not to be dialled (%s) is no link in any mail, and says why; who rang first is rung back',
  (stop, said) => {
    const customer = aCustomer({ phone: PHONE })
    for (const locale of ['vi', 'en'] as const) {
      const call = { place: 1, people: [{ ...customer, stop }], agent: null, why: [], dues: [], promiseAt: null }
      const told = callInMail({ ...call, items: [storedWork()] }, { ...inVietnamese, locale })
      const urgent = urgentMail({
        ...{ locale, zone: 'Asia/Ho_Chi_Minh', company: 'Trà', team: null, at: AT('09:58'), customer, stop, words: null },
        ...{ because: 'at-work', backAt: null, link: null },
      })
      for (const html of [callsMailHtml(bodyOf(told, locale)), urgent.html]) {
        expect(html).not.toContain('tel:')
        expect(html).toContain(`0912 345 678 (${said[locale]})`)
      }
      const missed = aMissedCall({ customerId: 'c-001' }, { events: [openedAt(AT('09:58'))] })
      expect(callInMail({ ...call, items: [missed] }, { ...inVietnamese, locale }).people).toMatchObject([
        { isDialled: true, readable: '0912 345 678' },
      ])
    }
  },
)

const AT = (time: string) => new Date(`2027-03-10T${time}:00+07:00`).toISOString()
const inVietnamese = {
  locale: 'vi',
  zone: 'Asia/Ho_Chi_Minh',
  date: '2027-03-10',
  nameOf: (address: string) => address,
  campaignName: (id: string) => id,
  staffUrl: null,
} as const

test.each([
  ['due today', [{ is: 'due', at: AT('17:00') }], 'đến hạn lúc 17:00'],
  ['promised', [{ is: 'promise', at: AT('16:45') }], 'đã hẹn khách lúc 16:45'],
] as const)('%s: says why it stands there, also where that is its time alone', (_what, why, told) => {
  const call = { place: 1, people: [], items: [], agent: null, why, dues: [], promiseAt: null }
  const line = callInMail(call, inVietnamese)
  expect(line.why).toBe(told)
  expect(callsTable({ calls: [line], date: '2027-03-10', locale: 'vi', withAgents: false }).rows[0]).toContain(told)
})

test('a missed call beside a promise, and any further reason, keeps its own hour', () => {
  const [missed, low] = [
    aMissedCall({ customerId: 'c-001' }, { events: [openedAt(AT('09:58'))] }),
    storedWork({ workId: 'w-2', events: [openedAt(AT('09:58'))] }),
  ]
  const call = { place: 1, people: [], items: [low, missed], agent: null, why: [], promiseAt: AT('16:45') }
  const due = { item: missed, dueAt: AT('10:58') }
  expect(callInMail({ ...call, dues: [due] }, inVietnamese)).toMatchObject({
    promise: '16:45',
    due: '10:58 (Gọi lại: cuộc gọi nhỡ tổng đài)',
  })
  const both = { ...call, promiseAt: null, dues: [due, { item: low, dueAt: AT('11:30') }] }
  expect(callInMail(both, inVietnamese).due).toBe('10:58 (Gọi lại: cuộc gọi nhỡ tổng đài), 11:30 (Gọi lại: điểm thấp)')
  expect(callInMail({ ...call, items: [missed], promiseAt: null, dues: [due] }, inVietnamese).due).toBe('10:58')
})
