/** An answer to one of our mails as a customer's mail program writes it: to its reply address, with the mail quoted below. */
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Instant } from '#core/time/instant.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import type { IncomingMail } from '#local/mail-in/lay-down-mail.ts'

export interface WrittenAnswer {
  readonly message: Pick<MailboxMessage, 'messageId' | 'from' | 'replyTo' | 'subject' | 'text'>
  /** The From address of the answer. */
  readonly from: string
  readonly text: string
  /** Written by a machine, such as an out-of-office note. */
  readonly automatic: boolean
  readonly at: Instant
  /** The line above the quote, in the language of the mail program: `On … wrote:`. */
  readonly quoteLine: string
}

/** The address that an answer to the mail goes to; undefined when the mail names none. */
export function replyAddress({ replyTo, from }: Pick<MailboxMessage, 'replyTo' | 'from'>): string | undefined {
  const written = replyTo[0] ?? from
  const bare = (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).trim()
  return bare.includes('@') ? bare : undefined
}

export async function answerMail({ message, from, text, automatic, at, quoteLine }: WrittenAnswer): Promise<IncomingMail> {
  const to = replyAddress(message)
  if (to === undefined) throw new Error(`mail ${message.messageId} says no address to answer to`)
  const original = `<${message.messageId}@${LOCAL_PLACE.region}.amazonses.com>`
  const quoted = (message.text ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`)
  const composer = new MailComposer({
    from,
    to,
    subject: /^re:/i.test(message.subject) ? message.subject : `Re: ${message.subject}`,
    date: new Date(at),
    inReplyTo: original,
    references: original,
    text: [text, '', quoteLine, ...quoted, ''].join('\n'),
    ...(automatic && { headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'auto_reply' } }),
  })
  return { from: automatic ? '' : from, to: [to], bytes: await composer.compile().build() }
}
