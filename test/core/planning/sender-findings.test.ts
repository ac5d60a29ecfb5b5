import { describe, expect, test } from 'vitest'
import {
  type Gravity,
  gravityOf,
  mustBeTold,
  type ProviderAccount,
  type ProviderIdentity,
  type ProviderState,
  type SenderFindingKind,
  senderFindings,
} from '#core/planning/sender-findings.ts'
import { stopped } from '#core/planning/sending-stop.ts'

const ACCOUNT: ProviderAccount = { sendingEnabled: true, production: true, standing: 'healthy', perDay: 50_000, perSecond: 14 }
const IDENTITY: ProviderIdentity = {
  name: 'example.com',
  verified: true,
  signs: true,
  mailFrom: { domain: 'bounce.example.com', verified: true, whenNot: 'rejects' },
}
const WELL: ProviderState = { account: ACCOUNT, identity: IDENTITY, configurationSet: { name: 'care', sendingEnabled: true } }
const DAY = { date: '2027-03-10', mails: 50_000 }

test('of a sender who is well there is nothing to say, up to the last mail of the quota', () => {
  expect(senderFindings({ state: WELL, stop: null, largestDay: null })).toEqual([])
  expect(senderFindings({ state: WELL, stop: null, largestDay: DAY })).toEqual([])
  const unlimited = { ...WELL, account: { ...ACCOUNT, perDay: null } }
  expect(senderFindings({ state: unlimited, stop: null, largestDay: { ...DAY, mails: 5_000_000 } })).toEqual([])
})

const account = (over: Partial<ProviderAccount>) => ({ account: { ...ACCOUNT, ...over } })
const identity = (over: Partial<ProviderIdentity>) => ({ identity: { ...IDENTITY, ...over } })
const unanswered = (why: 'not-permitted' | 'no-answer') => ({ unanswered: why, detail: 'AccessDenied' })

describe('what is wrong is found, weighed, and told before the hours for sending when it keeps mails from leaving', () => {
  test.each<[string, Partial<ProviderState>, readonly [SenderFindingKind, Gravity, boolean][]]>([
    ['suspended', account({ standing: 'suspended', sendingEnabled: false }), [['account-suspended', 'stops', true]]],
    ['paused', account({ sendingEnabled: false }), [['sending-disabled', 'stops', true]]],
    ['under review', account({ standing: 'under-review' }), [['account-under-review', 'harms', false]]],
    ['sandbox', account({ production: false }), [['sandbox', 'loses', true]]],
    ['no identity', { identity: null }, [['identity-missing', 'stops', true]]],
    ['identity not verified', identity({ verified: false, signs: false }), [['identity-not-verified', 'stops', true]]],
    ['no signature', identity({ signs: false }), [['not-signed', 'harms', false]]],
    ['no MAIL FROM of its own', identity({ mailFrom: null }), []],
    [
      'MAIL FROM not verified, and mails are rejected for it',
      identity({ mailFrom: { domain: 'b.example.com', verified: false, whenNot: 'rejects' } }),
      [['mail-from-not-verified', 'stops', true]],
    ],
    [
      'MAIL FROM not verified, and mails leave all the same',
      identity({ mailFrom: { domain: 'b.example.com', verified: false, whenNot: 'sends-anyway' } }),
      [['mail-from-not-verified', 'harms', false]],
    ],
    ['no configuration set', { configurationSet: null }, [['configuration-set-missing', 'stops', true]]],
    [
      'a paused configuration set',
      { configurationSet: { name: 'care', sendingEnabled: false } },
      [['configuration-set-paused', 'stops', true]],
    ],
    ['nothing may be asked', { account: unanswered('not-permitted') }, [['unanswered', 'unsure', true]]],
    ['nothing is answered', { identity: unanswered('no-answer') }, [['unanswered', 'unsure', false]]],
    [
      'several things, what stops all first',
      { ...account({ production: false, standing: 'under-review' }), configurationSet: null },
      [
        ['configuration-set-missing', 'stops', true],
        ['sandbox', 'loses', true],
        ['account-under-review', 'harms', false],
      ],
    ],
  ])('%s', (_, changes, expected) => {
    const found = senderFindings({ state: { ...WELL, ...changes }, stop: null, largestDay: null })
    expect(found.map((finding) => [finding.kind, gravityOf(finding), mustBeTold(finding)])).toEqual(expected)
  })

  test('a day with more mails than the quota', () => {
    const [finding] = senderFindings({ state: WELL, stop: null, largestDay: { ...DAY, mails: 50_001 } })
    expect(finding).toEqual({ kind: 'quota-short', perDay: 50_000, day: { date: '2027-03-10', mails: 50_001 } })
  })

  test('a stop comes first, and was told when it began', () => {
    const stop = stopped('credentials', '2027-03-10T02:00:00.000Z')
    const found = senderFindings({ state: { ...WELL, identity: null }, stop, largestDay: null })
    expect(found.map(({ kind }) => kind)).toEqual(['sending-stopped', 'identity-missing'])
    expect(found.map(mustBeTold)).toEqual([false, true])
  })
})
