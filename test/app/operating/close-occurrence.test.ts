import { describe, expect, test } from 'vitest'
import { closeOccurrence } from '#app/operating/close-occurrence.ts'
import { plusMs } from '#core/time/instant.ts'
import { MOON_SKIP } from '#test/core/audience/skips.ts'
import { aCampaign, aContact, aCustomer, aLedger } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { storedTouch } from '#test/support/store-builders.ts'

const OCCURRENCE = 'tenth-of-march_2027-03-10'
const OVER = '2027-03-12T00:00:00.000Z'
// 10 March ends on the last sea at 12:00 UTC of the 11th; six hours for the provider's last words.
const CLOSES = '2027-03-11T18:00:00.000Z'

const atWork = () =>
  runningCompany({
    now: '2027-03-08T00:00:00.000Z',
    campaigns: [aCampaign()],
    customers: ['c-001', 'c-002'].map((customerId) => aCustomer({ customerId })),
  })

describe('closing', () => {
  test('waits until the date has passed everywhere and the provider had time for its last words', async () => {
    const company = await atWork()
    await company.until('2027-03-11T17:59:59.999Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'open', closesAt: CLOSES })
    await company.until(CLOSES)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed' })
  })

  test('waits for the days of grace as well', async () => {
    const company = await atWork()
    await company.accept([aCampaign({ graceDays: 3 })])
    await company.until('2027-03-14T17:59:59.999Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
      state: 'open',
      closesAt: '2027-03-14T18:00:00.000Z',
    })
    await company.until('2027-03-14T18:00:00.000Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', balance: { sent: 2 } })
  })

  test('follows the grace of the version that the second pass used', async () => {
    const company = await atWork()
    await company.until('2027-03-09T12:00:00.000Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ campaignVersion: 1, closesAt: CLOSES })
    await company.accept([aCampaign({ graceDays: 2 })])
    await company.until('2027-03-10T01:00:00.000Z')
    const second = { campaignVersion: 2, closesAt: '2027-03-13T18:00:00.000Z' }
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject(second)
    // What is accepted later changes nothing about rows that are planned.
    await company.accept([aCampaign({ graceDays: 9 })])
    await company.until('2027-03-13T17:59:59.999Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ ...second, state: 'open' })
    await company.until('2027-03-13T18:00:00.000Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', balance: { sent: 2 } })
  })

  test('comes also after an outage of half a year, because what is open is asked for by that and not by its date', async () => {
    const company = await atWork()
    await company.until('2027-03-10T03:00:00.000Z')
    company.jumpTo('2027-09-20T03:30:00.000Z')
    await company.until('2027-09-20T04:00:00.000Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', balance: { sent: 2 } })
    expect(await company.stores.occurrences.stillOpen()).toEqual([])
  })

  test('asks the ledger about whoever waited in a row that nobody had taken: claimed is unknown, with a touch as the touch says', async () => {
    const company = await runningCompany({
      now: '2027-03-08T00:00:00.000Z',
      campaigns: [aCampaign()],
      customers: ['c-001', 'c-002', 'c-003'].map((customerId) => aCustomer({ customerId })),
    })
    company.replace({ alarms: { ...company.stores.alarms, set: async () => undefined } })
    await company.until('2027-03-10T01:30:00.000Z')
    const at = '2027-03-10T02:00:00.000Z'
    const contact = aContact({ occurrenceId: OCCURRENCE, at })
    for (const customerId of ['c-001', 'c-002']) await company.stores.ledgers.claim(aLedger([contact], customerId))
    // A contact of another occurrence proves nothing.
    await company.stores.ledgers.claim(aLedger([aContact({ at })], 'c-003'))
    await company.stores.touches.record([
      storedTouch({ customerId: 'c-002', occurrenceId: OCCURRENCE, dispatchId: 'mail-2', at }),
    ])
    const occurrence = (await company.stores.occurrences.get(OCCURRENCE))!
    expect(await closeOccurrence(company.stores, { occurrence, now: CLOSES })).toBe('closed')
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({
      'c-001': { state: 'unknown', since: at },
      'c-002': { state: 'sent', providerId: 'mail-2', at },
      'c-003': { state: 'skipped', reason: 'window-passed' },
    })
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ mismatch: false })
  })

  test('counts what another version skipped for a reason of its own, and those beside it in the row are written to', async () => {
    const company = await atWork()
    await company.until('2027-03-10T01:30:00.000Z')
    const { occurrences } = company.stores
    const [batch] = await occurrences.batches(OCCURRENCE)
    const recipients = batch!.recipients.map((recipient) =>
      recipient.customerId === 'c-001' ? { ...recipient, outcome: { state: 'skipped' as const, ...MOON_SKIP } } : recipient,
    )
    expect(await occurrences.putBatch({ ...batch!, recipients, version: batch!.version + 1 })).toBe('written')
    await company.until(CLOSES)
    expect(company.sent()).toEqual(['c-002 tenth-of-march'])
    expect(await occurrences.get(OCCURRENCE)).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { sent: 1, skipped: 1, skippedBy: { 'full-moon': 1 } },
    })
    expect(await company.outcomes(OCCURRENCE)).toMatchObject({ 'c-001': MOON_SKIP })
  })

  test('comes also after an outage of ten days', async () => {
    const company = await atWork()
    await company.until('2027-03-10T03:00:00.000Z')
    company.jumpTo('2027-03-20T03:30:00.000Z')
    await company.until('2027-03-20T04:00:00.000Z')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', balance: { sent: 2 } })
  })

  test('of one that cannot be closed does not keep others from being opened, planned and closed', async () => {
    const company = await atWork()
    await company.accept([
      aCampaign({ id: 'survey', contentClass: 'survey' }),
      aCampaign({ id: 'later', occasion: { kind: 'fixed', month: 3, day: 12 } }),
    ])
    await company.until('2027-03-10T03:00:00.000Z')
    const { occurrences } = company.stores
    const batches: typeof occurrences.batches = async (occurrenceId) => {
      if (occurrenceId === 'survey_2027-03-10') throw new Error('a row that nobody can read')
      return occurrences.batches(occurrenceId)
    }
    company.replace({ occurrences: { ...occurrences, batches } })
    await company.until('2027-03-14T00:00:00.000Z')
    expect(await occurrences.get('survey_2027-03-10')).toMatchObject({ state: 'open' })
    expect(await occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed' })
    expect(await occurrences.get('later_2027-03-12')).toMatchObject({ state: 'closed', balance: { sent: 2 } })
    expect(String(company.failures.at(-1))).toContain('1 steps failed: occurrences to open or move on')
  })

  test('twice changes nothing, and the second one loses', async () => {
    const company = await atWork()
    await company.until(CLOSES)
    const closed = (await company.stores.occurrences.get(OCCURRENCE))!
    const open = { ...closed, state: 'open' as const, version: closed.version - 1 }
    expect(await closeOccurrence(company.stores, { occurrence: open, now: OVER })).toBe('waiting')
    expect(await company.stores.occurrences.get(OCCURRENCE)).toEqual(closed)
  })

  test('waits for a batch that a sender may still be working on', async () => {
    const company = await atWork()
    await company.until('2027-03-10T01:59:00.000Z')
    const [batch] = await company.stores.occurrences.batches(OCCURRENCE)
    await company.stores.occurrences.putBatch({ ...batch!, state: 'sending', takenAt: CLOSES, version: batch!.version + 1 })
    const occurrence = (await company.stores.occurrences.get(OCCURRENCE))!
    const close = (now: string) => closeOccurrence(company.stores, { occurrence, now })
    expect(await close(plusMs(CLOSES, 19 * 60_000))).toBe('waiting')
    expect(await close(plusMs(CLOSES, 20 * 60_000))).toBe('closed')
    expect((await company.stores.occurrences.get(OCCURRENCE))?.balance).toMatchObject({
      audience: 2,
      skippedBy: { 'window-passed': 2 },
    })
  })

  test('no one is left open: whoever still waits was not contacted in time', async () => {
    const company = await atWork()
    company.replace({ alarms: { ...company.stores.alarms, set: async () => undefined } })
    await company.until('2027-03-10T01:30:00.000Z')
    const occurrence = (await company.stores.occurrences.get(OCCURRENCE))!
    await closeOccurrence(company.stores, { occurrence, now: CLOSES })
    expect((await company.stores.occurrences.get(OCCURRENCE))?.balance).toMatchObject({
      audience: 2,
      planned: 0,
      deferred: 0,
      skippedBy: { 'window-passed': 2 },
    })
  })

  test.each<[string, (company: Awaited<ReturnType<typeof atWork>>) => Promise<unknown>]>([
    [
      'a row that vanished',
      async ({ stores }) => {
        const [batch] = await stores.occurrences.batches(OCCURRENCE)
        return stores.occurrences.removeBatch(batch!)
      },
    ],
    [
      'a person who vanished from a row',
      async ({ stores }) => {
        const [batch] = await stores.occurrences.batches(OCCURRENCE)
        return stores.occurrences.putBatch({ ...batch!, recipients: batch!.recipients.slice(1), version: batch!.version + 1 })
      },
    ],
    [
      'a person who stands in two rows',
      async ({ stores }) => {
        const [batch] = await stores.occurrences.batches(OCCURRENCE)
        const copy = { ...batch!, batchId: `${batch!.batchId}~1`, recipients: batch!.recipients.slice(1), version: 0 }
        return stores.occurrences.putBatch(copy)
      },
    ],
    [
      'a slice that counted one more than it laid down',
      async ({ stores }) => {
        const [slice] = await stores.occurrences.slices(OCCURRENCE)
        return stores.occurrences.putSlice({ ...slice!, audience: slice!.audience + 1 })
      },
    ],
  ])('%s does not add up, and raises the alarm', async (_, plant) => {
    const company = await atWork()
    await company.until('2027-03-10T01:30:00.000Z')
    await plant(company)
    await company.until(OVER)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({ state: 'closed', mismatch: true })
    expect(company.alarmsRaised()).toEqual(['occurrence.mismatch'])
  })

  test('a slice that was never planned hides people, and raises the alarm', async () => {
    const company = await atWork()
    company.replace({ queues: { ...company.stores.queues, planSlices: async () => undefined } })
    await company.until(OVER)
    expect(await company.stores.occurrences.get(OCCURRENCE)).toMatchObject({
      state: 'closed',
      mismatch: true,
      balance: { audience: 0 },
    })
    expect(company.alarmsRaised()).toEqual(['occurrence.mismatch'])
  })

  test('a person whom the store lost shows, because the audience was counted before the rows were written', async () => {
    const company = await atWork()
    const { occurrences } = company.stores
    const putBatch: typeof occurrences.putBatch = (batch) =>
      occurrences.putBatch({ ...batch, recipients: batch.recipients.slice(0, 1) })
    company.replace({ occurrences: { ...occurrences, putBatch } })
    await company.until('2027-03-10T01:30:00.000Z')
    company.replace({})
    await company.until(OVER)
    expect(company.alarmsRaised()).toEqual(['occurrence.mismatch'])
  })
})
