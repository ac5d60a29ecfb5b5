/** The whole suite at once: what an adapter family brings is one maker per port, each making an empty store. */

import type { BudgetPlans } from '#app/ports/budget-plans.ts'
import type { CampaignStore, WordsStore } from '#app/ports/campaigns.ts'
import type { ConsentLog, DoNotCallList, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { DayListMails } from '#app/ports/day-list-mails.ts'
import type { DayLists } from '#app/ports/day-lists.ts'
import type { FindingsBook } from '#app/ports/findings.ts'
import type { Interruptions } from '#app/ports/interruptions.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { ReplyStore, ResponseStore } from '#app/ports/listening.ts'
import type { BudgetStore, VoucherStore } from '#app/ports/money.ts'
import type { HotlineCallers, NumberStore } from '#app/ports/numbers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { QuestionBook } from '#app/ports/questions.ts'
import type { ReportBook } from '#app/ports/reports.ts'
import type { RetentionLog } from '#app/ports/retention.ts'
import type { SendingStops } from '#app/ports/sending.ts'
import type { AuditLog, DutyBook, RosterStore, SessionStore, SubjectStore } from '#app/ports/staff.ts'
import type { StaffMailMarks } from '#app/ports/staff-mail-marks.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { WorkStore } from '#app/ports/work.ts'
import { budgetPlansContract } from '#test/contract/budget-plans.contract.ts'
import { budgetStoreContract } from '#test/contract/budget-store.contract.ts'
import { campaignStoreContract } from '#test/contract/campaign-store.contract.ts'
import { consentLogContract } from '#test/contract/consent-log.contract.ts'
import { customerFinderContract, type FindingStores } from '#test/contract/customer-finder.contract.ts'
import { customerStoreContract } from '#test/contract/customer-store.contract.ts'
import { dayListMailsContract } from '#test/contract/day-list-mails.contract.ts'
import { dayListsContract } from '#test/contract/day-lists.contract.ts'
import { doNotCallListContract } from '#test/contract/do-not-call-list.contract.ts'
import { findingsBookContract } from '#test/contract/findings-book.contract.ts'
import { hotlineCallersContract } from '#test/contract/hotline-callers.contract.ts'
import { interruptionsContract } from '#test/contract/interruptions.contract.ts'
import { ledgerStoreContract } from '#test/contract/ledger-store.contract.ts'
import { numberStoreContract } from '#test/contract/number-store.contract.ts'
import { occurrenceStoreContract } from '#test/contract/occurrence-store.contract.ts'
import { purchaseStoreContract } from '#test/contract/purchase-store.contract.ts'
import { questionBookContract } from '#test/contract/question-book.contract.ts'
import { replyStoreContract } from '#test/contract/reply-store.contract.ts'
import { reportBookContract } from '#test/contract/report-book.contract.ts'
import { responseStoreContract } from '#test/contract/response-store.contract.ts'
import { retentionLogContract } from '#test/contract/retention-log.contract.ts'
import { sendingStopsContract } from '#test/contract/sending-stops.contract.ts'
import { staffMailMarksContract } from '#test/contract/staff-mail-marks.contract.ts'
import {
  auditLogContract,
  dutyBookContract,
  rosterStoreContract,
  sessionStoreContract,
  subjectStoreContract,
} from '#test/contract/staff-stores.contract.ts'
import { suppressionListContract } from '#test/contract/suppression-list.contract.ts'
import { touchStoreContract } from '#test/contract/touch-store.contract.ts'
import { voucherStoreContract } from '#test/contract/voucher-store.contract.ts'
import { wordsStoreContract } from '#test/contract/words-store.contract.ts'
import { workStoreContract } from '#test/contract/work-store.contract.ts'

export interface StoreMakers {
  readonly customers: () => Promise<CustomerStore>
  /** With the store of the customers that it finds. */
  readonly finder: () => Promise<FindingStores>
  readonly purchases: () => Promise<PurchaseStore>
  readonly campaigns: () => Promise<CampaignStore>
  readonly occurrences: () => Promise<OccurrenceStore>
  readonly touches: () => Promise<TouchStore>
  readonly ledgers: () => Promise<LedgerStore>
  readonly consents: () => Promise<ConsentLog>
  readonly suppressions: () => Promise<SuppressionList>
  readonly doNotCall: () => Promise<DoNotCallList>
  readonly vouchers: () => Promise<VoucherStore>
  readonly budgets: () => Promise<BudgetStore>
  readonly budgetPlans: () => Promise<BudgetPlans>
  readonly responses: () => Promise<ResponseStore>
  readonly replies: () => Promise<ReplyStore>
  readonly words: () => Promise<WordsStore>
  readonly work: () => Promise<WorkStore>
  readonly dayLists: () => Promise<DayLists & DayListMails>
  readonly staffMails: () => Promise<StaffMailMarks>
  readonly interruptions: () => Promise<Interruptions>
  readonly findings: () => Promise<FindingsBook>
  readonly questions: () => Promise<QuestionBook>
  readonly stops: () => Promise<SendingStops>
  readonly retentionLog: () => Promise<RetentionLog>
  readonly dutyBook: () => Promise<DutyBook>
  readonly roster: () => Promise<RosterStore>
  readonly sessions: () => Promise<SessionStore>
  readonly subjects: () => Promise<SubjectStore>
  readonly auditLog: () => Promise<AuditLog>
  readonly reports: () => Promise<ReportBook>
  readonly numbers: () => Promise<NumberStore>
  readonly hotlineCallers: () => Promise<HotlineCallers>
}

/** How the stores of customers in these tests name an address: readable, so that a test can say it. */
export const readableHash = (address: string): string => address.toLowerCase()

export function everyStoreContract(fresh: StoreMakers): void {
  customerStoreContract(fresh.customers)
  customerFinderContract(fresh.finder)
  purchaseStoreContract(fresh.purchases)
  campaignStoreContract(fresh.campaigns)
  occurrenceStoreContract(fresh.occurrences)
  touchStoreContract(fresh.touches)
  ledgerStoreContract(fresh.ledgers)
  consentLogContract(fresh.consents)
  suppressionListContract(fresh.suppressions)
  doNotCallListContract(fresh.doNotCall)
  voucherStoreContract(fresh.vouchers)
  budgetStoreContract(fresh.budgets)
  budgetPlansContract(fresh.budgetPlans)
  responseStoreContract(fresh.responses)
  replyStoreContract(fresh.replies)
  wordsStoreContract(fresh.words)
  sendingStopsContract(fresh.stops)
  workStoreContract(fresh.work)
  dayListsContract(fresh.dayLists)
  dayListMailsContract(fresh.dayLists)
  staffMailMarksContract(fresh.staffMails)
  interruptionsContract(fresh.interruptions)
  findingsBookContract(fresh.findings)
  questionBookContract(fresh.questions)
  retentionLogContract(fresh.retentionLog)
  dutyBookContract(fresh.dutyBook)
  rosterStoreContract(fresh.roster)
  sessionStoreContract(fresh.sessions)
  subjectStoreContract(fresh.subjects)
  auditLogContract(fresh.auditLog)
  reportBookContract(fresh.reports)
  numberStoreContract(fresh.numbers)
  hotlineCallersContract(fresh.hotlineCallers)
}
