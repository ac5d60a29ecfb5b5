/** Figures as a spreadsheet takes them. */
import { expect, test } from 'vitest'
import { wholeUnits } from '#web/rendering/written-value.ts'
import { plainNumber, writtenUnit } from '#web/words/figures.ts'

test.each([
  ['a share in per cent', 0.875, { unit: 'share', currency: null }, 87.5, '%'],
  ['points as they are', 46.66666, { unit: 'points', currency: null }, 46.6667, ''],
  ['đồng, which have no smaller unit', 5_750, { unit: 'money', currency: 'VND' }, 5_750, 'VND'],
  ['dollars, which are kept in cents', 1_250, { unit: 'money', currency: 'USD' }, 12.5, 'USD'],
  ['dinars, of a thousand fils each', 1_250, { unit: 'money', currency: 'KWD' }, 1.25, 'KWD'],
  ['minutes', 95, { unit: 'minutes', currency: null }, 95, 'min'],
] as const)('%s', (_, value, measured, plain, unit) => {
  expect([plainNumber(value, measured), writtenUnit(measured, 'en')]).toEqual([plain, unit])
})

test('no data is no number', () => expect(plainNumber(null, { unit: 'share', currency: null })).toBeNull())

test('an amount in whole units of its currency', () => expect(wholeUnits({ amount: 705, currency: 'EUR' })).toBe(7.05))
