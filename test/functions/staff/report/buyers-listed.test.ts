/** The customers behind a figure of purchases: the same as the figure counts, each once, page by page. */
import fc from 'fast-check'
import { Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { describe, expect, test } from 'vitest'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { NO_FACTS } from '#core/facts/fact-tables.ts'
import { BUYER_GROUPS, FIGURES_OF_PURCHASES, type FigureOfPurchases } from '#core/kpi/buyers-behind.ts'
import { personIndex } from '#core/kpi/counting/persons.ts'
import { purchaseHistories } from '#core/kpi/counting/purchase-histories.ts'
import type { Period } from '#core/kpi/period.ts'
import { HORIZONS } from '#core/kpi/purchase-days.ts'
import { EVERYTHING, type Segment } from '#core/kpi/segment.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { buyersListed, type ListAsked } from '#functions/staff/report/buyers-listed.ts'
import { reportOffice } from '#test/functions/staff/report/report-office.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aPurchaseFact, someFacts } from '#test/support/fact-builders.ts'
import { storedPurchase } from '#test/support/store-builders.ts'

const TODAY = '2027-05-15'
const END = '2027-05-14'
/** How often each customer bought, by the day before today: 1 is the last day that counts, 0 is today. */
type Bought = readonly (readonly number[])[]
/** In which tier a customer bought on a day; today's profiles have none of it. */
type TierOn = (customer: number, day: LocalDate) => string | null

async function shop(bought: Bought, tierOn: TierOn = () => null) {
  const [customers, purchases, facts] = [memoryCustomerStore({ addressHash }), memoryPurchaseStore(), memoryFactStore()]
  const ids = bought.map((_, at) => `c-${String(at).padStart(3, '0')}`)
  await customers.put(ids.map((customerId) => aCustomer({ customerId })))
  const all = bought.flatMap((days, at) =>
    days.map((ago, each) =>
      storedPurchase({ customerId: ids[at] ?? '', purchaseId: `p-${each}`, purchasedOn: addDays(TODAY, -ago) }),
    ),
  )
  await purchases.put(all)
  const persons = await customers.whoAre(ids)
  for (const [day, ofDay] of Map.groupBy(all, ({ purchasedOn }) => purchasedOn)) {
    const rows = ofDay.map(({ customerId }) =>
      aPurchaseFact({ person: persons.get(customerId)?.person ?? null, tier: tierOn(ids.indexOf(customerId), day) }),
    )
    await facts.write(day, someFacts({ purchases: rows }))
  }
  return { customers, purchases, facts, ids, all, tierOn }
}

type Shop = Awaited<ReturnType<typeof shop>>

async function everyPage(ports: Shop, asked: Omit<ListAsked, 'before' | 'end'>): Promise<readonly string[]> {
  const found: string[] = []
  let before: string | null = null
  do {
    const page = await buyersListed(ports, { ...asked, end: END, before })
    if (page === null) throw new Error(`${asked.figure} names nobody`)
    for (const { customer } of page.buyers) found.push(customer.customerId)
    before = page.next
  } while (before !== null)
  return found
}

/** Part and rest, as the report counts them. */
function counted(
  { all, ids, tierOn }: Shop,
  {
    figure,
    period,
    segment = EVERYTHING,
  }: { readonly figure: FigureOfPurchases; readonly period: Period; readonly segment?: Segment },
): readonly [number, number] {
  const histories = purchaseHistories(personIndex())
  // Day by day, as files are read.
  const inOrder = all.toSorted((a, b) => (a.purchasedOn < b.purchasedOn ? -1 : 1))
  histories.add(
    inOrder.flatMap(({ customerId, purchasedOn: day }) => {
      const at = ids.indexOf(customerId)
      return day > END ? [] : [{ ...aPurchaseFact({ person: BigInt(at), tier: tierOn(at, day) }), day }]
    }),
  )
  const history = histories.of(segment, period.from)
  const horizon = HORIZONS.find((days) => figure === `retention-${days}`)
  const part =
    horizon !== undefined
      ? history.retained(horizon, { period, today: TODAY })
      : figure === 'kept-customers'
        ? history.kept({ period, today: TODAY })
        : history.activeIn(period)
  return part === null ? [0, 0] : [part.part, part.whole - part.part]
}

const MONTHS: readonly Period[] = [
  { from: '2026-04-01', to: '2026-04-30' },
  { from: '2027-02-01', to: '2027-02-28' },
  { from: '2027-05-01', to: '2027-05-31' },
  { from: '2027-01-01', to: '2027-12-31' },
  { from: '2026-01-01', to: '2026-12-31' },
]

test('whoever bought when: each group is as large as the figure says, and names nobody twice', async () => {
  const days = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.array(days, { minLength: 1, maxLength: 12 }), fc.constantFrom(...MONTHS), async (bought, period) => {
      const ports = await shop(bought)
      for (const figure of FIGURES_OF_PURCHASES) {
        const expected = counted(ports, { figure, period })
        for (const [at, group] of BUYER_GROUPS.entries()) {
          if (figure === 'active-share' && (group === 'did-not' || expected[0] === 0)) continue
          const found = await everyPage(ports, { figure, group, period, segment: EVERYTHING })
          expect([figure, group, found.length]).toEqual([figure, group, expected[at]])
          expect(new Set(found).size).toBe(found.length)
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('whoever came to another tier when: the list of a tier is as long as its figure', async () => {
  const days = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 5 })
  const several = fc.array(days, { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(several, fc.constantFrom(...MONTHS), fc.nat({ max: 50 }), async (bought, period, seed) => {
      const ports = await shop(bought, (at, day) => ['gold', 'silver', null][(at + seed + Number(day.slice(-2))) % 3] ?? null)
      const segment: Segment = { by: 'tier', is: 'gold' }
      for (const figure of FIGURES_OF_PURCHASES) {
        const expected = counted(ports, { figure, period, segment })
        for (const [at, group] of BUYER_GROUPS.entries()) {
          if (figure === 'active-share' && (group === 'did-not' || expected[0] === 0)) continue
          const found = await everyPage(ports, { figure, group, period, segment })
          expect([figure, group, found.length]).toEqual([figure, group, expected[at]])
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('who bought in silver and is gold today stands in the list of silver', async () => {
  const ports = await shop([[300, 90]], (_, day) => (day === addDays(TODAY, -300) ? 'silver' : 'gold'))
  await ports.customers.put([aCustomer({ customerId: 'c-000', tier: 'gold' })])
  const asked = { figure: 'kept-customers', group: 'did', period: { from: '2027-02-01', to: '2027-02-28' } } as const
  expect(await everyPage(ports, { ...asked, segment: { by: 'tier', is: 'silver' } })).toEqual(['c-000'])
  expect(await everyPage(ports, { ...asked, segment: { by: 'tier', is: 'gold' } })).toEqual([])
})

test('a day whose facts are still to be written tells nothing: the purchase before it does', async () => {
  const ports = await shop([[300, 200]], (_, day) => (day === addDays(TODAY, -300) ? 'silver' : 'gold'))
  await ports.facts.write(addDays(TODAY, -200), NO_FACTS)
  const asked = { figure: 'kept-customers', group: 'did', period: { from: '2027-02-01', to: '2027-02-28' } } as const
  expect(await everyPage(ports, { ...asked, segment: { by: 'tier', is: 'silver' } })).toEqual(['c-000'])
})

describe('page by page', () => {
  const MAY_26: Period = { from: '2026-05-01', to: '2026-05-31' }
  /** All first bought on one day, and never again. */
  const busy = (how: number): Bought => Array.from({ length: how }, () => [daysAgo('2026-05-20')])
  const asked = { figure: 'retention-30', group: 'did-not', period: MAY_26 } as const

  test('a day on which very many bought is gone through without losing anybody', async () => {
    const ports = await shop(busy(1_234))
    expect(new Set(await everyPage(ports, { ...asked, segment: EVERYTHING })).size).toBe(1_234)
  })

  test('a part to which hardly anybody belongs is looked for by stretches, and found', async () => {
    const ports = await shop(busy(1_234), (at) => (at === 0 ? 'vip' : null))
    const segment: Segment = { by: 'tier', is: 'vip' }
    const first = await buyersListed(ports, { ...asked, segment, end: END, before: null })
    expect(first).toMatchObject({ buyers: [] })
    expect(first?.next).not.toBeNull()
    expect(await everyPage(ports, { ...asked, segment })).toEqual(['c-000'])
  })

  test.each(['x', '2026-13-01 c-001', ' '])('a place that there is not is the beginning: %j', async (before) => {
    const ports = await shop(busy(3))
    const page = await buyersListed(ports, { ...asked, segment: EVERYTHING, end: END, before })
    expect(page?.buyers).toHaveLength(3)
  })
})

describe('the page of a list', () => {
  const PATH = '/report/figures/retention-30/customers/did?period=2027-01'
  async function withBuyers(role: 'head' | 'director' | 'marketing') {
    const office = await reportOffice({ role })
    await office.stores.customers.put([aCustomer({ tier: 'vàng', phone: '+84912345678' })])
    for (const [purchaseId, purchasedOn] of [
      ['p-1', '2027-01-05'],
      ['p-2', '2027-01-20'],
    ] as const)
      await office.stores.purchases.put([storedPurchase({ customerId: 'c-001', purchaseId, purchasedOn })])
    return office
  }

  test('names the customer, when they first bought, and how to reach them', async () => {
    const { page } = await withBuyers('head')
    const html = await page(PATH)
    for (const said of ['Nguyễn Thị Lan', '05/01/2027', 'vàng', 'tel:+84912345678', 'đã mua lại trong thời hạn'])
      expect(html).toContain(said)
    expect(await page(PATH.replace('/did', '/did-not'))).toContain('Không có khách nào thuộc nhóm này')
  })

  test('the lost are no list of those who stayed, whichever router the whole app has', async () => {
    const { visited } = await withBuyers('head')
    const whole = new Hono({ router: new TrieRouter() }).route('/', visited)
    const html = await (await whole.request(PATH.replace('/did', '/did-not'))).text()
    expect(html).toContain('Không có khách nào thuộc nhóm này')
  })

  test.each(['director', 'marketing'] as const)('is not for a %s, who reads figures or names, not both', async (role) => {
    const { open } = await withBuyers(role)
    expect((await open(PATH)).status).toBe(403)
  })

  test.each([
    '/report/figures/nps/customers/did?period=2027-01',
    '/report/figures/retention-30/customers/all?period=2027-01',
    '/report/figures/retention-30/customers/did?period=2027-13',
    '/report/figures/active-share/customers/did-not?period=2027-01',
  ])('there is none of %s', async (path) => {
    const { open } = await withBuyers('head')
    expect((await open(path)).status).toBe(404)
  })
})

function daysAgo(day: LocalDate): number {
  let ago = 0
  while (addDays(TODAY, -ago) > day) ago++
  return ago
}
