/**
 * A small company at work: the use cases on the memory adapters, with a clock that only the test moves. The driver does what the cloud does
 * around them: ticks every hour, rings alarms, hands out orders, and hands them out again after a failure or a "busy".
 */

import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { memoryBatchAlarms } from '#adapters/memory/batch-alarms.ts'
import { memoryBudgetStore } from '#adapters/memory/budget-store.ts'
import { memoryCampaignStore } from '#adapters/memory/campaign-store.ts'
import { memoryConsentLog } from '#adapters/memory/consent-log.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryDoNotCallList } from '#adapters/memory/do-not-call-list.ts'
import { memoryLedgerStore } from '#adapters/memory/ledger-store.ts'
import { memoryMailProvider } from '#adapters/memory/mail-provider.ts'
import { memoryMailer } from '#adapters/memory/mailer.ts'
import { memoryNoticeQueue } from '#adapters/memory/notice-queue.ts'
import { memoryOccurrenceStore } from '#adapters/memory/occurrence-store.ts'
import { memoryPace } from '#adapters/memory/pace.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { memoryReplyStore } from '#adapters/memory/reply-store.ts'
import { memoryResponseStore } from '#adapters/memory/response-store.ts'
import { memorySenderLooks } from '#adapters/memory/sender-looks.ts'
import { memorySendingStops } from '#adapters/memory/sending-stops.ts'
import { memoryDutyBook, memoryRosterStore } from '#adapters/memory/staff-stores.ts'
import { memorySuppressionList } from '#adapters/memory/suppression-list.ts'
import { memoryTouchStore } from '#adapters/memory/touch-store.ts'
import { memoryVoucherStore } from '#adapters/memory/voucher-store.ts'
import { memoryWordsStore } from '#adapters/memory/words-store.ts'
import { memoryWorkQueues } from '#adapters/memory/work-queues.ts'
import { memoryWorkStore } from '#adapters/memory/work-store.ts'
import { acceptCampaigns } from '#app/campaigns/accept-campaigns.ts'
import { changeCampaignState } from '#app/campaigns/change-campaign-state.ts'
import { type EventValues, events } from '#app/events.ts'
import { planOccurrences } from '#app/planning/plan-occurrences.ts'
import { planSlice } from '#app/planning/plan-slice.ts'
import type { Dispatchers } from '#app/ports/dispatching.ts'
import type { Letters } from '#app/ports/letters.ts'
import type { BatchOrder, SliceOrder } from '#app/ports/orders.ts'

import type { ConsentState } from '#core/audience/consent.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { templateOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { Purchase } from '#core/customer/purchase.ts'
import { epochMsOf, HOUR_MS, type Instant, instantOf, MINUTE_MS, plusMs } from '#core/time/instant.ts'
import { someWords, theCompanyRules } from '#test/support/builders.ts'
import { sendBatch } from '#test/support/sending.ts'

/** Words enough to see who was meant and what was promised. */
const plainLetters: Letters = {
  write: ({ campaign, customer, occasion, voucher }) =>
    customer.locale === 'xx'
      ? { problem: 'no template in xx' }
      : {
          letter: {
            subject: `${campaign.id} ${occasion.key}`,
            html: `<p>${customer.fullName}</p>`,
            text: voucher ? `${voucher.code} until ${voucher.validTo}` : customer.fullName,
            headers: {},
            replyTo: 'care@trasen.example.com',
          },
        },
}

/** Orders that failed come back after this time, longer than a sender's lease; so often at most. */
const VISIBILITY_MS = 7 * MINUTE_MS
const BUSY_AGAIN_MS = MINUTE_MS
const MOST_RECEIVES = 12

type Order = { readonly slice: SliceOrder } | { readonly batch: BatchOrder }
interface Again {
  readonly at: Instant
  readonly order: Order
  readonly receives: number
}

function makePorts(
  companyRules: ReturnType<typeof theCompanyRules>,
  said: { name: string; values: EventValues; alarm: boolean }[],
) {
  const seals = cryptoSeals({ secret: 'a secret of the test, long enough to be one' })
  return {
    companyRules,
    seals,
    campaigns: memoryCampaignStore(),
    customers: memoryCustomerStore(seals),
    purchases: memoryPurchaseStore(),
    occurrences: memoryOccurrenceStore(),
    touches: memoryTouchStore(),
    ledgers: memoryLedgerStore(),
    consents: memoryConsentLog(),
    suppressions: memorySuppressionList(),
    doNotCall: memoryDoNotCallList(),
    responses: memoryResponseStore(),
    replies: memoryReplyStore(),
    work: memoryWorkStore(),
    roster: memoryRosterStore(),
    dutyBook: memoryDutyBook(),
    words: memoryWordsStore(),
    bundledWords: (_template: string): CampaignWords | undefined => undefined,
    vouchers: memoryVoucherStore(),
    budgets: memoryBudgetStore(),
    alarms: memoryBatchAlarms(),
    queues: memoryWorkQueues(),
    notices: memoryNoticeQueue(),
    mailer: memoryMailer(),
    pace: memoryPace(),
    stops: memorySendingStops(),
    provider: memoryMailProvider(),
    looks: memorySenderLooks(),
    letters: plainLetters,
    others: new Map() as Dispatchers,
    events: events({
      event: (name, values) => said.push({ name, values, alarm: false }),
      alarm: (name, values) => said.push({ name, values, alarm: true }),
    }),
  }
}
export type CompanyPorts = ReturnType<typeof makePorts>

export async function runningCompany(start: {
  readonly now: Instant
  readonly campaigns: readonly CampaignDefinition[]
  readonly customers: readonly Customer[]
  readonly purchases?: readonly Purchase[]
  readonly companyRules?: ReturnType<typeof theCompanyRules>
}) {
  let now = start.now
  let tick = instantOf(Math.ceil(epochMsOf(now) / HOUR_MS) * HOUR_MS)
  let again: Again[] = []
  const said: { name: string; values: EventValues; alarm: boolean }[] = []
  const failures: unknown[] = []
  const stores = makePorts(start.companyRules ?? theCompanyRules(), said)
  let ports = stores
  const clock = () => now

  const accept = (definitions: readonly CampaignDefinition[], text?: string) =>
    acceptCampaigns(stores, {
      accepting: definitions.map((definition) => ({
        definition,
        words: templateOf(definition) === undefined ? null : someWords(templateOf(definition), text),
      })),
      at: now,
      by: 'marketing',
    })
  await accept(start.campaigns)
  await stores.customers.put(start.customers)
  await stores.purchases.put(start.purchases ?? [])

  async function handle(order: Order, receives: number): Promise<void> {
    const repeat = (delay: number) => {
      if (receives < MOST_RECEIVES) again.push({ at: plusMs(now, delay), order, receives: receives + 1 })
    }
    try {
      if ('slice' in order) await planSlice(ports, order.slice, now)
      else if ((await sendBatch(ports, order.batch, clock)) === 'busy') repeat(BUSY_AGAIN_MS)
    } catch (error) {
      failures.push(error)
      repeat(VISIBILITY_MS)
    }
  }

  async function drain(): Promise<void> {
    for (const batch of stores.alarms.takeDue(now)) await handle({ batch }, 1)
    for (let slice = stores.queues.takeSlice(); slice; slice = stores.queues.takeSlice()) await handle({ slice }, 1)
    for (let batch = stores.queues.takeBatch(); batch; batch = stores.queues.takeBatch()) await handle({ batch }, 1)
    const due = again.filter(({ at }) => at <= now)
    again = again.filter(({ at }) => at > now)
    for (const { order, receives } of due) await handle(order, receives)
  }

  async function plan(): Promise<void> {
    try {
      await planOccurrences(ports, now)
    } catch (error) {
      // The next hour tries again.
      failures.push(error)
    }
  }

  return {
    stores,
    said,
    failures,
    clock,
    accept,
    /** Puts other ports in place of some, to make them fail or to look on; `stores` stay the true ones. */
    replace: (others: Partial<CompanyPorts>) => {
      ports = { ...stores, ...others }
    },
    ports: () => ports,
    /** Lets the time pass to that instant, with everything that falls due on the way. */
    until: async (end: Instant) => {
      for (;;) {
        const next = [tick, stores.alarms.nextDue(), ...again.map(({ at }) => at)].filter((at) => at !== undefined).toSorted()[0]
        if (next === undefined || next > end) break
        if (next > now) now = next
        if (now >= tick) {
          await plan()
          tick = plusMs(tick, HOUR_MS)
        }
        await drain()
      }
      now = end
    },
    /** Moves the clock without anything happening: an outage. */
    jumpTo: (instant: Instant) => {
      now = instant
      tick = instantOf(Math.ceil(epochMsOf(now) / HOUR_MS) * HOUR_MS)
    },
    plan,
    drain,
    consent: (customerId: string, consents: ConsentState) => stores.customers.setConsents(customerId, consents),
    pause: (campaignId: string, to: 'active' | 'paused' | 'cancelled') =>
      changeCampaignState(stores, { campaignId, to, at: now, by: 'marketing', because: 'a test' }),
    /** To whom mails went, in order: `c-001 tenth-of-march`. */
    sent: () => stores.mailer.mails.map(({ customerId, campaignId }) => `${customerId} ${campaignId}`),
    /** Everyone's outcome in an occurrence, by customer id, over all its rows; a list when someone stands in several. */
    outcomes: async (occurrenceId: string): Promise<Record<string, Outcome>> => {
      const recipients = (await stores.occurrences.batches(occurrenceId)).flatMap((batch) => batch.recipients)
      const found = Object.fromEntries(recipients.map(({ customerId, outcome }) => [customerId, outcome]))
      if (Object.keys(found).length !== recipients.length) throw new Error(`${occurrenceId}: somebody stands in two rows`)
      return found
    },
    /** `sent`, or the reason after what it is a reason for: `skipped opted-out`. */
    results: async (occurrenceId: string): Promise<Record<string, string>> => {
      const recipients = (await stores.occurrences.batches(occurrenceId)).flatMap((batch) => batch.recipients)
      return Object.fromEntries(recipients.map(({ customerId, outcome }) => [customerId, wordOf(outcome)]))
    },
    alarmsRaised: () => said.filter(({ alarm }) => alarm).map(({ name }) => name),
  }
}

function wordOf(outcome: Outcome): string {
  switch (outcome.state) {
    case 'skipped':
      return `skipped ${outcome.reason}`
    case 'deferred':
      return `deferred ${outcome.because}`
    default:
      return outcome.state
  }
}
