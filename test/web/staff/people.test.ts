import { expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { balanceOf } from '#core/planning/balance.ts'
import { readFilter } from '#functions/staff/occurrences/people.ts'
import { MOON_SKIP } from '#test/core/audience/skips.ts'
import { aFrame } from '#test/web/staff/a-frame.ts'
import { peopleSection } from '#web/staff/occurrences/people.ts'

const outcomes: readonly Outcome[] = [
  { state: 'skipped', ...MOON_SKIP },
  { state: 'skipped', reason: 'no-address' },
]
const balance = balanceOf(outcomes)

test('a skip that another version stored is shown as one, and can be chosen as a reason', async () => {
  const page = await peopleSection(
    {
      filter: readFilter({ reason: 'full-moon' }, balance),
      found: 1,
      isMore: false,
      next: null,
      shown: [{ customerId: 'KH1', outcome: { state: 'skipped', ...MOON_SKIP }, customer: undefined, delivery: undefined }],
    },
    {
      frame: aFrame('en'),
      campaigns: { name: (id) => id, survey: () => undefined, isOfCalls: () => false },
      detail: { occurrence: { occurrenceId: 'tet_2027-02-06', date: '2027-02-06' }, balance },
    },
  )
  const said = 'Skipped, for a reason that this version does not know'
  expect(String(page)).toContain(`<option value="full-moon" selected>${said} (full-moon) (1)</option>`)
  expect(String(page)).toContain('<option value="no-address">No address or number (1)</option>')
  expect(String(page)).toContain(`${said}<br><small>full-moon</small>`)
})

test('an erased customer is named as one, and leads neither to a page nor to the mail', async () => {
  const sent: Outcome = {
    state: 'sent',
    at: '2027-02-06T02:00:00.000Z',
    providerId: 'mail-1',
  }
  const page = await peopleSection(
    {
      filter: readFilter({}, balance),
      found: 2,
      isMore: false,
      next: null,
      shown: ['erased-0f1e', 'KH1'].map((customerId) => ({
        customerId,
        outcome: sent,
        customer: undefined,
        delivery: undefined,
      })),
    },
    {
      frame: { ...aFrame('vi'), mailPath: (id) => `/mail/${id}` },
      campaigns: { name: (id) => id, survey: () => undefined, isOfCalls: () => false },
      detail: { occurrence: { occurrenceId: 'tet_2027-02-06', date: '2027-02-06' }, balance },
    },
  )
  expect(String(page)).toContain('khách đã xóa')
  expect(String(page)).not.toContain('erased-0f1e')
  expect(String(page).match(/href="\/mail\//g)).toHaveLength(1)
  expect(String(page)).toContain('href="/customers/KH1"')
})

test.each([
  ['no-address', 'no-address'],
  ['blackout', 'blackout'],
  ['full-moon', 'full-moon'],
  ['new-moon', null],
  ['', null],
])('asked for the reason %j, people are found by %j', (reason, found) => {
  expect(readFilter({ reason }, balance).reason).toBe(found)
})
