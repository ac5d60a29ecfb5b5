import { describe, expect, test } from 'vitest'
import { deadlinesOf } from '#core/work/deadlines.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import { aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aMailSubject, notedBy, openedAt, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { workPage } from '#web/staff/work-page.ts'

const companyRules = theCompanyRules()
const WEDNESDAY = '2027-03-10T02:00:00.000Z'
const THURSDAY = '2027-03-11T03:30:00.000Z'

/** The page with this one item on it. */
function pageOf(
  item: WorkItem,
  { locale = 'vi', said, suppressed = [] }: { locale?: PageLocale; said?: string; suppressed?: readonly string[] } = {},
) {
  const frame = aFrame(locale, { company: companyRules.company, now: THURSDAY, path: '/work' })
  const campaigns = { name: (id: string) => id, survey: () => undefined }
  const behind = {
    item,
    deadlines: deadlinesOf(item, companyRules),
    customer: aCustomer({ phone: '+84912345678' }),
    suppressed,
    reply: undefined,
    response: undefined,
  }
  return String(workPage({ frame, campaigns, open: 1, late: 0, shown: [behind], page: 1, hasNext: false, said }))
}
const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const listOf = (page: string) => /<ul class="plain" data-history.*?<\/ul>(?=\s*<form)/s.exec(page)?.[0] ?? ''

const extended = { is: 'extended', at: THURSDAY, by: { is: 'staff', name: 'Hoa' } } as const

describe('the history of an item', () => {
  test('tells each event with who and when, in both languages', () => {
    const item = storedRequest({
      events: [
        { ...openedAt(WEDNESDAY), by: { is: 'staff', name: 'Mai' } },
        notedBy('Hoa', 'đã xin giấy tờ', THURSDAY),
        extended,
      ],
    })
    expect(words(listOf(pageOf(item)))).toBe(
      ' Mở lúc 09:00 10/03/2027: Mai ghi lại yêu cầu của khách Hoa ghi lúc 10:30 11/03/2027 đã xin giấy tờ Gia hạn lúc 10:30 11/03/2027, Hoa ',
    )
    expect(words(listOf(pageOf(item, { locale: 'en' })))).toMatch(
      /^ Opened at .*: Mai noted what the customer asks for Hoa noted at .* đã xin giấy tờ Extended at .*, Hoa $/,
    )
  })

  test('of an older row says that a name or a time is not recorded, and makes none up', () => {
    const unnamed = { is: 'staff', name: null } as const
    const item = storedRequest({
      events: [
        { ...openedAt(WEDNESDAY), by: unnamed },
        { is: 'extended', at: null, by: unnamed },
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

test('deadlines on the page are those of the calendar now, not those that were stored', () => {
  const item = storedRequest({ events: [openedAt(WEDNESDAY)], dueAt: '2020-01-01T00:00:00.000Z' })
  const page = words(pageOf({ ...item, holds: [{ is: 'right', ask: 'access', law: { by: 'country', country: 'VN' } }] }))
  expect(page).toContain('Bắt đầu trước 00:00 13/03/2027')
  expect(page).toContain('phải xong trước 00:00 31/03/2027')
  expect(page).toContain('xem dữ liệu (phải xong trước 00:00 21/03/2027)')
  expect(page).toContain('còn 37 giờ')
})

test.each([
  ['closed', 'said"', 'Đã đóng việc.'],
  ['noted', 'said"', 'Đã ghi chú, việc vẫn mở.'],
  ['full', 'said warn"', 'Việc này không còn chỗ ghi thêm'],
  ['already-closed', 'said warn"', 'Việc này đã có người đóng trước đó.'],
])('what became of the form is said: %s', (said, tone, text) => {
  const line = new RegExp(`<p class="${tone} role="status">${text}`)
  expect(pageOf(storedWork(), { said })).toMatch(line)
  expect(pageOf(storedWork(), { said: '<script>' })).not.toContain('role="status"')
})

test('only a call asks whether the customer was reached', () => {
  expect(pageOf(storedWork())).toContain('name="reached"')
  expect(pageOf(storedCase())).not.toContain('name="reached"')
  expect(pageOf(storedRequest())).not.toContain('name="reached"')
})

test('a suppressed number is marked where staff read it', () => {
  expect(words(pageOf(storedWork()))).not.toContain('không gọi')
  expect(words(pageOf(storedWork(), { suppressed: ['+84912345678'] }))).toContain('+84912345678 số bị chặn: không gọi')
  expect(words(pageOf(storedWork(), { locale: 'en', suppressed: ['lan@example.com'] }))).not.toContain('do not ring')
})
