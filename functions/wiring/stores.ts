/** The stores over their tables. A function's environment names only the tables it may use; the others are never opened. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
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
import { dynamoFindingsBook } from '#adapters/dynamo/findings-book.ts'
import { dynamoHotlineCallers } from '#adapters/dynamo/hotline-callers.ts'
import { dynamoInterruptions } from '#adapters/dynamo/interruptions.ts'
import { dynamoLedgerStore } from '#adapters/dynamo/ledger-store.ts'
import { dynamoNumberStore } from '#adapters/dynamo/number-store.ts'
import { dynamoOccurrenceStore } from '#adapters/dynamo/occurrence-store.ts'
import { dynamoPurchaseStore } from '#adapters/dynamo/purchase-store.ts'
import { dynamoQuestionBook } from '#adapters/dynamo/question-book.ts'
import type { Freshness } from '#adapters/dynamo/read-rows.ts'
import { dynamoReplyStore } from '#adapters/dynamo/reply-store.ts'
import { dynamoReportBook } from '#adapters/dynamo/report-book.ts'
import { dynamoResponseStore } from '#adapters/dynamo/response-store.ts'
import { dynamoRosterStore } from '#adapters/dynamo/roster-store.ts'
import { dynamoSessionStore, dynamoSubjectStore } from '#adapters/dynamo/sign-in-stores.ts'
import { dynamoStaffMailMarks } from '#adapters/dynamo/staff-mail-marks.ts'
import { dynamoSuppressionList } from '#adapters/dynamo/suppression-list.ts'
import type { SuppressionTable } from '#adapters/dynamo/suppression-rows.ts'
import { dynamoTouchStore } from '#adapters/dynamo/touch-store.ts'
import { dynamoVoucherStore } from '#adapters/dynamo/voucher-store.ts'
import { dynamoWordsStore } from '#adapters/dynamo/words-store.ts'
import { dynamoWorkStore } from '#adapters/dynamo/work-store.ts'
import { type CaseClocksSet, settingAlarms } from '#app/desk/setting-alarms.ts'
import { type MarkingPorts, markingCases } from '#app/marking-cases.ts'
import { type NoteLate, notingLate } from '#app/note-late.ts'
import {
  notingCallers,
  notingOccurrences,
  notingPurchases,
  notingReplies,
  notingResponses,
  notingTouches,
} from '#app/noting-stores.ts'
import { notingDays } from '#app/noting-work.ts'
import { withActs } from '#app/writing-work.ts'
import type { Company } from '#core/campaign/company.ts'
import type { NumberOf } from '#core/facts/who.ts'
import type { Instant } from '#core/time/instant.ts'

interface Opening {
  readonly client: DynamoDBClient
  readonly addressHash: (address: string) => string
  /** Of those who write what facts are made of; who only reads, and who deletes what has expired, notes nothing. */
  readonly noteLate?: NoteLate
  /** Of those who write purchases: asked only where one is moved to another day. */
  readonly numberOf?: () => Promise<NumberOf>
  /** Of those who write cases. */
  readonly clocks?: CaseClocksSet | undefined
}

export const stores = ({ client, addressHash, noteLate = noNote, numberOf = noNumbers, clocks }: Opening) => ({
  auditLog: (tableName: string) => dynamoAuditLog({ client, tableName }),
  budgets: (tableName: string) => dynamoBudgetStore({ client, tableName }),
  budgetPlans: (tableName: string) => dynamoBudgetPlans({ client, tableName }),
  campaigns: (tableName: string) => dynamoCampaignStore({ client, tableName }),
  consents: (tableName: string) => dynamoConsentLog({ client, tableName }),
  customers: (tableName: string, finderTable?: string) => dynamoCustomerStore({ client, tableName, addressHash, finderTable }),
  dayLists: (tableName: string) => dynamoDayLists({ client, tableName }),
  dutyBook: (tableName: string) => dynamoDutyBook({ client, tableName }),
  finder: (tableName: string, customersTable: string) =>
    dynamoCustomerFinder({
      finder: { client, tableName },
      customers: { client, tableName: customersTable },
      addressHash,
    }),
  hotlineCallers: (tableName: string) => notingCallers(dynamoHotlineCallers({ client, tableName }), noteLate),
  interruptions: (tableName: string) => dynamoInterruptions({ client, tableName }),
  ledgers: (tableName: string) => dynamoLedgerStore({ client, tableName }),
  numbers: (tableName: string) => dynamoNumberStore({ client, tableName }),
  occurrences: (tableName: string) => notingOccurrences(dynamoOccurrenceStore({ client, tableName }), noteLate),
  purchases: (tableName: string) => notingPurchases(dynamoPurchaseStore({ client, tableName }), { noteLate, numberOf }),
  findings: (tableName: string) => dynamoFindingsBook({ client, tableName }),
  questions: (tableName: string) => dynamoQuestionBook({ client, tableName }),
  replies: (tableName: string) => notingReplies(dynamoReplyStore({ client, tableName }), noteLate),
  reports: (tableName: string) => dynamoReportBook({ client, tableName }),
  responses: (tableName: string) => notingResponses(dynamoResponseStore({ client, tableName }), noteLate),
  roster: (tableName: string) => dynamoRosterStore({ client, tableName }),
  sessions: (tableName: string) => dynamoSessionStore({ client, tableName }),
  staffMails: (tableName: string) => dynamoStaffMailMarks({ client, tableName }),
  subjects: (tableName: string) => dynamoSubjectStore({ client, tableName }),
  suppressions: (tableName: string, { keys, ...freshness }: Pick<SuppressionTable, 'keys'> & Freshness) =>
    dynamoSuppressionList({ client, tableName, keys }, freshness),
  doNotCall: (tableName: string, { keys }: Pick<SuppressionTable, 'keys'>) => dynamoDoNotCallList({ client, tableName, keys }),
  touches: (tableName: string) => notingTouches(dynamoTouchStore({ client, tableName }), noteLate),
  vouchers: (tableName: string) => dynamoVoucherStore({ client, tableName }),
  words: (tableName: string) => dynamoWordsStore({ client, tableName }),
  /** Who opens, changes or closes cases names where customers and their ledgers are. */
  work: (tableName: string, marked?: MarkedIn) =>
    markingCases(
      withActs(dynamoWorkStore({ client, tableName }), [notingDays(noteLate), ...(clocks ? [settingAlarms(clocks)] : [])]),
      marked === undefined
        ? NO_CASES
        : {
            customers: dynamoCustomerStore({ client, tableName: marked.CUSTOMERS_TABLE, addressHash }),
            ledgers: dynamoLedgerStore({ client, tableName: marked.TOUCHES_TABLE }),
          },
    ),
})

interface MarkedIn {
  readonly CUSTOMERS_TABLE: string
  readonly TOUCHES_TABLE: string
}

const noCases = () => Promise.reject(new Error('cases are opened and closed only where their customers and ledgers are named'))
const NO_CASES: MarkingPorts = { customers: { setOpenCase: noCases }, ledgers: { noteStop: noCases } }

const noNote: NoteLate = async () => {}
const noNumbers = () => Promise.reject(new Error('purchases are written only where the key of their numbers is known'))

/** Notes late days in the table of numbers. */
export const lateDays = (
  { NUMBERS_TABLE: tableName }: { readonly NUMBERS_TABLE: string },
  { dynamo: client, companyRules: { company }, clock }: LateDays,
): NoteLate => notingLate({ numbers: dynamoNumberStore({ client, tableName }), zone: company.zone, clock })

interface LateDays {
  readonly dynamo: DynamoDBClient
  readonly companyRules: { readonly company: Pick<Company, 'zone'> }
  readonly clock: () => Instant
}
