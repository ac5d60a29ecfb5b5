/**
 * A date has passed in every zone: what is still open gets its final word, unknowns are settled where the provider has spoken since, and
 * the balance is drawn from the rows. When it does not add up to the person, an alarm says so. Money not used goes back.
 */
import type { Events } from '#app/events.ts'
import type { BudgetStore, CampaignStore, LedgerStore, OccurrenceStore, TouchStore } from '#app/ports.ts'
import { settleBudgets } from '#app/settle-budgets.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { HouseRules } from '#core/campaign/house-rules.ts'
import { addsUp, balanceOf } from '#core/planning/balance.ts'
import type { Batch, Occurrence } from '#core/planning/occurrence.ts'
import { outcomeOfTouch } from '#core/planning/touch.ts'
import { type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

interface ClosePorts {
  readonly occurrences: OccurrenceStore
  readonly campaigns: CampaignStore
  readonly touches: TouchStore
  readonly ledgers: LedgerStore
  readonly budgets: BudgetStore
  readonly house: HouseRules
  readonly events: Events
}

/** A batch taken this recently may still be at work: the next hour closes the occurrence. */
const AT_WORK_MS = 20 * MINUTE_MS

interface Closing {
  readonly occurrence: Occurrence
  readonly now: Instant
}

/** `waiting`: a sender is at work, or people wait for the provider's next day. */
export async function closeOccurrence(ports: ClosePorts, { occurrence, now }: Closing): Promise<'closed' | 'waiting'> {
  const { occurrenceId } = occurrence
  const batches = await ports.occurrences.batches(occurrenceId)
  if (batches.some((batch) => isAtWork(batch, now) || waitsForQuota(batch, now))) return 'waiting'

  const final: Batch[] = []
  for (const batch of batches) {
    const settled = await settleBatch(ports, batch, now)
    if (settled === 'lost') return 'waiting'
    final.push(settled)
  }
  const balance = balanceOf(final.flatMap(({ recipients }) => recipients.map(({ outcome }) => outcome)))
  const slices = await ports.occurrences.slices(occurrenceId)
  const audience = slices.reduce((sum, slice) => sum + slice.audience, 0)
  // A slice that was never planned hides people whom no row could show.
  const mismatch = slices.length < occurrence.slices || !addsUp({ balance, audience })
  if (mismatch) ports.events.balanceMismatch({ occurrenceId, audience, counted: balance.audience })

  await settleBudgets(ports, { occurrence, batches: final })
  const closed: Occurrence = { ...occurrence, state: 'closed', balance, mismatch, version: occurrence.version + 1 }
  if ((await ports.occurrences.update(closed)) === 'lost') return 'waiting'
  ports.events.occurrenceClosed(occurrenceId, balance)
  return 'closed'
}

const isAtWork = ({ state, takenAt }: Batch, now: Instant) => state === 'sending' && (takenAt ?? '') > plusMs(now, -AT_WORK_MS)

/** Whom the provider's daily quota put off is never dropped for the date having passed. */
const waitsForQuota = ({ recipients }: Batch, now: Instant) =>
  recipients.some(
    ({ outcome }) =>
      outcome.state === 'deferred' && outcome.because === 'daily-quota' && outcome.until > plusMs(now, -AT_WORK_MS),
  )

/** The row with a final outcome for everyone; written only where something changed. */
async function settleBatch({ occurrences, touches, ledgers }: ClosePorts, batch: Batch, now: Instant): Promise<Batch | 'lost'> {
  const { occurrenceId } = batch
  const open = batch.recipients.filter(({ outcome }) => isOpen(outcome)).map(({ customerId }) => customerId)
  const doubtful = batch.recipients
    .filter(({ outcome }) => outcome.state === 'unknown' || isOpen(outcome))
    .map(({ customerId }) => customerId)
  const [made, claimed] = await Promise.all([
    touches.getMany(doubtful.map((customerId) => ({ customerId, occurrenceId }))),
    ledgers.getMany(open),
  ])
  const touchOf = new Map(made.map((touch) => [touch.customerId, touch]))
  const claimOf = new Map(
    claimed.flatMap(({ customerId, contacts }) =>
      contacts.filter((contact) => contact.occurrenceId === occurrenceId).map(({ at }) => [customerId, at] as const),
    ),
  )
  const recipients = batch.recipients.map((recipient) => {
    const { customerId, outcome } = recipient
    const touch = touchOf.get(customerId)
    const final = touch ? outcomeOfTouch(touch) : isOpen(outcome) ? unsent(claimOf.get(customerId), now) : outcome
    return final === outcome ? recipient : { ...recipient, outcome: final }
  })
  const changed = recipients.some((recipient, index) => recipient !== batch.recipients[index])
  if (!changed && batch.state === 'done') return batch
  const settled: Batch = { ...batch, recipients, state: 'done', version: batch.version + 1 }
  return (await occurrences.putBatch(settled)) === 'written' ? settled : 'lost'
}

/** Whoever waited to the end and was never claimed was never contacted: the time has passed. Whoever was claimed may have been. */
const unsent = (claimedAt: Instant | undefined, now: Instant): Outcome =>
  claimedAt === undefined
    ? { state: 'skipped', reason: 'window-passed' }
    : { state: 'unknown', since: claimedAt, evidence: `claimed at ${claimedAt}, no answer of the provider recorded by ${now}` }

const isOpen = ({ state }: Outcome) => state === 'planned' || state === 'deferred'
