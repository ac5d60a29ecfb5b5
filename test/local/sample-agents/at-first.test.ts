import { expect, test } from 'vitest'
import { markOf, markOfCall } from '#local/sample-agents/at-first.ts'
import { openedAt, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const OPENED = openedAt('2027-03-09T02:00:00.000Z')
const CASES = Array.from({ length: 100 }, (_, at) => storedCase({ workId: `case-${at}`, events: [OPENED] }))

test('most ends say it, some do not, and the same ones each time', () => {
  const said = CASES.filter((item) => markOf(item).atFirst !== undefined)
  expect(said.length).toBeGreaterThan(60)
  expect(said.length).toBeLessThan(100)
  expect(CASES.filter((item) => markOf(item).atFirst !== undefined)).toEqual(said)
})

test('a customer who had to be asked first was not solved for at the first contact', () => {
  const by = { is: 'staff', name: 'Hạnh' } as const
  const waiting = { is: 'waiting', at: '2027-03-09T03:00:00.000Z', by, note: 'khách nhận được chưa' } as const
  const marks = CASES.map((item) => markOf({ ...item, events: [OPENED, waiting] }).atFirst)
  expect(new Set(marks)).toEqual(new Set([false, undefined]))
})

test('a call says it when the customer was spoken with, and no where a case follows', () => {
  const calls = Array.from({ length: 20 }, (_, at) => storedWork({ workId: `call-${at}`, events: [OPENED] }))
  const marks = (disposition: Parameters<typeof markOfCall>[1]) =>
    new Set(calls.map((call) => markOfCall(call, disposition).atFirst))
  expect(marks('satisfied')).toEqual(new Set([true, undefined]))
  expect(marks('complaint')).toEqual(new Set([false, undefined]))
  expect(marks('busy')).toEqual(new Set([undefined]))
})

test('where nothing is solved nothing is said', () => {
  expect(markOf(storedRequest())).toEqual({})
})
