/** Rows of a telephone system's history as exports write them. */
import { describe, expect, test } from 'vitest'
import { callFromRow } from '#core/customer/hotline-row.ts'

const reading = { country: 'VN', zone: 'Asia/Ho_Chi_Minh', now: '2027-03-10T05:00:00.000Z' }
const read = (cells: { readonly phone?: string; readonly time?: string; readonly status?: string }) =>
  callFromRow({ row: 2, cells: { phone: '0912 345 678', time: '10/03/2027 09:15', ...cells } }, reading)

test.each([
  '10/03/2027 09:15',
  '10-03-2027 9:15',
  '10.03.2027 09:15:00',
  '2027-03-10 09:15',
  '2027-03-10T09:15',
  '09:15 10/03/2027',
  '9h15 10/03/2027',
  '2027-03-10T02:15:00Z',
  '2027-03-10T02:15:00.000Z',
  '2027-03-10 09:15:00+07:00',
])('the time %s', (time) => {
  expect(read({ time })).toMatchObject({ ok: { phone: '+84912345678', at: '2027-03-10T02:15:00.000Z', isAnswered: false } })
})

test('seconds count', () => {
  expect(read({ time: '2027-03-10 09:15:42' })).toMatchObject({ ok: { at: '2027-03-10T02:15:42.000Z' } })
})

test.each([
  ['nhỡ', false],
  ['Cuộc gọi nhỡ', false],
  ['MISSED', false],
  ['no answer', false],
  ['Đã nghe', true],
  ['Answered', true],
])('the status %s', (status, isAnswered) => {
  expect(read({ status })).toMatchObject({ ok: { isAnswered } })
})

describe('a bad line says what would be right', () => {
  test.each([
    [{ phone: '' }, 'phone'],
    [{ phone: 'anonymous' }, 'phone'],
    [{ phone: '0912' }, 'phone'],
    [{ time: '' }, 'time'],
    [{ time: 'hôm qua' }, 'time'],
    [{ time: '10/03/2027' }, 'time'],
    [{ time: '31/02/2027 09:00' }, 'time'],
    [{ time: '10/03/2027 25:00' }, 'time'],
    // A day that does not exist is no other day.
    [{ time: '2027-02-30T09:00:00+07:00' }, 'time'],
    [{ time: '2027-02-29T09:00Z' }, 'time'],
    // An hour ahead of the clock.
    [{ time: '10/03/2027 13:00' }, 'time'],
    // A time without a day as a table program writes it, and one that nobody waits for any more.
    [{ time: '30/12/1899 09:15' }, 'time'],
    [{ time: '05/02/2027 09:15' }, 'time'],
    [{ status: '' }, 'status'],
    [{ status: 'có thể' }, 'status'],
  ])('%o', (cells, column) => {
    expect(read(cells)).toMatchObject({ problems: [{ row: 2, column, expected: expect.stringMatching(/\w/) }] })
  })
})
