/** The book of rehearsals on DynamoDB. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dynamoRehearsalBook } from '#adapters/dynamo/rehearsal-book.ts'
import type { SheetDay } from '#app/ports/rehearsals.ts'
import { type Engine, freshTable, startDynalite } from '#test/support/dynamo-engines.ts'
import { aLine, aRehearsal, someSums } from '#test/support/rehearsal-builders.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())

const fresh = async () => dynamoRehearsalBook(await freshTable(engine.client, 'numbers'))
const OF_MARCH = '20270215T023000-1a2b3c4d'

async function daysIn(sheets: AsyncIterable<SheetDay>): Promise<readonly string[]> {
  const found: string[] = []
  for await (const { date, lines } of sheets) found.push(`${date} ${lines.length}`)
  return found
}

test('the newest rehearsal stands first, and each as it was last noted', async () => {
  const book = await fresh()
  expect(await book.all()).toEqual([])
  expect(await book.get(OF_MARCH)).toBeUndefined()
  expect(await book.sums(OF_MARCH)).toBeUndefined()
  const older = aRehearsal({ state: { is: 'under-way', percent: 40, secondsLeft: null } })
  const newer = aRehearsal({ rehearsalId: '20270216T010000-00000000', state: { is: 'waiting' } })
  for (const one of [older, newer, aRehearsal()]) await book.put(one)
  expect(await book.all()).toEqual([newer, aRehearsal()])
  await book.putSums(OF_MARCH, someSums())
  expect(await book.sums(OF_MARCH)).toEqual(someSums())
})

test('a day of more lines than one row holds is read whole and in order, and no other day with it', async () => {
  const book = await fresh()
  const lines = Array.from({ length: 2_300 }, (_, at) => aLine({ customer: `c-${String(at).padStart(5, '0')}` }))
  await book.putSheet(OF_MARCH, { date: '2027-03-01', lines })
  await book.putSheet(OF_MARCH, { date: '2027-03-02', lines: [aLine()] })
  expect(await book.sheet(OF_MARCH, '2027-03-01')).toEqual(lines)
  expect(await book.sheet(OF_MARCH, '2027-03-02')).toEqual([aLine()])
  expect(await book.sheet(OF_MARCH, '2027-03-03')).toEqual([])
  expect(await daysIn(book.sheets(OF_MARCH))).toEqual(['2027-03-01 1000', '2027-03-01 1000', '2027-03-01 300', '2027-03-02 1'])
})

test('an erased customer stands in no sheet any more, and nobody else is taken out', async () => {
  const book = await fresh()
  await book.put(aRehearsal())
  const other = aLine({ customer: 'c-002' })
  await book.putSheet(OF_MARCH, { date: '2027-03-01', lines: [aLine(), other] })
  await book.putSheet(OF_MARCH, { date: '2027-03-02', lines: [other] })
  await book.forget('c-001')
  expect(await book.sheet(OF_MARCH, '2027-03-01')).toEqual([other])
  expect(await book.sheet(OF_MARCH, '2027-03-02')).toEqual([other])
})

test('what changes between two is kept for this pair in this direction, and goes with the later one', async () => {
  const book = await fresh()
  const pair = { before: '20270214T010000-00000000', after: OF_MARCH }
  const comparison = {
    totals: { mails: -3, calls: 1, callDays: 1, cost: -900, currency: 'VND' },
    campaigns: [{ campaign: 'birthday', mails: -3, calls: 1, cost: -900 }],
    days: [{ date: '2027-03-01', mails: -3, calls: 1 }],
    reasons: [{ campaign: 'birthday', kind: 'lost' as const, reason: 'frequency-cap', touches: 3, people: 3 }],
  }
  expect(await book.comparison(pair)).toBeUndefined()
  await book.putComparison(pair, comparison)
  expect(await book.comparison(pair)).toEqual(comparison)
  expect(await book.comparison({ before: pair.after, after: pair.before })).toBeUndefined()
  expect(await daysIn(book.sheets(OF_MARCH))).toEqual([])
  await book.removeFindings(OF_MARCH)
  expect(await book.comparison(pair)).toBeUndefined()
})

test('a rehearsal is removed with all that it found', async () => {
  const book = await fresh()
  const kept = aRehearsal({ rehearsalId: '20270216T010000-00000000' })
  for (const one of [aRehearsal(), kept]) {
    await book.put(one)
    await book.putSums(one.rehearsalId, someSums())
    await book.putSheet(one.rehearsalId, { date: '2027-03-01', lines: [aLine()] })
  }
  await book.remove(OF_MARCH)
  expect(await book.all()).toEqual([kept])
  expect(await book.sums(OF_MARCH)).toBeUndefined()
  expect(await book.sheet(OF_MARCH, '2027-03-01')).toEqual([])
  expect(await book.sheet(kept.rehearsalId, '2027-03-01')).toEqual([aLine()])
})
