/** A mailer that keeps every mail and gives scripted answers: for rehearsals and tests. */
import { frozen } from '#adapters/frozen.ts'
import type { DispatchResult, Mail, Mailer, StaffMail, StaffMailer } from '#app/ports/sending.ts'

export interface MemoryMailer extends Mailer, StaffMailer {
  /** Every mail to a customer that was taken, or may have been taken, in order. */
  readonly mails: readonly Mail[]
  /** The same of mails to staff. */
  readonly staffMails: readonly StaffMail[]
  /** The results of the next sends to this address, one each; after them mails are accepted again. */
  answer(address: string, ...results: readonly DispatchResult[]): void
}

export function memoryMailer(): MemoryMailer {
  const mails: Mail[] = []
  const staffMails: StaffMail[] = []
  const answers = new Map<string, DispatchResult[]>()
  const taken = <Sent extends { readonly to: string }>(mail: Sent, kept: Sent[]): DispatchResult => {
    const told = answers.get(mail.to)?.shift()
    if (told === undefined || 'accepted' in told || 'unknown' in told) kept.push(mail)
    return told ?? { accepted: `mail-${String(mails.length + staffMails.length).padStart(6, '0')}` }
  }
  return {
    mails,
    staffMails,
    answer: (address, ...results) => {
      answers.set(address, [...(answers.get(address) ?? []), ...results])
    },
    send: async (mail) => taken(frozen(mail), mails),
    // Bytes cannot be frozen.
    sendToStaff: async (mail) => taken(mail, staffMails),
  }
}
