/**
 * The recipients of a batch with an erased customer's name replaced: as the recipient, as who got the greeting instead, in the call that the desk got, or
 * in the id of the case or call that a survey is about.
 */
import type { Outcome } from '#core/audience/outcome.ts'
import { isErasedName } from '#core/customer/erased-name.ts'
import { keyUnderName } from '#core/occasion/subject.ts'
import type { Batch, Recipient } from '#core/planning/occurrence.ts'
import { checkInId } from '#core/work/check-in.ts'

interface NewName {
  readonly customerId: string
  readonly as: string
}

interface Named {
  readonly customerId: string
  readonly occurrenceId: string
}

export const namedIn = ({ recipients, occurrenceId }: Batch, customerId: string): boolean =>
  recipients.some(
    (recipient) =>
      recipient.customerId === customerId ||
      outcomeNames(recipient.outcome, { customerId, occurrenceId }) ||
      keyOf(recipient, { customerId, as: '' }) !== recipient.occasionKey,
  )

/** Also where the recipient is renamed already, as the version before left it; never the key of another customer. */
const keyOf = ({ customerId, occasionKey }: Recipient, name: NewName): string =>
  customerId === name.customerId || isErasedName(customerId) ? keyUnderName(occasionKey, name) : occasionKey

function outcomeNames(outcome: Outcome, { customerId, occurrenceId }: Named): boolean {
  if (outcome.state === 'sent') return outcome.providerId === checkInId({ customerId, occurrenceId })
  if (outcome.state !== 'skipped') return false
  if (outcome.reason === 'not-known-here') return Object.values(outcome.stored).includes(customerId)
  return outcome.reason === 'same-address' && outcome.writtenTo === customerId
}

export function renamedIn({ recipients, occurrenceId }: Batch, { customerId, as }: NewName): Recipient[] {
  const name = { customerId, occurrenceId, as }
  return recipients.map((recipient) => ({
    customerId: recipient.customerId === customerId ? as : recipient.customerId,
    occasionKey: keyOf(recipient, name),
    outcome: outcomeNames(recipient.outcome, name) ? renamedOutcome(recipient.outcome, name) : recipient.outcome,
  }))
}

function renamedOutcome(outcome: Outcome, { customerId, occurrenceId, as }: Named & NewName): Outcome {
  if (outcome.state === 'sent') return { ...outcome, providerId: checkInId({ customerId: as, occurrenceId }) }
  if (outcome.state !== 'skipped') return outcome
  if (outcome.reason !== 'not-known-here') return { state: 'skipped', reason: 'same-address', writtenTo: as }
  const naming = Object.keys(outcome.stored).filter((fact) => outcome.stored[fact] === customerId)
  return { ...outcome, stored: { ...outcome.stored, ...Object.fromEntries(naming.map((fact) => [fact, as])) } }
}
