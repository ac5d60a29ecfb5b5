/**
 * Nothing of a campaign was claimed for a customer between the moment at which their grave case was surely open and the one at which its closing began.
 * No grace: what was under way then had been claimed before.
 */
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { isCheckIn } from '#local/torture/verdict/desk/call-ends.ts'
import { mailsToTheDue } from '#local/torture/verdict/mails-to-the-due.ts'
import { isClaimedAfter } from '#local/torture/verdict/no-means-no.ts'

interface Made {
  readonly customerId: string
  readonly occurrenceId: string
  readonly at: string
  readonly detail: string
}

export const keptBack = (evidence: Evidence): readonly Breach[] =>
  touchesMade(evidence).flatMap((made) => {
    const held = evidence.people.get(made.customerId)?.graveCase ?? null
    if (held === null || held.opened === null || !isClaimedAfter(evidence, made, held.opened)) return []
    const claimedAt = evidence.claims.get(made.customerId)?.get(made.occurrenceId) ?? made.at
    if (held.closingFrom !== null && claimedAt >= held.closingFrom) return []
    return [breach('sent-while-held', { ...made, detail: `open since ${held.opened.at}, claimed ${claimedAt}, ${made.detail}` })]
  })

function touchesMade(evidence: Evidence): readonly Made[] {
  const mails = mailsToTheDue(evidence).toTheDue.map(({ mail }) => ({ ...mail, detail: `mail ${mail.messageId}` }))
  const calls = evidence.desk.tasks.filter(isCheckIn).flatMap(({ workId, customerId, occurrenceId, events }) => {
    const at = events[0]?.at
    return customerId === null || occurrenceId === null || at === undefined
      ? []
      : [{ customerId, occurrenceId, at, detail: `call ${workId}` }]
  })
  return [...mails, ...calls]
}
