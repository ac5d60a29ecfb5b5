import { expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { mailedIn } from '#core/planning/mailed.ts'
import { aBatch, aRecipient } from '#test/support/builders.ts'

const NINE = '2027-03-10T02:00:00.000Z'
const OUTCOMES: readonly Outcome[] = [
  { state: 'sent', at: NINE, providerId: 'm-1' },
  { state: 'unknown', since: NINE, evidence: 'timeout' },
  { state: 'planned' },
  { state: 'deferred', until: NINE, because: 'provider-busy' },
  { state: 'deferred', until: '2027-03-10T02:00:00.001Z', because: 'outside-hours' },
  { state: 'skipped', reason: 'opted-out', purpose: 'care' },
  { state: 'withheld', because: 'holdout' },
  { state: 'failed', at: NINE, reason: 'refused' },
]
const row = (state: 'planned' | 'sending' | 'done') =>
  aBatch({ state, takenAt: NINE, recipients: OUTCOMES.map((outcome, n) => aRecipient({ customerId: `c-${n}`, outcome })) })

test.each([
  ['planned', 2],
  ['done', 2],
  ['sending', 4],
] as const)('of a row that is %s so many were written to, or may be at this moment: %i', (state, mailed) => {
  expect(mailedIn(row(state))).toBe(mailed)
})
