import { expect, test } from 'vitest'
import type { LocalDate } from '#core/time/local-date.ts'
import { daysBack, newestByDay } from '#functions/staff/newest-by-day.ts'

const MARCH = daysBack({ first: '2027-03-01', last: '2027-03-31' })

/** So many on each day, and which days were read in which step. */
function shelf(perDay: (day: LocalDate) => number) {
  const steps: LocalDate[][] = []
  let step: LocalDate[] | null = null
  return {
    steps,
    read: (over: { readonly before?: string; readonly limit?: number; readonly matches?: (item: string) => boolean } = {}) =>
      newestByDay<string>({
        days: MARCH,
        ofDay: async (day) => {
          if (step === null) {
            step = []
            steps.push(step)
          }
          step.push(day)
          await Promise.resolve()
          step = null
          return Array.from({ length: perDay(day) }, (_, nth) => `${day} ${nth}`).map((item) => ({ item, place: item }))
        },
        before: null,
        limit: 3,
        matches: () => true,
        ...over,
      }),
  }
}

test('a busy day is read alone', async () => {
  const { steps, read } = shelf(() => 9)
  expect(await read()).toEqual({
    items: ['2027-03-31 8', '2027-03-31 7', '2027-03-31 6'],
    next: '2027-03-31 6',
  })
  expect(steps).toEqual([['2027-03-31']])
})

test('an empty month is read in five steps', async () => {
  const { steps, read } = shelf(() => 0)
  expect(await read()).toEqual({ items: [], next: null })
  expect(steps.map((days) => days.length)).toEqual([1, 2, 4, 8, 16])
  expect(steps.flat()).toEqual(MARCH)
})

test('days read together stand one after another, and a page goes on where the one before ended', async () => {
  const { read } = shelf((day) => (day.endsWith('0') ? 2 : 0))
  const first = await read()
  expect(first).toEqual({ items: ['2027-03-30 1', '2027-03-30 0', '2027-03-20 1'], next: '2027-03-20 1' })
  expect(await read({ before: first.next ?? '' })).toEqual({
    items: ['2027-03-20 0', '2027-03-10 1', '2027-03-10 0'],
    next: null,
  })
})

test('what does not match is passed over', async () => {
  const { read } = shelf((day) => (day === '2027-03-02' ? 2 : 1))
  expect(await read({ matches: (item) => item.startsWith('2027-03-02') })).toEqual({
    items: ['2027-03-02 1', '2027-03-02 0'],
    next: null,
  })
})
