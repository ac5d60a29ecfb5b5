/** Customers with more grace than their campaign gives, whom the sender's own trouble then keeps from their mail. */
import { describe, expect, test } from 'vitest'
import { outcomeIn } from '#adapters/dynamo/stored-outcome.ts'
import { resend } from '#app/operating/resend.ts'
import type { DispatchResult } from '#app/ports/sending.ts'
import { graceFor, stillPutOff, windowPassed } from '#app/sending/put-off.ts'
import { DEFER_REASONS, type DeferReason, type Deferred } from '#core/audience/outcome.ts'
import { aCampaign, aRecipient } from '#test/support/builders.ts'
import { type Answer, NINE, OCCURRENCE, withProvider } from '#test/support/troubled-provider.ts'

const PAUSED: DispatchResult = { stopped: 'sending-paused', detail: '' }
const QUOTA: DispatchResult = { busy: 'daily-quota', detail: '' }
const NEXT_DAY = '2027-03-11T00:00:00.000Z'
const NINE_NEXT_DAY = '2027-03-11T02:00:00.000Z'
const END = '2027-03-15T00:00:00.000Z'

/** The first day's quota is gone; what happens on the second. */
const quotaThen =
  (second: Answer): Answer =>
  (asked) =>
    asked.at < NEXT_DAY ? QUOTA : second(asked)

describe('put off by the quota of the first day', () => {
  test.each<[string, DispatchResult]>([
    ['sending is paused', PAUSED],
    ['nothing answers', { busy: 'transient', detail: '' }],
  ])('and on the second %s: what is lost is lost to the sender, and is told', async (_, second) => {
    const { company, counted } = await withProvider(
      quotaThen(() => second),
      { count: 50 },
    )
    await company.until('2027-03-11T02:30:00.000Z')
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-000': { state: 'deferred', because: 'daily-quota', heldUpBy: 'sender-stopped' },
    })
    await company.until(END)
    expect(await counted()).toEqual({ 'skipped sender-stopped': 50 })
    expect([...new Set(company.alarmsRaised())]).toEqual(['sender.stopped', 'occurrence.losses'])
  })

  test('and on the second the words cannot be read', async () => {
    const { company, counted } = await withProvider(
      quotaThen(() => undefined),
      { count: 10 },
    )
    await company.until(NEXT_DAY)
    const { words } = company.stores
    company.replace({ ...company.ports(), words: { ...words, read: async () => 'unreadable' as const } })
    await company.until(END)
    expect(await counted()).toEqual({ 'skipped words-missing': 10 })
    expect([...new Set(company.alarmsRaised())]).toEqual(['words.missing', 'occurrence.losses'])
  })

  test('and on the second no mail gets a place', async () => {
    const { company, counted } = await withProvider(
      quotaThen(() => undefined),
      { count: 10 },
    )
    const take = async () => {
      if (company.clock() > NEXT_DAY) throw new Error('GetAccount 500')
    }
    company.replace({ ...company.ports(), pace: { take, throttled: () => {} } })
    await company.until(END)
    expect(await counted()).toEqual({ 'skipped sender-stopped': 10 })
  })

  test('and on the second the sender is stopped until ten: all are sent after that', async () => {
    const { company, counted } = await withProvider(
      quotaThen(({ at }) => (at < '2027-03-11T03:00:00.000Z' ? PAUSED : undefined)),
      { count: 50 },
    )
    await company.until(END)
    expect(await counted()).toEqual({ sent: 50 })
  })

  test('and on the second the quota is gone again: they keep their grace, and wait for nothing of ours', async () => {
    const { company } = await withProvider(
      ({ at }) =>
        at < NINE_NEXT_DAY
          ? QUOTA
          : at < '2027-03-11T02:20:00.000Z'
            ? PAUSED
            : at < '2027-03-12T00:00:00.000Z'
              ? QUOTA
              : undefined,
      { count: 2 },
    )
    await company.until('2027-03-11T12:00:00.000Z')
    expect((await company.outcomes(OCCURRENCE))['c-000']).toEqual({
      state: 'deferred',
      because: 'daily-quota',
      until: '2027-03-12T02:00:00.000Z',
    })
    await company.until(END)
    expect(Object.values(await company.results(OCCURRENCE))).toEqual(['sent', 'sent'])
  })
})

test('a mail that a person’s decision sends once more, and the sender cannot, waits on and says for what', async () => {
  const { company } = await withProvider(({ before }) => (before === 0 ? { refused: 'no' } : PAUSED), { count: 1 })
  await company.until('2027-03-10T12:00:00.000Z')
  const word = { occurrenceId: OCCURRENCE, customerId: 'c-000', by: 'hoa', because: 'mended', at: company.clock() }
  expect(await resend(company.stores, word)).toHaveProperty('resent')
  await company.until('2027-03-11T02:30:00.000Z')
  expect(await company.outcomes(OCCURRENCE)).toMatchObject({
    'c-000': { state: 'deferred', because: 'resend', heldUpBy: 'sender-stopped' },
  })
})

describe('one wait after another', () => {
  const waits = (because: DeferReason, heldUpBy?: Deferred['heldUpBy']): Deferred => ({
    state: 'deferred',
    until: NINE,
    because,
    ...(heldUpBy && { heldUpBy }),
  })
  const next = (before: Deferred, after: Deferred) => {
    const outcome = stillPutOff(aRecipient({ outcome: before }), after)
    const { reason } = windowPassed(outcome, { paused: false }) as { reason: string }
    return [outcome.state === 'deferred' && outcome.because, reason]
  }

  test.each<[Deferred, Deferred, string, string]>([
    [waits('daily-quota'), waits('sender-stopped'), 'daily-quota', 'sender-stopped'],
    [waits('daily-quota'), waits('words-missing'), 'daily-quota', 'words-missing'],
    [waits('resend'), waits('sender-stopped'), 'resend', 'sender-stopped'],
    [waits('daily-quota'), waits('provider-busy'), 'daily-quota', 'window-passed'],
    [waits('daily-quota', 'sender-stopped'), waits('provider-busy'), 'daily-quota', 'sender-stopped'],
    [waits('daily-quota', 'sender-stopped'), waits('words-missing'), 'daily-quota', 'words-missing'],
    [waits('daily-quota', 'sender-stopped'), waits('daily-quota'), 'daily-quota', 'window-passed'],
    [waits('daily-quota', 'sender-stopped'), waits('outside-hours'), 'daily-quota', 'window-passed'],
    [waits('sender-stopped'), waits('provider-busy'), 'sender-stopped', 'sender-stopped'],
    [waits('words-missing'), waits('provider-busy'), 'words-missing', 'words-missing'],
    [waits('words-missing'), waits('sender-stopped'), 'sender-stopped', 'sender-stopped'],
    [waits('sender-stopped'), waits('daily-quota'), 'daily-quota', 'window-passed'],
    [waits('provider-busy'), waits('outside-hours'), 'outside-hours', 'window-passed'],
  ])('%j, then %j', (before, after, because, reason) => {
    expect(next(before, after)).toEqual([because, reason])
  })

  test('what holds them up takes no grace from them, and gives none', () => {
    const graceOf = (outcome: Deferred) =>
      graceFor(aRecipient({ outcome }), { campaign: aCampaign(), date: '2027-03-09', zone: 'Asia/Ho_Chi_Minh' })
    expect(graceOf(waits('daily-quota', 'sender-stopped'))).toEqual(graceOf(waits('daily-quota')))
    expect(graceOf(waits('resend', 'sender-stopped'))).toEqual(graceOf(waits('resend')))
    expect(graceOf(waits('sender-stopped'))).toEqual({ days: 0, andNextOpenDay: false })
  })

  test.each(DEFER_REASONS)('a row of before, put off for %s, is read as it is', (because) => {
    expect(outcomeIn({ state: 'deferred', until: NINE, because })).toEqual(waits(because))
  })
})
