import { expect, test } from 'vitest'
import { changeOf } from '#core/kpi/change.ts'
import { activeShare } from '#core/kpi/retention.ts'
import { saidOf } from '#core/kpi/untold.ts'

const ALL = { by: 'all' } as const
const MONTH = { period: { from: '2026-01-01', to: '2026-01-31' }, segment: ALL }
/** As many days before the Tết of 2025 as January lies before that of 2026. */
const BY_TET = { period: { from: '2024-12-13', to: '2025-01-12' }, segment: ALL }

test('the active share of a month is not compared with days that are no month, and is not said to have no data', () => {
  const now = saidOf(activeShare({ part: 100, whole: 400 }), MONTH)
  const before = saidOf(activeShare({ part: 0, whole: 0 }), BY_TET)
  expect(changeOf({ now, before })).toEqual({ is: 'not-compared', because: 'not-a-month' })
})

test('a month before the first customer has no data', () => {
  const now = saidOf(activeShare({ part: 100, whole: 400 }), MONTH)
  const before = saidOf(activeShare({ part: 0, whole: 0 }), { ...MONTH, period: { from: '2025-01-01', to: '2025-01-31' } })
  expect(changeOf({ now, before })).toEqual({ is: 'not-compared', because: 'no-data' })
})

test.each([
  ['a quarter', { from: '2026-01-01', to: '2026-03-31' }, ALL, 'not-a-month'],
  ['a week', { from: '2026-01-05', to: '2026-01-11' }, ALL, 'not-a-month'],
  ['a campaign', MONTH.period, { by: 'campaign', is: 'birthday' }, 'not-of-part'],
] as const)('of %s it is said that the share is not told of it', (_what, period, segment, untold) => {
  expect(saidOf(activeShare({ part: 0, whole: 0 }), { period, segment }).untold).toBe(untold)
})
