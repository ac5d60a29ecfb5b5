/**
 * The operator states the outcome of a mail that was unknown. The statement wins the row first, against any other decision of the same moment, and is
 * then carried out. If this breaks off, the same statement again finishes it.
 */

import {
  claimRow,
  countResends,
  DECISION_TRIES,
  findRecipient,
  isLogged,
  isSameWord,
  isStillToDo,
  type Recorded,
  type Refusal,
  type Seen,
  type Word,
  whileSending,
} from '#app/claims/decided-outcome.ts'
import { type DecidingPorts, redraw, repeatResend, settle } from '#app/operating/carry-out-decision.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Outcome } from '#core/audience/outcome.ts'
import { tooLong } from '#core/campaign/staff-text.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import type { Decision } from '#core/planning/decision.ts'

/** `again`: it was settled the same way before; this run did only the missing steps. */
export type Settled = { readonly settled: Outcome; readonly again: boolean }

export async function settleUnknown(
  ports: DecidingPorts,
  { as, seen, ...word }: Word & { readonly as: 'sent' | 'not-sent'; readonly seen?: Seen },
): Promise<Settled | Recorded | Refusal> {
  const { occurrences, touches } = ports
  const { occurrenceId, customerId } = word
  const unfit = tooLong(word)
  if (unfit) return unfit
  if (isErasedName(customerId)) return { refused: 'erased' }
  const decision: Decision = { ...word, decision: as === 'sent' ? 'settled-sent' : 'settled-not-sent' }
  const known = seen?.resends ?? (await countResends(occurrences, word))
  let isWon = false
  let isBehind = false
  for (let attempt = 0; attempt < DECISION_TRIES; attempt++) {
    const found = await findRecipient(occurrences, word)
    if ('refused' in found) return found
    const { batch, recipient } = found
    const { outcome } = recipient
    // A resend that found this decision in the row has carried it out, and then its own: another mail may be unknown by now.
    if (isWon && !isStillToDo(outcome) && (await isLogged(occurrences, decision))) return { settled: outcome, again: false }
    if (outcome.state !== 'unknown') {
      if (!(await saidBefore(occurrences, { decision, outcome }))) return { refused: 'not-unknown', state: outcome.state }
      await redraw(ports, occurrenceId)
      return { settled: outcome, again: true }
    }
    if (batch.state === 'sending') return whileSending(outcome, decision)
    const { decided } = outcome
    if (decided?.decision === 'resend') {
      await repeatResend(ports, { found, outcome, decided, at: word.at })
      continue
    }
    if (decided) {
      const final = await settle(ports, { found, outcome, decided })
      if (final !== 'lost' && decided.decision === decision.decision)
        return { settled: final, again: !isSameWord(decided, decision) }
      continue
    }
    const [touch] = await touches.getMany([{ customerId, occurrenceId }])
    if (touch?.result === 'sent' && as === 'not-sent') return { refused: 'provider-took-it', at: touch.at }
    if (touch?.result === 'failed' && as === 'sent') return { refused: 'recorded-as-failed', reason: touch.reason ?? '' }
    if ((await countResends(occurrences, word)) > known) {
      // The first time the row may be the one of before that mail: read anew, it holds what became of it.
      if (isBehind) return { refused: 'mailed-again' }
      isBehind = true
      continue
    }
    // Won or lost: the row then says whose decision is to be carried out.
    isWon = (await claimRow(ports, { batch, outcome, decision })) === 'written'
  }
  return isWon ? { recorded: word.at } : { refused: 'contended' }
}

/** Whether the same decision was made before and the row shows it. */
async function saidBefore(
  occurrences: OccurrenceStore,
  { decision: { occurrenceId, customerId, decision }, outcome }: { decision: Decision; outcome: Outcome },
): Promise<boolean> {
  if (outcome.state !== (decision === 'settled-sent' ? 'sent' : 'failed')) return false
  const said = (await occurrences.decisions(occurrenceId)).filter((each) => each.customerId === customerId)
  return said.at(-1)?.decision === decision
}
