import { describe, expect, test } from 'vitest'
import { memoryBudgetPlans } from '#adapters/memory/budget-plans.ts'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { keepDraftBudget } from '#app/budgeting/keep-draft-budget.ts'
import { booksOf } from '#app/budgeting/standing-of-budget.ts'
import { type BudgetAct, booksMissing, workOnBudget } from '#app/budgeting/work-on-budget.ts'
import { COMPENSATION_BOOK } from '#core/budget/compensation-book.ts'
import { emptyBudget } from '#core/budget/reserve.ts'
import { ROLES } from '#core/staff/role.ts'
import { aBudgetPlan, aPlannedBudget, DIRECTOR, HEAD, mailsOf, theRates } from '#test/support/budget-builders.ts'
import { aCampaign } from '#test/support/builders.ts'
import { aCatalogue } from '#test/support/compensation-builders.ts'
import { acceptedCampaign } from '#test/support/store-builders.ts'

const ID = '2027-01-01_2027-03-31'
const BECAUSE = 'as agreed on Monday'

async function aBudget(over: Parameters<typeof aBudgetPlan>[0] = {}) {
  const ports = { budgetPlans: memoryBudgetPlans(), budgets: memoryBudgetStore(), campaigns: memoryCampaignStore() }
  await ports.budgetPlans.put(aBudgetPlan(over))
  const act = async (is: 'propose' | 'return' | 'approve' | 'lock', more: Partial<BudgetAct> = {}) => {
    const author =
      is === 'approve' || is === 'return' ? { ...DIRECTOR, role: 'director' as const } : { ...HEAD, role: 'head' as const }
    const seen = (await ports.budgetPlans.latest(ID))?.version ?? 1
    const answer = await workOnBudget(ports, { budgetId: ID, act: { is }, seen, ...author, because: BECAUSE, ...more })
    return 'refused' in answer ? answer.refused : answer.plan.state
  }
  return { ports, act }
}

describe('acts on a budget', () => {
  test('lead from proposal to lock, and every version is kept', async () => {
    const { ports, act } = await aBudget()
    for (const [is, state] of [
      ['propose', 'proposed'],
      ['return', 'returned'],
      ['propose', 'proposed'],
      ['approve', 'approved'],
      ['lock', 'locked'],
    ] as const)
      expect(await act(is)).toBe(state)
    const versions = await Promise.all([1, 2, 3, 4, 5, 6].map((version) => ports.budgetPlans.version(ID, version)))
    expect(versions.map((plan) => plan?.state)).toEqual(['draft', 'proposed', 'returned', 'proposed', 'approved', 'locked'])
  })

  test.each(['approve', 'return', 'propose', 'lock'] as const)(
    'a role that may not %s is refused, and nothing is written',
    async (is) => {
      const may = { approve: ['director'], return: ['director'], propose: ['head'], lock: ['head', 'director'] }[is]
      for (const role of ROLES.filter((one) => !may.includes(one))) {
        const { ports, act } = await aBudget({ state: is === 'lock' ? 'approved' : is === 'propose' ? 'draft' : 'proposed' })
        expect(await act(is, { role })).toBe('not-permitted')
        expect((await ports.budgetPlans.latest(ID))?.version).toBe(1)
      }
    },
  )

  test('of two who decide at once one is told that it has changed', async () => {
    const { ports, act } = await aBudget({ state: 'proposed' })
    const both = await Promise.all([act('approve', { seen: 1 }), act('return', { seen: 1 })])
    expect(both.toSorted()).toEqual(both.includes('approved') ? ['approved', 'stale'] : ['returned', 'stale'])
    expect((await ports.budgetPlans.latest(ID))?.version).toBe(2)
  })

  test.each([
    ['add', 'draft', 'tet-greetin', 'no-such-campaign'],
    ['add', 'draft', 'tet-greeting', 'draft'],
    ['add', 'draft', null, 'draft'],
    ['explain', 'locked', 'tet-greetin', 'no-such-campaign'],
    ['explain', 'locked', '#others', 'no-such-campaign'],
    ['explain', 'locked', '#other', 'locked'],
    ['explain', 'locked', 'tet', 'locked'],
    ['explain', 'locked', 'tet-greeting', 'locked'],
    ['explain', 'locked', 'notice.stop-received', 'locked'],
  ] as const)(
    'of a campaign that there is not nothing is kept: %s in a budget that is %s of %s',
    async (is, state, of, answer) => {
      const { ports, act } = await aBudget({ state })
      await ports.campaigns.accept(acceptedCampaign({ id: 'tet-greeting' }))
      const added = { is: 'add', lineId: 'added-2', title: 'Thiệp', amount: 1_000, campaign: of } as const
      expect(await act('propose', { act: is === 'add' ? added : { is, of: of ?? '' } })).toBe(answer)
      expect((await ports.budgetPlans.latest(ID))?.version).toBe(answer === 'no-such-campaign' ? 1 : 2)
    },
  )

  test('a budget that is not there is said so', async () => {
    const { act } = await aBudget()
    expect(await act('propose', { budgetId: '2028-01-01_2028-03-31' })).toBe('no-such-budget')
  })
})

describe('a campaign that is named', () => {
  const campaign = aCampaign({ id: 'birthday' })
  const add = (named: string | null) => ({ is: 'add' as const, lineId: 'l-1', title: 'In', campaign: named, amount: 1 })

  test.each([
    ['nobody accepted', 'no-such'],
    ['of the partition in which budgets are listed', '#plans'],
    ['of the pool for compensation', COMPENSATION_BOOK],
    ['longer than a key', 'x'.repeat(3_000)],
  ])('%s has no line and no explanation', async (_what, named) => {
    const { ports, act } = await aBudget()
    expect(await act('propose', { act: add(named) })).toBe('no-such-campaign')
    expect((await ports.budgetPlans.latest(ID))?.version).toBe(1)
    const locked = await aBudget({ state: 'locked' })
    const explained = await locked.act('propose', { act: { is: 'explain', of: named } })
    expect(explained).toBe(named === COMPENSATION_BOOK ? 'locked' : 'no-such-campaign')
  })

  test.each([
    ['of the budget', 'tet'],
    ['that was accepted', 'birthday'],
  ])('%s has both', async (_what, named) => {
    const { ports, act } = await aBudget()
    await ports.campaigns.accept({ definition: campaign, version: 1, acceptedAt: HEAD.at, acceptedBy: 'marketing' })
    expect(await act('propose', { act: add(named) })).toBe('draft')
    for (const is of ['propose', 'approve', 'lock'] as const) await act(is)
    expect(await act('propose', { act: { is: 'explain', of: named } })).toBe('locked')
    expect((await ports.budgetPlans.latest(ID))?.explained).toMatchObject([{ of: named }])
  })
})

describe('locking', () => {
  test('opens a book for each campaign, with what the budget has for it', async () => {
    const computed = aPlannedBudget({ volumes: [mailsOf(), mailsOf({ campaign: 'birthday', count: 100, gift: 100_000 })] })
    const { ports, act } = await aBudget({ state: 'approved', computed })
    expect(await act('lock')).toBe('locked')
    const plan = (await ports.budgetPlans.latest(ID))!
    expect(await booksOf(ports, plan)).toEqual([
      { campaign: 'birthday', limit: 421 + 3_000_000, reserved: 0, settled: 0 },
      { campaign: 'tet', limit: 5_052, reserved: 0, settled: 0 },
    ])
    expect(await ports.budgets.get('birthday', `planned#${ID}`)).toMatchObject({
      planned: { from: '2027-01-01', to: '2027-03-31', vouchers: { used: 30, issued: 100 } },
    })
  })

  test('shows of the pool for compensation what cases asked for and what was given, in the months of the budget', async () => {
    const computed = aPlannedBudget({ compensation: aCatalogue() })
    const { ports, act } = await aBudget({ state: 'approved', computed })
    await act('lock')
    const basis = computed.lines.find(({ kind }) => kind === 'compensation')?.basis
    const [period = ''] = basis?.is === 'limit' ? basis.periods : []
    const limit = { amount: 1_000_000, currency: 'VND' }
    const book = {
      ...emptyBudget({ campaignId: COMPENSATION_BOOK, period, limit }),
      reserved: { 'a/b/c': 50_000 },
      settled: { given: 70_000 },
    }
    await ports.budgets.put(book)
    await ports.budgets.put({ ...book, period: '2030-01' })
    const plan = (await ports.budgetPlans.latest(ID))!
    expect((await booksOf(ports, plan)).at(-1)).toMatchObject({ campaign: COMPENSATION_BOOK, reserved: 50_000, settled: 70_000 })
  })

  test('that broke off before the books is done again, and leaves books that are there as they are', async () => {
    const { ports, act } = await aBudget({ state: 'locked', steps: [{ is: 'lock', version: 1, ...HEAD, because: '' }] })
    const plan = (await ports.budgetPlans.latest(ID))!
    expect(await booksMissing(ports, plan)).toBe(true)
    expect(await act('lock')).toBe('locked')
    expect(await booksMissing(ports, plan)).toBe(false)
    expect(await act('lock')).toBe('wrong-state')
    expect((await ports.budgetPlans.latest(ID))?.version).toBe(1)
  })

  test('is refused while another locked budget has some of its days', async () => {
    const { ports, act } = await aBudget({ state: 'approved' })
    const march = { from: '2027-03-01', to: '2027-03-31' }
    await ports.budgetPlans.put(aBudgetPlan({ budgetId: '2027-03-01_2027-03-31', period: march, state: 'locked' }))
    expect(await act('lock')).toBe('overlaps')
    const { act: alone } = await aBudget({ state: 'approved' })
    expect(await alone('lock')).toBe('locked')
  })
})

test('of two budgets that share days one is locked, also where both are at the same moment; the other can be tried again', async () => {
  const { ports, act } = await aBudget({ state: 'approved' })
  const march = { budgetId: '2027-03-01_2027-03-31', period: { from: '2027-03-01', to: '2027-03-31' } }
  await ports.budgetPlans.put(aBudgetPlan({ ...march, state: 'approved' }))
  const answers = await Promise.all([act('lock', { seen: 1 }), act('lock', { budgetId: march.budgetId, seen: 1 })])
  expect(answers).toEqual(expect.arrayContaining(['locked', 'locking-now']))
  const states = (await ports.budgetPlans.all()).map(({ state }) => state)
  expect(states.toSorted()).toEqual(['approved', 'locked'])
  const left = answers[0] === 'locked' ? march.budgetId : ID
  expect(await act('lock', { budgetId: left, seen: 1 })).toBe('overlaps')
})

describe('storing what was computed', () => {
  const draft = { computed: aPlannedBudget(), rates: theRates(), ...HEAD, because: '' }

  test('is the first version, then the next one, and refused while it is before the director', async () => {
    const { ports, act } = await aBudget()
    expect(await keepDraftBudget(ports, draft)).toMatchObject({ plan: { version: 2, state: 'draft' } })
    await act('propose')
    expect(await keepDraftBudget(ports, draft)).toEqual({ refused: 'wrong-state' })
    const fresh = { budgetPlans: memoryBudgetPlans() }
    expect(await keepDraftBudget(fresh, draft)).toMatchObject({ plan: { budgetId: ID, version: 1, state: 'draft' } })
  })
})
