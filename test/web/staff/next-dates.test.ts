/** When a campaign comes next and to how many, as its page says it: not as if a paused one went out, and in the words of what triggers it. */
import { expect, test } from 'vitest'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { OccasionRule } from '#core/campaign/occasion-rule.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import type { CampaignDetail } from '#web/staff/campaigns/campaign-detail.ts'
import { nextDatesList } from '#web/staff/campaigns/next-dates.ts'

const shown = (
  locale: 'vi' | 'en',
  {
    kind = 'fixed',
    state = 'active',
    isOfCalls = false,
    ...over
  }: Partial<CampaignDetail> & { kind?: OccasionRule['kind']; state?: CampaignState; isOfCalls?: boolean } = {},
) =>
  String(
    nextDatesList(
      { next: ['2027-03-08'], expected: { count: 12, basis: 'planned', date: '2027-03-08' }, ...over },
      { frame: aFrame(locale), state, kind, isOfCalls },
    ),
  )

test.each([
  ['vi', 'Đang tạm dừng: không thư nào được gửi cho đến khi chạy tiếp. Theo lịch thì những ngày tới là:'],
  ['en', 'Paused: nothing is sent until it is resumed. By its calendar the next dates are:'],
] as const)('a paused campaign says so before its dates, in %s', (locale, said) => {
  expect(shown(locale, { state: 'paused' })).toMatch(new RegExp(`${said}.*08/03/2027|${said}.*8 March 2027`, 's'))
  expect(shown(locale)).not.toContain(said)
})

test.each([
  ['vi', 'Đang tạm dừng: không thư nào được gửi cho đến khi chạy tiếp.'],
  ['en', 'Paused: nothing is sent until it is resumed.'],
] as const)('so does one with a day for each customer, or with none at all, in %s', (locale, said) => {
  for (const next of ['personal', []] as const) {
    const html = shown(locale, { state: 'paused', next, kind: 'birthday' })
    expect(html).toContain(said)
    expect(html).not.toContain('Theo lịch')
  }
})

test.each([
  ['vi', 'Đã hủy hẳn: không thư nào được gửi nữa.'],
  ['en', 'Cancelled for good: nothing is sent any more.'],
] as const)('a cancelled one has no dates and expects nobody, in %s', (locale, said) => {
  const html = shown(locale, { state: 'cancelled' })
  expect(html).toContain(said)
  expect(html).not.toContain('2027')
  expect(html).not.toContain('data-expected')
})

const WHO = {
  birthday: ['khách đến lượt theo ngày sinh', 'due by their birthday'],
  'purchase-anniversary': ['khách đến kỷ niệm lần mua đầu tiên', 'due by the anniversary of their first purchase'],
  'every-n-months': ['khách đến hạn tính từ lần mua đầu tiên', 'due by the months since their first purchase'],
  'after-purchase': ['khách đến lượt sau khi mua hàng', 'due after a purchase'],
  'after-delivery': ['khách đến lượt sau khi nhận hàng', 'due after a delivery'],
  'after-call': ['khách đến lượt sau cuộc gọi', 'due after a call'],
  'after-case': ['khách đến lượt sau vụ việc', 'due after a case'],
  periodic: ['khách đến lượt được hỏi trong vòng', 'due by the round of this campaign'],
  'after-invitation': ['khách được mời mà chưa trả lời', 'due for a reminder of an invitation'],
} as const

test.each(Object.entries(WHO))('%s: how many were due on one day, by what, and where the number comes from', (kind, [vi, en]) => {
  const personal = { kind: kind as OccasionRule['kind'], next: 'personal' } as const
  expect(shown('vi', personal)).toContain(`Ngày 08/03/2027 có 12 ${vi}`)
  expect(shown('vi', personal)).toContain('đếm từ danh sách đã lập')
  expect(shown('vi', personal)).not.toContain('mỗi lần')
  expect(shown('en', personal)).toContain(`12 people are ${en} on 8 March 2027`)
  const last = { ...personal, expected: { count: 1, basis: 'last', date: '2027-02-01' } } as const
  expect(shown('vi', last)).toContain(`Ngày 01/02/2027, lần gần nhất có người, có 1 ${vi}`)
  expect(shown('en', last)).toContain(`One person was ${en} on 1 February 2027, the last day with anybody`)
})

test.each(['fixed', 'lunar', 'lunar-month-end', 'nth-weekday', 'company-day', 'calendar-day'] as const)(
  '%s: the same day for everybody, so about as many each time',
  (kind) => {
    expect(shown('vi', { kind })).toContain('Lần tới, ngày 08/03/2027: 12 khách, đếm từ danh sách đã lập')
    expect(shown('en', { kind })).toContain('Next time, on 8 March 2027: 12 people, counted from the list as planned')
    const last = { kind, expected: { count: 1_200, basis: 'last', date: '2026-03-08' } } as const
    expect(shown('vi', last)).toContain('Khoảng 1.200 khách mỗi lần: lần gần nhất, ngày 08/03/2026, đã đếm được bấy nhiêu')
    expect(shown('en', last)).toContain('About 1,200 people each time: so many were counted the last time, on 8 March 2026')
  },
)

test('the number is of those who are due, and says that some of them may get nothing', () => {
  expect(shown('vi')).toContain('kể cả người rồi không được gửi')
  expect(shown('en')).toContain('those who will get nothing included')
})

test('before the first plan nothing is claimed', () => {
  expect(shown('vi', { expected: null })).toContain('Chưa biết sẽ có bao nhiêu người')
  expect(shown('en', { expected: null })).toContain('Not known yet for how many')
})

test('a campaign of calls sends no mail: it hands customers to the desk, or hands over no more', () => {
  const calls = { isOfCalls: true } as const
  expect(shown('vi', calls)).toContain('kể cả người rồi không được gọi')
  expect(shown('vi', { ...calls, state: 'paused' })).toContain('Đang tạm dừng: không giao thêm khách nào cho nhóm gọi')
  expect(shown('en', { ...calls, state: 'paused' })).toContain('Paused: no more customers are handed to the desk')
  expect(shown('vi', { ...calls, state: 'cancelled' })).toContain('Đã hủy hẳn: không giao khách nào cho nhóm gọi nữa.')
  expect(shown('en', { ...calls, state: 'cancelled' })).not.toContain('sent')
})
