import { describe, expect, test } from 'vitest'
import { type DeliveryReport, recordDelivery } from '#app/sending/record-delivery.ts'
import { watchMailHealth } from '#app/sending/watch-mail-health.ts'
import { aBatch, aCampaign, aCustomer, aRecipient } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const EVE = '2027-03-08T00:00:00.000Z'
const SENT = '2027-03-10T03:30:00.000Z'
const OCCURRENCE = 'tenth-of-march_2027-03-10'
const IDS = Array.from({ length: 60 }, (_, n) => `c-${String(n).padStart(3, '0')}`)

/** Sixty customers greeted on 10 March. */
async function greeted() {
  const company = await runningCompany({
    now: EVE,
    campaigns: [aCampaign()],
    customers: IDS.map((customerId) => aCustomer({ customerId })),
  })
  await company.until(SENT)
  const hears = (customerId: string, trouble: DeliveryReport['trouble'], providerId = `mail-of-${customerId}`) =>
    recordDelivery(company.stores, {
      channel: 'email',
      campaignId: 'tenth-of-march',
      occurrenceId: OCCURRENCE,
      customerId,
      providerId,
      sentAt: SENT,
      address: `${customerId}@example.com`,
      delivery: { state: trouble === 'complaint' ? 'complained' : 'bounced', at: SENT, detail: '' },
      trouble,
    })
  const state = () => company.stores.campaigns.state('tenth-of-march')
  const suppressed = async (customerId: string) =>
    (
      await company.stores.suppressions.among([
        company.stores.seals.contactKey({ kind: 'email', value: `${customerId}@example.com` }),
      ])
    )
      .values()
      .next().value
  return { company, hears, state, suppressed }
}

describe('too many bounces or complaints', () => {
  test('pause the campaign, say why, and raise the alarm once', async () => {
    const { company, hears, state } = await greeted()
    for (const id of IDS.slice(0, 4)) await hears(id, 'hard-bounce')
    expect(await state()).toBe('active')
    await hears(IDS[4]!, 'hard-bounce')
    expect(await state()).toBe('paused')
    await hears(IDS[5]!, 'hard-bounce')
    expect(company.alarmsRaised().filter((name) => name === 'campaign.stopped')).toHaveLength(1)
  })

  test('count a person once, however often the provider repeats itself', async () => {
    const { hears, state } = await greeted()
    for (let time = 0; time < 20; time++) await hears(IDS[0]!, 'hard-bounce')
    expect(await state()).toBe('active')
  })

  test('two complaints of sixty are far above one in a thousand', async () => {
    const { hears, state } = await greeted()
    await hears(IDS[0]!, 'complaint')
    expect(await state()).toBe('active')
    await hears(IDS[1]!, 'complaint')
    expect(await state()).toBe('paused')
  })

  test('a person’s own resume is not undone by a late event of a customer who was counted before', async () => {
    const { company, hears, state } = await greeted()
    for (const id of IDS.slice(0, 5)) await hears(id, 'hard-bounce')
    await company.stores.campaigns.setState({
      campaignId: 'tenth-of-march',
      from: 'paused',
      state: 'cancelled',
      at: SENT,
      by: 'lan',
      because: 'old list',
    })
    await hears(IDS[6]!, 'hard-bounce')
    expect(await state()).toBe('cancelled')
  })
})

describe('bounces that come while the row is still being sent', () => {
  const MANY = Array.from({ length: 150 }, (_, n) => `c-${String(n).padStart(3, '0')}`)

  /** The mails to the first so many of 150 bounce at once; the others arrive. Forty more are skipped. */
  async function bouncingWhileSending(bounces: number) {
    const muted = Array.from({ length: 40 }, (_, n) => aCustomer({ customerId: `m-${n}`, email: null }))
    const company = await runningCompany({
      now: EVE,
      campaigns: [aCampaign()],
      customers: [...MANY.map((customerId) => aCustomer({ customerId })), ...muted],
    })
    await company.until('2027-03-10T01:59:00.000Z')
    const { mailer, campaigns, occurrences } = company.stores
    const rows = await occurrences.batches(OCCURRENCE)
    expect(rows.flatMap(({ recipients }) => recipients)).toHaveLength(190)
    const seen: string[] = []
    company.replace({
      mailer: {
        ...mailer,
        send: async (mail) => {
          const answer = await mailer.send(mail)
          if (seen.length < bounces) {
            seen.push(mail.customerId)
            await bounced(company, mail.customerId)
          }
          return answer
        },
      },
    })
    await company.until('2027-03-10T02:00:00.000Z')
    expect(seen).toHaveLength(bounces)
    return { company, state: await campaigns.state('tenth-of-march') }
  }
  const bounced = (company: Awaited<ReturnType<typeof runningCompany>>, customerId: string) =>
    recordDelivery(company.stores, {
      campaignId: 'tenth-of-march',
      occurrenceId: OCCURRENCE,
      customerId,
      channel: 'email',
      providerId: `mail-of-${customerId}`,
      sentAt: company.clock(),
      address: `${customerId}@example.com`,
      delivery: { state: 'bounced', at: company.clock(), detail: '' },
      trouble: 'hard-bounce',
    })

  test('the first five of 150 are no five of five: the campaign goes on', async () => {
    const { company, state } = await bouncingWhileSending(5)
    expect(state).toBe('active')
    expect(company.sent()).toHaveLength(150)
  })

  test('eight of 150 are too many, also before the row is done; who is skipped in it does not count', async () => {
    expect((await bouncingWhileSending(7)).state).toBe('active')
    expect((await bouncingWhileSending(8)).state).toBe('paused')
  })
})

describe('soft bounces', () => {
  test('the third mail that bounces within a month gives the address up', async () => {
    const { hears, suppressed } = await greeted()
    await hears(IDS[0]!, 'soft-bounce', 'mail-1')
    await hears(IDS[0]!, 'soft-bounce', 'mail-2')
    expect(await suppressed(IDS[0]!)).toBeUndefined()
    await hears(IDS[0]!, 'soft-bounce', 'mail-3')
    expect(await suppressed(IDS[0]!)).toMatchObject({ reason: 'soft-bounces' })
  })

  test('one mail whose event comes three times is one bounce', async () => {
    const { hears, suppressed } = await greeted()
    for (let time = 0; time < 3; time++) await hears(IDS[0]!, 'soft-bounce', 'mail-1')
    expect(await suppressed(IDS[0]!)).toBeUndefined()
  })

  test('never pause a campaign', async () => {
    const { hears, state } = await greeted()
    for (const id of IDS) await hears(id, 'soft-bounce')
    expect(await state()).toBe('active')
  })
})

describe('what a bounce costs', () => {
  /** A made occurrence of so many rows of five hundred that were sent to, its counter as the senders leave it, and every call counted by name. */
  async function bounceIn(rows: number, { counted = rows * 500 } = {}) {
    const company = await runningCompany({ now: SENT, campaigns: [aCampaign()], customers: [] })
    const { occurrences, campaigns } = company.stores
    for (let row = 0; row < rows; row++) {
      const recipients = Array.from({ length: 500 }, (_, n) =>
        aRecipient({ customerId: `r${row}-${n}`, outcome: { state: 'sent', at: SENT, providerId: 'm' } }),
      )
      const batchId = `000.${String(row).padStart(3, '0')}.+0700`
      await occurrences.putBatch(aBatch({ occurrenceId: OCCURRENCE, batchId, slice: 0, state: 'done', recipients }))
    }
    if (counted > 0) await occurrences.countMailed({ occurrenceId: OCCURRENCE, people: counted })
    const calls: string[] = []
    const listened = <Store extends object>(name: string, store: Store): Store =>
      new Proxy(store, {
        get: (target, method, receiver) => {
          calls.push(`${name}.${String(method)}`)
          return Reflect.get(target, method, receiver)
        },
      })
    const ports = {
      ...company.stores,
      occurrences: listened('occurrences', occurrences),
      campaigns: listened('campaigns', campaigns),
    }
    const bounce = async (n: number) => {
      calls.length = 0
      const about = {
        campaignId: 'tenth-of-march',
        occurrenceId: OCCURRENCE,
        customerId: `b-${n}`,
        kind: 'bounced',
        at: SENT,
      } as const
      await watchMailHealth(ports, about)
      return [...calls]
    }
    return { bounce, state: () => campaigns.state('tenth-of-march') }
  }
  const FIRST = ['campaigns.state', 'occurrences.noteTrouble', 'occurrences.troubles']

  test.each([2, 100])('is the same few calls in an occurrence of %i rows, and none of them reads its rows', async (rows) => {
    const { bounce, state } = await bounceIn(rows)
    for (let n = 0; n < 4; n++) expect(await bounce(n)).toEqual(FIRST)
    for (let n = 4; n < 45; n++) expect(await bounce(n)).toEqual([...FIRST, 'occurrences.mailed'])
    expect(await state()).toBe('active')
  })

  test('the rows are read once, to confirm what the counters say, and after the stop nothing is judged any more', async () => {
    const { bounce, state } = await bounceIn(2)
    const read: number[] = []
    for (let n = 0; n < 80; n++) if ((await bounce(n)).includes('occurrences.batches')) read.push(n)
    expect(read).toEqual([49])
    expect(await state()).toBe('paused')
    expect(await bounce(80)).toEqual(['campaigns.state', 'occurrences.noteTrouble'])
  })

  test.each([0, 500])(
    'a counter that was left behind at %i of 20,000 stops nothing, is put right, and costs one look',
    async (counted) => {
      const { bounce, state } = await bounceIn(40, { counted })
      const read: number[] = []
      for (let n = 0; n < 200; n++) if ((await bounce(n)).includes('occurrences.batches')) read.push(n)
      expect(read).toHaveLength(1)
      expect(await state()).toBe('active')
    },
  )
})
