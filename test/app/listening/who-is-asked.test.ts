/** Whom survey campaigns ask, and whom they leave in peace: the use cases on the memory adapters, day after day. */

import { describe, expect, test } from 'vitest'
import { closeWork } from '#app/desk/close-work.ts'
import type { Reply, ReplyReading } from '#core/reply/reply.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, datesFrom } from '#core/time/local-date.ts'
import type { CallTask, WorkItem } from '#core/work/work-item.ts'
import { aCampaign, aCustomer, aPurchase, theCompanyRules } from '#test/support/builders.ts'
import type { CompanyPorts } from '#test/support/running-company.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'
import { aMailSubject, closedWork, openedAt, storedCase, storedRequest, storedWork } from '#test/support/work-builders.ts'

const MONDAY: Instant = '2027-03-01T00:00:00.000Z'
const people = (...ids: string[]) => ids.map((customerId) => aCustomer({ customerId }))

const csat = aCampaign({
  id: 'csat',
  contentClass: 'survey',
  occasion: { kind: 'after-delivery', offset: { days: 1 } },
  survey: { kind: 'csat', answerDays: 14 },
})
const reminder = aCampaign({
  id: 'csat-reminder',
  contentClass: 'survey',
  occasion: { kind: 'after-invitation', campaign: 'csat', offset: { days: 5 } },
})
const fcr = aCampaign({
  id: 'fcr',
  contentClass: 'survey',
  occasion: { kind: 'after-call', offset: { days: 1 } },
  survey: { kind: 'fcr' },
})
const ces = aCampaign({
  id: 'ces',
  contentClass: 'survey',
  occasion: { kind: 'after-case', offset: { days: 2 } },
  survey: { kind: 'ces' },
})

const aCall = (over: Partial<CallTask> = {}) => storedWork({ workId: 'low-score_x_c-001', events: [openedAt(MONDAY)], ...over })

async function close({ work }: Pick<CompanyPorts, 'work'>, item: WorkItem, on: string, reached: boolean | null = null) {
  await work.open(item)
  expect(await work.update(closedWork(item, on, { reached }))).toBe('written')
}

/** c-001 answers the invitation of 3 March. */
const answered = aResponse([anAnswer({ at: '2027-03-04T03:00:00.000Z', score: 4 })], {
  occurrenceId: 'csat_2027-03-03',
  campaignId: 'csat',
  answeredOn: '2027-03-04',
})

describe('after a call or a case', () => {
  test('whoever was called is asked once on the day after, about the earliest of several calls', async () => {
    const company = await runningCompany({ now: MONDAY, campaigns: [fcr, ces], customers: people('c-001', 'c-002', 'c-003') })
    const { stores } = company
    await close(stores, aCall({ workId: 'call-b' }), '2027-03-02')
    await close(stores, aCall({ workId: 'call-a' }), '2027-03-02')
    await close(stores, aCall({ workId: 'call-c', customerId: 'c-002' }), '2027-03-03')
    await close(stores, storedCase({ workId: 'case-a', customerId: 'c-003' }), '2027-03-02')
    await stores.work.open(aCall({ workId: 'still-open', customerId: 'c-003' }))
    await company.until('2027-03-06T00:00:00.000Z')
    expect(stores.mailer.mails.map(({ customerId, subject }) => `${customerId}: ${subject}`)).toEqual([
      'c-001: fcr w2027-03-02#call-a',
      'c-003: ces w2027-03-02#case-a',
      'c-002: fcr w2027-03-03#call-c',
    ])
    expect(company.failures).toEqual([])
  })

  test('a call closed late in the evening before is asked about, because the second look comes on the day', async () => {
    const company = await runningCompany({ now: MONDAY, campaigns: [fcr], customers: people('c-001') })
    await company.until('2027-03-02T16:00:00.000Z')
    await close(company.stores, aCall(), '2027-03-02')
    await company.until('2027-03-04T00:00:00.000Z')
    expect(company.sent()).toEqual(['c-001 fcr'])
  })

  test('whoever was not reached is not asked about the call or the case; one closed before staff said it is asked about as before', async () => {
    const company = await runningCompany({
      now: MONDAY,
      campaigns: [fcr, ces],
      customers: people('c-001', 'c-002', 'c-003', 'c-004'),
    })
    const { stores } = company
    const call = (customerId: string) => aCall({ workId: `call-${customerId}`, customerId })
    await close(stores, call('c-001'), '2027-03-02', false)
    await close(stores, call('c-002'), '2027-03-02', true)
    await close(stores, call('c-003'), '2027-03-02', null)
    await close(stores, storedCase({ customerId: 'c-004' }), '2027-03-02', false)
    await stores.work.open(storedCase({ workId: 'case-read', customerId: 'c-004' }))
    const ports = { work: stores.work, companyRules: stores.companyRules, events: { workClosed: () => {} } }
    const read = {
      workId: 'case-read',
      by: 'Mai',
      note: 'đã sửa',
      reached: 'not-needed',
      at: '2027-03-02T04:00:00.000Z',
    } as const
    expect(await closeWork(ports, read)).toMatchObject({ again: false })
    // Called twice: the call that reached them counts.
    await close(stores, { ...call('c-001'), workId: 'call-again' }, '2027-03-03', true)
    await company.until('2027-03-06T00:00:00.000Z')
    expect(company.sent().toSorted()).toEqual(['c-001 fcr', 'c-002 fcr', 'c-003 fcr'])
    expect(stores.mailer.mails.filter(({ customerId }) => customerId === 'c-001').map(({ subject }) => subject)).toEqual([
      'fcr w2027-03-03#call-again',
    ])
  })

  test('nobody is asked how it was to have their own data erased, and nobody whom no reply could be told of', async () => {
    const company = await runningCompany({ now: MONDAY, campaigns: [fcr, ces], customers: people('c-001') })
    await close(company.stores, storedRequest(), '2027-03-02')
    await close(company.stores, storedCase({ workId: 'read-only', subject: aMailSubject('unclear-reply') }), '2027-03-02')
    await close(company.stores, storedCase({ workId: 'unmatched', customerId: null }), '2027-03-02')
    await company.until('2027-03-06T00:00:00.000Z')
    expect(company.sent()).toEqual([])
  })
})

describe('one survey for one order', () => {
  const delivered = (deliveredOn: string) => aPurchase({ purchaseId: 'HD-1', purchasedOn: '2027-02-20', deliveredOn })

  test('a corrected day of delivery asks and thanks nobody again, however late the correction comes', async () => {
    const thanks = aCampaign({ id: 'thanks', occasion: { kind: 'after-delivery', offset: { days: 1 } } })
    const company = await runningCompany({
      now: MONDAY,
      campaigns: [thanks, csat],
      customers: people('c-001'),
      purchases: [delivered('2027-03-02')],
    })
    await company.until('2027-03-04T00:00:00.000Z')
    expect(company.sent().toSorted()).toEqual(['c-001 csat', 'c-001 thanks'])
    for (const corrected of ['2027-03-06', '2027-06-01', '2028-01-10']) {
      company.jumpTo(`${corrected}T00:00:00.000Z`)
      await company.stores.purchases.put([delivered(corrected)])
      await company.until(`${addDays(corrected, 2)}T04:30:00.000Z`)
      const date = addDays(corrected, 1)
      expect(await company.results(`thanks_${date}`)).toEqual({ 'c-001': 'skipped already-contacted' })
      expect(await company.results(`csat_${date}`)).toEqual({ 'c-001': 'skipped already-contacted' })
    }
    expect(company.sent()).toHaveLength(2)
  })

  test('what one survey campaign asked about, another leaves alone; another order waits its thirty days', async () => {
    const later = aCampaign({
      id: 'csat-later',
      contentClass: 'survey',
      occasion: { kind: 'after-purchase', offset: { days: 45 } },
      survey: { kind: 'csat' },
    })
    const company = await runningCompany({
      now: MONDAY,
      campaigns: [csat, later],
      customers: people('c-001', 'c-002'),
      purchases: [
        aPurchase({ purchaseId: 'HD-1', purchasedOn: '2027-02-28', deliveredOn: '2027-03-02' }),
        aPurchase({ purchaseId: 'HD-2', purchasedOn: '2027-03-04', deliveredOn: '2027-03-10' }),
      ],
    })
    await company.until('2027-04-20T00:00:00.000Z')
    expect(await company.outcomes('csat-later_2027-04-14')).toEqual({
      'c-001': { state: 'skipped', reason: 'already-asked', occurrenceId: 'csat_2027-03-03' },
    })
    expect(await company.outcomes('csat_2027-03-11')).toEqual({
      'c-001': { state: 'skipped', reason: 'surveyed-recently', days: 30, freeAt: '2027-04-01T17:00:00.000Z' },
    })
    // Nobody was ever asked about the second order.
    expect(await company.results('csat-later_2027-04-18')).toEqual({ 'c-001': 'sent' })
  })
})

describe('a periodic survey', () => {
  const nps = aCampaign({
    id: 'nps',
    contentClass: 'survey',
    occasion: { kind: 'periodic', everyDays: 90, samplePercent: 60 },
    survey: { kind: 'nps', relationship: true },
  })
  const ids = Array.from({ length: 120 }, (_, n) => `c-${n}`)

  test('asks the same sample once in every round, exactly ninety days apart', async () => {
    const company = await runningCompany({ now: MONDAY, campaigns: [nps], customers: people(...ids) })
    await company.until('2027-09-05T00:00:00.000Z')
    const asked = new Map<string, string[]>()
    for (const { customerId, subject } of company.stores.mailer.mails)
      asked.set(customerId, [...(asked.get(customerId) ?? []), subject])
    expect(asked.size).toBeGreaterThan(50)
    expect(asked.size).toBeLessThan(90)
    // 188 days hold two rounds and a part of the third.
    expect([...asked.values()].every((subjects) => subjects.length >= 2 && new Set(subjects).size === subjects.length)).toBe(true)
    expect(company.alarmsRaised()).toEqual([])
  })

  test('reads only the partitions whose day it is', async () => {
    const company = await runningCompany({ now: MONDAY, campaigns: [nps], customers: people(...ids) })
    const { customers } = company.stores
    let read = 0
    const inPartitions: typeof customers.inPartitions = (range) => {
      read += range.last - range.first + 1
      return customers.inPartitions(range)
    }
    company.replace({ customers: { ...customers, inPartitions } })
    await company.until('2027-03-31T00:00:00.000Z')
    const days = [...datesFrom('2027-03-01', '2027-03-31')].length
    // Two looks a day at a ninetieth of 256 partitions.
    expect(read).toBeLessThanOrEqual((days + 2) * 2 * Math.ceil(256 / 90))
    expect(read).toBeGreaterThan(days)
  })
})

describe('how a day is cut', () => {
  test.each([
    ['those of two partitions of 256, for each of whom thousands are due, are cut into these partitions', 2_000_000, 256],
    ['those few who fit into one slice are one', 10_000, 1],
  ])('%s', async (_, customers, slices) => {
    const company = await runningCompany({
      now: MONDAY,
      campaigns: [aCampaign({ ...csat, occasion: { kind: 'periodic', everyDays: 180 } })],
      customers: [],
    })
    company.replace({ customers: { ...company.stores.customers, roughCount: async () => customers } })
    await company.until('2027-03-02T00:00:00.000Z')
    expect((await company.stores.occurrences.get('csat_2027-03-02'))?.slices).toBe(slices)
  })
})

describe('a reminder', () => {
  const asked = (...ids: string[]) => ({
    now: MONDAY,
    campaigns: [csat, reminder],
    customers: people(...ids),
    purchases: ids.map((customerId) => aPurchase({ customerId, purchaseId: `HD-${customerId}`, deliveredOn: '2027-03-02' })),
  })
  const REMINDED = 'csat-reminder_2027-03-08'

  test('goes five days later to those who have not answered, once; those who have are counted', async () => {
    const company = await runningCompany(asked('c-001', 'c-002', 'c-003'))
    await company.until('2027-03-05T00:00:00.000Z')
    expect(company.sent()).toHaveLength(3)
    await company.stores.responses.put(answered)
    await company.until('2027-04-01T00:00:00.000Z')
    expect(await company.results(REMINDED)).toEqual({
      'c-001': 'skipped already-answered',
      'c-002': 'sent',
      'c-003': 'sent',
    })
    expect(company.stores.mailer.mails.slice(3).map(({ subject }) => subject)).toEqual([
      'csat-reminder csat_2027-03-03',
      'csat-reminder csat_2027-03-03',
    ])
    expect((await company.stores.occurrences.get(REMINDED))?.balance).toMatchObject({ audience: 3, sent: 2, skipped: 1 })
    expect(company.sent()).toHaveLength(5)
    expect(company.alarmsRaised()).toEqual([])
    expect(company.failures).toEqual([])
  })

  test('goes to those whose only answer looks like a machine’s press, at planning and again at sending', async () => {
    const company = await runningCompany(asked('c-001', 'c-002'))
    await company.until('2027-03-05T00:00:00.000Z')
    const answers = answered.answers.map((answer) => ({ ...answer, suspect: 'too-early' as const }))
    await company.stores.responses.put({ ...answered, answers })
    await company.until('2027-03-09T00:00:00.000Z')
    expect(await company.results(REMINDED)).toEqual({ 'c-001': 'sent', 'c-002': 'sent' })
  })

  test('is not sent to whoever answers between planning and sending', async () => {
    const company = await runningCompany(asked('c-001', 'c-002'))
    await company.until('2027-03-08T01:30:00.000Z')
    expect(await company.results(REMINDED)).toEqual({ 'c-001': 'planned', 'c-002': 'planned' })
    await company.stores.responses.put(answered)
    await company.until('2027-03-09T00:00:00.000Z')
    expect(await company.results(REMINDED)).toEqual({ 'c-001': 'skipped already-answered', 'c-002': 'sent' })
  })

  const mailed = (
    customerId: string,
    over: Partial<Omit<Reply, 'reading'>> & { reading?: Partial<ReplyReading> } = {},
  ): Reply => {
    const { reading, ...rest } = over
    return {
      customerId,
      replyId: `r-${customerId}`,
      occurrenceId: 'csat_2027-03-03',
      receivedAt: '2027-03-04T03:00:00.000Z',
      receivedOn: '2027-03-04',
      rawKey: `in/${customerId}`,
      fromHash: null,
      subject: '',
      attachments: [],
      outcome: 'work-opened',
      ...rest,
      reading: {
        kind: 'complaint',
        score: null,
        text: 'Hàng vỡ',
        language: 'vi',
        reasons: [],
        holds: [],
        verdict: null,
        ...reading,
      },
    }
  }

  test.each<[string, Parameters<typeof mailed>[1], string]>([
    ['a complaint', {}, 'skipped already-answered'],
    ['words that nobody understands', { reading: { kind: 'unclear' } }, 'skipped already-answered'],
    ['a request', { reading: { kind: 'request' } }, 'skipped already-answered'],
    ['an automatic reply', { reading: { kind: 'autoReply' }, outcome: 'kept' }, 'sent'],
    ['a bounce', { reading: { kind: 'bounce' }, outcome: 'kept' }, 'sent'],
    ['a mail that the service warned of', { reading: { kind: 'unclear', verdict: 'spam' } }, 'sent'],
    ['a complaint about another mail', { occurrenceId: 'csat_2027-01-03' }, 'sent'],
    ['a complaint about nothing that is known', { occurrenceId: null }, 'sent'],
  ])('of whoever answered the invitation by %s: %j gives %s', async (_what, over, result) => {
    const company = await runningCompany(asked('c-001', 'c-002'))
    await company.until('2027-03-05T00:00:00.000Z')
    await company.stores.replies.add(mailed('c-001', over))
    await company.until('2027-03-09T00:00:00.000Z')
    expect(await company.results(REMINDED)).toEqual({ 'c-001': result, 'c-002': 'sent' })
    if (result === 'sent') return
    expect((await company.outcomes(REMINDED))['c-001']).toMatchObject({ by: 'mail' })
  })

  test('is not sent to whoever writes a mail between planning and sending', async () => {
    const company = await runningCompany(asked('c-001', 'c-002'))
    await company.until('2027-03-08T01:30:00.000Z')
    expect(await company.results(REMINDED)).toEqual({ 'c-001': 'planned', 'c-002': 'planned' })
    await company.stores.replies.add(mailed('c-001'))
    await company.until('2027-03-09T00:00:00.000Z')
    expect(await company.results(REMINDED)).toEqual({ 'c-001': 'skipped already-answered', 'c-002': 'sent' })
  })

  test('costs the other campaigns nothing: whoever is asked or greeted is not looked up among the answers', async () => {
    const company = await runningCompany({ ...asked('c-001'), campaigns: [csat, aCampaign()] })
    const { responses, replies } = company.stores
    const nobody = () => Promise.reject(new Error('nobody was to look'))
    company.replace({ responses: { ...responses, getMany: nobody }, replies: { ...replies, ofCustomer: nobody } })
    await company.until('2027-03-12T00:00:00.000Z')
    expect(company.sent()).toEqual(['c-001 csat', 'c-001 tenth-of-march'])
    expect(company.failures).toEqual([])
  })

  test('neither waits for the days between surveys nor makes the next one wait', async () => {
    const company = await runningCompany({ ...asked('c-001'), campaigns: [csat, reminder, fcr] })
    await close(company.stores, aCall(), '2027-04-01')
    await company.until('2027-04-05T00:00:00.000Z')
    // Asked on 3 March, reminded on the 8th, free again on 2 April.
    expect(company.sent()).toEqual(['c-001 csat', 'c-001 csat-reminder', 'c-001 fcr'])
  })

  test('counts as a contact: a cap that the invitation has filled stops it', async () => {
    const companyRules = theCompanyRules({ company: { frequencyCaps: [{ max: 1, hours: 240 }] } })
    const company = await runningCompany({ ...asked('c-001'), companyRules })
    await company.until('2027-03-10T00:00:00.000Z')
    expect(await company.results(REMINDED)).toEqual({ 'c-001': 'skipped frequency-cap' })
  })

  test.each(['paused', 'cancelled'] as const)('is held by a survey that is %s', async (state) => {
    const company = await runningCompany(asked('c-001'))
    await company.until('2027-03-08T01:30:00.000Z')
    await company.pause('csat', state)
    await company.until('2027-03-08T03:00:00.000Z')
    expect(company.sent()).toEqual(['c-001 csat'])
    expect(await company.results(REMINDED)).toEqual({
      'c-001': state === 'paused' ? 'deferred campaign-paused' : 'skipped campaign-cancelled',
    })
    if (state === 'cancelled') return
    await company.pause('csat', 'active')
    await company.until('2027-03-08T04:00:00.000Z')
    expect(company.sent()).toEqual(['c-001 csat', 'c-001 csat-reminder'])
  })

  test('of a cancelled survey is not even opened', async () => {
    const company = await runningCompany(asked('c-001'))
    await company.until('2027-03-05T00:00:00.000Z')
    await company.pause('csat', 'cancelled')
    await company.until('2027-03-12T00:00:00.000Z')
    expect(await company.stores.occurrences.get(REMINDED)).toBeUndefined()
  })

  test('comes too late for a survey that has closed', async () => {
    const company = await runningCompany(asked('c-001'))
    await company.until('2027-03-05T00:00:00.000Z')
    // Shortened after the invitation went out: the last day to answer is now 7 March.
    const closed = aCampaign({ ...csat, survey: { kind: 'csat', answerDays: 4 } })
    const { campaigns } = company.stores
    company.replace({
      campaigns: {
        ...campaigns,
        version: async (id, version) => {
          const accepted = await campaigns.version(id, version)
          return accepted && id === 'csat' ? { ...accepted, definition: closed } : accepted
        },
      },
    })
    await company.until('2027-03-09T00:00:00.000Z')
    expect(await company.results(REMINDED)).toEqual({ 'c-001': 'skipped survey-closed' })
  })

  test('follows the day on which the invitation truly went out, when a grace moved it', async () => {
    const late = aCampaign({ ...csat, graceDays: 2 })
    const company = await runningCompany({ ...asked('c-001'), campaigns: [late, reminder] })
    await company.until('2027-03-03T01:30:00.000Z')
    await company.pause('csat', 'paused')
    await company.until('2027-03-04T03:00:00.000Z')
    await company.pause('csat', 'active')
    await company.until('2027-03-12T00:00:00.000Z')
    expect(await company.results('csat_2027-03-03')).toEqual({ 'c-001': 'sent' })
    expect(await company.results(REMINDED)).toEqual({})
    expect(await company.results('csat-reminder_2027-03-09')).toEqual({ 'c-001': 'sent' })
  })

  test('finds everybody, however differently the two campaigns are cut into slices', async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `c-${n}`)
    const company = await runningCompany(asked(...ids))
    const { occurrences } = company.stores
    const cut = (campaignId: string, slices: number) => ({
      ...occurrences,
      open: (occurrence: Parameters<typeof occurrences.open>[0]) =>
        occurrences.open(occurrence.campaignId === campaignId ? { ...occurrence, slices } : occurrence),
    })
    const queues = {
      ...company.stores.queues,
      planSlices: async (orders: Parameters<typeof company.stores.queues.planSlices>[0]) => {
        const all = await Promise.all(
          orders.map(async (order) => {
            const known = await occurrences.get(order.occurrenceId)
            return Array.from({ length: known?.slices ?? 1 }, (_, slice) => ({ ...order, slice }))
          }),
        )
        await company.stores.queues.planSlices(all.flat())
      },
    }
    company.replace({ occurrences: cut('csat', 8), queues })
    await company.until('2027-03-05T00:00:00.000Z')
    expect((await occurrences.get('csat_2027-03-03'))?.slices).toBe(8)
    company.replace({ occurrences: cut('csat-reminder', 2), queues })
    await company.until('2027-03-12T00:00:00.000Z')
    expect((await occurrences.get(REMINDED))?.slices).toBe(2)
    expect(Object.values(await company.results(REMINDED))).toEqual(ids.map(() => 'sent'))
    expect((await occurrences.get(REMINDED))?.mismatch).toBe(false)
  })
})

describe('how often a customer would rather hear from us', () => {
  test('binds the very next touch, also one that is planned already, and says when they are free', async () => {
    const second = aCampaign({ id: 'second', occasion: { kind: 'fixed', month: 3, day: 20 } })
    const company = await runningCompany({
      now: '2027-03-08T00:00:00.000Z',
      campaigns: [aCampaign(), second],
      customers: people('c-001', 'c-002'),
    })
    await company.until('2027-03-20T01:30:00.000Z')
    expect(await company.results('second_2027-03-20')).toEqual({ 'c-001': 'planned', 'c-002': 'planned' })
    await company.stores.customers.setFrequency({
      customerId: 'c-001',
      frequency: 'monthly',
      at: '2027-03-20T01:45:00.000Z',
      evidence: 'preference page',
    })
    await company.until('2027-03-22T00:00:00.000Z')
    expect(await company.outcomes('second_2027-03-20')).toMatchObject({
      'c-001': { reason: 'frequency-cap', max: 1, hours: 720, freeAt: '2027-04-09T02:00:00.000Z' },
      'c-002': { state: 'sent' },
    })
  })
})
