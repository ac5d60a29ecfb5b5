import { expect, test } from 'vitest'
import { lastLeg, outcomeOfTouch } from '#core/planning/touch.ts'
import { storedTouch } from '#test/support/store-builders.ts'

test('a touch of a single leg comes to what its leg came to', () => {
  const sent = storedTouch({ channel: 'email', dispatchId: 'm-1', at: '2027-03-10T02:00:00.000Z' })
  expect(sent.legs).toEqual([
    { channel: 'email', at: '2027-03-10T02:00:00.000Z', state: 'sent', dispatchId: 'm-1', perThousand: null },
  ])
  const failed = storedTouch({ result: 'failed', dispatchId: null, reason: 'no such mailbox' })
  expect(failed.legs).toMatchObject([{ state: 'failed', dispatchId: null }])
})

test('of several legs the last one says what the provider called it', () => {
  const [first] = storedTouch({ channel: 'zbs', result: 'failed', dispatchId: null }).legs
  const touch = storedTouch({ channel: 'sms', dispatchId: 's-2' })
  const both = { ...touch, legs: [first, lastLeg(touch)] as const }
  expect(lastLeg(both)).toMatchObject({ channel: 'sms', dispatchId: 's-2' })
  expect(outcomeOfTouch(both)).toEqual({ state: 'sent', at: touch.at, providerId: 's-2' })
})
