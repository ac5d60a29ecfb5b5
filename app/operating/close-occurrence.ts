/**
 * Closes an occurrence whose date has passed in every zone. Open recipients get their final outcome, unknown ones are settled where the provider has
 * reported since, and the balance is counted from the rows. When the balance does not match the audience exactly, an alarm is raised. Unused money is
 * released.
 */
import { unknownSince } from '#app/claims/earlier-contact.ts'
import { type ProvenClaimPorts, provenClaim } from '#app/claims/proven-claim.ts'
import type { Events } from '#app/events.ts'
import { settleBudgets } from '#app/gifts/settle-budgets.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { LedgerStore } from '#app/ports/ledgers.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { TouchStore } from '#app/ports/touches.ts'
import { isPutOff, windowPassed } from '#app/sending/put-off.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { tooManyLost } from '#core/campaign/mail-health.ts'
import { addsUp, balanceOfBatches, lossesOf } from '#core/planning/balance.ts'
import type { Balance, Batch, Occurrence } from '#core/planning/occurrence.ts'
import { outcomeOfTouch } from '#core/planning/touch.ts'
import { HOUR_MS, type Instant, MINUTE_MS, plusMs } from '#core/time/instant.ts'

interface DrawPorts {
  readonly occurrences: OccurrenceStore
  readonly campaigns: CampaignStore
  readonly budgets: BudgetStore
  readonly companyRules: CompanyRules
  readonly events: Events
}

interface ClosePorts extends DrawPorts {
  readonly touches: TouchStore
  readonly ledgers: LedgerStore
  readonly work: ProvenClaimPorts['work']
}

/** A batch taken this recently may still be at work: the next hour closes the occurrence. */
const AT_WORK_MS = 20 * MINUTE_MS
/** Two runs of the hourly planner, which orders the batch of waiting customers again when an alarm was lost. */
const ALARM_LOST_MS = 2 * HOUR_MS

interface Closing {
  readonly occurrence: Occurrence
  readonly now: Instant
}

/** `waiting`: a sender is at work, or customers wait for the provider's next day or for a repeated mail. */
export async function closeOccurrence(ports: ClosePorts, { occurrence, now }: Closing): Promise<'closed' | 'waiting'> {
  const { occurrenceId } = occurrence
  const batches = await ports.occurrences.batches(occurrenceId)
  if (batches.some((batch) => isAtWork(batch, now) || waitsBeyondGrace(batch, now))) return 'waiting'

  const final: Batch[] = []
  for (const batch of batches) {
    const settled = await settleBatch(ports, batch, now)
    if (settled === 'lost') return 'waiting'
    final.push(settled)
  }
  const balance = await drawBalance(ports, { occurrence, batches: final })
  if (balance === 'lost') return 'waiting'
  ports.events.occurrenceClosed(occurrenceId, balance)
  const losses = lossesOf(balance)
  if (tooManyLost(losses, ports.companyRules.company.mailHealth)) ports.events.occurrenceLosses({ occurrenceId, ...losses })
  return 'closed'
}

/** Closes the occurrence with the balance of these rows, and books what they cost. Lost when the occurrence has changed meanwhile. */
export async function drawBalance(
  ports: DrawPorts,
  { occurrence, batches }: { occurrence: Occurrence; batches: readonly Batch[] },
): Promise<Balance | 'lost'> {
  const { occurrenceId } = occurrence
  const balance = balanceOfBatches(batches)
  const slices = await ports.occurrences.slices(occurrenceId)
  const audience = slices.reduce((sum, slice) => sum + slice.audience, 0)
  // The customers of a slice that was never planned stand in no row.
  const mismatch = slices.length < occurrence.slices || !addsUp({ balance, audience })
  if (mismatch) ports.events.balanceMismatch({ occurrenceId, audience, counted: balance.audience })

  await settleBudgets(ports, { occurrence, batches })
  const closed: Occurrence = { ...occurrence, state: 'closed', balance, mismatch, version: occurrence.version + 1 }
  return (await ports.occurrences.update(closed)) === 'written' ? balance : 'lost'
}

const isAtWork = ({ state, takenAt }: Batch, now: Instant) => state === 'sending' && (takenAt ?? '') > plusMs(now, -AT_WORK_MS)

/**
 * Two kinds of customer are not dropped when the date has passed: those put off by the provider's daily quota, and those with an operator's decision
 * to send again.
 */
const waitsBeyondGrace = ({ recipients }: Batch, now: Instant) =>
  recipients.some(
    ({ outcome }) => outcome.state === 'deferred' && isPutOff(outcome) && outcome.until > plusMs(now, -ALARM_LOST_MS),
  )

/** The row with a final outcome for every customer. Written only if an outcome changed. */
async function settleBatch(ports: ClosePorts, batch: Batch, now: Instant): Promise<Batch | 'lost'> {
  const { occurrences, touches, ledgers } = ports
  const { occurrenceId } = batch
  const open = batch.recipients.filter(({ outcome }) => isOpen(outcome)).map(({ customerId }) => customerId)
  const doubtful = batch.recipients
    .filter(({ outcome }) => outcome.state === 'unknown' || outcome.state === 'failed' || isOpen(outcome))
    .map(({ customerId }) => customerId)
  const claimOf = new Map<string, Instant>()
  for (const { customerId, contacts } of await ledgers.getMany(open)) {
    const claim = contacts.find((contact) => contact.occurrenceId === occurrenceId)
    if (claim && (await provenClaim(ports, { customerId, claim })) !== 'given-back') claimOf.set(customerId, claim.at)
  }
  const made = await touches.getMany(doubtful.map((customerId) => ({ customerId, occurrenceId })))
  const touchOf = new Map(made.map((touch) => [touch.customerId, touch]))
  const recipients = batch.recipients.map((recipient) => {
    const { customerId, outcome } = recipient
    const touch = touchOf.get(customerId)
    // The operator settled it as not sent, and the provider reports that it was sent.
    if (outcome.state === 'failed') return touch?.result === 'sent' ? { ...recipient, outcome: outcomeOfTouch(touch) } : recipient
    const final = touch
      ? outcomeOfTouch(touch)
      : isOpen(outcome)
        ? unsent(outcome, { claimedAt: claimOf.get(customerId), now })
        : outcome
    return final === outcome ? recipient : { ...recipient, outcome: final }
  })
  const changed = recipients.some((recipient, index) => recipient !== batch.recipients[index])
  if (!changed && batch.state === 'done') return batch
  const settled: Batch = { ...batch, recipients, state: 'done', version: batch.version + 1 }
  return (await occurrences.putBatch(settled)) === 'written' ? settled : 'lost'
}

/** A customer who waited to the end without a claim was not contacted: the window has passed. A customer with a claim may have been contacted. */
const unsent = (outcome: Outcome, { claimedAt, now }: { claimedAt: Instant | undefined; now: Instant }): Outcome =>
  claimedAt === undefined ? windowPassed(outcome, { paused: false }) : unknownSince(claimedAt, now)

const isOpen = ({ state }: Outcome) => state === 'planned' || state === 'deferred'
