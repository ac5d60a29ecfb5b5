/** `care budget draft | propose | list | show | approve | return | lock` on the customers that are stored. */
import { describe, expect, test } from 'vitest'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { careInMemory } from '#test/cli/care-run.ts'
import { campaignFolder, readProjectJson } from '#test/functions/wiring/campaign-folder.ts'
import { aCustomer } from '#test/support/builders.ts'

const MARCH = '2027-03-01_2027-03-31'
const PERIOD = ['--from', '2027-03-01', '--to', '2027-03-31']
const HEAD = ['--by', 'Phạm Minh Châu', '--because', 'kế hoạch tháng Ba']
const DIRECTOR = ['--by', 'dung@example.com', '--because', 'đã xem']

async function company() {
  const { stores, care, place } = careInMemory()
  await stores.customers.put(
    ['c-1', 'c-2'].map((customerId) =>
      aCustomer({ customerId, email: `${customerId}@example.com`, tier: null, firstPurchaseOn: '2025-03-10' }),
    ),
  )
  const person = (name: string, address: string, role: 'head' | 'director' | 'marketing') => ({
    name,
    address,
    role,
    team: 'Chăm sóc',
  })
  const { roster } = stores.staff
  await roster.publish({
    version: 1,
    publishedAt: stores.now,
    publishedBy: 'test',
    people: [
      person('Phạm Minh Châu', 'chau@example.com', 'head'),
      person('Lê Quốc Dũng', 'dung@example.com', 'director'),
      person('Mai', 'mai@example.com', 'marketing'),
    ],
  })
  const { companyRules, now } = stores
  const ports = { facts: memoryFactStore(), numbers: memoryNumberStore(), companyRules }
  Object.assign(place, { figures: async () => ({ ports, now }) })
  const folder = campaignFolder({
    'purchase-anniversary.json': readProjectJson('purchase-anniversary.json'),
    'budget.json': readProjectJson('budget.json'),
  })
  return { stores, budget: (...args: string[]) => care('budget', ...args), compute: ['--campaigns', folder, ...PERIOD] }
}

describe('a budget at a terminal', () => {
  test('is stored as a draft, proposed, returned, proposed anew, approved and locked', async () => {
    const { stores, budget, compute } = await company()
    expect((await budget('draft', ...compute)).printed).toMatch(new RegExp(`^${MARCH}: version 1, draft, ₫`))
    expect((await budget('propose', ...compute, ...HEAD)).printed).toContain('version 3, proposed, waits for approval')
    expect((await budget('return', MARCH, '--version', '3', ...DIRECTOR)).printed).toContain('version 4, returned')
    expect((await budget('propose', ...compute, ...HEAD)).printed).toContain('version 6, proposed')
    const late = await budget('approve', MARCH, '--version', '3', ...DIRECTOR)
    expect(late.exitCode).toBe(1)
    expect(late.refused.join()).toContain('has changed since')
    expect((await budget('approve', MARCH, '--version', '6', ...DIRECTOR)).printed).toContain('version 7, approved')
    expect((await budget('lock', MARCH, '--version', '7', ...HEAD)).printed).toContain('version 8, locked')
    expect(await stores.budgets.get('purchase-anniversary', `planned#${MARCH}`)).toBeDefined()
    const shown = await budget('show', MARCH)
    expect(shown.printed).toContain('Phạm Minh Châu: proposed: kế hoạch tháng Ba')
    expect(JSON.parse((await budget('list', '--json')).printed)).toMatchObject([{ budgetId: MARCH, version: 8, state: 'locked' }])
    const log = await stores.staff.auditLog.page({ month: '2027-03', limit: 100 })
    expect(log.filter(({ result }) => result === 'done')).toHaveLength(8)
  })

  test('by a role that may not, by nobody, or while it waits for the director, is refused', async () => {
    const { stores, budget, compute } = await company()
    await budget('propose', ...compute, ...HEAD)
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [['approve', MARCH, '--version', '2', ...HEAD], 'Only for: director.'],
      [['propose', ...compute, '--by', 'Mai', '--because', 'x'], 'Only for: head of care.'],
      [['approve', MARCH, '--version', '1', '--by', 'Ai đó', '--because', 'x'], 'the roster has nobody of this name'],
      [['lock', MARCH, '--version', '2', ...HEAD], 'at another step'],
      [['draft', ...compute], 'at another step'],
      [['approve', '2030-01-01_2030-01-31', '--version', '1', ...DIRECTOR], 'no such budget'],
      [['show', '2030-01-01_2030-01-31'], 'no such budget'],
    ]
    for (const [args, why] of refusals) {
      const run = await budget(...args)
      expect([args[0], run.exitCode, run.refused.join()]).toEqual([args[0], 1, expect.stringContaining(why)])
    }
    expect((await stores.budgetPlans.latest(MARCH))?.version).toBe(2)
  })

  test('its lines are changed, given back, added and taken away, and an item is explained once it is locked', async () => {
    const { stores, budget, compute } = await company()
    await budget('draft', ...compute)
    const name = /line (\w+): Mails/.exec((await budget('show', MARCH)).printed)?.[1] ?? ''
    const at = (version: number) => ['--version', String(version), ...HEAD]
    expect((await budget('change', MARCH, name, '--amount', '4.000', ...at(1))).printed).toContain('version 2, draft')
    expect((await budget('show', MARCH)).printed).toMatch(/₫4,000.*\n.*Phạm Minh Châu changed the computed ₫9/)
    expect((await budget('change', MARCH, name, '--amount', 'computed', ...at(2))).printed).toContain('version 3, draft')
    expect((await budget('add', MARCH, '--title', 'Thiệp in', '--amount', '100000', ...at(3))).printed).toContain(
      'version 4, draft',
    )
    expect((await budget('show', MARCH)).printed).toContain('line added-4: Thiệp in')
    expect((await budget('remove', MARCH, 'added-4', ...at(4))).printed).toContain('version 5, draft')
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [['change', MARCH, name, '--amount', '2,5', ...at(5)], 'must be a whole number'],
      [['change', MARCH, 'nothing', '--amount', '2', ...at(5)], 'no such line'],
      [['add', MARCH, '--title', ' ', '--amount', '2', ...at(5)], 'Say what the line is for'],
      [['explain', MARCH, 'purchase-anniversary', ...at(5)], 'at another step'],
    ]
    for (const [args, why] of refusals)
      expect([args[0], (await budget(...args)).refused.join()]).toEqual([args[0], expect.stringContaining(why)])
    expect((await stores.budgetPlans.latest(MARCH))?.version).toBe(5)
  })

  test('without a command it is computed alone, and nothing is stored', async () => {
    const { stores, budget, compute } = await company()
    expect((await budget(...compute)).printed).toMatch(/^Total: ₫/m)
    expect(await stores.budgetPlans.all()).toEqual([])
    expect((await budget('list')).printed).toBe('No budget is stored.')
  })
})
