/** Makers of empty DynamoDB stores on an engine, for the contract suite. */
import { dynamoAuditLog } from '#adapters/dynamo/audit-log.ts'
import { dynamoBudgetPlans } from '#adapters/dynamo/budget-plans.ts'
import { dynamoBudgetStore } from '#adapters/dynamo/budget-store.ts'
import { dynamoCampaignStore } from '#adapters/dynamo/campaign-store.ts'
import { dynamoConsentLog } from '#adapters/dynamo/consent-log.ts'
import { dynamoCustomerFinder } from '#adapters/dynamo/customer-finder.ts'
import { dynamoCustomerStore } from '#adapters/dynamo/customer-store.ts'
import { dynamoDayLists } from '#adapters/dynamo/day-lists.ts'
import { dynamoDoNotCallList } from '#adapters/dynamo/do-not-call-list.ts'
import { dynamoDutyBook } from '#adapters/dynamo/duty-book.ts'
import { markFilled } from '#adapters/dynamo/fill-work-teams.ts'
import { CHANGED_WORK, markDaysFilled, REDEEMED_VOUCHERS } from '#adapters/dynamo/filled-days.ts'
import { dynamoFindingsBook } from '#adapters/dynamo/findings-book.ts'
import { dynamoHotlineCallers } from '#adapters/dynamo/hotline-callers.ts'
import { dynamoInterruptions } from '#adapters/dynamo/interruptions.ts'
import { dynamoLedgerStore } from '#adapters/dynamo/ledger-store.ts'
import { dynamoNumberStore } from '#adapters/dynamo/number-store.ts'
import { dynamoOccurrenceStore } from '#adapters/dynamo/occurrence-store.ts'
import { dynamoPurchaseStore } from '#adapters/dynamo/purchase-store.ts'
import { dynamoQuestionBook } from '#adapters/dynamo/question-book.ts'
import { dynamoReplyStore } from '#adapters/dynamo/reply-store.ts'
import { dynamoReportBook } from '#adapters/dynamo/report-book.ts'
import { dynamoResponseStore } from '#adapters/dynamo/response-store.ts'
import { dynamoRetentionLog } from '#adapters/dynamo/retention-log.ts'
import { dynamoRosterStore } from '#adapters/dynamo/roster-store.ts'
import { dynamoSendingStops } from '#adapters/dynamo/sending-stops.ts'
import { dynamoSessionStore, dynamoSubjectStore } from '#adapters/dynamo/sign-in-stores.ts'
import { dynamoStaffMailMarks } from '#adapters/dynamo/staff-mail-marks.ts'
import { dynamoSuppressionList } from '#adapters/dynamo/suppression-list.ts'
import type { TableName } from '#adapters/dynamo/table-definitions.ts'
import { dynamoTouchStore } from '#adapters/dynamo/touch-store.ts'
import { dynamoVoucherStore } from '#adapters/dynamo/voucher-store.ts'
import { dynamoWordsStore } from '#adapters/dynamo/words-store.ts'
import { dynamoWorkStore } from '#adapters/dynamo/work-store.ts'
import { readableHash, type StoreMakers } from '#test/contract/every-store.contract.ts'
import { type Engine, freshTable } from '#test/support/dynamo-engines.ts'
import { withKeys } from '#test/support/suppression-keys.ts'

/** The engine may still be starting when this is called; it is asked for when a test runs. */
export function dynamoStoreMakers(engine: () => Engine): StoreMakers {
  const table = (name: TableName) => freshTable(engine().client, name)
  const finding = async () => {
    const [customers, finder] = [await table('customers'), await table('finder')]
    return {
      customers: dynamoCustomerStore({ ...customers, finderTable: finder.tableName, addressHash: readableHash }),
      finder: dynamoCustomerFinder({ finder, customers, addressHash: readableHash }),
    }
  }
  return {
    customers: async () => (await finding()).customers,
    finder: finding,
    purchases: async () => dynamoPurchaseStore(await table('purchases')),
    campaigns: async () => dynamoCampaignStore(await table('campaigns')),
    occurrences: async () => dynamoOccurrenceStore(await table('occurrences')),
    touches: async () => dynamoTouchStore(await table('touches')),
    ledgers: async () => dynamoLedgerStore(await table('touches')),
    consents: async () => dynamoConsentLog(await table('consents')),
    suppressions: async () => dynamoSuppressionList(withKeys(await table('suppressions'))),
    doNotCall: async () => dynamoDoNotCallList(withKeys(await table('suppressions'))),
    vouchers: async () => {
      const vouchers = await table('vouchers')
      await markDaysFilled(vouchers, REDEEMED_VOUCHERS)
      return dynamoVoucherStore(vouchers)
    },
    reports: async () => dynamoReportBook(await table('numbers')),
    budgets: async () => dynamoBudgetStore(await table('budgets')),
    budgetPlans: async () => dynamoBudgetPlans(await table('budgets')),
    responses: async () => dynamoResponseStore(await table('responses')),
    replies: async () => dynamoReplyStore(await table('replies')),
    words: async () => dynamoWordsStore(await table('campaigns')),
    stops: async () => dynamoSendingStops(await table('pace')),
    work: async () => {
      const work = await table('work')
      await markFilled(work)
      await markDaysFilled(work, CHANGED_WORK)
      return dynamoWorkStore(work)
    },
    retentionLog: async () => dynamoRetentionLog(await table('occurrences')),
    dayLists: async () => dynamoDayLists(await table('staff')),
    staffMails: async () => dynamoStaffMailMarks(await table('staff')),
    interruptions: async () => dynamoInterruptions(await table('staff')),
    findings: async () => dynamoFindingsBook(await table('staff')),
    questions: async () => dynamoQuestionBook(await table('staff')),
    dutyBook: async () => dynamoDutyBook(await table('staff')),
    roster: async () => dynamoRosterStore(await table('staff')),
    sessions: async () => dynamoSessionStore(await table('staff')),
    subjects: async () => dynamoSubjectStore(await table('staff')),
    auditLog: async () => dynamoAuditLog(await table('staff')),
    numbers: async () => dynamoNumberStore(await table('numbers')),
    hotlineCallers: async () => dynamoHotlineCallers(await table('numbers')),
  }
}
