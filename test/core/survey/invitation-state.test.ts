import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INVITATION_STATES, type InvitationFacts, invitationState } from '#core/survey/invitation-state.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'

const SENT = '2027-03-08T02:00:00.000Z'
const CLOSES = '2027-04-07T17:00:00.000Z'
const answered = aResponse([anAnswer({ at: '2027-03-09T02:00:00.000Z' })])
const suspected = aResponse([anAnswer({ at: '2027-03-09T02:00:00.000Z', suspect: 'too-early' })])
const stopped = (at: string) => ({ 'survey/email': { decision: 'withdrawn' as const, at } })
const delivery = (state: 'delivered' | 'bounced' | 'complained' | 'rejected' | 'delayed') => ({ state, at: SENT, detail: '' })

const facts = (over: Partial<InvitationFacts> = {}): InvitationFacts => ({
  response: undefined,
  channel: 'email',
  consents: {},
  delivery: null,
  closesAt: CLOSES,
  now: '2027-03-10T02:00:00.000Z',
  ...over,
})

test.each([
  ['open', {}],
  ['open', { delivery: delivery('delivered') }],
  ['open', { delivery: delivery('delayed') }],
  ['open', { now: '2027-04-07T16:59:59.999Z' }],
  ['unanswered', { now: CLOSES }],
  ['answered', { response: answered }],
  ['answered', { response: answered, consents: stopped(SENT), delivery: delivery('bounced'), now: CLOSES }],
  // What looks like a machine's press is no answer.
  ['open', { response: suspected }],
  ['unanswered', { response: suspected, now: CLOSES }],
  ['opted-out', { response: suspected, consents: stopped('2027-03-09T02:00:00.000Z') }],
  ['undeliverable', { response: suspected, delivery: delivery('bounced') }],
  ['opted-out', { consents: stopped('2027-03-09T02:00:00.000Z') }],
  ['opted-out', { consents: stopped('2027-03-09T02:00:00.000Z'), now: '2028-01-01T00:00:00.000Z' }],
  ['opted-out', { delivery: delivery('complained') }],
  ['opted-out', { consents: stopped(SENT), delivery: delivery('bounced') }],
  ['open', { consents: { 'survey/email': { decision: 'granted' as const, at: SENT } } }],
  ['open', { consents: { 'care/email': { decision: 'withdrawn' as const, at: SENT } } }],
  ['open', { consents: { 'survey/call': { decision: 'withdrawn' as const, at: SENT } } }],
  // A "stop" of a year later says nothing about this one.
  ['unanswered', { consents: stopped('2028-01-01T00:00:00.000Z'), now: '2028-02-01T00:00:00.000Z' }],
  ['undeliverable', { delivery: delivery('bounced') }],
  ['undeliverable', { delivery: delivery('rejected'), now: CLOSES }],
  // Nobody is there who could answer.
  ['unanswered', { consents: undefined }],
  ['open', { consents: 'unreadable' as const }],
] satisfies [string, Partial<InvitationFacts>][])('%s: %j', (state, over) => {
  expect(invitationState(facts(over))).toBe(state)
})

test('every invitation is in exactly one state, and only an open one can still change by waiting', () => {
  fc.assert(
    fc.property(
      fc.record({
        response: fc.constantFrom(undefined, answered, suspected),
        consents: fc.constantFrom(undefined, 'unreadable' as const, {}, stopped(SENT), stopped('2028-01-01T00:00:00.000Z')),
        delivery: fc.constantFrom(null, delivery('delivered'), delivery('bounced'), delivery('complained'), delivery('rejected')),
      }),
      (given) => {
        const before = invitationState(facts(given))
        const after = invitationState(facts({ ...given, now: '2029-01-01T00:00:00.000Z' }))
        expect(INVITATION_STATES).toContain(before)
        expect(after).toBe(before === 'open' ? 'unanswered' : before)
      },
    ),
  )
})
