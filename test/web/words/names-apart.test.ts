/** Two calls to one customer read apart: by their campaign, else by when they came. */
import { expect, test } from 'vitest'
import type { WorkItem } from '#core/work/work-item.ts'
import { openedAt, storedWork } from '#test/support/work-builders.ts'
import { nameApart, readAlike } from '#web/words/names-apart.ts'

const scored = (workId: string, over: { campaignId?: string; customerId?: string; at?: string } = {}): WorkItem =>
  storedWork({
    workId,
    customerId: over.customerId ?? 'c-001',
    subject: { is: 'low-score', campaignId: over.campaignId ?? 'nps', occurrenceId: `o-${workId}`, score: 3, replyId: null },
    events: [openedAt(over.at ?? '2027-03-09T02:00:00.000Z')],
  })
const named = (items: readonly WorkItem[]) =>
  items.map((item) =>
    nameApart(item, { items, locale: 'en', at: (at) => at.slice(5, 10), campaignName: (id) => id.toUpperCase() }),
  )

test.each([
  ['one alone', [scored('a')], ['Call back: low score']],
  ['two customers', [scored('a'), scored('b', { customerId: 'c-002' })], ['Call back: low score', 'Call back: low score']],
  [
    'two campaigns',
    [scored('a'), scored('b', { campaignId: 'csat' })],
    ['Call back: low score (NPS)', 'Call back: low score (CSAT)'],
  ],
  [
    'one campaign twice',
    [scored('a'), scored('b', { at: '2027-03-08T02:00:00.000Z' })],
    ['Call back: low score (NPS, since 03-09)', 'Call back: low score (NPS, since 03-08)'],
  ],
])('%s', (_what, items, expected) => {
  expect(named(items)).toEqual(expected)
  expect(readAlike(items, 'en')).toBe(expected.some((name) => name.includes('(')))
})
