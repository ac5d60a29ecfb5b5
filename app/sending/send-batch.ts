/**
 * Sends one batch: every recipient once, whatever is delivered twice, crashes or comes late. The row is taken with a lease, each customer is claimed
 * before the mail goes out, and the row is given back with every outcome.
 */

import { liveCampaigns } from '#app/campaigns/live-campaigns.ts'
import { stateInForce } from '#app/campaigns/state-in-force.ts'
import { type WordsInForcePorts, wordsInForce } from '#app/campaigns/words-in-force.ts'
import type { Events } from '#app/events.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { Dispatcher, Dispatchers } from '#app/ports/dispatching.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { BatchAlarms, BatchOrder } from '#app/ports/orders.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { countMailed, giveBack, type SendBatchResult } from '#app/sending/give-back.ts'
import { recover } from '#app/sending/recover.ts'
import type { Sending } from '#app/sending/send-one.ts'
import { type SendPagePorts, sendPage } from '#app/sending/send-page.ts'
import { type SenderGate, senderGate } from '#app/sending/sender-gate.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { campaignOfBatch } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { dueOn } from '#core/occasion/due.ts'
import { partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'
import { rivalsOf } from '#core/planning/arbitration.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { isWaiting } from '#core/planning/unfinished.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface SendBatchPorts extends SendPagePorts, WordsInForcePorts {
  readonly campaigns: CampaignStore
  readonly occurrences: OccurrenceStore
  readonly touches: TouchStore
  readonly alarms: BatchAlarms
  readonly dispatchers: Dispatchers
  readonly events: Events
}

/** Longer than a sender may run: a row taken longer ago was left by one that died. */
export const LEASE_MS = 6 * MINUTE_MS
/** Schedules are exact to the minute, and clocks differ a little. */
const EARLY_MS = MINUTE_MS
const PAGE = 100

export async function sendBatch(
  ports: SendBatchPorts,
  order: BatchOrder,
  clock: () => Instant,
  /** Asked before each page: false when this run must end soon. A customer who is left stays planned and is sent to by the next run. */
  hasTime: () => boolean = () => true,
): Promise<SendBatchResult> {
  const now = clock()
  const batch = await ports.occurrences.batch(order.occurrenceId, order.batchId)
  if (!batch || batch.state === 'done') return 'done'
  // Moved to later since the alarm was set: another alarm is waiting.
  if (batch.dueAt > plusMs(now, EARLY_MS)) return 'done'
  if (batch.state === 'sending' && (batch.takenAt ?? '') > plusMs(now, -LEASE_MS)) return 'busy'

  const { occurrence, campaign, words } = await read(ports, batch)
  const dispatcher = dispatcherOf(ports, campaign)
  const taken: Batch = { ...batch, state: 'sending', takenAt: now, version: batch.version + 1 }
  if ((await ports.occurrences.putBatch(taken)) === 'lost') return 'busy'
  await countMailed(ports, batch, taken)

  const outcomes = batch.state === 'sending' ? await recover(ports, taken, now) : new Map<string, Outcome>()
  const gate = senderGate({ stops: dispatcher.stops, events: ports.events }, clock)
  await sendAll(ports, { batch: taken, occurrence, campaign, words, dispatcher, outcomes, clock, hasTime, gate }).finally(
    gate.leave,
  )
  return giveBack(ports, { batch: taken, outcomes, now: clock() })
}

interface ReadForBatch {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  /**
   * Undefined for a channel without templates, and where the words are missing: then every customer who may be written to waits within their window.
   */
  readonly words: CampaignWords | undefined
}

/** Throws where this function was given none, before the row is taken: the order goes to the dead letters and rings, and its customers stay planned. */
function dispatcherOf({ dispatchers }: SendBatchPorts, { id, touch }: CampaignDefinition): Dispatcher {
  const dispatcher = dispatchers.get(touch.channel)
  if (!dispatcher) throw new Error(`campaign ${id}: no dispatcher for the channel ${touch.channel}`)
  return dispatcher
}

/** Of the version that the batch was planned with, whatever has been accepted since. */
async function read(ports: SendBatchPorts, batch: Batch): Promise<ReadForBatch> {
  const { occurrenceId, campaignVersion: version } = batch
  const { campaignId } = partsOfOccurrenceId(occurrenceId)
  const [occurrence, accepted] = await Promise.all([
    ports.occurrences.get(occurrenceId),
    ports.campaigns.version(campaignId, version),
  ])
  if (!occurrence || !accepted) throw new Error(`batch ${occurrenceId} ${batch.batchId} has no occurrence or campaign`)
  const campaign = campaignOfBatch(batch, accepted.definition, ports.companyRules.channels)
  if (campaign.touch.template === undefined) return { occurrence, campaign, words: undefined }
  const words = await wordsInForce(ports, accepted)
  if ('missing' in words) ports.events.wordsMissing({ occurrenceId, campaignId, version, why: words.missing })
  return { occurrence, campaign, words: 'found' in words ? words.found : undefined }
}

interface Work extends ReadForBatch {
  readonly batch: Batch
  readonly dispatcher: Dispatcher
  readonly outcomes: Map<string, Outcome>
  readonly clock: () => Instant
  readonly hasTime: () => boolean
  readonly gate: SenderGate
}

/** Page by page; the campaign's state is asked before each, so that pausing works in the middle of a batch. */
async function sendAll(ports: SendBatchPorts, work: Work): Promise<void> {
  const { batch, occurrence, campaign, words, dispatcher, outcomes, clock, hasTime, gate } = work
  const { company, calendar } = ports.companyRules
  const due = dueOn({ campaign, date: occurrence.date, company, calendar })
  const others = await liveCampaigns(ports.campaigns)
  const campaignNamed = (id: string) => others.find((other) => other.id === id)
  const rivals = rivalsOf({ campaign, date: occurrence.date, others, companyRules: ports.companyRules })
  const waiting = batch.recipients.filter((recipient) => isWaiting(recipient) && !outcomes.has(recipient.customerId))
  for (let start = 0; start < waiting.length && hasTime(); start += PAGE) {
    const page = waiting.slice(start, start + PAGE)
    const state = await stateInForce(campaign, (id) => ports.campaigns.state(id))
    if (state === 'cancelled') {
      const known = await recover(ports, { occurrenceId: batch.occurrenceId, recipients: page }, clock())
      for (const { customerId } of page)
        outcomes.set(customerId, known.get(customerId) ?? { state: 'skipped', reason: 'campaign-cancelled' })
    } else {
      const sending: Sending = {
        occurrence,
        campaign,
        words,
        campaignNamed,
        due,
        rivals,
        paused: state === 'paused',
        dispatcher,
        clock,
      }
      const results = await sendPage(ports, { sending, page, gate })
      for (const [customerId, outcome] of results) outcomes.set(customerId, outcome)
    }
  }
}
