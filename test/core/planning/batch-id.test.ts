import { expect, test } from 'vitest'
import { batchIdOf, batchPrefix, checkBatchId } from '#core/planning/batch-id.ts'

const place = { slice: 3, bucket: 1, slot: { from: '2027-02-06T02:00:00.000Z', to: '2027-02-06T04:30:00.000Z' } }

test('names slice, bucket and slot, and the further rows of one bucket by number', () => {
  expect([0, 1, 2].map((nth) => batchIdOf(place, nth))).toEqual([
    '003.001.20270206T0200-0430',
    '003.001.20270206T0200-0430~1',
    '003.001.20270206T0200-0430~2',
  ])
})

test('tells letters instead of calls from the calls of the same hours', () =>
  expect([0, 1].map((nth) => batchIdOf({ ...place, instead: true }, nth))).toEqual([
    '003.001.20270206T0200-0430.m',
    '003.001.20270206T0200-0430.m~1',
  ]))

test('is found by the prefix of its slice, and by that of no other', () => {
  const batchId = batchIdOf(place, 0)
  expect(batchId.startsWith(batchPrefix(3))).toBe(true)
  expect([0, 30, 300].filter((slice) => batchId.startsWith(batchPrefix(slice)))).toEqual([])
  expect(() => checkBatchId({ batchId, slice: 3 })).not.toThrow()
  expect(() => checkBatchId({ batchId, slice: 30 })).toThrow(RangeError)
})
