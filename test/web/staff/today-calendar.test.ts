import { expect, test } from 'vitest'
import { aCampaign } from '#test/support/builders.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import type { ShownCampaign } from '#web/staff/campaigns/shown-campaign.ts'
import { todayPage } from '#web/staff/today/today-page.ts'

const aShown = (id: string, over: Partial<ShownCampaign>): ShownCampaign => ({
  definition: aCampaign({ id, name: { vi: id, en: id } }),
  version: 1,
  acceptedAt: '2027-01-01T00:00:00.000Z',
  acceptedBy: 'marketing',
  state: 'active',
  next: { kind: 'day', date: '2027-03-10' },
  file: null,
  ...over,
})

const ONE = { count: 1, isMore: false }
const page = (locale: 'vi' | 'en', calendar: readonly ShownCampaign[]) =>
  String(
    todayPage(aFrame(locale), {
      today: '2027-03-01',
      campaigns: { name: String, survey: () => undefined, isOfCalls: () => false },
      attention: { standing: null, deadLetters: 0, mismatches: [], unknown: [], stop: null },
      heard: { days: 7, since: '2027-02-23', answers: 1, replies: 1, waiting: ONE, openWork: ONE, lateWork: ONE },
      compensation: [],
      coming: [],
      nobodyDue: 1,
      calendar,
      closed: [],
      told: {},
    }),
  )

test.each([
  ['vi', 'không gửi nữa', ' (đang tạm dừng, chưa gửi)'],
  ['en', 'nothing is sent any more', ' (paused, sends nothing)'],
] as const)(
  'in %s, the calendar says of a cancelled campaign no date, and of a paused one that it sends nothing',
  (locale, never, paused) => {
    const html = page(locale, [aShown('gone', { state: 'cancelled' }), aShown('waits', { state: 'paused' }), aShown('runs', {})])
    const rows = html.split('<tr>').filter((row) => row.includes('/campaigns/'))
    // Of one day they keep their order, and what never comes stands last.
    expect(rows.map((row) => row.match(/campaigns\/(\w+)/)?.[1])).toEqual(['waits', 'runs', 'gone'])
    expect(rows[0]).toContain(paused)
    expect(rows[2]).toContain(never)
    expect(rows[2]).not.toContain('10')
  },
)

test.each([
  ['vi', 'Mỗi ngày, theo ngày riêng của từng khách:', ' (đang tạm dừng, chưa gửi)'],
  ['en', 'Every day, on each customer’s own day:', ' (paused, sends nothing)'],
] as const)('in %s, campaigns of each customer’s own day stand below the dates in one line', (locale, led, paused) => {
  const own = { next: { kind: 'personal' } } as const
  const html = page(locale, [aShown('birthday', own), aShown('dated', {}), aShown('asks', { ...own, state: 'paused' })])
  const rows = html.split('<tr>').filter((row) => row.includes('/campaigns/'))
  expect(rows).toHaveLength(1)
  const [, line = ''] = html.split(led)
  expect(line.split('</p>')[0]?.match(/campaigns\/\w+/g)).toEqual(['campaigns/birthday', 'campaigns/asks'])
  expect(line.split('</p>')[0]).toContain(`asks</a>${paused}`)
  expect(page(locale, [aShown('dated', {})])).not.toContain(led)
})

test('one occasion for which nobody is due is told as one', () => {
  expect(page('en', [])).toContain(
    'And one personal occasion (a birthday, after a purchase…) for which nobody is due these days.',
  )
})
