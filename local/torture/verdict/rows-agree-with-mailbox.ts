/** A customer's row agrees with the mailbox: for `sent` the mail is there; for any other outcome except `unknown`, and for a call, there is none. */
import type { Outcome } from '#core/audience/outcome.ts'
import type { Evidence, MailFacts } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { rowsOfTheDue } from '#local/torture/verdict/rows-of-the-due.ts'

export function rowsAgreeWithMailbox(evidence: Evidence): readonly Breach[] {
  const keyOf = ({ occurrenceId, customerId }: { occurrenceId: string; customerId: string }) => `${occurrenceId} ${customerId}`
  const mails = Map.groupBy(evidence.mails, keyOf)
  return rowsOfTheDue(evidence).flatMap((row) => {
    const own = mails.get(keyOf(row)) ?? []
    if (row.onDesk)
      return own.length === 0 ? [] : [breach('row-belies-mailbox', { ...row, detail: 'to be rung, and written to' })]
    const belied = whyBelied(row.outcome, own)
    return belied === undefined ? [] : [breach('row-belies-mailbox', { ...row, detail: belied })]
  })
}

function whyBelied(outcome: Outcome, mails: readonly MailFacts[]): string | undefined {
  switch (outcome.state) {
    case 'sent':
      return mails.some(({ messageId }) => messageId === outcome.providerId)
        ? undefined
        : `sent as ${outcome.providerId}, which is not in the mailbox`
    case 'unknown':
      return undefined
    case 'planned':
    case 'skipped':
    case 'deferred':
    case 'withheld':
    case 'failed':
      return mails.length > 0 ? `${outcome.state}, and a mail is in the mailbox` : undefined
  }
}
