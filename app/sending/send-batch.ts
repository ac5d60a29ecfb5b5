/**
 * Sends one batch: every recipient once, whatever is delivered twice, crashes or comes late. The row is taken with a lease, each person is
 * claimed before the mail goes out, and the row is given back with everyone's outcome.
 */

import { liveCampaigns } from '#app/campaigns/live-campaigns.ts'
import { stateInForce } from '#app/campaigns/state-in-force.ts'
import { type WordsInForcePorts, wordsInForce } from '#app/campaigns/words-in-force.ts'
import { unknownSince } from '#app/claims/earlier-contact.ts'
import type { Events } from '#app/events.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { BatchAlarms, BatchOrder } from '#app/ports/orders.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import type { Sending } from '#app/sending/send-one.ts'
import { type SendPagePorts, sendPage } from '#app/sending/send-page.ts'
import { type SenderGate, senderGate } from '#app/sending/sender-gate.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { tooManyLost } from '#core/campaign/mail-health.ts'
import { dueOn } from '#core/occasion/due.ts'
import { rivalsOf } from '#core/planning/arbitration.ts'
import { balanceOf, lossesOf } from '#core/planning/balance.ts'
import { mailedIn } from '#core/planning/mailed.ts'
import { type Balance, type Batch, type Occurrence, partsOfOccurrenceId, type Recipient } from '#core/planning/occurrence.ts'
import { outcomeOfTouch } from '#core/planning/touch.ts'
import { earlier, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

export interface SendBatchPorts extends SendPagePorts, WordsInForcePorts {
  readonly campaigns: CampaignStore
  readonly occurrences: OccurrenceStore
  readonly touches: TouchStore
  readonly alarms: BatchAlarms
  readonly events: Events
}

/** done: nothing is left to do here. busy: another sender holds the row; ask again later. */
export type SendBatchResult = 'done' | 'busy'

/** Longer than a sender may run: a row taken longer ago was left by one that died. */
export const LEASE_MS = 6 * MINUTE_MS
/** Schedules are exact to the minute, and clocks differ a little. */
const EARLY_MS = MINUTE_MS
/** Whoever is left as planned, for want of time or for a trouble of their own, is looked at again so soon. */
const AGAIN_MS = 2 * MINUTE_MS
const PAGE = 100

export async function sendBatch(
  ports: SendBatchPorts,
  order: BatchOrder,
  clock: () => Instant,
  /** Asked before each page: false when this run must end soon. Who is left stays planned and is sent by the next run. */
  hasTime: () => boolean = () => true,
): Promise<SendBatchResult> {
  const now = clock()
  const batch = await ports.occurrences.batch(order.occurrenceId, order.batchId)
  if (!batch || batch.state === 'done') return 'done'
  // Moved to later since the alarm was set: another alarm is waiting.
  if (batch.dueAt > plusMs(now, EARLY_MS)) return 'done'
  if (batch.state === 'sending' && (batch.takenAt ?? '') > plusMs(now, -LEASE_MS)) return 'busy'

  const { occurrence, campaign, words } = await read(ports, batch)
  const taken: Batch = { ...batch, state: 'sending', takenAt: now, version: batch.version + 1 }
  if ((await ports.occurrences.putBatch(taken)) === 'lost') return 'busy'
  await countMailed(ports, batch, taken)

  const outcomes = batch.state === 'sending' ? await recover(ports, taken, now) : new Map<string, Outcome>()
  const gate = senderGate(ports, clock)
  await sendAll(ports, { batch: taken, occurrence, campaign, words, outcomes, clock, hasTime, gate }).finally(gate.leave)
  return giveBack(ports, taken, outcomes, clock())
}

interface ReadForBatch {
  readonly occurrence: Occurrence
  readonly campaign: CampaignDefinition
  /** Undefined where they are not known: then everybody who may be written to waits within their window. */
  readonly words: CampaignWords | undefined
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
  const words = await wordsInForce(ports, accepted)
  if ('missing' in words) ports.events.wordsMissing({ occurrenceId, campaignId, version, why: words.missing })
  return { occurrence, campaign: accepted.definition, words: 'found' in words ? words.found : undefined }
}

/** After an earlier try that ended nobody knows how: who has a touch is settled; who was claimed without one is unknown, and never sent again blindly. */
async function recover(
  { touches, ledgers, events }: SendBatchPorts,
  batch: Pick<Batch, 'occurrenceId' | 'recipients'>,
  now: Instant,
): Promise<Map<string, Outcome>> {
  const { occurrenceId } = batch
  const open = batch.recipients.filter(isOpen).map(({ customerId }) => customerId)
  const [made, claimed] = await Promise.all([
    touches.getMany(open.map((customerId) => ({ customerId, occurrenceId }))),
    ledgers.getMany(open),
  ])
  const outcomes = new Map<string, Outcome>()
  for (const { customerId, contacts } of claimed) {
    const claim = contacts.find((contact) => contact.occurrenceId === occurrenceId)
    if (claim) outcomes.set(customerId, unknownSince(claim.at, now))
  }
  for (const touch of made) outcomes.set(touch.customerId, outcomeOfTouch(touch))
  for (const [customerId, outcome] of outcomes)
    if (outcome.state === 'unknown') events.touchUnknown({ occurrenceId, customerId, evidence: outcome.evidence })
  return outcomes
}

const isOpen = ({ outcome }: Recipient) => outcome.state === 'planned' || outcome.state === 'deferred'

interface Work extends ReadForBatch {
  readonly batch: Batch
  readonly outcomes: Map<string, Outcome>
  readonly clock: () => Instant
  readonly hasTime: () => boolean
  readonly gate: SenderGate
}

/** Page by page; the campaign's state is asked before each, so that pausing works in the middle of a batch. */
async function sendAll(ports: SendBatchPorts, work: Work): Promise<void> {
  const { batch, occurrence, campaign, words, outcomes, clock, hasTime, gate } = work
  const { company, calendar } = ports.companyRules
  const due = dueOn({ campaign, date: occurrence.date, company, calendar })
  const others = await liveCampaigns(ports.campaigns)
  const campaignNamed = (id: string) => others.find((other) => other.id === id)
  const rivals = rivalsOf({ campaign, date: occurrence.date, others, companyRules: ports.companyRules })
  const waiting = batch.recipients.filter((recipient) => isOpen(recipient) && !outcomes.has(recipient.customerId))
  for (let start = 0; start < waiting.length && hasTime(); start += PAGE) {
    const page = waiting.slice(start, start + PAGE)
    const state = await stateInForce(campaign, (id) => ports.campaigns.state(id))
    if (state === 'cancelled') {
      const known = await recover(ports, { occurrenceId: batch.occurrenceId, recipients: page }, clock())
      for (const { customerId } of page)
        outcomes.set(customerId, known.get(customerId) ?? { state: 'skipped', reason: 'campaign-cancelled' })
    } else {
      const sending: Sending = { occurrence, campaign, words, campaignNamed, due, rivals, paused: state === 'paused', clock }
      const results = await sendPage(ports, { sending, page, gate })
      for (const [customerId, outcome] of results) outcomes.set(customerId, outcome)
    }
  }
}

/** Kept beside the rows, so that a bounce need not read all of them (app/sending/watch-mail-health.ts). */
async function countMailed({ occurrences }: SendBatchPorts, before: Batch, after: Batch): Promise<void> {
  const people = mailedIn(after) - mailedIn(before)
  if (people !== 0) await occurrences.countMailed({ occurrenceId: after.occurrenceId, people })
}

/** Everyone's outcome goes into the row. Who has to wait keeps the row open, with an alarm for the earliest of them. */
async function giveBack(
  ports: SendBatchPorts,
  batch: Batch,
  outcomes: ReadonlyMap<string, Outcome>,
  now: Instant,
): Promise<SendBatchResult> {
  const recipients = batch.recipients.map((recipient) => ({
    ...recipient,
    outcome: outcomes.get(recipient.customerId) ?? recipient.outcome,
  }))
  const again = plusMs(now, AGAIN_MS)
  // Whoever waited until now and was not reached comes again as soon as those still planned: an alarm is never set for the past.
  const waits = recipients.flatMap(({ outcome }) =>
    outcome.state === 'deferred' ? [outcome.until > now ? outcome.until : again] : outcome.state === 'planned' ? [again] : [],
  )
  const { occurrenceId, batchId } = batch
  const next = waits.reduce<Instant | undefined>((first, at) => (first === undefined ? at : earlier(first, at)), undefined)
  const settled: Batch = {
    ...batch,
    recipients,
    state: next === undefined ? 'done' : 'planned',
    dueAt: next ?? batch.dueAt,
    version: batch.version + 1,
  }
  if ((await ports.occurrences.putBatch(settled)) === 'lost') return 'busy'
  if (next !== undefined) {
    await ports.alarms.set({ occurrenceId, batchId, dueAt: next })
    ports.events.batchPutOff({ occurrenceId, batchId, until: next })
  }
  await countMailed(ports, batch, settled)
  const balance = balanceOf(recipients.map(({ outcome }) => outcome))
  const { sent, skipped, failed, unknown, deferred } = balance
  ports.events.batchFinished({ occurrenceId, batchId, sent, skipped, failed, unknown, deferred })
  tellLosses(ports, { occurrenceId, balance })
  return 'done'
}

/** Days before the occurrence is closed, while something can still be done. A few of a small row may be chance: those are told at closing. */
function tellLosses(
  { companyRules, events }: SendBatchPorts,
  { occurrenceId, balance }: { occurrenceId: string; balance: Balance },
): void {
  const { mailHealth } = companyRules.company
  const losses = lossesOf(balance)
  if (losses.failed + losses.stopped >= mailHealth.leastLost && tooManyLost(losses, mailHealth))
    events.occurrenceLosses({ occurrenceId, ...losses })
}
