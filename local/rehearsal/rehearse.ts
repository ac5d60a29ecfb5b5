/**
 * A rehearsal: the real planner and the real sender over a moving clock, on stores in memory and a mailer that keeps everything. What it
 * shows is what would happen, because it is the same code that will do it.
 */
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
import { acceptCampaigns, type WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import { type EventSink, events } from '#app/events.ts'
import { planOccurrences } from '#app/planning/plan-occurrences.ts'
import { planSlice } from '#app/planning/plan-slice.ts'
import type { SuppressionList } from '#app/ports/consent.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import type { PurchaseStore } from '#app/ports/purchases.ts'
import type { Seals } from '#app/ports/secrets.ts'
import type { Mailer } from '#app/ports/sending.ts'
import { sendBatch } from '#app/sending/send-batch.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { dateClosesAt, dateOpensAt } from '#core/time/zone.ts'
import { templateLetters } from '#functions/wiring/letters.ts'

export interface RehearsalOptions {
  readonly customers: CustomerStore
  readonly purchases: PurchaseStore
  /** Addresses that are never written to; no rehearsal adds one. */
  readonly suppressions: SuppressionList
  readonly seals: Seals
  readonly companyRules: CompanyRules
  readonly accepting: readonly WordedCampaign[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** A finished occurrence with its rows: everyone's outcome. */
  readonly finished: (occurrence: Occurrence, batches: readonly Batch[]) => Promise<void>
  readonly progress: (at: Instant) => void
  readonly sink: EventSink
}

/** Longer than planning looks ahead, and than closing waits behind. */
const MARGIN_MS = 2 * DAY_MS

export async function rehearse(options: RehearsalOptions): Promise<void> {
  const { accepting, from, to, companyRules } = options
  const log = events(options.sink)
  const stores = memoryStores()
  const ports = {
    ...stores,
    customers: options.customers,
    purchases: options.purchases,
    suppressions: options.suppressions,
    letters: templateLetters({
      company: companyRules.company,
      seals: options.seals,
      pages: companyRules.company.pages,
    }),
    mailer: acceptingMailer(),
    pace: memoryPace(),
    stops: memorySendingStops(),
    provider: memoryMailProvider(),
    looks: memorySenderLooks(),
    seals: options.seals,
    companyRules,
    events: log,
  }
  let now = plusMs(dateOpensAt(from), -MARGIN_MS)
  const longestGrace = Math.max(0, ...accepting.map(({ definition }) => definition.graceDays))
  const end = plusMs(dateClosesAt(to), MARGIN_MS + longestGrace * DAY_MS)
  // Only occurrences inside the period: a campaign lives no longer than the rehearsal looks.
  const living = accepting.flatMap(({ definition, words }) => {
    const lives = { from: later(definition.lives.from, from), to: earlier(definition.lives.to, to) }
    return lives.from <= lives.to ? [{ definition: { ...definition, lives }, words }] : []
  })
  await acceptCampaigns(ports, { accepting: living, at: now, by: 'rehearsal' })

  const drain = async () => {
    for (let order = stores.queues.takeSlice(); order; order = stores.queues.takeSlice()) await planSlice(ports, order, now)
    for (let order = stores.queues.takeBatch(); order; order = stores.queues.takeBatch()) await sendBatch(ports, order, () => now)
  }
  const closed = new Set<string>()
  for (let hour = now; hour <= end; hour = plusMs(hour, HOUR_MS)) {
    for (let due = stores.alarms.nextDue(); due !== undefined && due <= hour; due = stores.alarms.nextDue()) {
      now = due > now ? due : now
      for (const order of stores.alarms.takeDue(now)) await sendBatch(ports, order, () => now)
      await drain()
    }
    now = hour
    await planOccurrences(ports, now)
    await drain()
    await handOverClosed(stores.occurrences, { from, to, closed, finished: options.finished })
    options.progress(now)
  }
}

const later = (a: LocalDate | undefined, b: LocalDate) => (a !== undefined && a > b ? a : b)
const earlier = (a: LocalDate | undefined, b: LocalDate) => (a !== undefined && a < b ? a : b)

function memoryStores() {
  return {
    alarms: memoryBatchAlarms(),
    budgets: memoryBudgetStore(),
    campaigns: memoryCampaignStore(),
    ledgers: memoryLedgerStore(),
    occurrences: memoryOccurrenceStore(),
    queues: memoryWorkQueues(),
    // Nobody answers and nobody is called: everybody who is asked is reminded, and nothing follows a call or a case.
    responses: memoryResponseStore(),
    replies: memoryReplyStore(),
    touches: memoryTouchStore(),
    vouchers: memoryVoucherStore(),
    words: memoryWordsStore(),
    // All are accepted anew: none is without its words.
    bundledWords: () => undefined,
    work: memoryWorkStore(),
  }
}

/** Takes every mail and keeps none: a year for a million people would not fit. */
function acceptingMailer(): Mailer {
  let count = 0
  return { send: async () => ({ accepted: `rehearsed-${++count}` }) }
}

async function handOverClosed(
  occurrences: ReturnType<typeof memoryOccurrenceStore>,
  { from, to, closed, finished }: { from: LocalDate; to: LocalDate; closed: Set<string>; finished: RehearsalOptions['finished'] },
): Promise<void> {
  for (const occurrence of await occurrences.between(from, to)) {
    if (occurrence.state !== 'closed' || closed.has(occurrence.occurrenceId)) continue
    closed.add(occurrence.occurrenceId)
    await finished(occurrence, await occurrences.batches(occurrence.occurrenceId))
  }
}
