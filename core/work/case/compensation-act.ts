/** What staff may do about the compensation of a case, and what each act demands. Nobody approves what they asked for themselves. */

import { periodKey } from '#core/budget/reserve.ts'
import { type Compensation, type CompensationItem, itemNamed, mayApprove, mayGiveAlone } from '#core/campaign/compensation.ts'
import { staffText } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { CompensationEvent } from '#core/work/case/compensation-event.ts'
import {
  type CaseCompensation,
  compensationNamed,
  compensationsOf,
  isOpenCompensation,
  standingTotal,
} from '#core/work/case/compensations.ts'
import type { EventStaff } from '#core/work/event-by.ts'
import { isBy } from '#core/work/event-staff.ts'
import type { History } from '#core/work/work-event.ts'

export type CompensationAct =
  | {
      readonly is: 'ask'
      /** Of the form: the same one sent again is the same compensation. */
      readonly compensationId: string
      readonly item: string
      /** As it was typed; empty where the catalogue says how much. */
      readonly amount: string
      readonly text: string
    }
  | { readonly is: 'approve'; readonly compensationId: string }
  | { readonly is: 'refuse' | 'withdraw' | 'give'; readonly compensationId: string; readonly text: string }

export const COMPENSATION_REFUSALS = [
  'no-catalogue',
  'which-compensation',
  'unfit-amount',
  'too-many-compensations',
  'not-in-catalogue',
  'compensation-closed',
  'not-approved',
  'not-your-own',
  'may-not-approve',
  'may-not-withdraw',
] as const
export type CompensationRefusal = (typeof COMPENSATION_REFUSALS)[number]

/**
 * Open at once. What ends one is taken however full the history is: approved and ended, five add less than 20 kB to a row of 256 kB, which may have 400
 * (core/work/history.ts).
 */
export const MOST_OPEN_COMPENSATIONS = 5

interface Acting {
  readonly by: EventStaff
  /** As the roster says it at this moment. */
  readonly role: string
  readonly at: Instant
  /** The case itself, or of which it became a part, with the sums of its parts as they stand. Left out where it has and is none. */
  readonly goesOn?: History
}

interface Rules {
  readonly compensation: Compensation | null
  readonly company: { readonly zone: string }
}

export function eventOfCompensationAct(
  item: History,
  { act, ...acting }: Acting & { readonly act: CompensationAct },
  rules: Rules,
): CompensationEvent | { readonly refused: CompensationRefusal | 'needs-words' } {
  if (act.is === 'ask') return asked(item, { act, ...acting }, rules)
  const { by, role, at, goesOn = item } = acting
  const one = compensationNamed(item, act.compensationId)
  if (!one) return { refused: 'which-compensation' }
  if (!isOpenCompensation(one)) return { refused: 'compensation-closed' }
  const text = act.is === 'approve' ? '' : staffText(act.text)
  if (act.is !== 'approve' && text === '') return { refused: 'needs-words' }
  const { compensationId } = act
  switch (act.is) {
    case 'approve':
    case 'refuse': {
      if (one.state !== 'asked') return { refused: 'compensation-closed' }
      const refused = decisionRefusal(goesOn, { one, by, role }, rules)
      if (refused !== null) return { refused }
      return act.is === 'approve'
        ? { is: 'compensation-approved', at, by, compensationId }
        : { is: 'compensation-refused', at, by, compensationId, because: text }
    }
    case 'withdraw':
      // What a colleague asked for is taken back by those who lead.
      if (role === 'agent' && !isBy(one.asked.by, by)) return { refused: 'may-not-withdraw' }
      return { is: 'compensation-withdrawn', at, by, compensationId, because: text }
    case 'give':
      if (one.state !== 'approved') return { refused: 'not-approved' }
      return { is: 'compensation-given', at, by, compensationId, amount: one.asked.amount, note: text }
  }
}

function asked(
  item: History,
  { act, by, role, at, goesOn = item }: Acting & { readonly act: Extract<CompensationAct, { is: 'ask' }> },
  { compensation, company }: Rules,
): CompensationEvent | { readonly refused: CompensationRefusal | 'needs-words' } {
  if (compensation === null) return { refused: 'no-catalogue' }
  const chosen = itemNamed(compensation, act.item)
  if (!chosen) return { refused: 'not-in-catalogue' }
  const amount = amountOf(chosen, act.amount)
  if (amount === null) return { refused: 'unfit-amount' }
  const note = staffText(act.text)
  if (note === '') return { refused: 'needs-words' }
  if (compensationsOf(item).filter(isOpenCompensation).length >= MOST_OPEN_COMPENSATIONS)
    return { refused: 'too-many-compensations' }
  return {
    is: 'compensation-asked',
    at,
    by,
    compensationId: act.compensationId,
    item: chosen.id,
    name: chosen.name,
    kind: chosen.kind,
    amount,
    period: periodKey(compensation.period, localDateAt(at, company.zone)),
    alone: mayGiveAlone(chosen, { role, total: standingTotal(goesOn) + amount }),
    note,
  }
}

/** `50000`, or in groups of three as people write it: `50.000`, `50,000`, `50 000`. */
const WRITTEN = /^(\d{1,12}|\d{1,3}([.,  ]\d{3})+)(?:\s*(?:₫|đ|đồng|VND))?$/iu

/** Null for what is no whole amount of at least 1 within what the item may cost. */
function amountOf({ cost, upTo }: CompensationItem, typed: string): number | null {
  const written = typed.normalize('NFC').trim()
  if (cost !== undefined && written === '') return cost
  const digits = WRITTEN.exec(written)?.[1]?.replaceAll(/\D/g, '')
  if (digits === undefined) return null
  const amount = Number(digits)
  if (cost !== undefined) return amount === cost ? cost : null
  return amount >= 1 && amount <= (upTo ?? 0) ? amount : null
}

/** Why a person may not decide on what waits for approval. */
export type DecisionRefusal = Extract<CompensationRefusal, 'not-your-own' | 'not-in-catalogue' | 'may-not-approve'>

/** Of one that waits in the case, or in a part of it; null where they may. Pages ask it before they show the form. */
export function decisionRefusal(
  goesOn: History,
  { one, by, role }: { readonly one: CaseCompensation; readonly by: Omit<EventStaff, 'is'>; readonly role: string },
  { compensation }: Pick<Rules, 'compensation'>,
): DecisionRefusal | null {
  if (isBy(one.asked.by, by)) return 'not-your-own'
  const chosen = itemNamed(compensation, one.asked.item)
  if (!chosen) return 'not-in-catalogue'
  return mayApprove(chosen, { role, total: standingTotal(goesOn) }) ? null : 'may-not-approve'
}

/** Texts over their limit, by what they are called where lengths are refused. */
export function textsOfCompensationAct(act: CompensationAct) {
  switch (act.is) {
    case 'ask':
      return { note: staffText(act.text) }
    case 'refuse':
    case 'withdraw':
    case 'give':
      return { because: staffText(act.text) }
    case 'approve':
      return {}
  }
}
