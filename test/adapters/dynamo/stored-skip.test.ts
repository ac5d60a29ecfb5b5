import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { packedRecipients, unpackedRecipients } from '#adapters/dynamo/packed-recipients.ts'
import { UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { SKIP_REASONS, type Skip } from '#core/audience/skip.ts'
import type { Recipient } from '#core/planning/occurrence.ts'
import { EVERY_SKIP } from '#test/core/audience/skips.ts'

const FREE_AT = '2027-03-12T02:00:00.000Z'

/** Every skip as the version before wrote it, and the same now. */
const BEFORE: readonly (readonly [written: string, skip: Skip])[] = [
  ['"reason":"customer-gone"', { reason: 'customer-gone', erased: false }],
  ['"reason":"customer-gone","detail":"erased"', { reason: 'customer-gone', erased: true }],
  ['"reason":"no-longer-due"', { reason: 'no-longer-due' }],
  ['"reason":"campaign-cancelled"', { reason: 'campaign-cancelled' }],
  ['"reason":"policy-missing","detail":"FR"', { reason: 'policy-missing', country: 'FR' }],
  ['"reason":"blackout"', { reason: 'blackout' }],
  ['"reason":"no-address"', { reason: 'no-address' }],
  ['"reason":"bad-address"', { reason: 'bad-address' }],
  ['"reason":"suppression-unreadable"', { reason: 'suppression-unreadable' }],
  ['"reason":"suppressed","detail":"hard-bounce"', { reason: 'suppressed', because: 'hard-bounce' }],
  ['"reason":"suppressed","detail":"soft-bounces"', { reason: 'suppressed', because: 'soft-bounces' }],
  ['"reason":"suppressed","detail":"complaint"', { reason: 'suppressed', because: 'complaint' }],
  ['"reason":"suppressed","detail":"opt-out"', { reason: 'suppressed', because: 'opt-out' }],
  ['"reason":"suppressed","detail":"legal"', { reason: 'suppressed', because: 'legal' }],
  ['"reason":"consent-unreadable"', { reason: 'consent-unreadable' }],
  ['"reason":"opted-out","detail":"care"', { reason: 'opted-out', purpose: 'care' }],
  ['"reason":"opted-out","detail":"survey"', { reason: 'opted-out', purpose: 'survey' }],
  ['"reason":"consent-missing","detail":"advertising"', { reason: 'consent-missing', purpose: 'advertising' }],
  ['"reason":"already-contacted","detail":"tet_2027-02-06"', { reason: 'already-contacted', occurrenceId: 'tet_2027-02-06' }],
  ['"reason":"already-contacted"', { reason: 'already-contacted', occurrenceId: null }],
  ['"reason":"already-asked","detail":"csat_2027-02-06"', { reason: 'already-asked', occurrenceId: 'csat_2027-02-06' }],
  ['"reason":"already-asked"', { reason: 'already-asked', occurrenceId: null }],
  ['"reason":"already-answered"', { reason: 'already-answered', by: 'answer' }],
  ['"reason":"already-answered","detail":"by mail"', { reason: 'already-answered', by: 'mail' }],
  ['"reason":"survey-closed"', { reason: 'survey-closed' }],
  ['"reason":"same-address","detail":"KH0001"', { reason: 'same-address', writtenTo: 'KH0001' }],
  ['"reason":"outranked","detail":"womens-day"', { reason: 'outranked', by: 'womens-day' }],
  [
    `"reason":"surveyed-recently","detail":"30 days","freeAt":"${FREE_AT}"`,
    { reason: 'surveyed-recently', days: 30, freeAt: FREE_AT },
  ],
  [
    `"reason":"frequency-cap","detail":"3 per 168 h","freeAt":"${FREE_AT}"`,
    { reason: 'frequency-cap', max: 3, hours: 168, freeAt: FREE_AT },
  ],
  ['"reason":"budget-exhausted"', { reason: 'budget-exhausted' }],
  ['"reason":"campaign-paused"', { reason: 'campaign-paused' }],
  ['"reason":"window-passed"', { reason: 'window-passed' }],
  ['"reason":"sender-stopped"', { reason: 'sender-stopped' }],
  ['"reason":"words-missing"', { reason: 'words-missing' }],
]

/** A row's recipients as they are stored: `tet:2027` for all of them. */
const packed = (outcomes: readonly string[]) =>
  deflateRawSync(`{"keys":["tet:2027"],"rows":[${outcomes.map((outcome, n) => `["KH${n}",0,{${outcome}}]`).join(',')}]}`)
const rowBefore = packed(BEFORE.map(([written]) => `"state":"skipped",${written}`))
const recipientsNow: readonly Recipient[] = BEFORE.map(([, skip], n) => ({
  customerId: `KH${n}`,
  occasionKey: 'tet:2027',
  outcome: { state: 'skipped', ...skip },
}))

describe('why somebody was skipped, in a row', () => {
  test.each(BEFORE)('of the version before: {%s}', (written, skip) => {
    const [recipient] = unpackedRecipients(packed([`"state":"skipped",${written}`]), 'batch')
    expect(recipient?.outcome).toEqual({ state: 'skipped', ...skip })
  })

  test('of the version before: every reason is among them', () => {
    const since: readonly string[] = ['closed-day', 'do-not-call', 'do-not-call-list-old', 'held-for-case', 'team-full']
    expect(new Set(BEFORE.map(([, { reason }]) => reason))).toEqual(
      new Set(SKIP_REASONS.filter((reason) => !since.includes(reason))),
    )
  })

  test('of the version before, is the same plan letter by letter: planning again writes it anew only for another verdict', () => {
    expect(JSON.stringify(unpackedRecipients(rowBefore, 'batch'))).toBe(JSON.stringify(recipientsNow))
  })

  test('of now, comes back as it was', () => {
    const recipients = EVERY_SKIP.map((skip, n) => ({
      customerId: `KH${n}`,
      occasionKey: 'tet:2027',
      outcome: { state: 'skipped' as const, ...skip },
    }))
    expect(JSON.stringify(unpackedRecipients(packedRecipients(recipients), 'batch'))).toBe(JSON.stringify(recipients))
    expect(inflateRawSync(packedRecipients(recipients)).toString()).not.toContain('detail')
  })

  test.each([
    '"reason":"moon","phase":{"of":[1,2]}',
    '"reason":"opted-out"',
    '"reason":"opted-out","detail":"gifts"',
    '"reason":"suppressed","because":"moon"',
    '"reason":"outranked"',
    '"reason":"same-address","writtenTo":7',
    '"reason":"policy-missing"',
    '"reason":"closed-day"',
    `"reason":"frequency-cap","detail":"often","freeAt":"${FREE_AT}"`,
    `"reason":"frequency-cap","max":"3","hours":24,"freeAt":"${FREE_AT}"`,
    '"reason":"frequency-cap","max":3,"hours":24',
    `"reason":"surveyed-recently","freeAt":"${FREE_AT}"`,
  ])('{%s}, which this version cannot read, costs no other customer and is written back letter by letter', (written) => {
    const row = packed([`"state":"skipped",${written}`, '"state":"skipped","reason":"no-address"'])
    const [unread, neighbour] = unpackedRecipients(row, 'batch 7')
    expect(unread?.outcome).toEqual({
      state: 'skipped',
      reason: 'not-known-here',
      stored: JSON.parse(`{"state":"skipped",${written}}`),
    })
    expect(neighbour?.outcome).toEqual({ state: 'skipped', reason: 'no-address' })
    const again = packedRecipients(unpackedRecipients(row, 'batch 7'))
    expect(inflateRawSync(again).toString()).toBe(inflateRawSync(row).toString())
  })

  test.each(['"state":"moon","reason":"no-address"', '"state":"skipped"', '"state":"skipped","reason":7'])(
    '{%s} is no outcome: the row is refused with the customer named',
    (written) => {
      expect(() => unpackedRecipients(packed([written]), 'batch 7')).toThrow(UnreadableRowError)
      expect(() => unpackedRecipients(packed([written]), 'batch 7')).toThrow(/batch 7.*KH0/)
    },
  )
})
