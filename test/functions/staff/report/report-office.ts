/** A member of staff at the pages of the report, over stores in memory that hold some months of roll-ups. */
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryBudgetPlans } from '#adapters/memory/budget-plans.ts'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryFactStore } from '#adapters/memory/fact-store.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryReportBook } from '#adapters/memory/report-book.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryRosterStore, memorySessionStore } from '#adapters/memory/staff-stores.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { yearBefore } from '#core/kpi/tet-aligned.ts'
import { periodHolding, periodsUpTo } from '#core/report/report-period.ts'
import type { Role } from '#core/staff/role.ts'
import { datesFrom } from '#core/time/local-date.ts'
import { reportRoutes } from '#functions/staff/report/report.ts'
import { chartRoutes } from '#functions/staff/report/report-charts.ts'
import { reportFileRoutes } from '#functions/staff/report/report-files.ts'
import { staffApp } from '#functions/staff/staff-app.ts'
import { deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'
import { aRollUp, type Counted } from '#test/support/counted-roll-ups.ts'

/** The desk's clock stands in March 2027. */
export const FEBRUARY = periodHolding('month', '2027-02-10')
const TODAY = '2027-03-10'

interface Given {
  readonly role?: Role
  readonly counted?: Partial<Counted>
  readonly targets?: Readonly<Record<string, number>>
}

/** Roll-ups of the thirteen months up to February, of the year before by Tết, and of two campaigns in February. */
export async function reportOffice({ role = 'head', counted = {}, targets = {} }: Given = {}) {
  const { system, auditLog } = deskSystem()
  const stores = {
    numbers: memoryNumberStore(),
    reports: memoryReportBook(),
    budgetPlans: memoryBudgetPlans(),
    budgets: memoryBudgetStore(),
    responses: memoryResponseStore(),
    roster: memoryRosterStore(),
    campaigns: memoryCampaignStore(),
    customers: memoryCustomerStore({ addressHash }),
    purchases: memoryPurchaseStore(),
    facts: memoryFactStore(),
    vouchers: memoryVoucherStore(),
    auditLog,
  }
  const months = periodsUpTo(FEBRUARY, 13).map((period) =>
    aRollUp({ period, ...(period.key === FEBRUARY.key && { counted, today: TODAY }) }),
  )
  const campaigns = ['tet-greeting', 'nps-relationship'].map((is, at) =>
    aRollUp({
      period: FEBRUARY,
      segment: { by: 'campaign', is },
      counted: { outcomes: { sent: 100 - at, skipped: 10, withheld: 5 } },
    }),
  )
  await stores.numbers.putRollUps([...months, aRollUp({ period: yearBefore(FEBRUARY) }), ...campaigns])
  for (const day of datesFrom('2026-01-01', '2027-02-28')) await stores.numbers.noteWritten(day, '2027-03-01T18:00:00.000Z')
  const { company } = system.companyRules
  const companyRules = { ...system.companyRules, company: { ...company, report: { targets } } }
  const app = staffApp()
  for (const routes of [reportRoutes, chartRoutes]) app.route('/', routes({ ...system, companyRules, stores }))
  /** The same pages with their visitor, for a browser. */
  const visited = staffApp()
  visited.use((context, next) => {
    context.set('visitor', { name: 'Hoa', address: 'hoa@trasen.example.com', team: 'Chăm sóc', role })
    return next()
  })
  visited.route('/', app)
  return { visited, stores, system: { ...system, companyRules }, ...visiting(app, { role, auditLog }) }
}

/** The same with the files, and the app that draws them, in which nobody is signed in. */
export async function fileOffice() {
  const { system, stores } = await reportOffice()
  const app = staffApp()
  app.route('/', reportFileRoutes({ ...system, stores }))
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  const drawing = {
    ...system,
    url: 'https://staff.example.com',
    pageFailed: () => {},
    stores: { ...stores, seals, sessions: memorySessionStore() },
  }
  return { drawing, ...visiting(app, { auditLog: stores.auditLog }) }
}
