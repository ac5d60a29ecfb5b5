/**
 * A channel that the product does not know is added in test/channels/pigeon.ts: an entry of the table, rules, a price, a dispatcher. It is planned,
 * claimed, dispatched, capped together with mail, balanced, settled after a lost answer and stopped by the code as it stands.
 */
import { describe, expect, test } from 'vitest'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { refusalOf } from '#app/campaigns/coming-days.ts'
import { changePreferences, standingChoice } from '#app/consent/change-preferences.ts'
import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { suppressContactPoint } from '#app/consent/suppress-contact-point.ts'
import { withdrawConsent } from '#app/consent/withdraw-consent.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import type { DispatchOrder } from '#app/ports/dispatching.ts'
import type { DispatchResult } from '#app/ports/sending.ts'
import { recordDelivery } from '#app/sending/record-delivery.ts'
import { committed } from '#core/budget/reserve.ts'
import { campaignSchema } from '#core/campaign/campaign-definition.ts'
import { readCampaign } from '#core/campaign/read-campaign.ts'
import { aLoft, aPigeonCampaign, CHANNELS, pigeonRules } from '#test/channels/pigeon.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const EVE = '2027-03-08T00:00:00.000Z'
const MORNING = '2027-03-10T01:00:00.000Z'
const NOON = '2027-03-10T05:00:00.000Z'
const OVER = '2027-03-13T00:00:00.000Z'
const LATER = '2027-03-17T00:00:00.000Z'
const COO = 'coo_2027-03-10'

const withLoft = (customerId: string, loft = `${customerId.replace(/\W|\d/g, '')}x`) =>
  aCustomer({ customerId, tags: [`loft:${loft}`] })

async function atWork({
  campaigns = [aPigeonCampaign()],
  customers = [withLoft('c-001')],
  rules = pigeonRules(),
  answer,
}: {
  campaigns?: ReturnType<typeof aPigeonCampaign>[]
  customers?: ReturnType<typeof aCustomer>[]
  rules?: ReturnType<typeof pigeonRules>
  answer?: (order: DispatchOrder, flight: number) => DispatchResult
} = {}) {
  const loft = aLoft(answer)
  const company = await runningCompany({ now: EVE, campaigns, customers, companyRules: rules })
  company.replace({ others: loft.dispatchers })
  return { ...company, flights: loft.flights, dispatchers: loft.dispatchers }
}

describe('what marketing writes for it', () => {
  const written = (touch: object) => {
    const text = JSON.stringify({ ...aPigeonCampaign(), touch })
    const read = readCampaign({ file: 'coo.json', text, channels: CHANNELS })
    return 'problems' in read ? read.problems.map(({ path, value, expected }) => `${path}: ${value} - ${expected.en}`) : []
  }

  test.each<[object, string[]]>([
    [{ channel: 'pigeon', ring: 'red' }, []],
    [{ channel: 'email', template: 'greeting' }, []],
    [{ channel: 'pigeon', ring: 'rde' }, ['touch.ring: rde - one of "red", "blue"; did you mean "red"?']],
    [{ channel: 'pigeon' }, ['touch.ring: (missing) - one of "red", "blue"']],
    [
      { channel: 'pigeon', ring: 'red', template: 'greeting' },
      ['touch.template: greeting - there is no such word here; did you mean template?'],
    ],
    [{ channel: 'pidgeon', ring: 'red' }, ['touch.channel: pidgeon - one of "email", "call", "pigeon"; did you mean "pigeon"?']],
    [{ channel: 'fax' }, ['touch.channel: fax - one of "email", "call", "pigeon"']],
  ])('%j', (touch, problems) => {
    expect(written(touch)).toEqual(problems)
  })

  test('without it in the table, a campaign of it is refused', () => {
    expect(campaignSchema(CHANNELS.filter(({ id }) => id !== 'pigeon')).safeParse(aPigeonCampaign()).success).toBe(false)
  })
})

describe('a campaign of it', () => {
  test('is planned, claimed, dispatched and balanced; who cannot be reached by it is skipped with the reason', async () => {
    const customers = [withLoft('c-001'), aCustomer({ customerId: 'c-002' }), withLoft('c-003', 'No 7')]
    const { until, flights, results, stores } = await atWork({ customers })
    await until(OVER)
    expect(flights).toEqual(['c-001 coo red'])
    expect(await results(COO)).toEqual({ 'c-001': 'sent', 'c-002': 'skipped no-address', 'c-003': 'skipped bad-address' })
    expect(await stores.occurrences.get(COO)).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { audience: 3, sent: 1, skipped: 2, skippedBy: { 'no-address': 1, 'bad-address': 1 } },
    })
    const [touch] = await stores.touches.ofCustomer('c-001')
    expect(touch).toMatchObject({
      result: 'sent',
      legs: [{ channel: 'pigeon', state: 'sent', dispatchId: 'flight-1', perThousand: { amount: 9_000_000, currency: 'VND' } }],
    })
    const [ledger] = await stores.ledgers.getMany(['c-001'])
    expect(ledger?.contacts).toMatchObject([{ channel: 'pigeon', occurrenceId: COO }])
    expect(stores.mailer.mails).toEqual([])
  })

  test('flies in its own hours: what is due at noon waits for the afternoon', async () => {
    const { until, flights, results } = await atWork({ campaigns: [aPigeonCampaign({ window: { from: '11:30', to: '15:00' } })] })
    await until(NOON)
    expect(flights).toEqual([])
    await until('2027-03-10T07:05:00.000Z')
    expect(flights).toEqual(['c-001 coo red'])
    expect(await results(COO)).toEqual({ 'c-001': 'sent' })
  })

  test('costs its own price, and its budget stops it', async () => {
    const budget = { amount: 18_000, currency: 'VND', period: 'month' }
    const customers = ['c-001', 'c-002', 'c-003'].map((id) => withLoft(id))
    const { until, flights, results, stores } = await atWork({ campaigns: [aPigeonCampaign({ budget })], customers })
    await until(OVER)
    expect(flights).toHaveLength(2)
    expect(Object.values(await results(COO)).filter((result) => result === 'skipped budget-exhausted')).toHaveLength(1)
    const kept = await stores.budgets.get('coo', '2027-03')
    expect(kept && committed(kept)).toBe(18_000)
  })
})

describe('beside mail', () => {
  const mail = aCampaign({ window: { from: '09:00', to: '10:00' } })
  const MAIL = 'tenth-of-march_2027-03-10'

  test('of two greetings on a day the stronger one goes out; who cannot be reached by it gets the other', async () => {
    const strong = aPigeonCampaign({ limits: { priority: 90, holdoutPercent: 0 } })
    const customers = [withLoft('c-001'), aCustomer({ customerId: 'c-002' }), withLoft('c-003', 'No 7')]
    const { until, flights, sent, results } = await atWork({ campaigns: [mail, strong], customers })
    await until(OVER)
    expect(flights).toEqual(['c-001 coo red'])
    expect(sent()).toEqual(['c-002 tenth-of-march', 'c-003 tenth-of-march'])
    expect(await results(MAIL)).toMatchObject({ 'c-001': 'skipped outranked' })
  })

  test('the company’s cap counts both together', async () => {
    const rules = pigeonRules({ frequencyCaps: [{ max: 1, hours: 168 }] })
    const late = aPigeonCampaign({ occasion: { kind: 'fixed', month: 3, day: 12 } })
    const { until, flights, sent, results } = await atWork({ campaigns: [mail, late], rules })
    await until(LATER)
    expect(sent()).toEqual(['c-001 tenth-of-march'])
    expect(flights).toEqual([])
    expect(await results('coo_2027-03-12')).toEqual({ 'c-001': 'skipped frequency-cap' })
  })

  test('the law’s cap of one channel counts that channel alone', async () => {
    const on = (day: number) => ({ kind: 'fixed', month: 3, day }) as const
    const mails = [9, 10, 11].map((day) => aCampaign({ id: `mail-${day}`, occasion: on(day) }))
    const coos = [12, 13, 14].map((day) => aPigeonCampaign({ id: `coo-${day}`, occasion: on(day) }))
    const { until, flights, sent, results } = await atWork({ campaigns: [...mails, ...coos] })
    await until(LATER)
    expect(sent()).toHaveLength(3)
    expect(flights).toEqual(['c-001 coo-12 red', 'c-001 coo-13 red'])
    expect(await results('coo-14_2027-03-14')).toEqual({ 'c-001': 'skipped frequency-cap' })
  })

  test('a stop of one leaves the other, and the choice of the customer shows both', async () => {
    const company = await atWork({ campaigns: [mail, aPigeonCampaign()] })
    const { stores, until, flights, sent, results } = company
    const ports = { ...stores, notices: memoryNoticeQueue() }
    const person = (await stores.customers.get('c-001'))!
    const standing = await standingChoice(ports, { person, now: EVE })
    expect([...standing.granted]).toContain('care/pigeon')
    const offered = new Set(['care/email', 'care/pigeon'] as const)
    const choice = { offered, granted: new Set(['care/email'] as const), frequency: 'any' as const }
    await changePreferences(ports, { customerId: 'c-001', choice, at: EVE, source: 'preference-page', evidence: 'form-1' })
    await until(OVER)
    expect(sent()).toEqual(['c-001 tenth-of-march'])
    expect(flights).toEqual([])
    expect(await results(COO)).toEqual({ 'c-001': 'skipped opted-out' })
    // Stops of letters alone are confirmed by a letter.
    expect(ports.notices.waiting()).toEqual([])
  })

  test('a stop that comes while the sender waits for a place binds the very next flight', async () => {
    const company = await atWork({ customers: [withLoft('c-001'), withLoft('c-002')] })
    const dispatcher = company.dispatchers.get('pigeon')!
    const stop = { customerId: 'c-002', purpose: 'care', channel: 'pigeon', source: 'a call', evidence: 'c' } as const
    let stopped: Promise<unknown> | undefined
    const take = async () => {
      // Everything about both was read before; the claim of the second must be lost.
      stopped ??= withdrawConsent(company.stores, { ...stop, at: company.clock() })
      await stopped
    }
    company.replace({ others: new Map([['pigeon', { ...dispatcher, pace: { ...dispatcher.pace, take } }]]) })
    await company.until(OVER)
    expect(company.flights).toEqual(['c-001 coo red'])
    expect(await company.results(COO)).toMatchObject({ 'c-002': 'skipped opted-out' })
  })

  test('a provider that takes no pigeon stops pigeons only: the mail of the next day goes out', async () => {
    const nextDay = aCampaign({ id: 'next-day', occasion: { kind: 'fixed', month: 3, day: 11 } })
    const answer = (): DispatchResult => ({ stopped: 'credentials', detail: 'the loft is locked' })
    const { until, sent, results, dispatchers, stores } = await atWork({ campaigns: [aPigeonCampaign(), nextDay], answer })
    await until('2027-03-11T04:30:00.000Z')
    expect((await dispatchers.get('pigeon')!.stops.current()).stop).toMatchObject({ fault: 'credentials' })
    expect((await stores.stops.current()).stop).toBeNull()
    expect(await results(COO)).toEqual({ 'c-001': 'skipped sender-stopped' })
    expect(sent()).toEqual(['c-001 next-day'])
  })

  test('customers with one address get one letter, and each their pigeon', async () => {
    const customers = ['c-001', 'c-002'].map((customerId) =>
      aCustomer({ customerId, email: 'nha@example.com', tags: [`loft:${customerId === 'c-001' ? 'oak' : 'elm'}`] }),
    )
    const letter = aCampaign({ id: 'letter', occasion: { kind: 'fixed', month: 3, day: 11 } })
    const { until, flights, sent, stores } = await atWork({ campaigns: [aPigeonCampaign(), letter], customers })
    await markSharedAddress(stores, { address: 'nha@example.com' })
    await until(OVER)
    expect(flights.toSorted()).toEqual(['c-001 coo red', 'c-002 coo red'])
    expect(sent()).toEqual(['c-001 letter'])
  })
})

describe('a suppressed contact point of it', () => {
  test.each([
    ['before planning', EVE],
    ['between plan and last look', '2027-03-10T00:30:00.000Z'],
  ])('stops the flight, and a suppressed address does not: %s', async (_, at) => {
    const customers = [withLoft('c-001', 'oak'), withLoft('c-002', 'elm')]
    const { until, flights, results, stores } = await atWork({ customers })
    await until(at)
    const legal = { reason: 'legal', at, evidence: 'asked' } as const
    await suppressContactPoint(stores, { point: { kind: 'loft', value: 'oak' }, ...legal })
    await suppressContactPoint(stores, { point: { kind: 'email', value: 'c-002@example.com' }, ...legal })
    await until(OVER)
    expect(flights).toEqual(['c-002 coo red'])
    expect(await results(COO)).toEqual({ 'c-001': 'skipped suppressed', 'c-002': 'sent' })
  })

  test('stops every customer who has it, and no mail', async () => {
    const mail = aCampaign({ occasion: { kind: 'fixed', month: 3, day: 11 } })
    const customers = [withLoft('c-001', 'oak'), withLoft('c-002', 'oak'), withLoft('c-003', 'elm')]
    const { until, flights, sent, results, stores } = await atWork({ campaigns: [mail, aPigeonCampaign()], customers })
    const point = { kind: 'loft', value: 'oak' }
    await suppressContactPoint(stores, { point, reason: 'legal', at: EVE, evidence: 'the neighbours' })
    await until(OVER)
    expect(flights).toEqual(['c-003 coo red'])
    expect(sent()).toHaveLength(3)
    expect(await results(COO)).toEqual({ 'c-001': 'skipped suppressed', 'c-002': 'skipped suppressed', 'c-003': 'sent' })
  })

  test('a report of the provider suppresses it, and not an address that reads the same', async () => {
    const mail = aCampaign({ occasion: { kind: 'fixed', month: 3, day: 11 } })
    const again = aPigeonCampaign({ id: 'coo-again', occasion: { kind: 'fixed', month: 3, day: 12 } })
    const customers = [aCustomer({ customerId: 'c-001', email: 'oak@example.com', tags: ['loft:oak'] })]
    const { until, flights, sent, stores, results } = await atWork({ campaigns: [aPigeonCampaign(), again, mail], customers })
    await until('2027-03-10T04:30:00.000Z')
    await recordDelivery(stores, {
      channel: 'pigeon',
      campaignId: 'coo',
      occurrenceId: COO,
      customerId: 'c-001',
      providerId: 'flight-1',
      sentAt: MORNING,
      delivery: { state: 'bounced', at: MORNING, detail: 'no loft there' },
      trouble: 'hard-bounce',
      address: 'oak',
    })
    await until(OVER)
    expect(flights).toEqual(['c-001 coo red'])
    expect(await results('coo-again_2027-03-12')).toEqual({ 'c-001': 'skipped suppressed' })
    expect(sent()).toEqual(['c-001 tenth-of-march'])
  })
})

test('a complaint about a flight withdraws consent to flights, and not to mail', async () => {
  const { until, stores } = await atWork()
  await until('2027-03-10T04:30:00.000Z')
  await recordDelivery(stores, {
    channel: 'pigeon',
    campaignId: 'coo',
    occurrenceId: COO,
    customerId: 'c-001',
    providerId: 'flight-1',
    sentAt: MORNING,
    delivery: { state: 'complained', at: MORNING, detail: 'droppings' },
    trouble: 'complaint',
    address: 'cx',
  })
  const consents = (await stores.customers.get('c-001'))?.consents
  expect(Object.keys(consents ?? {}).sort()).toEqual(['advertising/pigeon', 'care/pigeon', 'survey/pigeon'])
})

test('the page of a customer judges each campaign by the contact point of its own channel', async () => {
  const rules = pigeonRules()
  const suppression = { contactKey: 'x', kind: 'email', reason: 'hard-bounce', at: EVE, evidence: 'm' } as const
  const reach = {
    customer: withLoft('c-001'),
    consents: {},
    suppressions: new Map([['email', suppression]]),
    doNotCall: undefined,
  }
  const about = (channel: string) =>
    refusalOf(reach, { contentClass: 'care', channel, date: '2027-03-10', companyRules: rules })?.reason ?? 'may be reached'
  expect(['email', 'pigeon'].map(about)).toEqual(['suppressed', 'may be reached'])
})

describe('a lost answer', () => {
  const answer = (): DispatchResult => ({ unknown: 'the hawk was out' })

  test('is unknown, never sent again, and settled by the operator', async () => {
    const { until, flights, results, stores, clock } = await atWork({ answer })
    await until(OVER)
    expect(flights).toEqual(['c-001 coo red'])
    expect(await results(COO)).toEqual({ 'c-001': 'unknown' })
    const word = { occurrenceId: COO, customerId: 'c-001', by: 'Hoa', because: 'she saw it land', at: clock() }
    expect(await settleUnknown(stores, { ...word, as: 'sent' })).toMatchObject({ settled: { state: 'sent' } })
    expect(await stores.touches.ofCustomer('c-001')).toMatchObject([
      { legs: [{ channel: 'pigeon', state: 'sent', dispatchId: null }] },
    ])
    expect(await stores.occurrences.get(COO)).toMatchObject({ balance: { sent: 1, unknown: 0 } })
  })

  test('is settled by the later word of the provider', async () => {
    const { until, results, stores } = await atWork({ answer })
    await until('2027-03-10T02:00:00.000Z')
    await recordDelivery(stores, {
      channel: 'pigeon',
      campaignId: 'coo',
      occurrenceId: COO,
      customerId: 'c-001',
      providerId: 'flight-1',
      sentAt: MORNING,
      delivery: { state: 'delivered', at: MORNING, detail: '' },
      trouble: null,
      address: 'cx',
    })
    await until(OVER)
    expect(await results(COO)).toEqual({ 'c-001': 'sent' })
    expect(await stores.touches.ofCustomer('c-001')).toMatchObject([
      { delivery: { state: 'delivered' }, legs: [{ channel: 'pigeon', dispatchId: 'flight-1' }] },
    ])
  })
})
