/** Which mails count as those of the clocks of cases: every one that the product writes, in either language, and no other mail to staff. */
import { describe, expect, test } from 'vitest'
import { DEFAULT_CASE_POLICY } from '#core/campaign/case-policy.ts'
import { isClockMail } from '#local/torture/desk/clock-mail-subjects.ts'
import { askedCompensation, COMPENSATION } from '#test/support/compensation-builders.ts'
import { askedDepartment, QUESTION } from '#test/support/question-builders.ts'
import { storedCase } from '#test/support/work-builders.ts'
import { type ClockMail, clockMail } from '#web/staff/mails/clock-mail.ts'

const AT = '2027-03-10T02:00:00.000Z'
const [OPENED] = storedCase().events
const point = (percent: number) => ({ clock: 'propose' as const, since: AT, percent })
const reminder = (percent: number) => {
  const ring = { is: 'remind' as const, at: AT, dueAt: AT, ...point(percent) }
  return { is: 'remind' as const, about: 'x', at: AT, clocks: [ring] as const, points: [point(percent)] }
}
const news = (of: 'answer' | 'approval', turn: number) =>
  ({
    ...{ is: 'news' as const, about: 'x', at: AT, turn },
    news:
      of === 'answer'
        ? { is: 'answer' as const, questionId: QUESTION }
        : { is: 'approval' as const, compensationId: COMPENSATION },
  }) as Extract<ClockMail['matter'], { is: 'news' }>

const MATTERS: readonly (readonly [string, ClockMail['matter']])[] = [
  ['half of the time is over', reminder(50)],
  ['time is over', reminder(100)],
  ['it went up', { is: 'alert', about: 'x', at: AT, to: 'lead', since: AT, before: 0, turn: 0 }],
  ['it went up to the director', { is: 'alert', about: 'x', at: AT, to: 'director', since: AT, before: 0, turn: 0 }],
  ['a department answered', news('answer', 0)],
  ['a compensation waits', news('approval', 0)],
  ['a compensation waits still', news('approval', 3)],
]

const mailOf = (matter: ClockMail['matter'], locale: 'vi' | 'en') =>
  clockMail({
    ...{ locale, zone: 'Asia/Ho_Chi_Minh', company: 'Trà Sen Việt', cases: DEFAULT_CASE_POLICY, departments: [] },
    item: storedCase({ events: [OPENED, askedDepartment({ at: AT }), askedCompensation({ at: AT })] }),
    matter,
    to: { address: 'hanh@example.com', role: 'agent' },
    ...{ customer: null, stop: null, words: null, link: null },
  })

describe.each(['vi', 'en'] as const)('in %s', (locale) => {
  test.each(MATTERS)('%s', (_, matter) => {
    const { subject } = mailOf(matter, locale)
    expect(isClockMail(subject), subject).toBe(true)
  })
})

test.each([
  'Danh sách gọi ngày 10/03/2027',
  'Calls for 10 March 2027',
  'Chị Lan đã trả lời thư',
  'A customer answered',
  'Chúc mừng sinh nhật (quà tặng, mức mới)',
])('not %s', (subject) => {
  expect(isClockMail(subject)).toBe(false)
})
