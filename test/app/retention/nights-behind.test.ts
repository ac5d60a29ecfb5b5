import { describe, expect, test } from 'vitest'
import type { PurgeProof } from '#app/ports/retention.ts'
import { nightsBehind } from '#app/retention/nights-behind.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const NONE = { rawMails: 0, verbatims: 0, replies: 0, contacts: 0, work: 0 }
const DAY = '2024-03-10'
const UNTIL = { rawMails: DAY, verbatims: DAY, replies: DAY, contacts: DAY, ledgers: DAY, work: DAY }

/** `+` came to its end, `-` ran out of time, `!` left something. */
const proof = (at: string, came: string): PurgeProof => ({
  at,
  finished: came !== '-',
  until: UNTIL,
  removed: { ...NONE, ledgers: 0 },
  left: came === '!' ? { ...NONE, replies: 2 } : NONE,
  tombstones: 0,
})

/** The nights of March from the 10th on, the latest first; a space is a night without a proof. */
const nights = (written: string) =>
  [...written].flatMap((came, n) => (came === ' ' ? [] : [proof(`2027-03-${10 + n}T20:40:00.000Z`, came)])).toReversed()

describe('for how many nights the deletion is behind', () => {
  test.each([
    ['no night yet', '', undefined],
    ['the latest came to its end', '---+', undefined],
    ['one ran out of time', '+-', { nights: 1, since: '2027-03-12' }],
    ['two, one of them left something', '+-!', { nights: 2, since: '2027-03-12' }],
    ['three, after others that were made up for', '--+---', { nights: 3, since: '2027-03-14' }],
    ['never one that came to its end', '!!!!', { nights: 4, since: '2027-03-11' }],
    ['those that broke off in between count', '+- -', { nights: 3, since: '2027-03-12' }],
    ['those that broke off before the first are not known', '+ -', { nights: 1, since: '2027-03-13' }],
  ])('%s', (_, written, behind) => {
    expect(nightsBehind(nights(written), ZONE)).toEqual(behind)
  })

  test('a night that was run by hand again and again is one night, and its latest run counts', () => {
    const again = ['2027-03-10T01:00:00.000Z', '2027-03-10T02:00:00.000Z', '2027-03-10T16:59:59.999Z'].map((at) => proof(at, '-'))
    expect(nightsBehind(again.toReversed(), ZONE)).toEqual({ nights: 1, since: '2027-03-10' })
    // One more minute is the next day of the company's zone.
    const next = proof('2027-03-10T17:00:00.000Z', '-')
    expect(nightsBehind([next, ...again.toReversed()], ZONE)).toEqual({ nights: 2, since: '2027-03-10' })
    expect(nightsBehind([proof('2027-03-10T16:59:59.999Z', '+'), ...again.slice(0, 2)], ZONE)).toBeUndefined()
  })
})
