/** The verdict of a torture run: checks every promise against the evidence and names every breach with its ids. Pure, so that tests can check it. */
import type { Evidence } from '#local/torture/evidence.ts'
import type { Breach, BreachKind } from '#local/torture/verdict/breach.ts'
import { capsKept } from '#local/torture/verdict/caps-kept.ts'
import { compensationExact } from '#local/torture/verdict/cases/compensation-exact.ts'
import { filesStand } from '#local/torture/verdict/cases/files-stand.ts'
import { mergedStand } from '#local/torture/verdict/cases/merged-stand.ts'
import { attemptsStand } from '#local/torture/verdict/desk/attempts-stand.ts'
import { clocksRingOnce } from '#local/torture/verdict/desk/clocks-ring-once.ts'
import { type DeskFigures, deskFigures } from '#local/torture/verdict/desk/desk-figures.ts'
import { exactEquations } from '#local/torture/verdict/desk/exact-equations.ts'
import { oneTaskEach } from '#local/torture/verdict/desk/one-task-each.ts'
import { promisesStand } from '#local/torture/verdict/desk/promises-stand.ts'
import { rungOnce } from '#local/torture/verdict/desk/rung-once.ts'
import { everyCustomerSettled } from '#local/torture/verdict/every-customer-settled.ts'
import { exactBalances } from '#local/torture/verdict/exact-balances.ts'
import { exactBudgets } from '#local/torture/verdict/exact-budgets.ts'
import { keptBack } from '#local/torture/verdict/kept-back.ts'
import { noMeansNo } from '#local/torture/verdict/no-means-no.ts'
import { oneMailEach } from '#local/torture/verdict/one-mail-each.ts'
import { oneRowEach } from '#local/torture/verdict/one-row-each.ts'
import { outcomesOf } from '#local/torture/verdict/outcomes-of.ts'
import { ownVoucher } from '#local/torture/verdict/own-voucher.ts'
import { reasonsHaveCauses } from '#local/torture/verdict/reasons-have-causes.ts'
import { rightRecipient } from '#local/torture/verdict/right-recipient.ts'
import { rowsAgreeWithMailbox } from '#local/torture/verdict/rows-agree-with-mailbox.ts'
import { waitsForTheSender } from '#local/torture/verdict/waits-for-the-sender.ts'
import { withinWindow } from '#local/torture/verdict/within-window.ts'

/** Each promise with its check, and the breaches that only this check may name. */
export const PROMISES: Readonly<
  Record<string, { readonly check: (evidence: Evidence) => readonly Breach[]; readonly breaches: readonly BreachKind[] }>
> = {
  'one row each': { check: oneRowEach, breaches: ['left-out', 'stands-in-two-rows', 'row-for-customer-not-due'] },
  'every customer settled': {
    check: everyCustomerSettled,
    breaches: ['not-settled', 'unknown-without-evidence', 'forgotten-until-closing', 'row-of-before-lost'],
  },
  'rows agree with the mailbox': { check: rowsAgreeWithMailbox, breaches: ['row-belies-mailbox'] },
  'reasons have causes': { check: reasonsHaveCauses, breaches: ['skip-without-cause'] },
  'exact balances': { check: exactBalances, breaches: ['balance-inexact', 'not-closed'] },
  'one mail each': { check: oneMailEach, breaches: ['sent-twice'] },
  'the right recipient': { check: rightRecipient, breaches: ['sent-to-customer-not-due', 'sent-to-wrong-address'] },
  'waits for the sender': {
    check: waitsForTheSender,
    breaches: ['failed-for-the-sender', 'called-while-stopped', 'lost-to-silence'],
  },
  'within the window': { check: withinWindow, breaches: ['outside-window'] },
  'no means no': { check: noMeansNo, breaches: ['sent-after-opt-out', 'sent-to-bad-address', 'sent-to-suppressed'] },
  'kept back while a case is open': { check: keptBack, breaches: ['sent-while-held'] },
  'caps kept': { check: capsKept, breaches: ['cap-broken'] },
  'their own voucher': { check: ownVoucher, breaches: ['voucher-twice', 'voucher-not-the-persons'] },
  'one task each': {
    check: oneTaskEach,
    breaches: ['task-twice', 'task-for-customer-not-due', 'row-belies-desk', 'rung-and-written-to', 'erased-and-still-there'],
  },
  'attempts stand': {
    check: attemptsStand,
    breaches: ['attempt-lost', 'attempt-twice', 'attempt-belied', 'attempt-of-nobody', 'overwritten-unseen', 'case-lost'],
  },
  'promises stand': { check: promisesStand, breaches: ['promise-lost'] },
  'exact equations of the desk': { check: exactEquations, breaches: ['equation-inexact', 'left-open'] },
  'rung once': { check: rungOnce, breaches: ['day-without-list', 'listed-twice', 'rung-twice', 'rung-after-stop'] },
  'clocks ring once': {
    check: clocksRingOnce,
    breaches: ['clock-rang-twice', 'clock-not-rung', 'clock-mailed-twice', 'clock-belied'],
  },
  'merged cases stand': {
    check: mergedStand,
    breaches: ['case-gone', 'merged-words-lost', 'merged-asks-again', 'part-opened-again'],
  },
  'exact compensation': {
    check: compensationExact,
    breaches: ['compensation-overspent', 'compensation-inexact', 'compensation-twice', 'compensation-belied'],
  },
  'files stand': { check: filesStand, breaches: ['file-lost', 'file-missing', 'file-twice', 'file-without-event'] },
  'exact budgets': { check: exactBudgets, breaches: ['budget-overspent', 'budget-inexact'] },
}

export interface Verdict {
  readonly ok: boolean
  readonly breaches: readonly Breach[]
  /** Every customer with an unknown outcome, with the reason. */
  readonly unknowns: readonly { readonly occurrenceId: string; readonly customerId: string; readonly evidence: string }[]
  readonly figures: MailFigures & { readonly desk: DeskFigures }
}

/** Of the campaigns that write mails alone. */
interface MailFigures {
  readonly due: number
  readonly mails: number
  readonly outcomes: Readonly<Record<string, number>>
}

export function verdictOn(evidence: Evidence): Verdict {
  const breaches = Object.values(PROMISES).flatMap(({ check }) => check(evidence))
  return { ok: breaches.length === 0, breaches, unknowns: unknownsIn(evidence), figures: figuresOf(evidence) }
}

const unknownsIn = ({ occurrences }: Evidence): Verdict['unknowns'] =>
  occurrences.flatMap(({ occurrenceId, rows }) =>
    rows.flatMap(({ customerId, outcome }) =>
      outcome.state === 'unknown' ? [{ occurrenceId, customerId, evidence: outcome.evidence }] : [],
    ),
  )

function figuresOf(evidence: Evidence): Verdict['figures'] {
  const byCall = new Set(evidence.campaigns.flatMap(({ campaignId, calls }) => (calls ? [campaignId] : [])))
  const expected = evidence.expected.filter(({ campaignId }) => !byCall.has(campaignId))
  const ids = new Set(expected.map(({ occurrenceId }) => occurrenceId))
  return {
    due: expected.reduce((sum, { due }) => sum + due.size, 0),
    mails: evidence.mails.filter(({ occurrenceId }) => ids.has(occurrenceId)).length,
    outcomes: outcomesOf(evidence.occurrences.filter(({ occurrenceId }) => ids.has(occurrenceId)).flatMap(({ rows }) => rows)),
    desk: deskFigures(evidence),
  }
}
