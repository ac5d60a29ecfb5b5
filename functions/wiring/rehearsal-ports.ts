/** The ports of a rehearsal: the real customers and purchases, and memory stores for everything that it would change. */
import { memoryBatchAlarms } from '#adapters/memory/batch-alarms.ts'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryMailProvider } from '#adapters/memory/mail-provider.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryPace } from '#adapters/memory/pace.ts'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memorySenderLooks } from '#adapters/memory/sender-looks.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { memoryWorkQueues } from '#adapters/memory/work-queues.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { type EventSink, events } from '#app/events.ts'
import type { BaseParts } from '#app/ports/base-parts.ts'
import type { DoNotCallList, SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { Letters } from '#app/ports/letters.ts'
import type { VoucherStore } from '#app/ports/money.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { Seals } from '#app/ports/secrets.ts'
import type { Mailer } from '#app/ports/sending.ts'
import type { DutyBook, RosterStore } from '#app/ports/staff.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { RehearsalPorts } from '#app/rehearsal/rehearse.ts'
import { dispatchersOf } from '#app/sending/dispatchers.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { templateLetters } from '#functions/wiring/letters.ts'
import { lettersOnce } from '#functions/wiring/letters-once.ts'
import { slimLedgers } from '#functions/wiring/slim-ledgers.ts'

export interface RehearsalBase {
  readonly customers: CustomerStore
  readonly purchases: PurchaseStore
  /** Suppressed addresses; a rehearsal adds none. */
  readonly suppressions: SuppressionList
  readonly doNotCall: DoNotCallList
  readonly seals: Seals
  /** Who works on which day: a campaign of calls may fill the capacity of its team. Each day's calls are taken as made on it. */
  readonly roster: Pick<RosterStore, 'current' | 'plan'>
  readonly dutyBook: Pick<DutyBook, 'changesOn'>
  readonly companyRules: CompanyRules
  readonly sink: EventSink
  /** Where these customers are one part of the base. */
  readonly parts?: BaseParts
  /** Sees every letter as it is written. */
  readonly watch?: (letters: Letters) => Letters
}

export function rehearsalPorts({ sink, watch = (letters) => letters, ...base }: RehearsalBase): RehearsalPorts {
  const { companyRules, seals } = base
  const { company, channels } = companyRules
  return {
    ...base,
    notices: null,
    alarms: memoryBatchAlarms(),
    budgets: memoryBudgetStore(),
    campaigns: memoryCampaignStore(),
    ledgers: slimLedgers(memoryLedgerStore()),
    occurrences: memoryOccurrenceStore(),
    queues: memoryWorkQueues(),
    // In a rehearsal no customer answers and none is called: every customer who is asked is reminded, and nothing follows a call or a case.
    responses: memoryResponseStore(),
    replies: memoryReplyStore(),
    touches: forgetfulTouches(),
    vouchers: forgetfulVouchers(),
    words: memoryWordsStore(),
    // All campaigns are accepted anew, so each has its words.
    bundledWords: () => undefined,
    work: memoryWorkStore(),
    dispatchers: dispatchersOf(
      {
        letters: {
          letters: watch(lettersOnce(templateLetters({ company, seals, pages: company.pages }))),
          mailer: acceptingMailer(),
          pace: memoryPace(),
          stops: memorySendingStops(),
        },
        desk: { work: acceptingDesk(), companyRules, events: events(sink) },
      },
      channels,
    ),
    provider: memoryMailProvider(),
    looks: memorySenderLooks(),
    // The desk keeps no task, so what became of those handed to it is not counted.
    events: { ...events(sink), deskMismatch: () => {} },
  }
}

/** Accepts every mail and stores none: a year of mails for a million customers would not fit. */
function acceptingMailer(): Mailer {
  return { send: async () => ({ accepted: 'rehearsed' }) }
}

/** A touch is asked for again only where it is not known whether a mail left, and here that is always known. */
const forgetfulTouches = (): TouchStore => ({ ...memoryTouchStore(), record: async () => {}, add: async () => 'written' })

/** None is redeemed. */
const forgetfulVouchers = (): VoucherStore => ({ ...memoryVoucherStore(), issue: async (voucher) => voucher })

/** Takes every task and keeps none, as with mails: nothing follows a call in a rehearsal. */
const acceptingDesk = (): Pick<WorkStore, 'open'> => ({ open: async () => 'written' })
