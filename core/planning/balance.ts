/** The balance of an occurrence: every member of the audience in exactly one line. */
import type { Outcome } from '#core/audience/outcome.ts'
import { countedReason } from '#core/audience/skip.ts'
import type { MailLosses } from '#core/campaign/mail-health.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import type { Balance, Batch, Recipient } from '#core/planning/occurrence.ts'

/** being-planned: a slice is not fully planned yet, so the sum cannot be compared. */
export type Standing = 'being-planned' | 'adds-up' | 'mismatch'

/** Of how many in a large occurrence it is not known whether their mail left. `isMore`: at least so many; not all of their batches were read. */
export interface UnknownCount {
  readonly count: number
  readonly isMore: boolean
}

export function balanceOf(outcomes: Iterable<Outcome>): Balance {
  const counted = { audience: 0, planned: 0, sent: 0, skipped: 0, deferred: 0, withheld: 0, failed: 0, unknown: 0 }
  const skippedBy: Record<string, number> = {}
  for (const outcome of outcomes) {
    counted.audience++
    counted[outcome.state]++
    if (outcome.state !== 'skipped') continue
    const reason = countedReason(outcome)
    skippedBy[reason] = (skippedBy[reason] ?? 0) + 1
  }
  return { ...counted, skippedBy }
}

/** The same from the rows, which say besides who was erased. */
export function balanceOfRecipients(recipients: readonly Pick<Recipient, 'customerId' | 'outcome'>[]): Balance {
  const balance = balanceOf(recipients.map(({ outcome }) => outcome))
  return withErased(
    balance,
    recipients.filter(({ customerId, outcome }) => outcome.state === 'unknown' && isErasedName(customerId)).length,
  )
}

/** The same from whole batches, which say besides who is written to instead of being rung. */
export function balanceOfBatches(batches: readonly Pick<Batch, 'recipients' | 'instead'>[]): Balance {
  const balance = balanceOfRecipients(batches.flatMap(({ recipients }) => recipients))
  const written = balanceOf(
    batches.flatMap(({ instead, recipients }) => (instead ? recipients.map(({ outcome }) => outcome) : [])),
  )
  return withInstead(balance, { waiting: written.planned + written.deferred, sent: written.sent })
}

function withInstead({ instead: _, ...balance }: Balance, { waiting, sent }: NonNullable<Balance['instead']>): Balance {
  return waiting + sent === 0 ? balance : { ...balance, instead: { waiting, sent } }
}

/** How many of those sent were handed to the desk, in a campaign of calls. */
export const handedOver = ({ sent, instead }: Balance): number => sent - (instead?.sent ?? 0)

/** The balance with the number of its unknown outcomes that belong to erased customers. */
export function withErased({ unknownErased: _, ...balance }: Balance, unknownErased: number): Balance {
  return unknownErased === 0 ? balance : { ...balance, unknownErased }
}

/** Of how many a person still has to decide what became of their mail: about an erased customer there is nothing to decide. */
export const undecidedOf = ({ unknown, unknownErased = 0 }: Balance): number => unknown - unknownErased

/** The same of one line of a list; null where it is not known. */
export const undecidedIn = (
  line: { readonly balance: Balance } | { readonly balance: null; readonly unknown: UnknownCount | null },
): UnknownCount | null => (line.balance === null ? line.unknown : { count: undecidedOf(line.balance), isMore: false })

export function addBalances(a: Balance, b: Balance): Balance {
  const skippedBy = { ...a.skippedBy }
  for (const [reason, count] of Object.entries(b.skippedBy)) skippedBy[reason] = (skippedBy[reason] ?? 0) + count
  const sum: Balance = {
    audience: a.audience + b.audience,
    planned: a.planned + b.planned,
    sent: a.sent + b.sent,
    skipped: a.skipped + b.skipped,
    skippedBy,
    deferred: a.deferred + b.deferred,
    withheld: a.withheld + b.withheld,
    failed: a.failed + b.failed,
    unknown: a.unknown + b.unknown,
  }
  const instead = {
    waiting: (a.instead?.waiting ?? 0) + (b.instead?.waiting ?? 0),
    sent: (a.instead?.sent ?? 0) + (b.instead?.sent ?? 0),
  }
  return withInstead(withErased(sum, (a.unknownErased ?? 0) + (b.unknownErased ?? 0)), instead)
}

/** Does `audience = planned + sent + skipped + deferred + withheld + failed + unknown` hold, for the audience that planning counted? */
export function addsUp({ balance, audience }: { balance: Balance; audience: number }): boolean {
  const lines =
    balance.planned + balance.sent + balance.skipped + balance.deferred + balance.withheld + balance.failed + balance.unknown
  const reasons = Object.values(balance.skippedBy).reduce((sum, count) => sum + count, 0)
  return balance.audience === audience && lines === audience && reasons === balance.skipped
}

/** How many of the audience got their mail, and how many should have and did not, or may not have. */
export const lossesOf = ({ sent, unknown, failed, skippedBy }: Balance): MailLosses => ({
  reached: sent,
  unknown,
  failed,
  stopped: (skippedBy['sender-stopped'] ?? 0) + (skippedBy['words-missing'] ?? 0),
})
