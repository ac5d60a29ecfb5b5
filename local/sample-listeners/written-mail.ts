/** A customer's answer to a mail as their own mail program writes it, with the mail quoted in that program's way. */
import MailComposer from 'nodemailer/lib/mail-composer'
import { stableHash } from '#core/customer/stable-hash.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { LOCAL_PLACE } from '#local/aws/aws-place.ts'
import { replyAddress } from '#local/mail-in/answer-mail.ts'
import type { IncomingMail } from '#local/mail-in/lay-down-mail.ts'
import type { MailProgram } from '#local/sample-listeners/act.ts'
import type { MailAsRead } from '#local/sample-listeners/mail-as-read.ts'
import { asMarkup } from '#local/sample-listeners/markup.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'

export interface Writing {
  readonly mail: MailAsRead
  readonly text: string
  readonly program: MailProgram
  readonly photo: boolean
  /** Sent by a machine while its owner is away. */
  readonly automatic: boolean
  readonly at: Instant
  /** The zone of the clock in the mail program. */
  readonly zone: string
}

/** Null when the mail gives no address to answer to. */
export async function writtenReply(writing: Writing): Promise<IncomingMail | null> {
  const { mail, at, automatic, photo } = writing
  const { message, address } = mail
  const to = replyAddress(message)
  if (to === undefined) return null
  const original = `<${message.messageId}@${LOCAL_PLACE.region}.amazonses.com>`
  const composer = new MailComposer({
    from: address,
    to,
    subject: subjectOf(writing),
    date: new Date(at),
    messageId: ownId(`${message.messageId} ${at}`, address),
    inReplyTo: original,
    references: original,
    ...bodyOf(writing),
    ...(photo && { attachments: [{ filename: 'hop-tra.png', content: PICTURE, contentType: 'image/png' }] }),
    ...(automatic && { headers: { 'Auto-Submitted': 'auto-replied' } }),
  })
  return { from: automatic ? '' : address, to: [to], bytes: await composer.compile().build() }
}

/** The mail that a mailbox sends for the `mailto:` of List-Unsubscribe: only a subject. */
export async function writtenStop(mail: MailAsRead, at: Instant): Promise<IncomingMail | null> {
  const { stopAddress: to, address, message } = mail
  if (to === null) return null
  const composer = new MailComposer({
    from: address,
    to,
    subject: 'unsubscribe',
    date: new Date(at),
    messageId: ownId(`${message.messageId} stop`, address),
    text: '',
  })
  return { from: address, to: [to], bytes: await composer.compile().build() }
}

/** The same for the same act, so that a repeated mail is the same mail. */
const ownId = (about: string, address: string) => `<${stableHash(about).toString(16)}.${address}>`

function subjectOf({ mail: { message, locale }, automatic }: Writing): string {
  if (!automatic) return /^re:/i.test(message.subject) ? message.subject : `Re: ${message.subject}`
  return `${locale === 'vi' ? 'Trả lời tự động' : 'Automatic reply'}: ${message.subject}`
}

const SIGNED: Readonly<Record<PageLocale, string>> = { vi: 'Đã gửi từ iPhone của tôi', en: 'Sent from my iPhone' }

function bodyOf({ mail, text, program, automatic, zone }: Writing): { readonly text: string } | { readonly html: string } {
  const { message, locale, at } = mail
  if (automatic) return { text }
  const sent = { date: shortDate(localDateAt(at, zone), locale), time: localTimeAt(at, zone), from: message.from }
  const wrote =
    locale === 'vi'
      ? `Vào ${sent.date} lúc ${sent.time}, ${sent.from} đã viết:`
      : `On ${sent.date} at ${sent.time}, ${sent.from} wrote:`
  const quoted = (message.text ?? '').trimEnd().split('\n')
  const lines = text.split('\n').map((line) => `<div>${asMarkup(line)}</div>`)
  switch (program) {
    case 'plain':
      return { text: [text, '', wrote, ...quoted.map((line) => `> ${line}`), ''].join('\n') }
    case 'iphone':
      return { text: [text, '', SIGNED[locale], '', `> ${wrote}`, ...quoted.map((line) => `> ${line}`), ''].join('\n') }
    case 'gmail':
      return {
        html: `<div dir="ltr">${lines.join('')}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${asMarkup(wrote)}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${bodyIn(message.html)}</blockquote></div>`,
      }
    case 'outlook':
      return {
        html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${lines.join('')}<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif"><b>${locale === 'vi' ? 'Từ' : 'From'}:</b> ${asMarkup(sent.from)}<br><b>${locale === 'vi' ? 'Đã gửi' : 'Sent'}:</b> ${sent.date} ${sent.time}<br><b>${locale === 'vi' ? 'Chủ đề' : 'Subject'}:</b> ${asMarkup(message.subject)}</font></div><div>${bodyIn(message.html)}</div></body></html>`,
      }
  }
}

const bodyIn = (html: string | null) => /<body[^>]*>([\s\S]*)<\/body>/i.exec(html ?? '')?.[1] ?? ''

/** A picture of one pixel: only the presence of an attachment matters. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
