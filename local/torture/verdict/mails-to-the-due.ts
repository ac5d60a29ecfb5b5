/** Compares mails with the due customers: a mail to a customer who is not due is a breach of its own, and is judged for no other promise. */
import type { Evidence, ExpectedOccurrence, MailFacts, PersonFacts } from '#local/torture/evidence.ts'

export interface MailToTheDue {
  readonly mail: MailFacts
  readonly expected: ExpectedOccurrence
  readonly person: PersonFacts
}

export function mailsToTheDue({ mails, expected, people }: Evidence): {
  readonly toTheDue: readonly MailToTheDue[]
  readonly toOthers: readonly MailFacts[]
} {
  const dueBy = new Map(expected.map((each) => [each.occurrenceId, each]))
  const toTheDue: MailToTheDue[] = []
  const toOthers: MailFacts[] = []
  for (const mail of mails) {
    const due = dueBy.get(mail.occurrenceId)
    const person = people.get(mail.customerId)
    if (due?.due.has(mail.customerId) && person) toTheDue.push({ mail, expected: due, person })
    else toOthers.push(mail)
  }
  return { toTheDue, toOthers }
}
