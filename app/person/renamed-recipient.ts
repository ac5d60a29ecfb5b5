/** One recipient of a batch with an erased customer's name replaced: as the recipient, or as who got the greeting instead. */
import type { Outcome } from '#core/audience/outcome.ts'
import type { Recipient } from '#core/planning/occurrence.ts'

export const names = (recipient: Recipient, customerId: string): boolean =>
  recipient.customerId === customerId || outcomeNames(recipient.outcome, customerId)

function outcomeNames(outcome: Outcome, customerId: string): boolean {
  if (outcome.state !== 'skipped') return false
  if (outcome.reason === 'not-known-here') return Object.values(outcome.stored).includes(customerId)
  return outcome.reason === 'same-address' && outcome.writtenTo === customerId
}

export function renamed(
  recipient: Recipient,
  { customerId, as }: { readonly customerId: string; readonly as: string },
): Recipient {
  const { outcome } = recipient
  return {
    ...recipient,
    customerId: recipient.customerId === customerId ? as : recipient.customerId,
    outcome: outcomeNames(outcome, customerId) ? renamedOutcome(outcome, { customerId, as }) : outcome,
  }
}

function renamedOutcome(outcome: Outcome, { customerId, as }: { readonly customerId: string; readonly as: string }): Outcome {
  if (outcome.state !== 'skipped') return outcome
  if (outcome.reason !== 'not-known-here') return { state: 'skipped', reason: 'same-address', writtenTo: as }
  const naming = Object.keys(outcome.stored).filter((fact) => outcome.stored[fact] === customerId)
  return { ...outcome, stored: { ...outcome.stored, ...Object.fromEntries(naming.map((fact) => [fact, as])) } }
}
