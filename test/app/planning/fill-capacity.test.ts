/**
 * A campaign of calls that fills the capacity of its team: the most valued customers and those who wait longest are handed over, as many as the people on
 * duty can be given; the rest are written to where the campaign names a mail, and skipped where it names none.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawDeskBalance } from '#app/desk/draw-desk-balance.ts'
import { planSlice } from '#app/planning/plan-slice.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { Customer } from '#core/customer/customer.ts'
import { TeamSchema } from '#core/duty/team.ts'
import { handedOver } from '#core/planning/balance.ts'
import type { PlanPass } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'
import { deskAddsUp } from '#core/work/desk-balance.ts'
import { aCampaign, aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { aMissedCall, assignedTo, openedAt, storedWork } from '#test/support/work-builders.ts'

const ON = 'check-in_2027-03-10'
const hanoi = (day: string, time: string): Instant => new Date(`${day}T${time}:00+07:00`).toISOString() as Instant
const TOUCH = { channel: 'call', script: 'courtesy', team: 'Care', attempts: 2, openDays: 3 }
const filling = (overrides: Parameters<typeof aCampaign>[0] = {}): CampaignDefinition =>
  aCampaign({ id: 'check-in', touch: { ...TOUCH, else: 'missed-you' }, window: { from: '09:00', to: '16:30' }, ...overrides })
const rung = (customerId: string, over: Partial<Customer> = {}) =>
  aCustomer({ customerId, email: `${customerId}@example.com`, phone: `+84912345${customerId.slice(-3)}`, ...over })
const ids = (count: number) => Array.from({ length: count }, (_, at) => `c-${String(at + 1).padStart(3, '0')}`)
const companyRules = theCompanyRules({ company: { calls: { tiers: ['gold', 'silver'] } } })

async function start({ calls = 3, leave = [] as { from: string; to: string }[], ...over }: Start = {}) {
  const company = await runningCompany({
    now: hanoi('2027-03-08', '22:30'),
    campaigns: [filling()],
    customers: ids(5).map((id) => rung(id)),
    companyRules,
    ...over,
  })
  await company.stores.roster.publish(
    {
      people: [
        { name: 'Hạnh', address: 'hanh@example.com', team: 'Care', role: 'agent' },
        { name: 'Mai', address: 'mai@example.com', team: 'Care', role: 'lead' },
      ],
      version: 1,
      publishedAt: hanoi('2027-03-01', '08:00'),
      publishedBy: 'Mai',
    },
    {
      teams: [TeamSchema.parse({ name: 'Care' })],
      people: [
        { address: 'hanh@example.com', callsADay: calls, leave },
        { address: 'mai@example.com', callsADay: 0 },
      ],
    },
  )
  return company
}
type Start = Partial<Parameters<typeof runningCompany>[0]> & { calls?: number; leave?: { from: string; to: string }[] }
type Company = Awaited<ReturnType<typeof start>>

const rungIn = async ({ stores }: Company, occurrenceId = ON) =>
  (await stores.occurrences.batches(occurrenceId))
    .filter(({ instead }) => !instead)
    .flatMap(({ recipients }) => recipients)
    .filter(({ outcome }) => outcome.state === 'planned' || outcome.state === 'sent')
    .map(({ customerId }) => customerId)
    .toSorted()
const writtenTo = ({ stores }: Company) => stores.mailer.mails.map(({ customerId }) => customerId).toSorted()

describe('more customers than the team has time for', () => {
  test('the most valued are rung and the others written to, each once, and both are counted apart', async () => {
    const tiers = [null, 'gold', 'silver', 'gold', 'bronze']
    const company = await start({ customers: ids(5).map((id, at) => rung(id, { tier: tiers[at] ?? null })) })
    await company.until(hanoi('2027-03-13', '23:00'))
    expect(await rungIn(company)).toEqual(['c-002', 'c-003', 'c-004'])
    expect(writtenTo(company)).toEqual(['c-001', 'c-005'])
    const occurrence = await company.stores.occurrences.get(ON)
    expect(occurrence).toMatchObject({
      state: 'closed',
      mismatch: false,
      balance: { audience: 5, sent: 5, skipped: 0, instead: { waiting: 0, sent: 2 } },
      cut: { workday: '2027-03-10', capacity: 3, held: 0, handed: 3 },
    })
    const desk = await drawDeskBalance(company.stores, ON)
    expect(deskAddsUp(desk)).toBe(true)
    expect(desk.handed).toBe(occurrence?.balance && handedOver(occurrence.balance))
    expect(company.alarmsRaised()).toEqual([])
  })

  test('of one tier who waits longest is rung', async () => {
    const bought = (customerId: string, on: string) => ({
      purchaseId: `p-${customerId}`,
      customerId,
      purchasedOn: on,
      deliveredOn: null,
      product: 'trà',
      units: null,
      amount: null,
    })
    const people = ids(4)
    const days = ['2027-02-10', '2026-12-10', '2027-02-10', '2027-01-10']
    const company = await start({
      calls: 2,
      campaigns: [filling({ occasion: { kind: 'since-contact', months: 1 } })],
      customers: people.map((id, at) => rung(id, { firstPurchaseOn: days[at] ?? null, lastPurchaseOn: days[at] ?? null })),
      purchases: days.map((on, at) => bought(people[at] ?? '', on)),
    })
    await company.until(hanoi('2027-03-10', '20:00'))
    expect(await rungIn(company)).toEqual(['c-002', 'c-004'])
    expect(writtenTo(company)).toEqual(['c-001', 'c-003'])
  })

  test('without a mail for them the rest are skipped, and the reason is told', async () => {
    const company = await start({ campaigns: [filling({ touch: { ...TOUCH, fill: 'capacity' } })] })
    await company.until(hanoi('2027-03-13', '23:00'))
    expect(await rungIn(company)).toHaveLength(3)
    expect(writtenTo(company)).toEqual([])
    expect((await company.stores.occurrences.get(ON))?.balance).toMatchObject({ sent: 3, skippedBy: { 'team-full': 2 } })
  })

  test('a campaign that does not say so hands everybody over', async () => {
    const company = await start({ campaigns: [filling({ touch: TOUCH })] })
    await company.until(hanoi('2027-03-10', '20:00'))
    expect(await rungIn(company)).toHaveLength(5)
  })

  test('who cannot be rung is written to, who cannot be reached at all is skipped, and neither takes a place', async () => {
    const company = await start({
      customers: [
        rung('c-001', { phone: null }),
        rung('c-002', { phone: null, email: null }),
        ...['c-003', 'c-004', 'c-005'].map((id) => rung(id)),
      ],
    })
    await company.consent('c-003', { 'care/call': { decision: 'withdrawn', at: hanoi('2027-03-01', '10:00') } })
    await company.until(hanoi('2027-03-13', '23:00'))
    expect(await rungIn(company)).toEqual(['c-004', 'c-005'])
    expect(writtenTo(company)).toEqual(['c-001', 'c-003'])
    expect((await company.results(ON))['c-002']).toBe('skipped no-address')
  })

  test('who wants no mail is not written to', async () => {
    const company = await start({ calls: 0 })
    await company.consent('c-001', { 'care/email': { decision: 'withdrawn', at: hanoi('2027-03-01', '10:00') } })
    await company.until(hanoi('2027-03-13', '23:00'))
    expect(writtenTo(company)).toEqual(['c-002', 'c-003', 'c-004', 'c-005'])
    expect((await company.results(ON))['c-001']).toBe('skipped opted-out')
  })
})

describe('the capacity of a day', () => {
  test('is that of the next day with people on duty, as long as the calls are open', async () => {
    const company = await start({ leave: [{ from: '2027-03-10', to: '2027-03-10' }] })
    await company.until(hanoi('2027-03-10', '20:00'))
    expect((await company.stores.occurrences.get(ON))?.cut).toMatchObject({ workday: '2027-03-11', capacity: 3 })
    expect(await rungIn(company)).toHaveLength(3)
  })

  test('is nothing while the whole team is away until the calls are over: everybody is written to', async () => {
    const company = await start({ leave: [{ from: '2027-03-10', to: '2027-03-12' }] })
    await company.until(hanoi('2027-03-10', '20:00'))
    expect((await company.stores.occurrences.get(ON))?.cut).toMatchObject({ capacity: 0, handed: 0 })
    expect(writtenTo(company)).toHaveLength(5)
  })

  test('is nothing where the team has no people', async () => {
    const company = await start({ campaigns: [filling({ touch: { ...TOUCH, team: 'Nobody', else: 'missed-you' } })] })
    await company.until(hanoi('2027-03-10', '20:00'))
    expect(writtenTo(company)).toHaveLength(5)
  })

  test('counts what is open and due for the team already', async () => {
    const company = await start()
    for (const customerId of ['d-001', 'd-002']) {
      const task = storedWork({ workId: `low-score_nps_${customerId}`, customerId, dueAt: hanoi('2027-03-10', '10:00') })
      const events = [openedAt(hanoi('2027-03-08', '10:00')), assignedTo({ is: 'team', team: 'Care' })] as const
      await company.stores.work.open({ ...task, events: [...events] })
    }
    await company.until(hanoi('2027-03-10', '20:00'))
    expect((await company.stores.occurrences.get(ON))?.cut).toMatchObject({ capacity: 3, held: 2, handed: 1 })
    expect(await rungIn(company)).toHaveLength(1)
    expect(writtenTo(company)).toHaveLength(4)
  })

  test('counts callers who are no customers by their numbers: two calls of one are one, and two numbers are two', async () => {
    const company = await start()
    const at = hanoi('2027-03-08', '10:00')
    const to = assignedTo({ is: 'team', team: 'Care' })
    for (const [workId, phone] of [
      ['first', '+84912340001'],
      ['again', '+84912340001'],
      ['other', '+84912340002'],
    ] as const)
      await company.stores.work.open({ ...aMissedCall({ phone }, { workId }), dueAt: at, events: [openedAt(at), to] })
    await company.until(hanoi('2027-03-10', '20:00'))
    expect((await company.stores.occurrences.get(ON))?.cut).toMatchObject({ capacity: 3, held: 2, handed: 1 })
  })

  test('of two campaigns the one of higher priority takes its places first, and none is given twice', async () => {
    const company = await start({
      calls: 7,
      campaigns: [
        filling({ limits: { priority: 20, holdoutPercent: 0 }, audience: { anyTag: ['b'] } }),
        filling({ id: 'vip', limits: { priority: 60, holdoutPercent: 0 }, audience: { anyTag: ['a'] } }),
        filling({ id: 'all', touch: TOUCH, limits: { priority: 10, holdoutPercent: 0 }, audience: { anyTag: ['c'] } }),
      ],
      customers: ['a', 'b', 'c'].flatMap((tag) => ids(tag === 'c' ? 2 : 4).map((id) => rung(`${tag}-${id}`, { tags: [tag] }))),
    })
    await company.until(hanoi('2027-03-10', '20:00'))
    expect(await rungIn(company, 'vip_2027-03-10')).toHaveLength(4)
    expect(await rungIn(company, 'all_2027-03-10')).toHaveLength(2)
    expect(await rungIn(company)).toHaveLength(1)
    expect(writtenTo(company)).toHaveLength(3)
  })

  describe('where slices of the one of higher priority are late in the early morning', () => {
    /** Of these passes, so many orders for slices of the higher are lost. */
    async function late(passes: readonly PlanPass[], lost: number) {
      const company = await start({
        calls: 4,
        campaigns: [
          filling({ limits: { priority: 20, holdoutPercent: 0 }, audience: { anyTag: ['b'] } }),
          filling({ id: 'vip', limits: { priority: 60, holdoutPercent: 0 }, audience: { anyTag: ['a'] } }),
        ],
        customers: ['a', 'b'].flatMap((tag) => ids(4).map((id) => rung(`${tag}-${id}`, { tags: [tag] }))),
      })
      const { queues } = company.stores
      let left = lost
      const planSlices: typeof queues.planSlices = async (orders) =>
        queues.planSlices(
          orders.filter(({ occurrenceId, pass }) => !(occurrenceId === 'vip_2027-03-10' && passes.includes(pass) && left-- > 0)),
        )
      company.replace({ queues: { ...queues, planSlices } })
      await company.until(hanoi('2027-03-10', '20:00'))
      return company
    }

    test('the lower waits for it, and takes what is left', async () => {
      const company = await late(['refresh'], 1)
      expect(await rungIn(company, 'vip_2027-03-10')).toHaveLength(4)
      expect(await rungIn(company)).toEqual([])
    })

    test('the lower waits no longer than until its first calls leave', async () => {
      const company = await late(['open', 'refresh'], 100)
      expect(await rungIn(company)).toHaveLength(4)
    })
  })

  test('is asked again in the early morning: who is ill since yesterday rings nobody', async () => {
    const company = await start()
    await company.until(hanoi('2027-03-09', '20:00'))
    expect(await rungIn(company)).toHaveLength(3)
    const away = { is: 'away', changeId: 'x', team: 'Care', date: '2027-03-10', address: 'hanh@example.com', from: null }
    await company.stores.dutyBook.add({ ...away, at: hanoi('2027-03-09', '21:00'), by: 'Mai' } as never)
    await company.until(hanoi('2027-03-10', '20:00'))
    expect((await company.stores.occurrences.get(ON))?.cut).toMatchObject({ workday: '2027-03-11' })
  })
})

describe('the money of such a campaign', () => {
  const prices = {
    prices: [
      { item: 'call', validFrom: '2026-01-01', perThousand: { amount: 1_000_000, currency: 'VND' }, source: 'an assumption' },
      { item: 'email', validFrom: '2026-01-01', perThousand: { amount: 100_000, currency: 'VND' }, source: 'an assumption' },
    ],
  }
  const within = async (amount: number) => {
    const budget = { amount, currency: 'VND', period: 'month' as const }
    const company = await start({ campaigns: [filling({ budget })], companyRules: theCompanyRules({ prices }) })
    await company.until(hanoi('2027-03-13', '23:00'))
    const [known] = await company.stores.budgets.ofCampaign('check-in')
    const balance = (await company.stores.occurrences.get(ON))?.balance
    return { balance, settled: known?.settled[ON], reserved: Object.keys(known?.reserved ?? {}) }
  }

  test('is that of its calls and of its mails, each at its price', async () => {
    const { balance, settled, reserved } = await within(100_000)
    expect(balance).toMatchObject({ sent: 5, instead: { sent: 2 } })
    expect([settled, reserved]).toEqual([3 * 1_000 + 2 * 100, []])
  })

  test('pays for calls first: what is left of it pays for mails, and the rest are skipped', async () => {
    const { balance, settled } = await within(3_150)
    expect(balance).toMatchObject({ sent: 4, instead: { sent: 1 }, skippedBy: { 'budget-exhausted': 1 } })
    expect(settled).toBe(3_100)
    expect((await within(2_500)).balance).toMatchObject({ sent: 4, instead: { sent: 2 }, skippedBy: { 'budget-exhausted': 1 } })
  })
})

describe('the cut', () => {
  test('is the same whichever slice is planned first and however often, and spans all of them', async () => {
    const many = Array.from({ length: 4_300 }, (_, at) => `m-${String(at).padStart(5, '0')}`)
    const company = await start({ calls: 40, customers: many.map((id) => rung(id, { phone: `+8491${id.slice(-5)}77` })) })
    await company.until(hanoi('2027-03-10', '06:15'))
    const occurrence = await company.stores.occurrences.get(ON)
    expect(occurrence?.slices).toBeGreaterThan(1)
    const before = await rungIn(company)
    expect(before).toHaveLength(40)
    const slices = Array.from({ length: occurrence?.slices ?? 0 }, (_, slice) => slice)
    for (const slice of [...slices.toReversed(), ...slices])
      await planSlice(company.ports(), { occurrenceId: ON, slice, pass: 'refresh' }, company.clock())
    expect(await rungIn(company)).toEqual(before)
  })

  test('never hands over more than there is room for, and nobody is both rung and written to', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 9 }),
        fc.array(fc.constantFrom('gold', 'silver', null), { minLength: 1, maxLength: 12 }),
        async (calls, tiers) => {
          const company = await start({
            calls,
            customers: ids(tiers.length).map((id, at) => rung(id, { tier: tiers[at] ?? null })),
          })
          await company.until(hanoi('2027-03-13', '23:00'))
          const [called, written] = [await rungIn(company), writtenTo(company)]
          expect(called).toHaveLength(Math.min(calls, tiers.length))
          expect([...called, ...written].toSorted()).toEqual(ids(tiers.length))
          const rank = (id: string) => ['gold', 'silver', null].indexOf(tiers[Number(id.slice(2)) - 1] ?? null)
          if (called.length > 0 && written.length > 0)
            expect(Math.max(...called.map(rank))).toBeLessThanOrEqual(Math.min(...written.map(rank)))
          expect((await company.stores.occurrences.get(ON))?.mismatch).toBe(false)
        },
      ),
      { numRuns: 25 },
    )
  })
})
