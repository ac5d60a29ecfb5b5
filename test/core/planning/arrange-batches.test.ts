import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '#core/audience/outcome.ts'
import {
  type Arrangement,
  arrangeBatches,
  bucketsFor,
  type DecidedMember,
  isTaken,
  MAX_RECIPIENTS,
} from '#core/planning/arrange-batches.ts'
import type { Batch } from '#core/planning/occurrence.ts'
import type { Slot } from '#core/time/send-slot.ts'

const NOW = '2027-03-09T00:00:00.000Z'
const VIETNAM: Slot = { date: '2027-03-10', from: '2027-03-10T02:00:00.000Z', to: '2027-03-10T04:00:00.000Z' }
const PARIS: Slot = { date: '2027-03-10', from: '2027-03-10T08:00:00.000Z', to: '2027-03-10T10:00:00.000Z' }

const aMember = (n: number, overrides: Partial<DecidedMember> = {}): DecidedMember => ({
  customerId: `c-${String(n).padStart(5, '0')}`,
  occasionKey: 'tenth-of-march:2027-03-10',
  verdict: { state: 'planned' },
  slot: VIETNAM,
  ...overrides,
})
const someMembers = (count: number, from = 0) => Array.from({ length: count }, (_, n) => aMember(from + n))

const arrange = (members: readonly DecidedMember[], overrides: Partial<Parameters<typeof arrangeBatches>[0]> = {}) =>
  arrangeBatches({
    occurrenceId: 'tenth-of-march_2027-03-10',
    campaignVersion: 1,
    slice: 0,
    slices: 1,
    buckets: 1,
    members,
    existing: [],
    now: NOW,
    ...overrides,
  })

const idsOf = (batch: Batch) => batch.recipients.map(({ customerId }) => customerId)

/** Writes an arrangement the way planning does, one row at a time; calls back after every write. */
function execute(
  existing: readonly Batch[],
  { remove, shrink, put }: Arrangement,
  afterEach: (rows: readonly Batch[]) => void,
): Batch[] {
  const rows = new Map(existing.map((batch) => [batch.batchId, batch]))
  for (const batch of remove) {
    expect(rows.get(batch.batchId)).toEqual(batch)
    rows.delete(batch.batchId)
    afterEach([...rows.values()])
  }
  for (const batch of [...shrink, ...put]) {
    // The store's condition: a new row has version 0, a replaced one the next version.
    expect(batch.version).toBe(rows.has(batch.batchId) ? rows.get(batch.batchId)!.version + 1 : 0)
    rows.set(batch.batchId, batch)
    afterEach([...rows.values()])
  }
  return [...rows.values()]
}

const twiceIn = (rows: readonly Batch[]) => {
  const ids = rows.flatMap(idsOf)
  return ids.filter((id, at) => ids.indexOf(id) !== at)
}
const byId = (rows: readonly Batch[]) => rows.toSorted((a, b) => (a.batchId < b.batchId ? -1 : 1))

describe('rows', () => {
  test('hold everyone, in the order of their ids, skips included', () => {
    const skipped: Verdict = { state: 'skipped', reason: 'no-address' }
    const { put, standing } = arrange([aMember(2), aMember(1, { verdict: skipped })])
    expect(put).toEqual(standing)
    expect(put).toHaveLength(1)
    expect(put[0]).toMatchObject({
      batchId: '000.000.20270310T0200-0400',
      state: 'planned',
      takenAt: null,
      version: 0,
      dueAt: VIETNAM.from,
    })
    expect(put[0]?.recipients).toEqual([
      { customerId: 'c-00001', occasionKey: 'tenth-of-march:2027-03-10', outcome: skipped },
      { customerId: 'c-00002', occasionKey: 'tenth-of-march:2027-03-10', outcome: { state: 'planned' } },
    ])
  })

  test.each([
    [0, 0],
    [1, 1],
    [500, 1],
    [501, 2],
    [1_000, 2],
    [1_001, 3],
  ])('%i people of one bucket stand in %i rows', (people, rows) => {
    const { put } = arrange(someMembers(people))
    expect(put.map(({ batchId }) => batchId)).toEqual(
      Array.from({ length: rows }, (_, n) => (n === 0 ? '000.000.20270310T0200-0400' : `000.000.20270310T0200-0400~${n}`)),
    )
    expect(put.every((batch) => batch.recipients.length <= MAX_RECIPIENTS)).toBe(true)
  })

  test.each([
    [0, 1],
    [400, 1],
    [401, 2],
    [2_000, 5],
  ])('an audience of %i is cut into %i buckets', (audience, buckets) => {
    expect(bucketsFor(audience)).toBe(buckets)
  })

  test('the hash spreads a slice of two thousand over its buckets so that none spills over', () => {
    const { put } = arrange(someMembers(2_000), { buckets: bucketsFor(2_000) })
    expect(put).toHaveLength(5)
  })

  test('people of another zone are due at another instant', () => {
    const { put } = arrange([aMember(1), aMember(2, { slot: PARIS })])
    expect(put.map(({ dueAt }) => dueAt).toSorted()).toEqual([VIETNAM.from, PARIS.from])
  })

  test('are spread evenly over the first four fifths of the window by slice and bucket, on whole minutes', () => {
    const dues = Array.from({ length: 4 }, (_, slice) =>
      arrange(someMembers(50), { slice, slices: 4, buckets: 2 })
        .put.map(({ dueAt }) => dueAt)
        .toSorted(),
    ).flat()
    expect(dues.map((due) => due.slice(11, 16))).toEqual(['02:00', '02:12', '02:24', '02:36', '02:48', '03:00', '03:12', '03:24'])
  })

  test.each([
    ['two hours', '04:00', '03:35'],
    ['five minutes', '02:05', '02:03'],
    ['one minute', '02:01', '02:00'],
  ])('the last of many in a window of %s leaves its last fifth free', (_, end, last) => {
    const slot: Slot = { ...VIETNAM, to: `2027-03-10T${end}:00.000Z` }
    const { put } = arrange(
      someMembers(2_000).map((member) => ({ ...member, slot })),
      { slice: 255, slices: 256, buckets: 5 },
    )
    expect(
      put
        .map(({ dueAt }) => dueAt.slice(11, 16))
        .toSorted()
        .at(-1),
    ).toBe(last)
  })

  test('people whose windows begin together and end apart stand in two rows, because a row has one window', () => {
    const short: Slot = { ...VIETNAM, to: '2027-03-10T03:00:00.000Z' }
    const { put } = arrange([aMember(1), aMember(2, { slot: short })])
    expect(put.map(({ batchId }) => batchId).toSorted()).toEqual(['000.000.20270310T0200-0300', '000.000.20270310T0200-0400'])
    expect(put.map((batch) => batch.recipients.length)).toEqual([1, 1])
  })

  test('a window that ends at midnight, or after it in UTC, has a name as well', () => {
    const slot: Slot = { date: '2027-03-10', from: '2027-03-10T16:00:00.000Z', to: '2027-03-11T04:00:00.000Z' }
    expect(arrange([aMember(1, { slot })]).put[0]?.batchId).toBe('000.000.20270310T1600-0400')
  })

  test('opened in the middle of the window are due at the next full minute, those without a touch to make never move', () => {
    const now = '2027-03-10T03:00:20.500Z'
    expect(arrange([aMember(1)], { now }).put[0]?.dueAt).toBe('2027-03-10T03:01:00.000Z')
    expect(arrange([aMember(1)], { now: '2027-03-10T03:00:00.000Z' }).put[0]?.dueAt).toBe('2027-03-10T03:01:00.000Z')
    expect(arrange([aMember(1, { verdict: { state: 'withheld', because: 'holdout' } })], { now }).put[0]?.dueAt).toBe(
      VIETNAM.from,
    )
  })
})

describe('arranging again', () => {
  const first = arrange(someMembers(10)).standing

  test('the same facts are no write at all', () => {
    const again = arrange(someMembers(10).toReversed(), { existing: first })
    expect([again.remove, again.shrink, again.put]).toEqual([[], [], []])
    expect(again.standing).toEqual(first)
  })

  test('a fresh verdict replaces the row under the next version', () => {
    const members = someMembers(10).with(3, aMember(3, { verdict: { state: 'skipped', reason: 'opted-out', purpose: 'care' } }))
    const again = arrange(members, { existing: first })
    expect(again.put.map(({ version }) => version)).toEqual([1])
    expect(again.put[0]?.recipients[3]?.outcome).toEqual({ state: 'skipped', reason: 'opted-out', purpose: 'care' })
  })

  test('a new version of the campaign replaces the row', () => {
    expect(arrange(someMembers(10), { existing: first, campaignVersion: 2 }).put[0]).toMatchObject({
      campaignVersion: 2,
      version: 1,
    })
  })

  test('a row of which nobody is left is removed', () => {
    const again = arrange([], { existing: first })
    expect(again).toEqual({ remove: first, shrink: [], put: [], standing: [] })
  })

  test.each<[string, Partial<Batch>]>([
    ['being sent', { state: 'sending', takenAt: NOW }],
    ['done', { state: 'done', takenAt: NOW }],
    ['put off after a sender had it', { state: 'planned', takenAt: NOW }],
  ])('a row that is %s is never touched, and whoever stands in it stays there', (_, state) => {
    const taken = { ...first[0]!, ...state }
    const members = someMembers(12).map((member) => ({ ...member, slot: PARIS }))
    const again = arrange(members, { existing: [taken] })
    expect([again.remove, again.shrink]).toEqual([[], []])
    expect(again.standing).toContainEqual(taken)
    expect(again.put.flatMap(idsOf)).toEqual(['c-00010', 'c-00011'])
  })

  test('late-comers to a bucket whose row is taken get a row of their own', () => {
    const taken: Batch = { ...first[0]!, state: 'done', takenAt: NOW }
    const again = arrange(someMembers(12), { existing: [taken] })
    expect(again.put.map(({ batchId }) => batchId)).toEqual(['000.000.20270310T0200-0400~1'])
    expect(again.put.flatMap(idsOf)).toEqual(['c-00010', 'c-00011'])
  })

  test('when someone leaves a full row and the next move up, nobody is listed twice at any step', () => {
    const full = arrange(someMembers(1_200)).standing
    const again = arrange(someMembers(1_199, 1), { existing: full })
    const rows = execute(full, again, (now) => expect(twiceIn(now)).toEqual([]))
    expect(rows.flatMap(idsOf).toSorted()).toEqual(someMembers(1_199, 1).map(({ customerId }) => customerId))
  })
})

describe('the laws of rows', () => {
  const verdicts = fc.constantFrom<Verdict[]>(
    { state: 'planned' },
    { state: 'skipped', reason: 'no-address' },
    { state: 'withheld', because: 'holdout' },
  )
  /** Up to 1,400 people in up to three buckets, so that rows spill over; each in one of two zones. */
  const crowd = fc.record({
    from: fc.nat(300),
    count: fc.oneof(fc.nat(30), fc.nat(1_400)),
    parisEvery: fc.integer({ min: 2, max: 50 }),
    gapEvery: fc.integer({ min: 2, max: 200 }),
    verdict: verdicts,
    verdictEvery: fc.integer({ min: 1, max: 10 }),
  })
  const membersOf = ({
    from,
    count,
    parisEvery,
    gapEvery,
    verdict,
    verdictEvery,
  }: typeof crowd extends fc.Arbitrary<infer T> ? T : never) =>
    someMembers(count, from)
      .filter((_, n) => n % gapEvery !== 0)
      .map((member, n) => ({
        ...member,
        slot: n % parisEvery === 0 ? PARIS : VIETNAM,
        verdict: n % verdictEvery === 0 ? verdict : member.verdict,
      }))
  const takes = fc.array(fc.nat(5), { maxLength: 3 })

  test('plans, senders and plans again: everyone in one row, taken rows as they were, nobody twice at any step, and then no write', () => {
    fc.assert(
      fc.property(
        fc.array(crowd, { minLength: 1, maxLength: 4 }),
        takes,
        fc.integer({ min: 1, max: 3 }),
        (crowds, taken, buckets) => {
          let rows: Batch[] = []
          for (const [step, next] of crowds.entries()) {
            const members = membersOf(next)
            const before = rows.filter(isTaken)
            const arrangement = arrange(members, { existing: rows, buckets })
            rows = execute(rows, arrangement, (now) => expect(twiceIn(now)).toEqual([]))
            // Everyone meant, and whoever a sender has had, and nobody else.
            const expected = new Set([...members.map(({ customerId }) => customerId), ...before.flatMap(idsOf)])
            expect(new Set(rows.flatMap(idsOf))).toEqual(expected)
            expect(rows.flatMap(idsOf)).toHaveLength(expected.size)
            expect(rows).toEqual(expect.arrayContaining(before))
            expect(rows.every((batch) => batch.recipients.length <= MAX_RECIPIENTS && batch.recipients.length > 0)).toBe(true)
            expect(byId(arrangement.standing)).toEqual(byId(rows))
            const again = arrange(members, { existing: rows, buckets })
            expect([again.remove, again.shrink, again.put]).toEqual([[], [], []])
            const sent = taken[step]
            if (sent !== undefined && rows[sent])
              rows[sent] = { ...rows[sent], state: 'done', takenAt: NOW, version: rows[sent].version + 2 }
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** As a rehearsal plans a small occurrence in several parts: each has only some of the customers of a row. */
test('customers who come after their row was taken in another part stand where the whole base puts them', () => {
  const [first, later] = [
    [aMember(1), aMember(2)],
    [aMember(3), aMember(4)],
  ]
  const taken = arrange(first).put.map((batch): Batch => ({ ...batch, state: 'done', takenAt: NOW }))
  const whole = arrange([...first, ...later], { existing: taken })
  const takenElsewhere = new Set(taken.map(({ batchId }) => batchId))
  const rows = (put: readonly Batch[]) => put.map((batch) => [batch.batchId, idsOf(batch)])
  expect(rows(arrange(later, { takenElsewhere }).put)).toEqual(rows(whole.put))
  expect(rows(arrange(later).put)).not.toEqual(rows(whole.put))
})
