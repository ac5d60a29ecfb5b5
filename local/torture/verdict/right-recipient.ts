/** A mail goes only to a due customer, at their own address. */
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { mailsToTheDue } from '#local/torture/verdict/mails-to-the-due.ts'

export function rightRecipient(evidence: Evidence): readonly Breach[] {
  const { toTheDue, toOthers } = mailsToTheDue(evidence)
  return [
    ...toOthers.map((mail) => breach('sent-to-customer-not-due', { ...mail, detail: mail.messageId })),
    ...toTheDue
      .filter(({ mail, person }) => mail.to !== person.email)
      .map(({ mail }) => breach('sent-to-wrong-address', { ...mail, detail: mail.messageId })),
  ]
}
