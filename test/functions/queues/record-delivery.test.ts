import { describe, expect, test } from 'vitest'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { events } from '#app/events.ts'
import { OPT_OUT_NOTICE } from '#core/audience/opt-out-notice.ts'
import { recordDeliveryHandler } from '#functions/queues/record-delivery.ts'
import { IDS, LATER, OUR_TAGS, SES_EVENTS, sesEventOf } from '#test/functions/queues/made-ses-events.ts'
import { again, sqsEvent } from '#test/functions/queues/sqs-event.ts'
import { aCampaign, aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { storedTouch } from '#test/support/store-builders.ts'

async function atWork() {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const said: string[] = []
  const ports = {
    touches: memoryTouchStore(),
    ledgers: memoryLedgerStore(),
    customers: memoryCustomerStore(seals),
    campaigns: memoryCampaignStore(),
    consents: memoryConsentLog(),
    suppressions: memorySuppressionList(),
    occurrences: memoryOccurrenceStore(),
    companyRules: theCompanyRules(),
    seals,
    events: events({ event: (name) => said.push(name), alarm: (name) => said.push(name) }),
  }
  await ports.campaigns.accept({ definition: aCampaign(), version: 1, acceptedAt: LATER, acceptedBy: 'marketing' })
  await ports.customers.put([aCustomer()])
  await ports.touches.record([storedTouch({ ...IDS, dispatchId: 'mail-1' })])
  const failures: { messageId: string; error: unknown }[] = []
  const over = (others: Partial<typeof ports>) =>
    recordDeliveryHandler({ ports: { ...ports, ...others }, failed: (failure) => void failures.push(failure) })
  const touch = async () => (await ports.touches.getMany([IDS]))[0]
  const suppression = async () =>
    (await ports.suppressions.among([seals.contactKey({ kind: 'email', value: 'c-001@example.com' })])).values().next().value
  const consents = async () => (await ports.customers.get('c-001'))?.consents
  return { ports, failures, said, handler: over({}), over, touch, suppression, consents }
}

describe('the provider’s events', () => {
  test('no record is no work and no failure', async () => {
    const { handler } = await atWork()
    expect(await handler(sqsEvent())).toEqual({ batchItemFailures: [] })
  })

  test('many records, bad ones among them: only the bad ones come again', async () => {
    const { handler, failures, touch, said } = await atWork()
    const foreign = sesEventOf('Delivery', { delivery: { timestamp: LATER } }, { tags: { team: ['billing'] } })
    const bodies = ['{', SES_EVENTS.sent, { source: 'aws.s3' }, SES_EVENTS.opened, foreign, SES_EVENTS.delivered, 'null']
    expect(again(await handler(sqsEvent(...bodies)))).toEqual(['m-1', 'm-3', 'm-7'])
    expect(failures.map(({ messageId }) => messageId)).toEqual(['m-1', 'm-3', 'm-7'])
    expect(await touch()).toMatchObject({ legs: [{ dispatchId: 'mail-1' }], delivery: { state: 'delivered' } })
    // That a mail arrived is what every row comes to: no event of its own.
    expect(said).toEqual([])
  })

  test('the same event again changes nothing', async () => {
    const { handler, touch, suppression, consents, ports } = await atWork()
    await handler(sqsEvent(SES_EVENTS.complained))
    const after = [await touch(), await suppression(), await consents(), await ports.consents.ofCustomer('c-001')]
    expect(again(await handler(sqsEvent(SES_EVENTS.complained, SES_EVENTS.complained)))).toEqual([])
    expect([await touch(), await suppression(), await consents(), await ports.consents.ofCustomer('c-001')]).toEqual(after)
  })

  test('in any order the gravest word stays', async () => {
    const words = [SES_EVENTS.sent, SES_EVENTS.delivered, SES_EVENTS.delayed, SES_EVENTS.complained]
    for (const order of [words, words.toReversed()]) {
      const { handler, touch } = await atWork()
      await handler(sqsEvent(...order))
      expect(await touch()).toMatchObject({ delivery: { state: 'complained' } })
    }
  })

  test('a hard bounce suppresses the address and withdraws nothing; a soft one does neither', async () => {
    const hard = await atWork()
    await hard.handler(sqsEvent(SES_EVENTS.bouncedForGood))
    expect(await hard.suppression()).toMatchObject({ reason: 'hard-bounce', at: LATER })
    expect(await hard.consents()).toEqual({})
    const soft = await atWork()
    await soft.handler(sqsEvent(SES_EVENTS.bouncedForNow))
    expect(await soft.suppression()).toBeUndefined()
    expect(await soft.touch()).toMatchObject({ delivery: { state: 'bounced' } })
  })

  test('a spam complaint suppresses the address and withdraws every purpose', async () => {
    const { handler, suppression, consents } = await atWork()
    await handler(sqsEvent(SES_EVENTS.complained))
    expect(await suppression()).toMatchObject({ reason: 'complaint' })
    expect(await consents()).toMatchObject({
      'care/email': { decision: 'withdrawn', at: LATER },
      'survey/email': { decision: 'withdrawn' },
      'advertising/email': { decision: 'withdrawn' },
    })
  })

  test('“not spam” takes nothing away from anybody', async () => {
    const { handler, suppression, consents, touch } = await atWork()
    await handler(sqsEvent(SES_EVENTS.notSpam))
    expect([await suppression(), await consents(), (await touch())?.delivery]).toEqual([undefined, {}, null])
  })

  test('an event for a claim without a touch proves that the mail went out', async () => {
    const { handler, ports } = await atWork()
    await ports.customers.put([aCustomer({ customerId: 'c-002' })])
    const other = { ...OUR_TAGS, customer: [Buffer.from('c-002').toString('base64url')] }
    await handler(sqsEvent(sesEventOf('Send', { send: {} }, { tags: other, address: 'c-002@example.com' })))
    expect(await ports.touches.getMany([{ ...IDS, customerId: 'c-002' }])).toMatchObject([
      { result: 'sent', at: '2027-03-10T02:00:00.123Z', campaignId: 'tenth-of-march' },
    ])
  })

  test('an event about somebody who was erased writes nothing about them again, and still closes the address', async () => {
    const { handler, ports } = await atWork()
    const gone = { ...OUR_TAGS, customer: [Buffer.from('c-009').toString('base64url')] }
    const bounce = { timestamp: LATER, bounceType: 'Permanent', bounceSubType: 'General' }
    const address = 'c-009@example.com'
    expect(again(await handler(sqsEvent(sesEventOf('Bounce', { bounce }, { tags: gone, address }))))).toEqual([])
    expect(await ports.touches.ofCustomer('c-009')).toEqual([])
    expect((await ports.suppressions.among([ports.seals.contactKey({ kind: 'email', value: address })])).size).toBe(1)
  })

  test('an event that names a campaign we do not know goes to the dead letters, and its neighbours are noted', async () => {
    const { handler, touch } = await atWork()
    const tags = { ...OUR_TAGS, campaign: ['bm9uZQ'], occurrence: ['bm9uZV8yMDI3LTAzLTEw'] }
    const unknown = sesEventOf('Send', { send: {} }, { tags })
    expect(again(await handler(sqsEvent(unknown, SES_EVENTS.delivered)))).toEqual(['m-1'])
    expect(await touch()).toMatchObject({ delivery: { state: 'delivered' } })
  })

  test.each([
    ['touches', 'resultOf'],
    ['touches', 'noteDelivery'],
    ['suppressions', 'add'],
    ['customers', 'setConsents'],
    ['consents', 'append'],
  ] as const)('while %s.%s fails the complaint comes again, and then everything of it is noted', async (port, word) => {
    const { ports, over, handler, touch, suppression, consents } = await atWork()
    const failing = {
      ...ports[port],
      [word]: () => {
        throw new Error('the table is away')
      },
    }
    expect(again(await over({ [port]: failing })(sqsEvent(SES_EVENTS.complained)))).toEqual(['m-1'])
    expect(again(await handler(sqsEvent(SES_EVENTS.complained)))).toEqual([])
    expect(await touch()).toMatchObject({ delivery: { state: 'complained' } })
    expect(await suppression()).toMatchObject({ reason: 'complaint' })
    expect(Object.keys((await consents()) ?? {})).toHaveLength(3)
    expect(await ports.consents.ofCustomer('c-001')).toHaveLength(3)
  })
})

describe('the provider’s word on a confirmation, which belongs to no campaign', () => {
  const tag = (id: string) => [Buffer.from(id).toString('base64url')]
  const occurrenceId = `${OPT_OUT_NOTICE}_${LATER}`
  const tags = { campaign: tag(OPT_OUT_NOTICE), occurrence: tag(occurrenceId), customer: tag('c-001') }
  const key = { customerId: 'c-001', occurrenceId }

  test('proves that it went out, and stands on its touch', async () => {
    const { handler, ports } = await atWork()
    const delivered = sesEventOf('Delivery', { delivery: { timestamp: LATER } }, { tags })
    expect(again(await handler(sqsEvent(delivered, delivered)))).toEqual([])
    expect(await ports.touches.getMany([key])).toMatchObject([
      { campaignId: OPT_OUT_NOTICE, contentClass: 'transactional', result: 'sent', delivery: { state: 'delivered' } },
    ])
  })

  test.each([
    ['a bounce', 'Bounce', { bounce: { timestamp: LATER, bounceType: 'Permanent' } }, 'hard-bounce'],
    ['a complaint', 'Complaint', { complaint: { timestamp: LATER } }, 'complaint'],
  ] as const)('%s closes the address and pauses nothing', async (_what, eventType, part, reason) => {
    const { handler, ports, suppression } = await atWork()
    expect(again(await handler(sqsEvent(sesEventOf(eventType, part, { tags }))))).toEqual([])
    expect(await suppression()).toMatchObject({ reason })
    expect(await ports.occurrences.troubles(occurrenceId)).toEqual({ bounced: 0, complained: 0 })
    expect([...(await ports.campaigns.states())]).toEqual([])
  })
})
