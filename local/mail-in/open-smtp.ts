/** The SMTP port of a running system, opened when its company has a reply domain and the operator asks for a port. */

import type { LocalSystem } from '#local/local-system.ts'
import type { IncomingMail } from '#local/mail-in/lay-down-mail.ts'
import { type SmtpPort, startSmtpPort } from '#local/mail-in/smtp-port.ts'
import { unlessTaken } from '#local/port-taken.ts'

/** The sending program hears that the mail is stored; the staff app shows what follows from it. */
export async function openSmtp(
  { companyRules, stack, alone, eventLog }: LocalSystem,
  { smtpPort, tell }: { readonly smtpPort?: number; readonly tell: (line: string) => void },
): Promise<SmtpPort | null> {
  const { replyDomain } = companyRules.company
  if (smtpPort === undefined || replyDomain === undefined) return null
  const received = async (mail: IncomingMail) => {
    await stack.mailIn.layDown(mail)
    void alone(stack.drain).catch((error: unknown) => eventLog.alarm('mail.failed', { because: String(error) }))
  }
  const open = (port: number) => startSmtpPort({ port, replyDomain, received })
  const opened = await open(smtpPort).catch(unlessTaken)
  if (!opened) tell(`port ${smtpPort} is taken by another program: mail is taken on another`)
  return opened ?? open(0)
}
