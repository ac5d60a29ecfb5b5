/** What a line says about its place follows what was agreed since the list was made. */
import { expect, test } from 'vitest'
import type { Why } from '#core/work/day-list/day-line.ts'
import { whyNow } from '#core/work/day-list/why-now.ts'

const [AT_FOUR, AT_FIVE] = ['2027-03-10T09:00:00.000Z', '2027-03-10T10:00:00.000Z']
const [A_WEEK_AGO, YESTERDAY] = ['2027-03-03T03:00:00.000Z', '2027-03-09T03:00:00.000Z']
const SCORE: Why = { is: 'low-score', score: 3 }
const TIER: Why = { is: 'tier', tier: 'VIP' }
const SHARED: Why = { is: 'shared-number', people: 2 }
const OWNER: Why = { is: 'owner' }
const OLD: Why = { is: 'leftover', days: 7 }
const PROMISED: Why = { is: 'promise', at: AT_FOUR }
const made = [SCORE, TIER, OLD, SHARED, OWNER] as readonly Why[]
const now = (why: readonly Why[], over: { promiseAt?: string | null; dueAt?: string; now?: string } = {}) =>
  whyNow(why, {
    promiseAt: AT_FOUR,
    dueAt: over.promiseAt === null ? A_WEEK_AGO : (over.promiseAt ?? AT_FOUR),
    date: '2027-03-10',
    zone: 'Asia/Ho_Chi_Minh',
    now: '2027-03-10T03:00:00.000Z',
    ...over,
  })

test.each([
  ['nothing was agreed: as it was made', now(made, { promiseAt: null }), made],
  [
    'a time was agreed: it is the reason, and the age of what was tried is none',
    now(made),
    [PROMISED, SCORE, TIER, SHARED, OWNER],
  ],
  [
    'beside it something else is left over',
    now(made, { dueAt: YESTERDAY }),
    [PROMISED, SCORE, TIER, { is: 'leftover', days: 1 }, SHARED, OWNER],
  ],
  ['the agreed time has passed', now([PROMISED, OWNER], { now: AT_FIVE }), [{ is: 'broken-promise', at: AT_FOUR }, OWNER]],
  ['agreed as it was when it was made', now([PROMISED, SCORE, OLD]), [PROMISED, SCORE, OLD]],
  ['another time was agreed', now([PROMISED, OWNER], { promiseAt: AT_FIVE }), [{ is: 'promise', at: AT_FIVE }, OWNER]],
  ['what was agreed is over', now([PROMISED, SCORE], { promiseAt: null }), [SCORE, OLD]],
  ['and the rest is due today', now([PROMISED], { promiseAt: null, dueAt: AT_FIVE }), [{ is: 'due', at: AT_FIVE }]],
])('%s', (_what, told, expected) => {
  expect(told).toEqual(expected)
})
