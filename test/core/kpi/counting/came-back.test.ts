/** Whether a customer came back after an issue was closed: with another one of its kind, or with the same, which is the usual way by mail. */
import { expect, test } from 'vitest'
import { FACT_KINDS } from '#core/facts/fact-tables.ts'
import { rollUpsOf } from '#test/support/checked-figures.ts'
import { aWorkFact } from '#test/support/fact-builders.ts'
import type { World } from '#test/support/random-facts.ts'

const asked = { period: { from: '2027-02-01', to: '2027-02-28' }, today: '2027-04-01', zone: 'Asia/Ho_Chi_Minh' }

type Row = World['work'][number]
/** Events of one complaint, each on a day of February at ten in the morning. */
const complaint = (item: bigint, ...events: readonly (readonly [Row['event'], number])[]): readonly Row[] =>
  events.map(([event, date], event_no) => {
    const day = `2027-02-${String(date).padStart(2, '0')}`
    return {
      ...aWorkFact({ item, person: 7n, kind: 'case', reason: 'complaint', event, event_no, happened_at: `${day}T03:00:00.000Z` }),
      day,
    }
  })

function noRepeat(...work: readonly Row[]) {
  const none = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []])) as unknown as World
  const whole = rollUpsOf({ ...none, work }, asked).find(({ segment }) => segment.by === 'all')
  const kpi = whole?.kpis.find(({ id }) => id === 'fcr-no-repeat')
  return [kpi?.numerator, kpi?.denominator]
}

test.each([
  ['closed once', complaint(1n, ['opened', 1], ['closed', 2]), [1, 1]],
  ['opened again two days later', complaint(1n, ['opened', 1], ['closed', 2], ['reopened', 4], ['closed', 5]), [0, 1]],
  [
    'opened again twice',
    complaint(1n, ['opened', 1], ['closed', 2], ['reopened', 4], ['closed', 5], ['reopened', 7], ['closed', 8]),
    [0, 1],
  ],
  ['opened again on the seventh day', complaint(1n, ['opened', 1], ['closed', 2], ['reopened', 9], ['closed', 10]), [0, 1]],
  ['opened again on the eighth day', complaint(1n, ['opened', 1], ['closed', 2], ['reopened', 10], ['closed', 11]), [1, 1]],
  ['still open', complaint(1n, ['opened', 1], ['closed', 2], ['reopened', 4]), [0, 0]],
  [
    'another one soon after',
    [...complaint(1n, ['opened', 1], ['closed', 2]), ...complaint(2n, ['opened', 5], ['closed', 20])],
    [1, 2],
  ],
] as const)('%s', (_what, work, counted) => {
  expect(noRepeat(...work)).toEqual(counted)
})
