import { describe, expect, test } from 'vitest'
import type { Outcome } from '#core/audience/outcome.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const FIRST_LOOK = '2027-03-08T00:00:00.000Z'
const NINE = '2027-03-10T02:00:00.000Z'
const NINE_NEXT_DAY = '2027-03-11T02:00:00.000Z'
// 10 March is closed at 18:00 UTC of the 11th, when nobody waits.
const CLOSES = '2027-03-11T18:00:00.000Z'

const people = (...ids: string[]) => ids.map((customerId) => aCustomer({ customerId }))

/** A company whose account may send only from `from` on; before, the day's quota is gone after so many mails. */
async function atWork({
  from,
  carries = 0,
  ...overrides
}: Partial<Parameters<typeof runningCompany>[0]> & { readonly from: Instant; readonly carries?: number }) {
  const company = await runningCompany({
    now: FIRST_LOOK,
    campaigns: [aCampaign()],
    customers: people('c-001'),
    ...overrides,
  })
  const { mailer } = company.stores
  const asked: Instant[] = []
  const send: typeof mailer.send = async (mail) => {
    asked.push(company.clock())
    const isGone = company.clock() < from && mailer.mails.length >= carries
    return isGone ? { busy: 'daily-quota', detail: 'Daily message quota exceeded' } : mailer.send(mail)
  }
  company.replace({ mailer: { ...mailer, send } })
  return { company, asked }
}
const sentAt = (outcome: Outcome | undefined) => (outcome?.state === 'sent' ? outcome.at : outcome?.state)

describe('when the quota of the day is gone', () => {
  test('the others are put off to the same hours of the next day, their claims given back, and then sent, grace or no grace', async () => {
    const { company } = await atWork({ from: NINE_NEXT_DAY, carries: 1, customers: people('c-001', 'c-002', 'c-003') })
    await company.until('2027-03-10T12:00:00.000Z')
    expect(Object.values(await company.results(OCCURRENCE)).toSorted()).toEqual([
      'deferred daily-quota',
      'deferred daily-quota',
      'sent',
    ])
    const ledgers = await company.stores.ledgers.getMany(['c-001', 'c-002', 'c-003'])
    expect(ledgers.flatMap(({ contacts }) => contacts)).toHaveLength(1)
    await company.until('2027-03-11T01:59:00.000Z')
    expect(company.sent()).toHaveLength(1)
    await company.until(NINE_NEXT_DAY)
    expect(company.sent()).toHaveLength(3)
    await company.until('2027-03-13T00:00:00.000Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { audience: 3, sent: 3 },
    })
    expect(company.failures).toEqual([])
    expect(company.alarmsRaised()).toEqual([])
  })

  test('the rest of a page is not asked for again', async () => {
    const { company, asked } = await atWork({
      from: NINE_NEXT_DAY,
      customers: people(...Array.from({ length: 100 }, (_, n) => `c-${n}`)),
    })
    await company.until('2027-03-10T12:00:00.000Z')
    // No more than were under way at the same moment.
    expect(asked.length).toBeLessThanOrEqual(64)
    await company.until('2027-03-13T00:00:00.000Z')
    expect(new Set(company.sent()).size).toBe(100)
    expect(company.sent()).toHaveLength(100)
  })

  test('each waits for the next day of their own zone', async () => {
    const zones = { syd: 'Australia/Sydney', han: 'Asia/Ho_Chi_Minh', lax: 'America/Los_Angeles' }
    const customers = Object.entries(zones).map(([customerId, zone]) => aCustomer({ customerId, zone }))
    const { company } = await atWork({ from: '2027-03-10T20:00:00.000Z', customers })
    await company.until('2027-03-14T00:00:00.000Z')
    const outcomes = await company.outcomes(OCCURRENCE)
    expect(Object.fromEntries(Object.entries(outcomes).map(([id, outcome]) => [id, sentAt(outcome)]))).toEqual({
      syd: '2027-03-10T22:00:00.000Z',
      han: NINE_NEXT_DAY,
      lax: '2027-03-11T17:00:00.000Z',
    })
  })

  test('gone on the next day as well, and the next: nobody is dropped, and the occurrence stays open so long', async () => {
    const { company } = await atWork({ from: '2027-03-14T00:00:00.000Z', customers: people('c-001', 'c-002') })
    await company.until('2027-03-13T12:00:00.000Z')
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-001': { state: 'deferred', because: 'daily-quota', until: '2027-03-14T02:00:00.000Z' },
      'c-002': { state: 'deferred', because: 'daily-quota', until: '2027-03-14T02:00:00.000Z' },
    })
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'open', closesAt: CLOSES })
    await company.until('2027-03-14T12:00:00.000Z')
    expect(company.sent()).toHaveLength(2)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { sent: 2 },
    })
    expect(company.alarmsRaised()).toEqual([])
  })
})

describe('someone put off by the quota', () => {
  test('for whom the provider is too busy on the next day waits some minutes, and is not dropped', async () => {
    const { company } = await atWork({ from: NINE_NEXT_DAY })
    company.stores.mailer.answer(
      'c-001@example.com',
      ...Array.from({ length: 4 }, () => ({ busy: 'throttled' as const, detail: '' })),
    )
    await company.until(NINE_NEXT_DAY)
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-001': { state: 'deferred', until: '2027-03-11T02:02:00.000Z' },
    })
    await company.until('2027-03-13T00:00:00.000Z')
    expect(sentAt((await company.outcomes(OCCURRENCE))['c-001'])).toBe('2027-03-11T02:02:00.000Z')
  })

  test('whose campaign is paused on the next morning gets it when it is resumed within the window', async () => {
    const { company } = await atWork({ from: NINE_NEXT_DAY })
    await company.until('2027-03-11T01:00:00.000Z')
    await company.pause('tenth-of-march', 'paused')
    await company.until('2027-03-11T03:00:00.000Z')
    expect(company.sent()).toEqual([])
    await company.pause('tenth-of-march', 'active')
    await company.until('2027-03-13T00:00:00.000Z')
    expect(sentAt((await company.outcomes(OCCURRENCE))['c-001'])).toMatch(/^2027-03-11T03:/)
  })

  test('whose campaign stays paused over the window is skipped, and the reason is the pause', async () => {
    const { company } = await atWork({ from: NINE_NEXT_DAY })
    await company.until('2027-03-11T01:00:00.000Z')
    await company.pause('tenth-of-march', 'paused')
    await company.until('2027-03-13T00:00:00.000Z')
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'skipped campaign-paused' })
  })

  test('who opts out meanwhile is not written to', async () => {
    const { company } = await atWork({ from: NINE_NEXT_DAY })
    await company.until('2027-03-11T01:00:00.000Z')
    await company.consent('c-001', { 'care/email': { decision: 'withdrawn', at: '2027-03-11T01:00:00.000Z' } })
    await company.until('2027-03-13T00:00:00.000Z')
    expect(await company.results(OCCURRENCE)).toEqual({ 'c-001': 'skipped opted-out' })
  })

  test('whose letter stumbles on the next morning is tried again minutes later, without an alarm in the past', async () => {
    const { company } = await atWork({ from: NINE_NEXT_DAY })
    const { letters } = company.stores
    let stumbles = 0
    const write: typeof letters.write = (order) => {
      if (company.clock() >= NINE_NEXT_DAY && stumbles++ < 3) throw new Error('a template that stumbles')
      return letters.write(order)
    }
    company.replace({ ...company.ports(), letters: { write } })
    await company.until('2027-03-13T00:00:00.000Z')
    expect(sentAt((await company.outcomes(OCCURRENCE))['c-001'])).toBe('2027-03-11T02:06:00.000Z')
  })

  test('whose alarm was lost is rung for again within the window, after the date was to be closed as well', async () => {
    const { company } = await atWork({ from: '2027-03-12T00:00:00.000Z' })
    await company.until('2027-03-11T12:00:00.000Z')
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-001': { because: 'daily-quota', until: '2027-03-12T02:00:00.000Z' },
    })
    expect(company.stores.alarms.takeDue('2027-03-13T00:00:00.000Z')).toHaveLength(1)
    await company.until('2027-03-13T00:00:00.000Z')
    expect(sentAt((await company.outcomes(OCCURRENCE))['c-001'])).toBe('2027-03-12T03:00:00.000Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', balance: { sent: 1 } })
  })

  test('does not keep an occurrence open for ever when every sender has gone', async () => {
    const { company } = await atWork({ from: '2027-03-12T00:00:00.000Z' })
    await company.until('2027-03-11T12:00:00.000Z')
    company.jumpTo(plusMs('2027-03-12T02:00:00.000Z', 2 * HOUR_MS))
    company.stores.alarms.takeDue('2027-03-13T00:00:00.000Z')
    await company.plan()
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { skippedBy: { 'window-passed': 1 } },
    })
  })

  test('before the window of their first day has ended the alarm of the others still rings', async () => {
    const campaign = aCampaign({ window: { from: '09:00', to: '17:00' } })
    const { company } = await atWork({
      from: NINE_NEXT_DAY,
      carries: 1,
      campaigns: [campaign],
      customers: people('c-001', 'c-002'),
    })
    company.stores.mailer.answer('c-001@example.com', { stopped: 'sending-paused', detail: '' })
    await company.until(NINE)
    await company.until('2027-03-13T00:00:00.000Z')
    expect(company.sent()).toHaveLength(2)
    expect(Object.values(await company.results(OCCURRENCE))).toEqual(['sent', 'sent'])
  })
})
