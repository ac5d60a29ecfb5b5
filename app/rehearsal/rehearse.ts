/**
 * A rehearsal: the real planner and the real sender with a moving clock, temporary stores and a mailer that accepts everything. It runs the same code
 * as the live system, so it shows what would happen.
 */
import { acceptCampaigns, type WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import { type PlanOccurrencesPorts, planOccurrences } from '#app/planning/plan-occurrences.ts'
import { type PlanSlicePorts, planSlice } from '#app/planning/plan-slice.ts'
import type { WordsStore } from '#app/ports/campaigns.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { BatchAlarms, BatchOrder, SliceOrder, WorkQueues } from '#app/ports/orders.ts'
import { type SendBatchPorts, sendBatch } from '#app/sending/send-batch.ts'
import { remindedCampaign } from '#core/campaign/occasion-traits.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { dateClosesAt, dateOpensAt, localDateAt } from '#core/time/zone.ts'

/** The rehearsal takes orders and alarms itself, where the cloud would deliver them. */
export type RehearsalPorts = PlanOccurrencesPorts &
  PlanSlicePorts &
  SendBatchPorts & {
    readonly words: WordsStore
    readonly queues: WorkQueues & {
      /** The oldest order, taken off its queue; undefined when there is none. */
      takeSlice(): SliceOrder | undefined
      takeBatch(): BatchOrder | undefined
    }
    readonly alarms: BatchAlarms & {
      /** When the next one rings; undefined when none is set. */
      nextDue(): Instant | undefined
      /** The due ones, earliest first; each rings once. */
      takeDue(now: Instant): readonly BatchOrder[]
    }
  }

export interface RehearsalOptions {
  readonly accepting: readonly WordedCampaign[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** A finished occurrence with its rows: the outcome of every customer. */
  readonly finished: (occurrence: Occurrence, batches: readonly Batch[]) => Promise<void>
  readonly progress: (at: Instant) => void
}

/** Longer than planning looks ahead, and than closing waits. */
const MARGIN_MS = 2 * DAY_MS

export async function rehearse(ports: RehearsalPorts, options: RehearsalOptions): Promise<void> {
  const { accepting, from, to } = options
  let now = plusMs(dateOpensAt(from), -MARGIN_MS)
  const longestGrace = Math.max(0, ...accepting.map(({ definition }) => definition.graceDays))
  const end = plusMs(dateClosesAt(to), MARGIN_MS + longestGrace * DAY_MS)
  // Only occurrences inside the period: each campaign's life is cut to the rehearsal's.
  const living = accepting.flatMap(({ definition, words }) => {
    const lives = { from: later(definition.lives.from, from), to: earlier(definition.lives.to, to) }
    return lives.from <= lives.to ? [{ definition: { ...definition, lives }, words }] : []
  })
  await acceptCampaigns(ports, { accepting: living, at: now, by: 'rehearsal' })

  const forget = forgetting(ports.occurrences, living)
  const drain = async () => {
    for (let order = ports.queues.takeSlice(); order; order = ports.queues.takeSlice()) await planSlice(ports, order, now)
    for (let order = ports.queues.takeBatch(); order; order = ports.queues.takeBatch()) await sendBatch(ports, order, () => now)
  }
  const done = new Set<string>()
  for (let hour = now; hour <= end; hour = plusMs(hour, HOUR_MS)) {
    for (let due = ports.alarms.nextDue(); due !== undefined && due <= hour; due = ports.alarms.nextDue()) {
      now = due > now ? due : now
      for (const order of ports.alarms.takeDue(now)) await sendBatch(ports, order, () => now)
      await drain()
    }
    now = hour
    await planOccurrences(ports, now)
    await drain()
    const lately = { from: addDays(dayOf(now), -longestGrace - CLOSED_AFTER_DAYS), to: dayOf(now) }
    await handOverClosed(ports.occurrences, { ...lately, done, finished: options.finished, forget })
    options.progress(now)
  }
}

const later = (a: LocalDate | undefined, b: LocalDate) => (a !== undefined && a > b ? a : b)
const earlier = (a: LocalDate | undefined, b: LocalDate) => (a !== undefined && a < b ? a : b)

/** An occurrence is closed at the latest so many days after its grace. */
const CLOSED_AFTER_DAYS = 4
const dayOf = (now: Instant): LocalDate => localDateAt(now, 'UTC')

interface HandOver {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly done: Set<string>
  readonly finished: RehearsalOptions['finished']
  readonly forget: (closed: Occurrence) => Promise<void>
}

async function handOverClosed(occurrences: OccurrenceStore, { from, to, done, finished, forget }: HandOver): Promise<void> {
  for (const occurrence of await occurrences.between(from, to)) {
    if (occurrence.state !== 'closed' || done.has(occurrence.occurrenceId)) continue
    done.add(occurrence.occurrenceId)
    await finished(occurrence, await occurrences.batches(occurrence.occurrenceId))
    await forget(occurrence)
  }
}

/** An offset in working days is at most doubled by days off; and longer than any roll. */
const ROLLED_DAYS = 60

/**
 * Removes the rows of occurrences that nothing will ask for: memory would grow with the days. Reminders ask for those of the surveys that they remind of,
 * for as long as they come after them.
 */
function forgetting(occurrences: OccurrenceStore, accepting: readonly WordedCampaign[]) {
  const kept = new Map<string, number>()
  for (const { definition } of accepting) {
    const reminded = remindedCampaign(definition.occasion)
    if (reminded === undefined) continue
    const days = 2 * (definition.occasion.offset?.days ?? 0) + ROLLED_DAYS
    kept.set(reminded, Math.max(days, kept.get(reminded) ?? 0))
  }
  let waiting: readonly { readonly occurrenceId: string; readonly until: LocalDate }[] = []
  return async ({ occurrenceId, campaignId, date }: Occurrence): Promise<void> => {
    const days = kept.get(campaignId)
    if (days === undefined) await occurrences.removeNames(occurrenceId)
    else waiting = [...waiting, { occurrenceId, until: addDays(date, days) }]
    for (const one of waiting) if (one.until < date) await occurrences.removeNames(one.occurrenceId)
    waiting = waiting.filter(({ until }) => until >= date)
  }
}
