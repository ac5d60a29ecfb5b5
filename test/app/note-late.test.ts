import { expect, test } from 'vitest'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { notingLate } from '#app/note-late.ts'

const zone = 'Asia/Ho_Chi_Minh'
function noting(first = '2027-02-07T02:00:00.000Z') {
  const numbers = memoryNumberStore()
  let now = first
  const noteLate = notingLate({ numbers, zone, clock: () => now })
  const noted = async () => (await numbers.lateDays()).map(({ day, times }) => `${day} ${times}`)
  const at = (next: string) => {
    now = next
  }
  return { numbers, noteLate, noted, at }
}

test('days that are over are noted, each once; today and days to come are not written yet', async () => {
  const { noteLate, noted } = noting()
  await noteLate({ days: ['2027-02-05', '2027-02-06', '2027-02-05', '2027-02-07', '2027-02-08'] })
  expect(await noted()).toEqual(['2027-02-05 1', '2027-02-06 1'])
})

test('a day ends when it ends in the zone of the company', async () => {
  const { noteLate, noted, at } = noting('2027-02-06T16:59:59.999Z')
  await noteLate({ days: ['2027-02-06'] })
  expect(await noted()).toEqual([])
  at('2027-02-06T17:00:00.000Z')
  await noteLate({ days: ['2027-02-06'] })
  expect(await noted()).toEqual(['2027-02-06 1'])
})

test('many reports of one day within minutes are one note, and later ones another', async () => {
  const { noteLate, noted, at } = noting()
  for (let nth = 0; nth < 50; nth++) await noteLate({ days: ['2027-02-05'] })
  expect(await noted()).toEqual(['2027-02-05 1'])
  at('2027-02-07T02:14:59.999Z')
  await noteLate({ days: ['2027-02-05'] })
  expect(await noted()).toEqual(['2027-02-05 1'])
  at('2027-02-07T02:15:00.000Z')
  await noteLate({ days: ['2027-02-05'] })
  expect(await noted()).toEqual(['2027-02-05 2'])
})

test('what moved away from a day is noted each time', async () => {
  const { numbers, noteLate } = noting()
  await noteLate({ days: ['2027-02-05'] })
  await noteLate({ days: ['2027-02-05'], moved: [1n] })
  await noteLate({ days: ['2027-02-05'], moved: [2n] })
  expect(await numbers.lateDays()).toMatchObject([{ moved: [1n, 2n], times: 3 }])
})

test('the day of an occurrence that cannot be closed yet needs no note: closing notes it', async () => {
  const { noteLate, noted, at } = noting('2027-02-07T11:59:59.999Z')
  await noteLate({ days: ['2027-02-06'], untilClosed: true })
  expect(await noted()).toEqual([])
  at('2027-02-07T12:00:00.000Z')
  await noteLate({ days: ['2027-02-06'], untilClosed: true })
  expect(await noted()).toEqual(['2027-02-06 1'])
})

test('a note that failed is made again', async () => {
  const { numbers } = noting()
  let isAway = true
  const flaky = {
    noteLate: (late: Parameters<typeof numbers.noteLate>[0]) =>
      isAway ? Promise.reject(new Error('away')) : numbers.noteLate(late),
  }
  const noteLate = notingLate({ numbers: flaky, zone, clock: () => '2027-02-07T02:00:00.000Z' })
  await expect(noteLate({ days: ['2027-02-05'] })).rejects.toThrow('away')
  isAway = false
  await noteLate({ days: ['2027-02-05'] })
  expect(await numbers.lateDays()).toHaveLength(1)
})
