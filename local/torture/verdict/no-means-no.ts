/**
 * No mail was claimed after its customer had opted out, and none after the provider had reported the address as bad. None went to an address that the
 * version before had suppressed. No grace: a mail under way was
 * claimed before the stop was stored, and a claim after it is the breach, however soon the mail follows.
 */
import type { Evidence, MailFacts, Stop } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { mailsToTheDue } from '#local/torture/verdict/mails-to-the-due.ts'

export function noMeansNo(evidence: Evidence): readonly Breach[] {
  return mailsToTheDue(evidence).toTheDue.flatMap(({ mail, person: { optedOut, isSuppressed } }) => {
    const bad = evidence.knownBad.get(mail.to) ?? null
    return [
      ...(isSuppressed ? [breach('sent-to-suppressed', { ...mail, detail: mail.messageId })] : []),
      ...(isClaimedAfter(evidence, mail, optedOut)
        ? [breach('sent-after-opt-out', { ...mail, detail: `${optedOut?.at}, claimed later, sent ${mail.at}` })]
        : []),
      ...(isClaimedAfter(evidence, mail, bad)
        ? [breach('sent-to-bad-address', { ...mail, detail: `known since ${bad?.at}, claimed later, sent ${mail.at}` })]
        : []),
    ]
  })
}

/** Not claimed when the stop was stored; or claimed then, given back, and claimed once more. */
export function isClaimedAfter(
  { claims }: Pick<Evidence, 'claims'>,
  { customerId, occurrenceId }: Pick<MailFacts, 'customerId' | 'occurrenceId'>,
  stop: Stop | null,
): boolean {
  if (stop === null) return false
  const before = stop.claimedBefore.get(customerId)?.get(occurrenceId)
  return before === undefined || before !== (claims.get(customerId)?.get(occurrenceId) ?? before)
}
