import { describe, expect, test } from 'vitest'
import { memoryBudgetPlans } from '#adapters/memory/budget-plans.ts'
import { memoryCaseFiles } from '#adapters/memory/case-files.ts'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryDepartmentOrders } from '#adapters/memory/department-orders.ts'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { memoryFindingsBook } from '#adapters/memory/findings-book.ts'
import { memoryHotlineCallers } from '#adapters/memory/hotline-callers.ts'
import { memoryListOrders } from '#adapters/memory/list-orders.ts'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memoryRawMails } from '#adapters/memory/raw-mails.ts'
import { memoryReportBook } from '#adapters/memory/report-book.ts'
import {
  memoryAuditLog,
  memoryDutyBook,
  memoryRosterStore,
  memorySessionStore,
  memorySubjectStore,
} from '#adapters/memory/staff-stores.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Role } from '#core/staff/role.ts'
import { campaignRoutes } from '#functions/staff/campaigns/campaigns.ts'
import { previewRoutes } from '#functions/staff/campaigns/preview.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'
import { aCustomer, aPurchase } from '#test/support/builders.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'
import { CLOSED, companyWithUnknown, OCCURRENCE } from '#test/support/unknown-mail.ts'

const PATH = '/campaigns/tenth-of-march'
const MAILS = {
  vi: {
    subject: 'Chào {{honorific}}',
    preheader: 'Thư thăm',
    html: '<html><head></head><p>Chào {{greetingName}}</p></html>',
    text: 'Chào {{greetingName}}',
  },
  en: {
    subject: 'Hello {{greetingName}}',
    preheader: 'A letter',
    html: '<p>Hello {{greetingName}}</p>',
    text: 'Hello {{greetingName}}',
  },
}

interface Office {
  readonly until?: string
  readonly role?: Role
  readonly campaign?: NonNullable<NonNullable<Parameters<typeof companyWithUnknown>[0]>['campaign']>
  readonly words?: boolean
  readonly scripts?: CompanyRules['scripts']
}

async function office({ until = CLOSED, role = 'marketing', campaign, words = true, scripts }: Office = {}) {
  const { stores } = await companyWithUnknown({ until, ...(campaign && { campaign }) })
  const { system: desk } = deskSystem()
  const definition = (await stores.campaigns.latest())[0]?.definition
  if (!definition) throw new Error('no campaign')
  const hash = words ? await stores.words.keep({ template: 'greeting', mails: MAILS }) : undefined
  const next = { definition, version: 2, acceptedAt: until, acceptedBy: 'Dương' }
  await stores.campaigns.accept(hash === undefined ? next : { ...next, words: hash })
  const auditLog = memoryAuditLog()
  const rows = { remove: async () => {} }
  const finder = memoryCustomerFinder({ customers: stores.customers, addressHash: stores.seals.addressHash })
  const staff = {
    auditLog,
    dayLists: memoryDayLists(),
    departmentOrders: memoryDepartmentOrders(),
    questions: memoryQuestionBook(),
    findings: memoryFindingsBook(),
    caseFiles: memoryCaseFiles(),
    hotlineCallers: memoryHotlineCallers(),
    listOrders: memoryListOrders(),
    notices: memoryNoticeQueue(),
    dutyBook: memoryDutyBook(),
    numbers: memoryNumberStore(),
    budgetPlans: memoryBudgetPlans(),
    reports: memoryReportBook(),
    roster: memoryRosterStore(),
    sessions: memorySessionStore(),
    subjects: memorySubjectStore(),
  }
  const system: StaffSystem = {
    ...desk,
    stores: { ...stores, ...staff, facts: memoryFactStore(), rawMails: memoryRawMails(), rows, finder },
    companyRules: { ...stores.companyRules, ...(scripts && { scripts }) },
    clock: { now: () => until },
    deadLetters: { waiting: async () => 0, putBack: async () => [] },
    issuer: {
      begin: () => Promise.reject(new Error('nobody signs in')),
      finish: () => Promise.reject(new Error('nobody signs in')),
    },
    url: 'https://staff.example.com',
    pageFailed: () => {},
    files: null,
    tillKey: null,
  }
  const routes = staffApp()
  routes.route('/', previewRoutes(system))
  routes.route('/', campaignRoutes(system))
  return { ...visiting(routes, { role, auditLog }), stores }
}

test('a paused campaign says since when, who paused it and why; one never paused says nothing of it', async () => {
  const { page, stores } = await office()
  expect(await page(PATH)).not.toContain('data-changed')
  const change = { at: '2027-03-09T02:00:00.000Z', by: 'Dương', because: 'sai <mẫu> thư' }
  await stores.campaigns.setState({ campaignId: 'tenth-of-march', from: 'active', state: 'paused', ...change })
  expect(await page(PATH)).toContain('Tạm dừng từ 09:00 09/03/2027, do Dương: “sai &lt;mẫu&gt; thư”')
  expect(await page(PATH, 'en')).toContain('Paused since 09:00 9 March 2027 by Dương: “sai &lt;mẫu&gt; thư”')
})

test('a pause that the system made is told as such, in the language of the page, with what led to it', async () => {
  const { page, stores } = await office()
  const change = { at: '2027-03-10T02:00:00.000Z', by: 'mail health', because: `5 bounces of 60 sent in ${OCCURRENCE}` }
  await stores.campaigns.setState({ campaignId: 'tenth-of-march', from: 'active', state: 'paused', ...change })
  const place = `<a href="/occurrences/${OCCURRENCE}">`
  expect(await page(PATH)).toContain(
    `Tạm dừng từ 09:00 10/03/2027, do hệ thống: tỷ lệ thư bị trả lại quá cao: 5 trên 60 thư đã gửi (${place}`,
  )
  const english = await page(PATH, 'en')
  expect(english).toContain(`Paused since 09:00 10 March 2027 by the system: too many mails came back: 5 of 60 sent (${place}`)
  expect(english).not.toContain('mail health')
})

test('it shows what the letter says, when it comes next and for how many, and the definition last', async () => {
  const { page } = await office()
  const html = await page(PATH)
  expect(html).toContain('Thứ Sáu, 10/03/2028')
  expect(html).toContain('Khoảng 2 khách mỗi lần: lần gần nhất, ngày 10/03/2027')
  expect(html).toContain('Chào {{honorific}}')
  expect(html).toContain('Hello {{greetingName}}')
  expect(html.indexOf('&quot;occasion&quot;')).toBeGreaterThan(html.indexOf('Các dịp</h2>'))
  expect(html).toMatch(/<details><summary>Định nghĩa/)
  expect(await page(PATH, 'en')).toContain('About 2 people each time: so many were counted the last time, on 10 March 2027')
})

test('a day whose mails have all gone out is the last one, not the next', async () => {
  const waiting = await office({ until: '2027-03-10T01:00:00.000Z' })
  expect(await waiting.page(PATH)).toContain('Lần tới, ngày 10/03/2027: 2 khách, đếm từ danh sách đã lập')
  const gone = await office({ until: '2027-03-10T05:00:00.000Z' })
  const html = await gone.page(PATH)
  expect(html).toContain('Khoảng 2 khách mỗi lần: lần gần nhất, ngày 10/03/2027')
  expect(html).toContain('<ul class="plain"><li>Thứ Sáu, 10/03/2028')
})

test('a failure stands in red with what to do, and leads to where it is done', async () => {
  const { page } = await office()
  const html = await page(PATH)
  expect(html).toContain('data-troubles="1"')
  expect(html).toContain(`href="/occurrences/${OCCURRENCE}#decide">1 thư chưa rõ đã đi hay chưa`)
  expect(html).toContain('1 dịp có người, từ ngày 10/03/2027: <b>1 đã gửi + 1 chưa rõ</b>')
})

test('of a large open occurrence too, whose people are not counted', async () => {
  const { page, stores } = await office({ until: '2027-03-10T02:30:00.000Z' })
  const [slice] = await stores.occurrences.slices(OCCURRENCE)
  await stores.occurrences.putSlice({ ...slice!, audience: 5_000 })
  expect(await page(PATH)).toContain(`href="/occurrences/${OCCURRENCE}#decide">1 thư chưa rõ đã đi hay chưa`)
  expect(await page(PATH, 'en')).toContain('Of one mail it is not known whether it left.')
})

test('while nothing was planned it says so, in every part', async () => {
  const { page } = await office({ until: '2027-03-08T00:00:00.000Z', words: false })
  const html = await page(PATH, 'en')
  for (const text of [
    'Not known yet for how many',
    'No words are stored',
    'No occurrence had anybody yet',
    'This campaign has no budget',
  ])
    expect(html).toContain(text)
  expect(html).not.toContain('data-troubles')
})

test('what a campaign has spent and reserved stands beside its budget', async () => {
  const budget = { amount: 1_000_000, currency: 'VND', period: 'year' } as const
  const gift = { kind: 'voucher', value: { amount: 200_000, currency: 'VND' }, validDays: 30 } as const
  const planned = await office({ until: '2027-03-10T01:00:00.000Z', campaign: { budget, gift } })
  expect(await planned.page(PATH)).toMatch(/<b>2027<\/b>.*>0\s₫<.*>400\.009\s₫<.*>599\.991\s₫</s)
  const closed = await office({ campaign: { budget, gift } })
  expect(await closed.page(PATH)).toMatch(/>400\.009\s₫<.*value="400009".*>0\s₫</s)
})

test('a survey shows the scores of its own answers; without any it says no data', async () => {
  const survey = { kind: 'csat' } as const
  const { page, stores } = await office({ campaign: { contentClass: 'survey', survey } })
  expect(await page(PATH)).toContain('data-scores="none"')
  const given = { occurrenceId: OCCURRENCE, kind: 'csat', answeredOn: '2027-03-11' } as const
  const answers = [anAnswer({ at: '2027-03-11T02:00:00.000Z', score: 2 })]
  await stores.responses.put(aResponse(answers, { ...given, customerId: 'c-001', campaignId: 'tenth-of-march' }))
  await stores.responses.put(aResponse(answers, { ...given, customerId: 'c-002', campaignId: 'another' }))
  expect(await page(PATH)).toMatch(/1 câu trả lời có điểm trong 30 ngày qua.*data-band="low">1</s)
})

test('the acts that a role may not do are shown with the reason', async () => {
  const director = await office({ role: 'director' })
  expect(await director.page(PATH)).toMatch(/disabled>Tạm dừng<\/button><small>Chỉ dành cho: .*marketing/)
  const marketing = await office()
  expect(await marketing.page(PATH)).toContain(`href="${PATH}/cancel"`)
})

test('the preview shows the letter in both languages, as a made-up customer or as the one chosen, and writes nothing', async () => {
  const { page, open, stores } = await office()
  const html = await page(`${PATH}/preview`)
  expect(html).toContain('khách tưởng tượng')
  expect(html).toContain('Chào chị')
  expect(html).toContain(`src="${PATH}/preview/en"`)
  expect(await page(`${PATH}/preview?customer=c-002`)).toContain(`src="${PATH}/preview/vi?customer=c-002"`)
  expect(await page(`${PATH}/preview?customer=c-404`)).toContain('Không tìm thấy khách nào với “c-404”')
  const mail = await open(`${PATH}/preview/vi?customer=c-002`)
  expect(await mail.text()).toContain('<base target="_blank"><')
  expect(mail.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/)
  expect([(await open(`${PATH}/preview/fr`)).status, (await open('/campaigns/none/preview')).status]).toEqual([404, 404])
  expect(await stores.vouchers.get('XXXX-XXXX-XXXX')).toBeUndefined()
})

test('the customer of a preview is found as on the page of customers, and chosen where several are', async () => {
  const { page, stores } = await office()
  await stores.customers.put([
    aCustomer({
      customerId: 'KH07',
      fullName: 'Trần Thị Thu',
      givenName: 'Thu',
      phone: '+84901234567',
      email: 'thu@example.com',
    }),
    aCustomer({ customerId: 'KH08', fullName: 'Lê Hoài Thu', givenName: 'Thu', phone: null, email: null }),
  ])
  const asked = (text: string) => page(`${PATH}/preview?customer=${encodeURIComponent(text)}`)
  for (const text of ['kh07', '0901 234 567', 'Thu@example.com', 'tran thi thu']) {
    const html = await asked(text)
    expect(html).toContain('Trần Thị Thu</a>')
    expect(html).toContain(`src="${PATH}/preview/vi?customer=KH07"`)
  }
  const several = await asked('thu')
  expect(several).toContain(`<a href="${PATH}/preview?customer=KH07">Trần Thị Thu</a>`)
  expect(several).toContain(`<a href="${PATH}/preview?customer=KH08">Lê Hoài Thu</a>`)
  expect(several).toContain('khách tưởng tượng')
  expect(several).not.toContain('gõ thêm')
  const many = Array.from({ length: 12 }, (_, n) =>
    aCustomer({ customerId: `KH2${n}`, fullName: 'Vũ Thị Thu', givenName: 'Thu' }),
  )
  await stores.customers.put(many)
  expect(await asked('thu')).toContain('Đây là 10 khách đầu: gõ thêm để thấy những khách khác.')
})

test('whoever may not see people sees the letter as the made-up customer only', async () => {
  const { page } = await office({ role: 'director' })
  const html = await page(`${PATH}/preview?customer=c-002`)
  expect(html).toContain('khách tưởng tượng')
  expect(html).toContain(`src="${PATH}/preview/vi"`)
  expect(html).not.toContain('preview/vi?customer')
  expect(html).toMatch(/disabled.*Chỉ dành cho/s)
})

describe('the preview as a customer who would get nothing says so, with the reason', () => {
  const AT = '2027-03-01T00:00:00.000Z'
  type Change = (stores: Awaited<ReturnType<typeof office>>['stores']) => Promise<unknown>
  const profile =
    (over: Partial<Customer>): Change =>
    async ({ customers }) =>
      customers.put([{ ...(await customers.get('c-002'))!.customer, ...over }])

  test.each<[string, Change, string, string]>([
    ['no address', profile({ email: null }), 'Không có địa chỉ hay số để liên hệ', 'No address or number'],
    [
      'who stopped',
      ({ customers }) => customers.setConsents('c-002', { 'care/email': { decision: 'withdrawn', at: AT } }),
      'Khách đã từ chối nhận (thăm hỏi, chúc mừng)',
      'The customer opted out (greetings and care)',
    ],
    [
      'whose address is suppressed',
      ({ suppressions, seals }) =>
        suppressions.add({
          contactKey: seals.contactKey({ kind: 'email', value: 'c-002@example.com' }),
          kind: 'email',
          reason: 'hard-bounce',
          at: AT,
          evidence: 'x',
        }),
      'Địa chỉ nằm trong danh sách chặn (thư bị trả lại vĩnh viễn)',
      'The address is suppressed (permanent bounce)',
    ],
    [
      'while the campaign is paused',
      ({ campaigns }) =>
        campaigns.setState({ campaignId: 'tenth-of-march', from: 'active', state: 'paused', at: AT, by: 'Mai', because: 'x' }),
      'Chiến dịch đang tạm dừng',
      'The campaign is paused',
    ],
  ])('%s', async (_what, change, vi, en) => {
    const { page, stores } = await office()
    const path = `${PATH}/preview?customer=c-002`
    expect(await page(path)).not.toContain('data-refused')
    await change(stores)
    expect(await page(path)).toContain(`Hiện giờ khách này sẽ không nhận được thư này: ${vi}.`)
    expect(await page(path, 'en')).toContain(`As things stand this customer would not get this mail: ${en}.`)
    expect(await page(`${PATH}/preview`)).not.toContain('data-refused')
  })

  test('without the consent that the law asks for', async () => {
    const { page, stores } = await office({ campaign: { contentClass: 'advertising' } })
    await stores.customers.put([aCustomer({ customerId: 'c-003' })])
    expect(await page(`${PATH}/preview?customer=c-003`)).toContain('Khách chưa đồng ý nhận (ưu đãi, quảng cáo)')
  })

  test('whom the audience does not mean', async () => {
    const { page } = await office({ campaign: { audience: { anyTag: ['vip'] } } })
    expect(await page(`${PATH}/preview?customer=c-002`)).toContain('Khách không thuộc đối tượng của chiến dịch')
    expect(await page(`${PATH}/preview?customer=c-002`, 'en')).toContain('The campaign’s audience does not mean the customer')
  })
})

describe('the preview of a campaign of calls', () => {
  const BEFORE = '2027-03-08T00:00:00.000Z'
  const SCRIPT = {
    opening: { vi: '{{self}} chào {{customer}}, {{self}} là {{agent}}.', en: 'Good morning {{customer}}, this is {{agent}}.' },
    question: { vi: '{{customer}} dùng {{product}} thấy sao ạ?', en: 'How is {{product}}, {{customer}}?' },
    empathy: { vi: 'Rất tiếc ạ.', en: 'I am sorry.' },
    closing: { vi: 'Cảm ơn {{customer}}.', en: 'Thank you, {{customer}}.' },
  }
  const scripts = [{ name: 'courtesy', script: SCRIPT }]
  const touch = { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 2 }
  const calls = (over: Partial<Office> = {}) =>
    office({ until: BEFORE, words: false, scripts, ...over, campaign: { touch, ...over.campaign } })

  test('says in both languages what staff would say to the customer chosen', async () => {
    const { page, stores } = await calls()
    await stores.customers.put([
      aCustomer({ customerId: 'KH07', fullName: 'Trần Văn Thu', addressName: 'Thu', honorific: 'ong', phone: '+84901234567' }),
    ])
    expect(await page(`${PATH}/preview`)).toContain('Em chào chị Lan, em là ')
    const html = await page(`${PATH}/preview?customer=KH07`)
    expect(html).toContain('Con chào ông Thu, con là ')
    expect(html).toMatch(/<dl lang="en">.*Good morning Mr Thu, this is /s)
    expect(html).not.toContain('{{')
    expect(html).not.toContain('data-refused')
    expect(await page(PATH)).toContain(`href="${PATH}/preview">Xem lời gọi như một khách`)
    expect(await page(PATH, 'en')).toContain(`href="${PATH}/preview">See the call as a customer`)
  })

  test('names the product of the order that the call would be about', async () => {
    const { page, stores } = await calls({
      campaign: { occasion: { kind: 'after-delivery', offset: { days: 30 }, roll: 'none' } },
    })
    await stores.purchases.put([
      aPurchase({ customerId: 'c-002', purchaseId: 'p1', deliveredOn: '2027-03-01', product: 'Trà ô long' }),
    ])
    expect(await page(`${PATH}/preview?customer=c-002`)).toContain('dùng Trà ô long thấy sao ạ?')
  })

  test('says of a customer who would not be rung why, and that it is a call', async () => {
    const { page, stores } = await calls()
    await stores.customers.put([aCustomer({ customerId: 'KH08', phone: null })])
    expect(await page(`${PATH}/preview?customer=KH08`)).toContain(
      'Hiện giờ khách này sẽ không được gọi: Không có địa chỉ hay số để liên hệ.',
    )
    expect(await page(`${PATH}/preview?customer=KH08`, 'en')).toContain('As things stand this customer would not be rung:')
  })

  test('shows the mail instead beside the call, and says which script is gone', async () => {
    const both = await calls({ words: true, campaign: { touch: { ...touch, else: 'greeting' } } })
    const html = await both.page(`${PATH}/preview`)
    expect(html).toContain('Em chào chị Lan')
    expect(html).toContain(`src="${PATH}/preview/vi"`)
    expect(html).toContain('<h2>Thư: Tiếng Việt</h2>')
    expect(await both.page(PATH)).toContain('Xem lời gọi và thư như một khách')
    const gone = await calls({ scripts: [] })
    expect(await gone.page(`${PATH}/preview`)).toContain('Không có campaigns/scripts/courtesy.json')
  })
})
