import { expect, test } from 'vitest'
import { DAY_PARTS, HOURS_OF_PART, readDayParts } from '#core/customer/day-part.ts'

test.each([
  ['sáng', ['morning']],
  ['Buổi Chiều', ['afternoon']],
  ['chiều, sáng', ['morning', 'afternoon']],
  ['sang va toi', ['morning', 'evening']],
  ['trưa hoặc chiều', ['noon', 'afternoon']],
  ['Morning / Evening', ['morning', 'evening']],
  ['cả ngày', null],
  ['any time', null],
])('%s', (cell, value) => {
  expect(readDayParts(cell)).toEqual({ value })
})

test.each(['sau 5h', 'sáng, 17h', ','])('%s is answered with what would be right', (cell) => {
  expect(readDayParts(cell)).toEqual({ expected: expect.stringContaining('sáng, trưa, chiều, tối') })
})

test('the parts are the whole day, none over another', () => {
  const hours = DAY_PARTS.map((part) => HOURS_OF_PART[part])
  expect(hours.map(({ to }) => to)).toEqual([...hours.slice(1).map(({ from }) => from), '24:00'])
  expect(hours[0]?.from).toBe('00:00')
})
