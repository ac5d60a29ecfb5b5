/** What is kept of a rehearsal: nothing is lost between the decisions, the sheets, the sums, and the decisions that are read back. */
import { expect, test } from 'vitest'
import type { Decision, Decisions } from '#app/rehearsal/decisions.ts'
import { countedDay, daysDecided, decisionsOf } from '#app/rehearsal/kept-findings.ts'

const SENT: Decision = { outcome: 'sent', channel: 'email', reason: '' }
const CAPPED: Decision = { outcome: 'skipped', channel: 'email', reason: 'frequency-cap' }
const RUNG: Decision = { outcome: 'sent', channel: 'call', reason: '' }

const DECISIONS: Decisions = new Map([
  [
    'tet',
    new Map([
      [
        '2027-02-06',
        new Map([
          ['c-2', SENT],
          ['c-1', CAPPED],
          ['c-3', CAPPED],
        ]),
      ],
    ]),
  ],
  [
    'call',
    new Map([
      ['2027-02-06', new Map([['c-1', RUNG]])],
      ['2027-02-01', new Map([['c-2', RUNG]])],
    ]),
  ],
  ['empty', new Map()],
])

async function* given<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items
}

test('a sheet has one line for each customer, campaign and day, day by day, by campaign and customer', () => {
  const lines = [...daysDecided(DECISIONS)].flatMap(({ date, lines }) =>
    lines.map(({ campaign, customer, outcome }) => `${date} ${campaign} ${customer} ${outcome}`),
  )
  expect(lines).toEqual([
    '2027-02-01 call c-2 sent',
    '2027-02-06 call c-1 sent',
    '2027-02-06 tet c-1 skipped',
    '2027-02-06 tet c-2 sent',
    '2027-02-06 tet c-3 skipped',
  ])
})

test('a day is counted by campaign, channel and reason, the most frequent first', () => {
  const [, day] = [...daysDecided(DECISIONS)].map(countedDay)
  expect(day).toEqual({
    date: '2027-02-06',
    counts: [
      { campaign: 'call', ...RUNG, count: 1 },
      { campaign: 'tet', ...CAPPED, count: 2 },
      { campaign: 'tet', ...SENT, count: 1 },
    ],
  })
})

test('read back from pieces of sheets they are the decisions again, campaigns without a day among them', async () => {
  const pieces = [...daysDecided(DECISIONS)].flatMap(({ date, lines }) => lines.map((line) => ({ date, lines: [line] })))
  expect(await decisionsOf(given(pieces), ['tet', 'call', 'empty'])).toEqual(DECISIONS)
})
