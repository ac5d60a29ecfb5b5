import { describe, expect, test } from 'vitest'
import { examineSender } from '#app/operating/examine-sender.ts'
import type { ProviderAccount, ProviderState } from '#core/planning/sender-findings.ts'
import { aCampaign, aCustomer } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'

const FIRST_LOOK = '2027-03-08T00:00:00.000Z'
/** Planned for the first time, and nobody written to. */
const PLANNED = '2027-03-09T06:00:00.000Z'
const account = (over: Partial<ProviderAccount>): Partial<ProviderState> => ({
  account: { sendingEnabled: true, production: true, standing: 'healthy', perDay: null, perSecond: 14, ...over },
})

const atWork = (count = 12) =>
  runningCompany({
    now: FIRST_LOOK,
    campaigns: [aCampaign()],
    customers: Array.from({ length: count }, (_, n) =>
      aCustomer({ customerId: `c-${n}`, email: n === 0 ? null : `c-${n}@example.com` }),
    ),
  })
const findings = (company: Awaited<ReturnType<typeof atWork>>) =>
  company.said.filter(({ name }) => name === 'sender.notReady').map(({ values }) => values.finding)

describe('the hourly look asks the provider as well', () => {
  test('and says nothing while all is well', async () => {
    const company = await atWork()
    await company.until('2027-03-12T00:00:00.000Z')
    expect(company.alarmsRaised()).toEqual([])
  })

  test('and raises the alarm once, a day before anybody would be written to', async () => {
    const company = await atWork()
    company.stores.provider.become({ identity: { name: 'example.com', verified: false, signs: true, mailFrom: null } })
    await company.until('2027-03-08T23:00:00.000Z')
    expect(company.alarmsRaised()).toEqual(['sender.notReady'])
    expect(findings(company)).toEqual(['identity-not-verified'])
    expect(company.sent()).toEqual([])
  })

  test('again for what comes to it, again once a day, and says when all is well', async () => {
    const company = await atWork()
    company.stores.provider.become(account({ sendingEnabled: false }))
    await company.until('2027-03-08T03:30:00.000Z')
    company.stores.provider.become({ ...account({ sendingEnabled: false, production: false }) })
    await company.until('2027-03-08T05:30:00.000Z')
    expect(findings(company)).toEqual(['sending-disabled', 'sandbox'])
    // What was mended is told again when it comes back.
    company.stores.provider.become(account({ production: false }))
    await company.until('2027-03-08T06:30:00.000Z')
    company.stores.provider.become(account({ sendingEnabled: false, production: false }))
    await company.until('2027-03-08T07:30:00.000Z')
    expect(findings(company)).toEqual(['sending-disabled', 'sandbox', 'sending-disabled'])
    await company.until('2027-03-09T06:30:00.000Z')
    expect(findings(company)).toHaveLength(3)
    await company.until('2027-03-09T07:30:00.000Z')
    expect(findings(company)).toHaveLength(5)
    company.stores.provider.become(account({}))
    await company.until('2027-03-09T09:30:00.000Z')
    expect(company.said.filter(({ name }) => name === 'sender.ready')).toHaveLength(1)
    expect(findings(company)).toHaveLength(5)
  })

  test('does not keep anything from being planned when it cannot be written down', async () => {
    const company = await atWork()
    company.stores.provider.become({ configurationSet: null })
    const away = () => Promise.reject(new Error('no table'))
    company.replace({ looks: { lastTold: away, tell: away } })
    await company.until(PLANNED)
    expect((await company.stores.occurrences.stillOpen()).length).toBeGreaterThan(0)
    expect(company.failures.length).toBeGreaterThan(0)
  })

  test.each([
    [11, []],
    [10, ['quota-short']],
  ])('holds what is planned, people who will be skipped left out, against a quota of %i: %j', async (perDay, expected) => {
    const company = await atWork()
    company.stores.provider.become(account({ perDay }))
    await company.until(PLANNED)
    expect(findings(company)).toEqual(expected)
  })

  test('slices that cannot be read together are read one by one: planning goes on', async () => {
    const company = await atWork()
    const { occurrences } = company.stores
    const slicesEventually = () => Promise.reject(new Error('a row that cannot be read'))
    company.replace({ occurrences: { ...occurrences, slicesEventually } })
    company.stores.provider.become(account({ perDay: 10 }))
    await company.until(PLANNED)
    expect(company.failures).toEqual([])
    expect(findings(company)).toEqual(['quota-short'])
  })

  test('counts the rows of no day that cannot be beyond the quota', async () => {
    const company = await atWork()
    company.stores.provider.become(account({ perDay: 12 }))
    let counted = 0
    const { occurrences } = company.stores
    await company.until('2027-03-09T00:30:00.000Z')
    company.replace({
      occurrences: {
        ...occurrences,
        batchesEventually: (id) => {
          counted++
          return occurrences.batchesEventually(id)
        },
      },
    })
    await company.plan()
    expect(counted).toBe(0)
  })
})

describe('a person who asks', () => {
  test('hears the largest planned day, and what stops sending now', async () => {
    const company = await atWork()
    await company.until(PLANNED)
    const first = await examineSender(company.stores)
    expect(first).toMatchObject({ findings: [], largestDay: { date: '2027-03-10', mails: 11 } })
    await company.stores.stops.put({
      stop: { fault: 'credentials', since: PLANNED, probeAt: PLANNED, probes: 3, probingSince: null, told: true },
      version: 1,
    })
    const { findings: found } = await examineSender(company.stores)
    expect(found).toMatchObject([{ kind: 'sending-stopped', stop: { fault: 'credentials', probes: 3 } }])
  })

  test('hears of no day when nothing is planned', async () => {
    const company = await atWork()
    expect((await examineSender(company.stores)).largestDay).toBeNull()
  })

  test('hears the largest of several campaigns’ days together', async () => {
    const company = await runningCompany({
      now: FIRST_LOOK,
      campaigns: [aCampaign(), aCampaign({ id: 'other' })],
      customers: [aCustomer()],
    })
    await company.until(PLANNED)
    expect((await examineSender(company.stores)).largestDay).toMatchObject({ date: '2027-03-10' })
  })
})
