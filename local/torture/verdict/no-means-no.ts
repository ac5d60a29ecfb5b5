/** No mail to somebody who has opted out, and none to an address that the provider has called bad. */
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { mailsToTheDue } from '#local/torture/verdict/mails-to-the-due.ts'
import { isKnowinglyAfter } from '#local/torture/verdict/under-way.ts'

export function noMeansNo(evidence: Evidence): readonly Breach[] {
  return mailsToTheDue(evidence).toTheDue.flatMap(({ mail, person: { optedOutAt } }) => {
    const badSince = evidence.knownBadSince.get(mail.to) ?? null
    return [
      ...(isKnowinglyAfter(mail.at, optedOutAt)
        ? [breach('sent-after-opt-out', { ...mail, detail: `${optedOutAt}, sent ${mail.at}` })]
        : []),
      ...(isKnowinglyAfter(mail.at, badSince)
        ? [breach('sent-to-bad-address', { ...mail, detail: `known since ${badSince}, sent ${mail.at}` })]
        : []),
    ]
  })
}
