import { describe, expect, test } from 'vitest'
import { toldAgain } from '#functions/staff/occurrences/told-again.ts'
import { aBatch } from '#test/support/builders.ts'
import { anOccurrence } from '#test/support/survey-builders.ts'
import { reloadSeconds, saidAgain } from '#web/staff/occurrences/said-again.ts'
import { saidPutBack, reloadSeconds as todayReloads } from '#web/staff/today/said-put-back.ts'

const SINCE = '2027-03-10T02:30:00.000Z'
const SOON = '2027-03-10T02:30:20.000Z'
const LATER = '2027-03-10T02:36:00.000Z'

const balance = { audience: 4, planned: 1, sent: 3, skipped: 0, skippedBy: {}, deferred: 0, withheld: 0, failed: 0, unknown: 0 }
const occurrence = anOccurrence({ campaignId: 'tet', date: '2027-03-10', slices: 3 })
const { occurrenceId } = occurrence
const slice = (number: number, plannedAt: string) =>
  ({ occurrenceId, slice: number, pass: 'refresh', plannedAt, audience: 1, buckets: 1 }) as const
const batch = (batchId: string, over: Partial<ReturnType<typeof aBatch>>) => aBatch({ occurrenceId, batchId, ...over })
const detail = {
  occurrence,
  balance,
  slices: [slice(0, SOON), slice(1, '2027-03-10T01:00:00.000Z')],
  batches: [
    batch('a', { dueAt: '2027-03-10T02:00:00.000Z', state: 'done' }),
    batch('b', { dueAt: '2027-03-10T02:00:00.000Z', state: 'sending' }),
    batch('c', { dueAt: '2027-03-10T09:00:00.000Z', state: 'planned' }),
  ],
}
const queued = (did: string) => ({ did, orders: '3', since: SINCE, before: '2' })

describe('orders that the queues work off', () => {
  test('of a plan the slices wait that were not planned since', () => {
    expect(toldAgain(queued('plan'), { detail, now: SOON })).toMatchObject({ orders: 3, waiting: 2, isWatched: true, after: 3 })
  })

  test('of batches those wait that were due and are not done; one that is due later waits for its hour', () => {
    expect(toldAgain(queued('send'), { detail, now: SOON })).toMatchObject({ orders: 3, waiting: 1, isWatched: true })
  })

  test('the page says how many were handed out and how many wait, and reloads itself', () => {
    const told = toldAgain(queued('plan'), { detail, now: SOON })
    expect(String(saidAgain(told, 'en'))).toContain('made again: 3. They are being worked off; not made again yet: 2.')
    expect(String(saidAgain(told, 'vi'))).not.toContain('Không có gì thay đổi')
    expect(reloadSeconds(told)).toBe(5)
  })

  test('after some minutes the page no longer reloads, and says so', () => {
    const told = toldAgain(queued('plan'), { detail, now: LATER })
    expect(reloadSeconds(told)).toBeNull()
    expect(String(saidAgain(told, 'en'))).toContain('no longer reloads')
  })

  test('when nothing waits any more it is over', () => {
    const told = toldAgain(queued('send'), { detail: { ...detail, batches: [] }, now: SOON })
    expect(reloadSeconds(told)).toBeNull()
    expect(String(saidAgain(told, 'en'))).toContain('Every batch that was due is done. Sent: 2 mails before, 3 after.')
  })

  test.each([
    [{ ...queued('plan'), since: 'yesterday' }],
    [{ ...queued('plan'), since: '2099-01-01T00:00:00.000Z' }],
    [{ ...queued('pay') }],
    [{ did: 'plan', orders: '3', since: SINCE }],
  ])('an address that says %o tells nothing', (query) => {
    expect(toldAgain(query, { detail, now: SOON })).toBeNull()
  })
})

test('work that was waited for is told as before', () => {
  const told = toldAgain({ did: 'plan', before: '1', after: '1', same: 'yes' }, { detail, now: SOON })
  expect(String(saidAgain(told, 'en'))).toContain('Nothing has changed: 1 mail sent')
  expect(reloadSeconds(told)).toBeNull()
})

test('dead letters that the queues work off: no word that they were dealt with, and the page reloads for some minutes', () => {
  const told = { back: '2', unreadable: '1', orders: '4', since: SINCE }
  const said = String(saidPutBack(told, { locale: 'en', letters: 1 }))
  expect(said).toContain('2 messages are back in their queues and are being worked off')
  expect(said).toContain('handed out again: 4. 1 cannot be read and stays. Dead letters now: 1.')
  expect([todayReloads(told, SOON), todayReloads(told, LATER), todayReloads({ back: '2' }, SOON)]).toEqual([15, null, null])
})
