/** A broken promise, named with its ids. The list is closed: the test of the verdict plants every kind of it. */

export const BREACHES = [
  'sent-twice',
  'sent-to-customer-not-due',
  'sent-to-wrong-address',
  'left-out',
  'stands-in-two-rows',
  'row-for-customer-not-due',
  'forgotten-until-closing',
  'not-settled',
  'row-belies-mailbox',
  'skip-without-cause',
  'unknown-without-evidence',
  'outside-window',
  'cap-broken',
  'sent-after-opt-out',
  'sent-to-bad-address',
  'sent-to-suppressed',
  'sent-while-held',
  'row-of-before-lost',
  'voucher-twice',
  'voucher-not-the-persons',
  'budget-overspent',
  'budget-inexact',
  'balance-inexact',
  'not-closed',
  'failed-for-the-sender',
  'called-while-stopped',
  'lost-to-silence',
  'task-twice',
  'task-for-customer-not-due',
  'row-belies-desk',
  'rung-and-written-to',
  'attempt-lost',
  'attempt-twice',
  'attempt-belied',
  'attempt-of-nobody',
  'overwritten-unseen',
  'case-lost',
  'promise-lost',
  'equation-inexact',
  'left-open',
  'day-without-list',
  'listed-twice',
  'rung-twice',
  'rung-after-stop',
  'erased-and-still-there',
  'clock-rang-twice',
  'clock-not-rung',
  'clock-mailed-twice',
  'clock-belied',
  'case-gone',
  'merged-words-lost',
  'merged-asks-again',
  'part-opened-again',
  'compensation-overspent',
  'compensation-inexact',
  'compensation-twice',
  'compensation-belied',
  'file-lost',
  'file-missing',
  'file-twice',
  'file-without-event',
] as const
export type BreachKind = (typeof BREACHES)[number]

export interface Breach {
  readonly kind: BreachKind
  readonly occurrenceId: string
  readonly customerId: string | null
  readonly detail: string
}

export const breach = (
  kind: BreachKind,
  { occurrenceId, customerId = null, detail }: { occurrenceId: string; customerId?: string | null; detail: string },
): Breach => ({ kind, occurrenceId, customerId, detail })
