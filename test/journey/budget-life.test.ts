/**
 * A budget from its draft to what was spent of it, on the pages and by the planner and sender together: proposed, returned, changed, approved, locked; then a campaign sends,
 * its occurrence closes, the night counts, and the head explains the difference.
 */
import { expect, test } from 'vitest'
import { memoryBudgetPlans } from '#adapters/memory/budget-plans.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { memoryAuditLog } from '#adapters/memory/staff-stores.ts'
import { periodHolding } from '#core/report/report-period.ts'
import type { Role } from '#core/staff/role.ts'
import { budgetRoutes } from '#functions/staff/budget/budgets.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'
import { aBudgetPlan, aPlannedBudget, mailsOf, theRates } from '#test/support/budget-builders.ts'
import { aCampaign, aCustomer, theCompanyRules } from '#test/support/builders.ts'
import { aRollUp } from '#test/support/counted-roll-ups.ts'
import { runningCompany } from '#test/support/running-company.ts'
import { lineName } from '#web/staff/budget/budget-paths.ts'

const MARCH = periodHolding('month', '2027-03-10')
const ID = `${MARCH.from}_${MARCH.to}`
const PAGE = `/budgets/${ID}`
const CAMPAIGN = aCampaign()
const COUNT = 6
const BECAUSE = 'theo họp thứ Hai'

async function company() {
  const companyRules = theCompanyRules()
  const customers = Array.from({ length: COUNT }, (_, n) => aCustomer({ customerId: `c-${n}` }))
  const running = await runningCompany({ now: '2027-03-08T00:00:00.000Z', campaigns: [CAMPAIGN], customers, companyRules })
  const auditLog = memoryAuditLog()
  const stores = {
    ...running.stores,
    budgetPlans: memoryBudgetPlans(),
    numbers: memoryNumberStore(),
    auditLog,
  }
  // Eight mails are foreseen; six customers will be there.
  const period = { from: MARCH.from, to: MARCH.to }
  const computed = aPlannedBudget({ period, volumes: [mailsOf({ campaign: CAMPAIGN.id, date: '2027-03-10', count: 8 })] })
  await stores.budgetPlans.put(aBudgetPlan({ budgetId: ID, period, computed, rates: theRates() }))
  const app = staffApp()
  app.route('/', budgetRoutes({ ...deskSystem({ auditLog }).system, stores }))
  const as = (role: Role) => visiting(app, { role, auditLog, address: `${role}@trasen.example.com` })
  return { running, stores, head: as('head'), director: as('director'), line: lineName(computed.lines[0]!) }
}

test('from the draft to the reason of a difference', async () => {
  const { running, stores, head, director, line } = await company()
  const acts = [
    [head, 'propose', {}],
    [director, 'return', {}],
    [head, `lines/${line}/change`, { amount: '40' }],
    [head, 'propose', {}],
    [director, 'approve', {}],
    [director, 'lock', {}],
  ] as const
  for (const [who, path, fields] of acts)
    expect(await who.send(`${PAGE}/${path}`, { because: BECAUSE, ...fields })).toMatchObject({ status: 303 })

  const book = () => stores.budgets.get(CAMPAIGN.id, `planned#${ID}`)
  await running.until('2027-03-09T12:00:00.000Z')
  // 6 × 4.21 = 25.26, rounded up.
  expect(Object.values((await book())?.reserved ?? {})).toEqual([26])
  expect(await head.page(PAGE, 'en')).toContain('No night has counted yet')
  await running.until('2027-03-14T00:00:00.000Z')
  expect(await book()).toMatchObject({ limit: { amount: 40 }, reserved: {}, settled: { [`${CAMPAIGN.id}_2027-03-10`]: 26 } })

  const night = aRollUp({ period: MARCH, segment: { by: 'campaign', is: CAMPAIGN.id }, counted: { outcomes: { sent: COUNT } } })
  const touchCosts = [{ currency: 'VND', amount: 25 }]
  await stores.numbers.putRollUps([
    aRollUp({ period: MARCH, counted: { outcomes: { sent: COUNT } } }),
    { ...night, breakdown: { ...night.breakdown, touchCosts, gifts: [] } },
  ])
  expect(await head.send(`${PAGE}/explain/${CAMPAIGN.id}`, { because: 'Hai khách đã rời đi' })).toMatchObject({ status: 303 })
  const page = await director.page(PAGE, 'en')
  // 40 ₫ for eight are 10 ₫ for two; the rest is another price.
  expect(page).toContain('−₫10: 6 touches, planned were 8')
  expect(page).toContain('−₫5: another price')
  expect(page).toContain('Hoa: “Hai khách đã rời đi”')
})
