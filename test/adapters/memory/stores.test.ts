/** The memory adapters keep every promise of the ports. */

import { memoryBudgetPlans } from '#adapters/memory/budget-plans.ts'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerFinder } from '#adapters/memory/customer-finder.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryFindingsBook } from '#adapters/memory/findings-book.ts'
import { memoryHotlineCallers } from '#adapters/memory/hotline-callers.ts'
import { memoryInterruptions } from '#adapters/memory/interruptions.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryNumberStore } from '#adapters/memory/number-store.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryQuestionBook } from '#adapters/memory/question-book.ts'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memoryReportBook } from '#adapters/memory/report-book.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memoryRetentionLog } from '#adapters/memory/retention-log.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryStaffMailMarks } from '#adapters/memory/staff-mail-marks.ts'
import {
  memoryAuditLog,
  memoryDutyBook,
  memoryRosterStore,
  memorySessionStore,
  memorySubjectStore,
} from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { everyStoreContract, readableHash } from '#test/contract/every-store.contract.ts'

everyStoreContract({
  customers: async () => memoryCustomerStore({ addressHash: readableHash }),
  finder: async () => {
    const customers = memoryCustomerStore({ addressHash: readableHash })
    return { customers, finder: memoryCustomerFinder({ customers, addressHash: readableHash }) }
  },
  purchases: async () => memoryPurchaseStore(),
  campaigns: async () => memoryCampaignStore(),
  occurrences: async () => memoryOccurrenceStore(),
  touches: async () => memoryTouchStore(),
  ledgers: async () => memoryLedgerStore(),
  consents: async () => memoryConsentLog(),
  suppressions: async () => memorySuppressionList(),
  doNotCall: async () => memoryDoNotCallList(),
  vouchers: async () => memoryVoucherStore(),
  budgets: async () => memoryBudgetStore(),
  budgetPlans: async () => memoryBudgetPlans(),
  responses: async () => memoryResponseStore(),
  replies: async () => memoryReplyStore(),
  words: async () => memoryWordsStore(),
  stops: async () => memorySendingStops(),
  work: async () => memoryWorkStore(),
  retentionLog: async () => memoryRetentionLog(),
  dayLists: async () => memoryDayLists(),
  staffMails: async () => memoryStaffMailMarks(),
  interruptions: async () => memoryInterruptions(),
  findings: async () => memoryFindingsBook(),
  questions: async () => memoryQuestionBook(),
  dutyBook: async () => memoryDutyBook(),
  roster: async () => memoryRosterStore(),
  sessions: async () => memorySessionStore(),
  subjects: async () => memorySubjectStore(),
  auditLog: async () => memoryAuditLog(),
  reports: async () => memoryReportBook(),
  numbers: async () => memoryNumberStore(),
  hotlineCallers: async () => memoryHotlineCallers(),
})
