/** What the pages for staff work with, wherever they run: stores, rules, time, and what a system adds to the pages of its own. */
import type { Events } from '#app/events.ts'
import type { BudgetPlans } from '#app/ports/budget-plans.ts'
import type { CampaignStore, WordsStore } from '#app/ports/campaigns.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'
import type { ConsentLog, DoNotCallList, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerFinder, CustomerStore } from '#app/ports/customers.ts'
import type { DayLists } from '#app/ports/day-lists.ts'
import type { DeadLetters } from '#app/ports/dead-letters.ts'
import type { FindingsBook } from '#app/ports/findings.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { ListOrders } from '#app/ports/list-orders.ts'
import type { RawMails, ReplyStore, ResponseStore } from '#app/ports/listening.ts'
import type { BudgetStore, VoucherStore } from '#app/ports/money.ts'
import type { NoticeQueue } from '#app/ports/notices.ts'
import type { FactStore, HotlineCallers, NumberStore } from '#app/ports/numbers.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { BatchAlarms, WorkQueues } from '#app/ports/orders.ts'
import type { PersonRows } from '#app/ports/person.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { DepartmentOrders, QuestionBook } from '#app/ports/questions.ts'
import type { ReportBook } from '#app/ports/reports.ts'
import type { Seals } from '#app/ports/secrets.ts'
import type { SendingStops } from '#app/ports/sending.ts'
import type { AuditLog, DutyBook, Issuer, RosterStore, SessionStore, SubjectStore } from '#app/ports/staff.ts'
import type { Telephone } from '#app/ports/telephony.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Instant } from '#core/time/instant.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { FilesStanding } from '#web/staff/campaigns/refused-files.ts'
import type { Busy } from '#web/staff/frame.ts'
import type { Section } from '#web/staff/sections.ts'

export interface StaffStores {
  readonly alarms: BatchAlarms
  readonly auditLog: AuditLog
  readonly budgetPlans: BudgetPlans
  readonly budgets: BudgetStore
  readonly campaigns: CampaignStore
  readonly caseFiles: CaseFiles
  readonly consents: ConsentLog
  readonly customers: CustomerStore
  readonly dayLists: DayLists
  readonly departmentOrders: DepartmentOrders
  readonly dutyBook: DutyBook
  /** To read: in which tier customers stood. */
  readonly facts: Pick<FactStore, 'read'>
  readonly finder: CustomerFinder
  readonly findings: Omit<FindingsBook, 'put'>
  readonly hotlineCallers: HotlineCallers
  readonly ledgers: LedgerStore
  readonly listOrders: ListOrders
  /** To read: pages make no figures. */
  readonly numbers: Pick<NumberStore, 'rollUp' | 'rollUpsBy' | 'writtenDays' | 'firstDay' | 'isWaiting'>
  readonly notices: Pick<NoticeQueue, 'mailOfCase'>
  readonly occurrences: OccurrenceStore
  readonly purchases: PurchaseStore
  readonly questions: QuestionBook
  readonly queues: WorkQueues
  readonly rawMails: RawMails
  readonly replies: ReplyStore
  readonly reports: ReportBook
  readonly responses: ResponseStore
  readonly roster: RosterStore
  /** Only for an erasure. */
  readonly rows: PersonRows
  readonly seals: Seals
  readonly sessions: SessionStore
  readonly stops: SendingStops
  readonly subjects: SubjectStore
  readonly suppressions: SuppressionList
  readonly doNotCall: DoNotCallList
  readonly touches: TouchStore
  readonly vouchers: VoucherStore
  readonly words: WordsStore
  /** Without what reads all open work: no page shows that much. */
  readonly work: Omit<WorkStore, 'allOpen'>
  readonly events: Events
  readonly companyRules: CompanyRules
}

/** Campaign files that lie beside the system, and come in force when they are saved. */
export interface WatchedFiles {
  standing(): FilesStanding
}

/** Where a page failed; the visitor sees the reference. No path, which may name a customer: its pattern. */
export type FailedPage = {
  readonly reference: string
  readonly route: string
}

/** done: every order is worked off. queued: it will be, and a page must not say what came of it yet. */
export type Drained = 'done' | 'queued'

export interface StaffSystem {
  readonly companyRules: CompanyRules
  readonly stores: StaffStores
  readonly clock: { readonly now: () => Instant }
  readonly events: Events
  /** Hears of a page that could not do what was asked. */
  readonly pageFailed: (error: unknown, at: FailedPage) => void
  readonly deadLetters: DeadLetters
  /** The OpenID provider that vouches for staff. */
  readonly issuer: Issuer
  /** The app's own address, without a slash at its end. */
  readonly url: string
  /** The real time, by which sessions age; `clock` may be a movable one. */
  readonly realNow: () => Instant
  /** The company's telephone system; null while none is configured, left out where none can be. */
  readonly telephone?: () => Promise<Telephone | null>
  /** Acts on the queues, never two at once. */
  readonly alone: <Result>(act: () => Promise<Result>) => Promise<Result>
  /** After an act has handed orders to the queues: waits until they are worked off, where the system can wait for it. */
  readonly drain: () => Promise<Drained>
  /** Null where campaigns come by `care accept` alone. */
  readonly files: WatchedFiles | null
  readonly sections: readonly Section[]
  /** Why nothing may be put on the queues now, or null. */
  readonly busy: (locale: PageLocale) => Busy | null
  /** Where a mail can be read by the provider's id; null where no mail is kept. */
  readonly mailPath: ((providerId: string) => string) | null
  /** The address of the pages that customers reach from their mails, the till among them. */
  readonly pages: string
  /** Shown where the till is opened; null where it is a secret of the company. */
  readonly tillKey: string | null
}
