import { describe, expect, test } from 'vitest'
import { notingLate } from '#app/note-late.ts'
import { readFacts, writeDays } from '#app/numbers/write-days.ts'
import { daysOfNight, writeNight } from '#app/numbers/write-night.ts'
import { type FactsOfDay, NO_FACTS } from '#core/facts/fact-tables.ts'
import { datesFrom } from '#core/time/local-date.ts'
import { closed, DAY, NOW, SENT_AT, type StoredDays, storedDays, withGreeting } from '#test/app/numbers/stored-days.ts'
import { storedPurchase } from '#test/support/store-builders.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const NEXT_NIGHT = '2027-02-07T21:00:00.000Z'
const later = (now: string, stores: StoredDays) => notingLate({ numbers: stores.numbers, zone: ZONE, clock: () => now })
const inStore = (stores: StoredDays, day = DAY): Promise<FactsOfDay> => readFacts(stores.facts, day)
const sizeOf = (facts: FactsOfDay) => Object.values(facts).flat().length

describe('the days of a night', () => {
  test('the first night writes the day before, and no day before the first', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    expect(await writeNight(stores, { now: NOW })).toEqual({ written: [DAY], left: [] })
    expect(await stores.numbers.firstDay()).toBe(DAY)
    expect(sizeOf(await inStore(stores))).toBe(2)
  })

  test('yesterday comes first, then what is late or missing, the newest first', async () => {
    const { numbers } = storedDays()
    for (const day of ['2027-01-30', '2027-02-01', '2027-02-02']) await numbers.noteWritten(day, NOW)
    for (const day of ['2027-01-10', '2027-02-02', DAY]) await numbers.noteLate({ day, at: SENT_AT })
    const { days, notes } = await daysOfNight({ numbers, zone: ZONE }, NOW)
    expect(days.slice(0, 6)).toEqual([DAY, '2027-02-05', '2027-02-04', '2027-02-03', '2027-02-02', '2027-01-31'])
    expect(days.slice(6)).toEqual([...datesFrom('2027-01-10', '2027-01-29')].toReversed())
    expect(notes.map(({ day }) => day)).toEqual(['2027-01-10', '2027-02-02', DAY])
  })

  test('before anything was written, the days between the first that was noted and yesterday are not left out', async () => {
    const { numbers } = storedDays()
    for (const day of ['2027-02-01', '2027-02-03']) await numbers.noteLate({ day, at: SENT_AT })
    const { days } = await daysOfNight({ numbers, zone: ZONE }, NOW)
    expect(days.toSorted()).toEqual(['2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04', '2027-02-05', DAY])
  })

  test('a day that is not over is not written, though it was noted', async () => {
    const { numbers } = storedDays()
    await numbers.noteLate({ day: '2027-02-07', at: SENT_AT })
    expect((await daysOfNight({ numbers, zone: ZONE }, NOW)).days).toEqual([DAY])
  })
})

describe('writing a night', () => {
  test('again changes nothing', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    await writeNight(stores, { now: NOW })
    const once = await inStore(stores)
    await writeNight(stores, { now: NOW })
    expect(await inStore(stores)).toEqual(once)
    expect(await stores.numbers.writtenDays({ from: '2027-01-01', to: '2027-12-31' })).toEqual([DAY])
  })

  test('what came late is in the facts of the next night, and the note is gone', async () => {
    const stores = storedDays()
    await writeNight(stores, { now: NOW })
    expect(sizeOf(await inStore(stores))).toBe(0)
    await later('2027-02-07T02:00:00.000Z', stores)({ days: [DAY] })
    await stores.purchases.put([storedPurchase({ purchasedOn: DAY })])
    expect((await writeNight(stores, { now: NEXT_NIGHT })).written).toEqual(['2027-02-07', DAY])
    expect((await inStore(stores)).purchases).toHaveLength(1)
    expect(await stores.numbers.lateDays()).toEqual([])
  })

  test('a row that is written a moment after the night read its day is in the facts of the night after', async () => {
    const stores = storedDays()
    await later(NEXT_NIGHT, stores)({ days: [DAY] })
    await writeNight(stores, { now: NEXT_NIGHT })
    await stores.purchases.put([storedPurchase({ purchasedOn: DAY })])
    expect((await stores.numbers.lateDays()).map(({ day }) => day)).toEqual([DAY])
    await writeNight(stores, { now: '2027-02-08T21:00:00.000Z' })
    expect((await inStore(stores)).purchases).toHaveLength(1)
    expect(await stores.numbers.lateDays()).toEqual([])
  })

  test('a night that breaks off in the middle of a day has not written it, and the note stands', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    await later('2027-02-06T19:00:00.000Z', stores)({ days: [DAY] })
    const broken = { ...stores, facts: { ...stores.facts, write: () => Promise.reject(new Error('the bucket is away')) } }
    await expect(writeNight(broken, { now: NOW })).rejects.toThrow('the bucket is away')
    expect(await stores.numbers.writtenDays({ from: '2027-01-01', to: '2027-12-31' })).toEqual([])
    expect(await stores.numbers.lateDays()).toHaveLength(1)
    await writeNight(stores, { now: NOW })
    expect(sizeOf(await inStore(stores))).toBe(2)
    expect(await stores.numbers.lateDays()).toEqual([])
  })

  test('a night without time leaves its days to the next one', async () => {
    const stores = storedDays()
    await stores.numbers.noteWritten('2027-02-03', NOW)
    expect(await writeNight(stores, { now: NOW, hasTime: () => false })).toEqual({
      written: [DAY],
      left: ['2027-02-05', '2027-02-04'],
    })
    expect(await writeNight(stores, { now: NOW })).toMatchObject({ left: [] })
  })

  test('what is purged since stays in the facts', async () => {
    const stores = storedDays()
    await withGreeting(stores)
    await closed(stores)
    await writeNight(stores, { now: NOW })
    const before = await inStore(stores)
    await stores.occurrences.removeNames('tet_2027-02-06')
    await writeDays(stores, { days: [DAY], now: NEXT_NIGHT, notes: [] })
    expect(await inStore(stores)).toEqual(before)
    expect(before).not.toEqual(NO_FACTS)
  })

  test('a purchase that is moved to another day stands on that day alone', async () => {
    const stores = storedDays()
    await stores.purchases.put([storedPurchase({ purchasedOn: DAY })])
    await writeNight(stores, { now: NOW })
    const moved = [stores.numberOf('c-001#HĐ-0001')]
    const note = later('2027-02-07T18:00:00.000Z', stores)
    await note({ days: [DAY], moved })
    await note({ days: ['2027-02-05'] })
    await stores.purchases.put([storedPurchase({ purchasedOn: '2027-02-05' })])
    await writeNight(stores, { now: NEXT_NIGHT })
    expect((await inStore(stores)).purchases).toEqual([])
    expect((await inStore(stores, '2027-02-05')).purchases).toHaveLength(1)
  })
})
