/**
 * The end of a run: every customer's outcome goes into the row. A customer who has to wait keeps the row open, with an alarm for the earliest one.
 * When too many of the row were lost, the operator is told.
 */
import type { Events } from '#app/events.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { BatchAlarms } from '#app/ports/orders.ts'
import { heldUpBy, type Outcome } from '#core/audience/outcome.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { lostOf, tooManyLost } from '#core/campaign/mail-health.ts'
import { balanceOf, lossesOf } from '#core/planning/balance.ts'
import { mailedIn } from '#core/planning/mailed.ts'
import type { Batch, Recipient } from '#core/planning/occurrence.ts'
import { earlier, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

/** done: nothing is left to do in the row. busy: another sender holds the row; ask again later. */
export type SendBatchResult = 'done' | 'busy'

export interface GiveBackPorts {
  readonly occurrences: Pick<OccurrenceStore, 'putBatch' | 'countMailed'>
  readonly alarms: BatchAlarms
  readonly companyRules: CompanyRules
  readonly events: Events
}

/** A customer left as planned, for lack of time or after a failure of their own, is tried again after this time. */
const AGAIN_MS = 2 * MINUTE_MS

export async function giveBack(
  ports: GiveBackPorts,
  { batch, outcomes, now }: { readonly batch: Batch; readonly outcomes: ReadonlyMap<string, Outcome>; readonly now: Instant },
): Promise<SendBatchResult> {
  const { occurrenceId, batchId } = batch
  const recipients = batch.recipients.map((recipient) => ({
    ...recipient,
    outcome: outcomes.get(recipient.customerId) ?? recipient.outcome,
  }))
  const next = nextLook(recipients, now)
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
  const { sent, skipped, failed, unknown, deferred } = balanceOf(recipients.map(({ outcome }) => outcome))
  ports.events.batchFinished({ occurrenceId, batchId, sent, skipped, failed, unknown, deferred })
  tellLosses(ports, settled)
  return 'done'
}

/**
 * When the sender looks at the row again; undefined when no customer waits. A customer whose waiting time is over and who was not reached comes again
 * as soon as those still planned: an alarm is never set for the past.
 */
function nextLook(recipients: readonly Recipient[], now: Instant): Instant | undefined {
  const again = plusMs(now, AGAIN_MS)
  const waits = recipients.flatMap(({ outcome }) =>
    outcome.state === 'deferred' ? [outcome.until > now ? outcome.until : again] : outcome.state === 'planned' ? [again] : [],
  )
  return waits.reduce<Instant | undefined>((first, at) => (first === undefined ? at : earlier(first, at)), undefined)
}

/** Kept beside the rows, so that a bounce need not read all of them (app/sending/watch-mail-health.ts). */
export async function countMailed(
  { occurrences }: { readonly occurrences: Pick<OccurrenceStore, 'countMailed'> },
  before: Batch,
  after: Batch,
): Promise<void> {
  const people = mailedIn(after) - mailedIn(before)
  if (people !== 0) await occurrences.countMailed({ occurrenceId: after.occurrenceId, people })
}

/**
 * Told days before the occurrence is closed, while the operator can still act. A few losses of a small row may be chance: those are told at closing.
 * While customers of the row wait for a stopped sender, the stop's own alarm is the one to hear. What the stop cost is told when their wait is over.
 */
function tellLosses({ companyRules, events }: GiveBackPorts, { occurrenceId, recipients }: Batch): void {
  if (recipients.some(({ outcome }) => outcome.state === 'deferred' && heldUpBy(outcome) === 'sender-stopped')) return
  const { mailHealth } = companyRules.company
  const losses = lossesOf(balanceOf(recipients.map(({ outcome }) => outcome)))
  if (lostOf(losses) >= mailHealth.leastLost && tooManyLost(losses, mailHealth))
    events.occurrenceLosses({ occurrenceId, ...losses })
}
