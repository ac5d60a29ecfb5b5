import { describe, expect, test } from 'vitest'
import { DepartmentsSchema } from '#core/campaign/departments.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { whyDue } from '#core/work/why-due.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { storedReply } from '#test/support/store-builders.ts'
import {
  aMailSubject,
  aMissedCall,
  aPerson,
  assignedTo,
  closedWork,
  closingOn,
  notedBy,
  openedAt,
  reopenedBy,
  storedCase,
  storedRequest,
  storedWork,
} from '#test/support/work-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { itemPage } from '#web/staff/work/item-page.ts'
import type { ItemShown } from '#web/staff/work/item-shown.ts'

const companyRules = theCompanyRules()
const WEDNESDAY = '2027-03-10T02:00:00.000Z'
const THURSDAY = '2027-03-11T03:30:00.000Z'

/** The screen of this item, with nothing beside it. */
function pageOf(item: WorkItem, { locale = 'vi', ...over }: Partial<ItemShown> & { readonly locale?: PageLocale } = {}) {
  const frame = aFrame(locale, { company: companyRules.company, now: THURSDAY, path: '/work/x' })
  return String(itemPage(frame, shownOf(item, over)))
}

function shownOf(item: WorkItem, over: Partial<ItemShown> = {}): ItemShown {
  const behind = {
    item,
    deadlines: deadlinesOf(item, companyRules),
    customer: aCustomer({ phone: '+84912345678' }),
    stops: [],
    reply: undefined,
    response: undefined,
  }
  return {
    behind,
    why: whyDue(item, companyRules),
    campaigns: { name: (id) => id, survey: () => undefined, isOfCalls: () => false },
    companyRules,
    people: [],
    beside: { consents: {}, zone: 'Asia/Ho_Chi_Minh', events: [], hasMore: false, otherWork: [] },
    outlook: { reopened: null, extended: null },
    draft: null,
    stored: null,
    attemptId: 'form-1',
    caseId: 'form-2',
    compensationRoom: null,
    goesOn: item,
    script: null,
    isStopped: false,
    ring: null,
    sharing: [],
    wrongWith: [],
    guide: null,
    correction: null,
    mails: [],
    canRing: false,
    said: undefined,
    ...over,
  }
}
const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const listOf = (page: string) => /<ul class="plain" data-history.*?<\/ul>(?=\s*<\/section>)/s.exec(page)?.[0] ?? ''

const extended = { is: 'extended', at: THURSDAY, by: { is: 'staff', name: 'Hoa' }, because: null } as const

test('a call by the telephone system names who rang; who is on no roster any more by the address', () => {
  const ended = { callId: 't-1', at: WEDNESDAY, state: 'ended', seconds: 78, recording: null } as const
  const calls = [
    { ...ended, by: 'bao@example.com' },
    { ...ended, callId: 't-2', by: 'gone@example.com' },
  ]
  const people = [{ name: 'Trần Quốc Bảo', address: 'bao@example.com', team: 'Chăm sóc', role: 'agent' }] as const
  const page = words(pageOf({ ...storedWork(), calls } as WorkItem, { people }))
  expect(page).toContain('09:00 10/03/2027 · Trần Quốc Bảo · đã xong · 1 phút 18 giây')
  expect(page).toContain('gone@example.com · đã xong')
})

test('a grave case says that care is kept back, while it is open', () => {
  const grave = {
    is: 'severity-set',
    at: WEDNESDAY,
    by: { is: 'system' },
    severity: 's1',
    because: { is: 'rule', rule: 'words' },
  } as const
  const item = storedCase({ events: [openedAt(WEDNESDAY), grave] })
  expect(words(pageOf(item))).toContain('Lời chúc, ưu đãi và khảo sát gửi khách này tạm ngưng cho đến khi vụ việc đóng.')
  expect(words(pageOf(item, { locale: 'en' }))).toContain('kept back until it is closed')
  for (const other of [storedCase(), closedWork(item), { ...item, customerId: null }])
    expect(pageOf(other)).not.toContain('data-holds-care')
})

describe('the history of an item', () => {
  test.each([
    ['person', { is: 'person', address: 'hanh@example.com', name: 'Hạnh', team: 'Chăm sóc' }, 'Giao cho Hạnh lúc', 'to Hạnh'],
    ['team', { is: 'team', team: 'Chăm sóc' }, 'Giao cho nhóm Chăm sóc lúc', 'Chăm sóc'],
    ['everybody', { is: 'everybody' }, 'Giao cho mọi người lúc', 'everybody'],
  ] as const)('tells to whom the system hands it: %s', (_, to, vietnamese, english) => {
    const handed = { is: 'assigned', at: THURSDAY, by: { is: 'system' }, to } as const
    const item = storedWork({ events: [openedAt(WEDNESDAY), handed] })
    expect(words(listOf(pageOf(item)))).toContain(vietnamese)
    expect(words(listOf(pageOf(item, { locale: 'en' })))).toContain(english)
  })

  test('tells each event with who and when, in both languages', () => {
    const item = storedRequest({
      events: [
        { ...openedAt(WEDNESDAY), by: { is: 'staff', name: 'Mai' } },
        notedBy('Hoa', 'đã xin giấy tờ', THURSDAY),
        extended,
      ],
    })
    expect(words(listOf(pageOf(item)))).toBe(
      ' Mở lúc 09:00 10/03/2027: Mai ghi lại yêu cầu Hoa ghi lúc 10:30 11/03/2027 đã xin giấy tờ Gia hạn lúc 10:30 11/03/2027, Hoa ',
    )
    expect(words(listOf(pageOf(item, { locale: 'en' })))).toMatch(
      /^ Opened at .*: Mai noted a request Hoa noted at .* đã xin giấy tờ Extended at .*, Hoa $/,
    )
  })

  test('of an older row says that a name or a time is not recorded, and makes none up', () => {
    const unnamed = { is: 'staff', name: null } as const
    const item = storedRequest({
      events: [
        { ...openedAt(WEDNESDAY), by: unnamed },
        { is: 'extended', at: null, by: unnamed, because: null },
      ],
    })
    expect(words(listOf(pageOf(item)))).toMatch(
      /nhân viên không ghi tên.* Gia hạn \(không ghi lúc nào\), nhân viên không ghi tên/,
    )
    expect(words(listOf(pageOf(item, { locale: 'en' })))).toContain(
      'Extended (when is not recorded), a member of staff, not named',
    )
  })

  test('what staff wrote stands in it, what the system notes does not', () => {
    const events = [...storedCase().events, notedBy('Hoa', 'khách hẹn chiều')] as const
    const item = storedCase({ subject: aMailSubject('unclear-reply'), holds: [{ is: 'answer-refused' }], events: [...events] })
    const page = pageOf(item)
    expect(listOf(page)).toContain('khách hẹn chiều')
    expect(listOf(page)).not.toContain('không ghi được')
    expect(page).toContain('Thư có câu trả lời khảo sát nhưng không ghi được')
    const many = storedCase({ subject: { is: 'many-replies', replyId: 'r', campaignId: null, occurrenceId: null } })
    expect(pageOf(many, { locale: 'en' })).toContain('Many mails at once')
    expect(pageOf(storedCase())).not.toContain('Có nhiều thư cùng lúc')
  })

  test('a note that is a script stays words', () => {
    const item = storedWork({ events: [...storedWork().events, notedBy('<b>', '<script>alert(1)</script>')] })
    expect(listOf(pageOf(item))).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(listOf(pageOf(item))).not.toContain('<script>')
  })

  test('a long one shows its beginning and its end, and folds what lies between', () => {
    const notes = Array.from({ length: 30 }, (_, n) => notedBy('Hoa', `lần ${n + 1}.`))
    const list = listOf(pageOf(storedWork({ events: [openedAt(WEDNESDAY), ...notes] })))
    expect(list).toContain('<summary>20 lần trước đó</summary>')
    const shown = list.replace(/<details>.*<\/details>/s, '')
    expect(shown.match(/lần \d+\./g)).toHaveLength(10)
    expect(shown).toContain('Mở lúc')
    expect(list.match(/lần \d+\./g)).toHaveLength(30)
  })
})

describe('who had it, and that it was reopened', () => {
  const mai = assignedTo({ ...aPerson('mai'), name: 'Mai' }, THURSDAY)
  const events = [
    openedAt(WEDNESDAY),
    mai,
    assignedTo(aPerson('Bao'), THURSDAY),
    assignedTo({ is: 'team', team: 'Chăm sóc' }, THURSDAY),
    assignedTo({ is: 'everybody' }, THURSDAY),
    closingOn('2027-03-11'),
    reopenedBy('Mai', THURSDAY, 'khách gọi lại'),
  ] as const

  test.each([
    [
      'vi',
      /Mai nhận việc lúc .*Mai giao cho Bao lúc .*Mai giao cho nhóm Chăm sóc .*Mai trả việc lại cho mọi người .*Mai mở lại lúc .*khách gọi lại/,
    ],
    [
      'en',
      /Mai took it at .*Mai handed it to Bao at .*to the team Chăm sóc .*gave it back to everybody .*Mai reopened it at .*khách gọi lại/,
    ],
  ] as const)('stands in the history, in %s', (locale, told) => {
    const page = pageOf(storedWork({ events: [...events] }), { locale })
    expect(words(listOf(page))).toMatch(told)
    expect(page).toContain(locale === 'vi' ? 'mở lại</span>' : 'reopened</span>')
  })
})

test.each([
  ['their own desk', 'mai@example.com', 'Mai nhận việc lúc'],
  ['a colleague of the same name', 'mai.2@example.com', 'Mai giao cho Mai lúc'],
])('an item that Mai put on %s is told as such', (_, address, told) => {
  const put = {
    ...assignedTo({ ...aPerson('mai'), name: 'Mai', address }, THURSDAY),
    by: { is: 'staff' as const, name: 'Mai', address: 'mai@example.com' },
  }
  expect(words(listOf(pageOf(storedWork({ events: [openedAt(WEDNESDAY), put] }))))).toContain(told)
})

describe('why it is due when it is', () => {
  test.each<[string, WorkItem, string, string]>([
    [
      'a call',
      storedWork({ events: [openedAt(WEDNESDAY)] }),
      'Gọi trước 09:00 11/03/2027: trong 24 giờ từ khi mở, 09:00 10/03/2027; gặp ngày nghỉ thì sang ngày làm việc kế tiếp.',
      'Ring before 09:00 11 March 2027: within 24 hours since it was opened, 09:00 10 March 2027;',
    ],
    [
      'a complaint',
      storedCase({ events: [openedAt(WEDNESDAY)] }),
      'Bắt đầu trước 09:00 11/03/2027: trong 1 ngày làm việc từ khi mở',
      'within 1 working day since it was opened',
    ],
    [
      'a case that was reopened',
      storedCase({ subject: aMailSubject('request'), events: [openedAt(WEDNESDAY), closingOn(), reopenedBy('Mai', THURSDAY)] }),
      'Bắt đầu trước 10:30 15/03/2027: trong 2 ngày làm việc từ khi mở lại, 10:30 11/03/2027.',
      'within 2 working days since it was reopened',
    ],
    [
      'a request about data',
      storedRequest({ events: [openedAt(WEDNESDAY)] }),
      'Báo đã nhận trước 00:00 13/03/2027: luật của Việt Nam cho 2 ngày làm việc từ khi mở, 09:00 10/03/2027. Làm xong trước 00:00 31/03/2027: luật của Việt Nam cho 20 ngày kể từ ngày khách yêu cầu.',
      'the law of Vietnam gives 20 days from the day of the request',
    ],
    [
      'one that was extended',
      storedRequest({ events: [openedAt(WEDNESDAY), extended] }),
      'Làm xong trước 00:00 15/04/2027: luật của Việt Nam cho 20 ngày kể từ ngày khách yêu cầu, đã gia hạn thêm 15 ngày.',
      'extended by 15 more',
    ],
    [
      'one of an older row',
      storedRequest({
        events: [openedAt(WEDNESDAY)],
        subject: { is: 'right', ask: 'erase', law: { by: 'as-written', doneBy: THURSDAY }, replyId: null },
      }),
      'như đã ghi khi mở: không có quy định nào của nước ấy cho biết hạn của ngày ấy. Làm xong trước 10:30 11/03/2027, như đã ghi.',
      'Done before',
    ],
  ])('%s', (_what, item, vi, en) => {
    expect(words(pageOf(item))).toContain(vi)
    expect(words(pageOf(item, { locale: 'en' }))).toContain(en)
  })

  test('is not asked of closed work', () => {
    expect(pageOf(storedWork({ events: [openedAt(WEDNESDAY), closingOn()] }))).not.toContain('trong 24 giờ')
  })
})

test('deadlines are those of the calendar now, not those that were stored', () => {
  const item = storedRequest({ events: [openedAt(WEDNESDAY)], dueAt: '2020-01-01T00:00:00.000Z' })
  const page = words(pageOf({ ...item, holds: [{ is: 'right', ask: 'access', law: { by: 'country', country: 'VN' } }] }))
  expect(page).toContain('xem dữ liệu (phải xong trước 00:00 21/03/2027)')
  expect(page).toContain('còn 37 giờ')
})

test('the customer’s words stand there whole, however long they are', () => {
  const text = 'Hàng bị vỡ. '.repeat(300)
  const reply = storedReply({ reading: { ...storedReply().reading, text } })
  const page = pageOf(storedCase(), {
    behind: {
      item: storedCase(),
      deadlines: deadlinesOf(storedCase(), companyRules),
      customer: undefined,
      stops: [],
      reply,
      response: undefined,
    },
  })
  expect(page).toContain(`<span class="words">${text}</span>`)
  expect(page).not.toContain('class="long"')
})

/** In the order in which a phone shows them. */
const ordered = (page: string, marks: readonly string[]) => marks.map((mark) => [mark, page.indexOf(mark)] as const)

test('on the screen of a call the number, whether it may be rung and the press that takes the call come first; what is seldom done comes after the customer', () => {
  const agent = { name: 'Mai', address: 'mai@example.com', team: 'Chăm sóc', role: 'agent' } as const
  const frame = aFrame('vi', { company: companyRules.company, now: THURSDAY, path: '/work/x', visitor: agent })
  const page = String(itemPage(frame, shownOf(storedWork(), { ring: { may: true }, said: 'noted' })))
  const marks = [
    'Đã ghi chú',
    'Chị Lan',
    'tel:',
    'data-ring',
    'data-lease',
    'Khách nói gì',
    'data-act="call"',
    '<h2>Khách hàng</h2>',
    'id="to"',
    'data-act="case"',
  ]
  const found = ordered(page, marks)
  expect(found.filter(([, at]) => at < 0)).toEqual([])
  expect(found).toEqual(found.toSorted(([, a], [, b]) => a - b))
})

test('a call and a case lead back to the list of calls, a request about data to the list of work alone', () => {
  for (const item of [storedWork(), storedCase()]) expect(pageOf(item)).toContain('<a href="/calls">← Về danh sách gọi</a>')
  expect(pageOf(storedRequest())).not.toContain('← Về danh sách gọi')
})

test('what one outcome asks for is marked as its own, and is never hidden with something in it', () => {
  const askedIn = (page: string) => [...page.matchAll(/data-asked-by="([^"]+)"/g)].map(([, by]) => by)
  expect(askedIn(pageOf(storedWork()))).toEqual(['call-back', 'spoken', 'spoken', 'do-not-call'])
  const call = { attemptId: 'form-1', disposition: 'no-answer', way: 'phone', guide: false, atFirst: false } as const
  const written = { ...call, stop: 'number', callBackAt: '2027-03-12T09:00', followUp: '5' } as const
  expect(askedIn(pageOf(storedWork(), { draft: { act: 'record', text: '', call: written } }))).toEqual([])
})

test('only a call asks how it ended', () => {
  expect(pageOf(storedWork())).toContain('name="disposition"')
  expect(pageOf(storedCase())).not.toContain('name="disposition"')
  expect(pageOf(storedRequest())).not.toContain('name="disposition"')
})

test.each([
  ['closed', 'said" role="status"', 'Đã đóng việc.'],
  ['noted', 'said" role="status"', 'Đã ghi chú, việc vẫn mở.'],
  ['full', 'said warn" role="alert"', 'Việc này không còn chỗ ghi thêm'],
])('what became of the form is said: %s', (said, tone, text) => {
  expect(pageOf(storedWork(), { said })).toMatch(new RegExp(`<p class="${tone}>${text}`))
  expect(pageOf(storedWork(), { said: '<script>' })).not.toContain('role="status"')
})

test('what the customer refused stands beside them', () => {
  const withdrawn = { decision: 'withdrawn', at: WEDNESDAY } as const
  const consents = { 'care/email': withdrawn }
  expect(
    words(pageOf(storedWork(), { beside: { consents, zone: 'Asia/Ho_Chi_Minh', events: [], hasMore: false, otherWork: [] } })),
  ).toMatch(/qua email: khách từ chối/)
  expect(words(pageOf(storedWork()))).toContain('Không có địa chỉ hay số nào bị chặn')
  expect(
    words(
      pageOf(storedWork(), {
        beside: { consents: 'unreadable', zone: 'Asia/Ho_Chi_Minh', events: [], hasMore: false, otherWork: [] },
      }),
    ),
  ).toContain('Không đọc được sự đồng ý')
})

describe('what can be done with a case', () => {
  const lan = { name: 'Lan', address: 'lan@example.com' }
  const { departments } = DepartmentsSchema.parse({
    departments: [{ id: 'kho', name: { vi: 'Kho', en: 'Stock' }, head: lan, addressees: [lan] }],
  })
  const placesOf = (page: string) =>
    [...page.matchAll(/href="#([\w-]+)"/g)].map(([, id = '']) => id).filter((id) => id !== 'content')
  const raised = {
    is: 'escalated',
    at: THURSDAY,
    by: { is: 'staff', name: 'Mai' },
    to: 'director',
    because: 'khách báo công an',
  } as const

  test.each([
    ['a new one', storedCase(), companyRules, ['move', 'escalate', 'file', 'assign']],
    [
      'where departments can be asked',
      storedCase(),
      { ...companyRules, departments },
      ['move', 'ask', 'escalate', 'file', 'assign'],
    ],
    [
      'with the director already',
      storedCase({ events: [openedAt(WEDNESDAY), raised] }),
      companyRules,
      ['move', 'file', 'assign'],
    ],
  ])('stands one tap below its title: %s', (_, item, rules, expected) => {
    const page = pageOf(item, { companyRules: rules })
    expect(placesOf(page)).toEqual(expected)
    for (const id of expected) expect(page.split(`id="${id}"`)).toHaveLength(2)
    expect(page.indexOf('/write"')).toBeLessThan(page.indexOf('data-work='))
  })

  test('of a closed one, of nobody known, of a call: no letter is offered', () => {
    for (const item of [closedWork(storedCase()), { ...storedCase(), customerId: null }, storedWork()])
      expect(pageOf(item)).not.toContain('/write')
  })
})

describe('a call that follows from something says what it follows from, whatever the customer said', () => {
  const subject = {
    is: 'follow-up',
    workId: 'w-1',
    workingDays: 5,
    campaignId: 'csat',
    occurrenceId: 'csat_2027-03-09',
    replyId: null,
  } as const
  const staff = { is: 'staff', name: 'Hoa', address: 'hoa@example.com' } as const
  const call = (over: object, by: { readonly is: 'system' } | typeof staff) =>
    storedWork({ subject: { ...subject, ...over }, events: [{ is: 'opened', at: WEDNESDAY, by }] })
  const said = (item: WorkItem, locale: PageLocale) => {
    const behind = { ...shownOf(item).behind, reply: storedReply() }
    const page = pageOf(item, { locale, behind })
    expect(page).toContain(storedReply().reading.text)
    expect(page).toContain('<a href="/work/w-1">')
    return words(page)
  }

  test.each([
    ['agreed', call({}, staff), 'đã hẹn với khách trong một cuộc gọi trước', 'đã hẹn khách', 'agreed with the customer'],
    [
      'closed',
      call({}, { is: 'system' }),
      'sau khi khiếu nại đã đóng',
      '5 ngày làm việc sau khi khiếu nại đóng',
      'after the complaint was closed',
    ],
    [
      'handed back',
      call({ after: 'hand-back' }, staff),
      'sau khi giao lại vụ việc',
      'kể từ khi vụ việc được giao lại',
      'being handed back',
    ],
  ])('%s', (_, item, follows, due, inEnglish) => {
    const vietnamese = said(item, 'vi')
    for (const expected of [follows, due]) expect(vietnamese).toContain(expected)
    expect(said(item, 'en')).toContain(inEnglish)
  })
})

test('the history of open work stands below the customer, that of closed work below its words, where no forms are', () => {
  const history = /<h2>Diễn biến<\/h2>/
  const [left, beside] = pageOf(storedCase()).split('<div class="beside">')
  expect([history.test(left ?? ''), history.test(beside ?? '')]).toEqual([false, true])
  const [closedLeft, closedBeside] = pageOf(closedWork(storedCase())).split('<div class="beside">')
  expect([history.test(closedLeft ?? ''), history.test(closedBeside ?? '')]).toEqual([true, false])
})

test('who looks after the customer is named as in the roster', () => {
  const item = storedWork()
  const shown = shownOf(item)
  const customer = aCustomer({ owner: 'hanh@example.com' })
  const people = [{ name: 'Nguyễn Thu Hạnh', address: 'hanh@example.com', team: 'Care', role: 'agent' }] as const
  const html = pageOf(item, { ...shown, behind: { ...shown.behind, customer }, people })
  expect(html).toContain('<dt>Người phụ trách</dt><dd>Nguyễn Thu Hạnh</dd>')
})

describe('a missed call to the hotline', () => {
  const task = aMissedCall({ phone: '+84987654321' })
  const rang = (...at: readonly string[]): WorkItem => ({ ...task, subject: { ...task.subject, rang: [...at] } }) as WorkItem

  test('says when the caller rang, each day with its times, in both languages', () => {
    const often = rang('2027-03-10T01:40:00.000Z', '2027-03-10T01:49:40.000Z', '2027-03-11T02:15:00.000Z')
    expect(pageOf(often)).toContain('Khách đã gọi 3 lần: 08:40, 08:49 10/03/2027; 09:15 11/03/2027.')
    expect(pageOf(often, { locale: 'en' })).toContain('They rang 3 times: 08:40, 08:49 10 March 2027; 09:15 11 March 2027.')
    expect(pageOf(rang('2027-03-10T01:40:00.000Z'))).toContain('Khách gọi lúc 08:40 10/03/2027.')
  })

  test('of before, which keeps no times, says nothing of them', () => {
    expect(pageOf(task)).not.toContain('data-rang')
  })

  test('of a number that no customer has asks for the caller, and not for a mail', () => {
    const page = pageOf(task, { beside: null, locale: 'en' })
    expect(page).toContain('No customer has the number that rang')
    expect(page).not.toContain('read the mail')
    expect(pageOf(storedCase({ customerId: null }), { beside: null, locale: 'en' })).toContain('read the mail')
  })
})

test('a suppressed number is written as any other, and is no link', () => {
  const item = storedWork({ workId: 'w-1' })
  const stops = [{ kind: 'phone', value: '+84912345678', suppression: 'unreadable' }] as const
  const page = pageOf(item, { behind: { ...shownOf(item).behind, stops } })
  expect(page).toContain('<dd>0912 345 678 ')
  expect(page).not.toContain('href="tel:')
})
