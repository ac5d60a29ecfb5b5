/** What settling and sending again share: the customer a decision is about, their row, and why the decision may be refused. */

import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Written } from '#app/ports/written.ts'
import type { Decided, Outcome, OutcomeState } from '#core/audience/outcome.ts'
import type { CampaignState } from '#core/campaign/campaign-state.ts'
import type { TooLong } from '#core/campaign/staff-text.ts'
import type { Decision } from '#core/planning/decision.ts'
import type { Batch, Occurrence, Recipient } from '#core/planning/occurrence.ts'
import type { Instant } from '#core/time/instant.ts'

/** The operator's decision on one customer in one occurrence. */
export type Word = Omit<Decision, 'decision'>

/** How many mails had been sent to the customer once more when the author looked; left out by one who looks and decides at once. */
export interface Seen {
  readonly resends?: number | undefined
}

export type Refusal =
  | { readonly refused: 'no-such-occurrence' | 'not-in-occurrence' | 'being-sent' | 'contended' | 'budget-exhausted' }
  /** Their row only goes on being counted: no mail can go to it, and no evidence about it can be asked for. */
  | { readonly refused: 'erased' }
  /** The outcome is no longer unknown: another decision or an event settled it meanwhile. */
  | { readonly refused: 'not-unknown'; readonly state: OutcomeState }
  /** Another mail was sent once more since the author looked: what is unknown now is that mail's outcome. */
  | { readonly refused: 'mailed-again' }
  /** The provider's event came: nothing is left to decide. */
  | { readonly refused: 'provider-took-it'; readonly at: Instant }
  | { readonly refused: 'recorded-as-failed'; readonly reason: string }
  | { readonly refused: 'campaign-not-active'; readonly state: CampaignState }
  | TooLong

/** The decision stands in the row since then and is not carried out yet. Said again, it is; until then no other decision can be made. */
export interface Recorded {
  readonly recorded: Instant
}

/** A sender or the planner may change the row at the same moment: so often the row is read again. */
export const DECISION_TRIES = 8

export interface Found {
  readonly occurrence: Occurrence
  readonly batch: Batch
  readonly recipient: Recipient
}

/** The one row in which the customer stands. */
export async function findRecipient(
  occurrences: OccurrenceStore,
  { occurrenceId, customerId }: Pick<Word, 'occurrenceId' | 'customerId'>,
): Promise<Found | Refusal> {
  const occurrence = await occurrences.get(occurrenceId)
  if (!occurrence) return { refused: 'no-such-occurrence' }
  for (const batch of await occurrences.batches(occurrenceId)) {
    const recipient = batch.recipients.find((each) => each.customerId === customerId)
    if (recipient) return { occurrence, batch, recipient }
  }
  return { refused: 'not-in-occurrence' }
}

/** The row with another outcome for one person. */
export const withOutcome = (batch: Batch, customerId: string, outcome: Outcome): Batch => ({
  ...batch,
  recipients: batch.recipients.map((each) => (each.customerId === customerId ? { ...each, outcome } : each)),
  version: batch.version + 1,
})

/** An outcome about which the operator may decide. */
export type Undecided = Extract<Outcome, { state: 'unknown' | 'failed' }>

/**
 * Writes the decision into the row, before anything else of it is done. Of decisions made at the same moment one wins the row; it is then carried
 * out by its author, or by the next to decide where that one broke off. Lost when the row has changed.
 */
export const claimRow = (
  { occurrences }: { readonly occurrences: OccurrenceStore },
  { batch, outcome, decision }: { readonly batch: Batch; readonly outcome: Undecided; readonly decision: Decision },
): Promise<Written> => {
  const { customerId, by, because, at } = decision
  const decided: Decided = { decision: decision.decision, by, because, at }
  return occurrences.putBatch(withOutcome(batch, customerId, { ...outcome, decided }))
}

export const isSameWord = (decided: Decided, decision: Decision): boolean =>
  decided.decision === decision.decision && decided.by === decision.by && decided.at === decision.at

/**
 * How many mails were sent once more by decision. A decision is about the mail of which its author knew: when there is one more by the time it could
 * win the row, the author must look again.
 */
export const countResends = async (
  occurrences: Pick<OccurrenceStore, 'decisions'>,
  { occurrenceId, customerId }: Pick<Word, 'occurrenceId' | 'customerId'>,
): Promise<number> =>
  (await occurrences.decisions(occurrenceId)).filter((each) => each.customerId === customerId && each.decision === 'resend')
    .length

/** A sender has the row: nothing is carried out. The decision may have won the row before that. */
export const whileSending = ({ decided }: Undecided, decision: Decision): Recorded | Refusal =>
  decided && isSameWord(decided, decision) ? { recorded: decided.at } : { refused: 'being-sent' }

/** The row holds a decision that is not carried out yet. */
export const isStillToDo = (outcome: Outcome): boolean => 'decided' in outcome && outcome.decided !== undefined

/** The decision is logged right before it is carried out: once the row no longer holds it, a logged one has been carried out. */
export const isLogged = async (occurrences: Pick<OccurrenceStore, 'decisions'>, decision: Decision): Promise<boolean> =>
  (await occurrences.decisions(decision.occurrenceId)).some(
    (each) => each.customerId === decision.customerId && isSameWord(each, decision),
  )
