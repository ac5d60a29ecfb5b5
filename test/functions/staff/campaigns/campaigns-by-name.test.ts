/** Wherever campaigns are listed or chosen they stand by the name that is shown, in the order of the page's language. */

import { expect, test } from 'vitest'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryCaseFiles } from '#adapters/memory/case-files.ts'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryDepartmentOrders } from '#adapters/memory/department-orders.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryFindingsBook } from '#adapters/memory/findings-book.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryAuditLog, memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import { listeningRoutes } from '#functions/staff/listening/listening.ts'
import { occurrenceListRoutes } from '#functions/staff/occurrences/occurrence-list.ts'
import { settingsRoutes } from '#functions/staff/settings.ts'
import type { StaffApp } from '#functions/staff/staff-app.ts'
import { workRoutes } from '#functions/staff/work/work.ts'
import { listeningCompany } from '#test/app/listening/receiving.ts'
import { deskSystem, visiting } from '#test/functions/staff/acts/desk.ts'
import { aCampaign } from '#test/support/builders.ts'

/** By id aa, bb, cc; in Vietnamese bb, cc, aa; in English cc, aa, bb. */
const NAMES = [
  ['aa', 'Đoan Ngọ', 'Midsummer'],
  ['bb', 'Áo mới', 'New clothes'],
  ['cc', 'Dặn dò', 'Advice'],
] as const

async function named(): Promise<CampaignStore> {
  const campaigns = memoryCampaignStore()
  for (const [id, vi, en] of NAMES)
    await campaigns.accept({
      definition: { ...aCampaign({ id }), name: { vi, en } },
      version: 1,
      acceptedAt: '2027-01-01T00:00:00.000Z',
      acceptedBy: 'marketing',
    })
  return campaigns
}

async function pages() {
  const { system } = deskSystem()
  const { stores: heard } = await listeningCompany()
  const stores = {
    ...heard,
    campaigns: await named(),
    budgets: memoryBudgetStore(),
    words: memoryWordsStore(),
    roster: memoryRosterStore(),
    stops: memorySendingStops(),
    suppressions: memorySuppressionList(),
    doNotCall: memoryDoNotCallList(),
    dayLists: memoryDayLists(),
    departmentOrders: memoryDepartmentOrders(),
    questions: memoryQuestionBook(),
    findings: memoryFindingsBook(),
    caseFiles: memoryCaseFiles(),
    dutyBook: memoryDutyBook(),
    finder: memoryCustomerFinder({ customers: heard.customers, addressHash: heard.seals.addressHash }),
    touches: memoryTouchStore(),
    vouchers: memoryVoucherStore(),
    purchases: memoryPurchaseStore(),
    auditLog: memoryAuditLog(),
  }
  const staff = { ...system, stores, pageFailed: () => {} }
  const page = (app: StaffApp, path: string) => (language: string) =>
    visiting(app, { role: 'head', auditLog: memoryAuditLog() }).page(path, language)
  return {
    work: page(workRoutes(staff), '/work'),
    listening: page(listeningRoutes(staff), '/listening'),
    occurrences: page(occurrenceListRoutes(staff), '/occurrences'),
    settings: page(settingsRoutes(staff), '/settings'),
  }
}

const idsIn = (html: string) =>
  [...html.matchAll(/<option value="(aa|bb|cc)"|href="\/campaigns\/(aa|bb|cc)"/g)].map(([, chosen, linked]) => chosen ?? linked)

test.each(['work', 'listening', 'occurrences', 'settings'] as const)('%s', async (name) => {
  const page = (await pages())[name]
  expect([idsIn(await page('vi')), idsIn(await page('en'))]).toEqual([
    ['bb', 'cc', 'aa'],
    ['cc', 'aa', 'bb'],
  ])
})
