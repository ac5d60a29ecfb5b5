/** A mailer that keeps every mail and gives scripted answers: for rehearsals and tests. */
import { frozen } from '#adapters/frozen.ts'
import type { DispatchResult, Mail, Mailer } from '#app/ports/sending.ts'

export interface MemoryMailer extends Mailer {
  /** Every mail that was taken, or may have been taken, in order. */
  readonly mails: readonly Mail[]
  /** The results of the next sends to this address, one each; after them mails are accepted again. */
  answer(address: string, ...results: readonly DispatchResult[]): void
}

export function memoryMailer(): MemoryMailer {
  const mails: Mail[] = []
  const answers = new Map<string, DispatchResult[]>()
  return {
    mails,
    answer: (address, ...results) => {
      answers.set(address, [...(answers.get(address) ?? []), ...results])
    },
    send: async (mail) => {
      const told = answers.get(mail.to)?.shift()
      const taken = told === undefined || 'accepted' in told || 'unknown' in told
      if (taken) mails.push(frozen(mail))
      return told ?? { accepted: `mail-${String(mails.length).padStart(6, '0')}` }
    },
  }
}
