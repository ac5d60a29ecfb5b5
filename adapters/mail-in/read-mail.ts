/**
 * Raw bytes into a parsed mail. The bytes are untrusted: any sender can mail us. It never throws, and its time and memory are bounded
 * (mail-limits.ts). Attachments are named and measured, never opened; messages inside the message are attachments.
 */
import PostalMime, { type Address, decodeWords, type Email } from 'postal-mime'
import { bodyText } from '#adapters/mail-in/body-text.ts'
import { type Flowed, notFlowed } from '#adapters/mail-in/flowed-mail.ts'
import { inTrueLetters, oldVietnameseCharset } from '#adapters/mail-in/mail-charset.ts'
import { headOnly, MOST_HEADERS_BYTES, MOST_NESTING, withinLimits } from '#adapters/mail-in/mail-limits.ts'
import { safely } from '#adapters/mail-in/safely.ts'
import type { MailAttachment, ParsedMail } from '#core/reply/parsed-mail.ts'
import { cutTo, readableText } from '#core/reply/readable-text.ts'

const MOST_HEADERS = 400
const LONGEST_HEADER = 4000
const MOST_RECIPIENTS = 100
const MOST_ATTACHMENTS = 50

const SENT_TO = ['to', 'cc', 'bcc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to'] as const

export async function readMail(bytes: Uint8Array): Promise<ParsedMail> {
  const { bytes: within, limits } = withinLimits(bytes)
  const { bytes: readable, flowed } = notFlowed(within)
  const whole = await parsed(readable)
  if (whole) return mailOf(whole, { bytes: readable, flowed, limits })
  const head = await parsed(headOnly(readable))
  return mailOf(head, { bytes: readable, flowed, limits: [...limits, 'unreadable:parts'] })
}

interface Readable {
  readonly bytes: Uint8Array
  readonly flowed: Flowed | null
  readonly limits: readonly string[]
}

/** Null when the parser gives up: nested too deep, too many headers, or a fault of its own. */
async function parsed(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: MOST_NESTING,
      maxHeadersSize: MOST_HEADERS_BYTES,
    })
  } catch {
    return null
  }
}

function mailOf(email: Email | null, { bytes, flowed, limits }: Readable): ParsedMail {
  const old = oldVietnameseCharset(bytes)
  const headers = headersOf(email)
  const { text, limit } = bodyText({ said: email?.text, html: email?.html, old, flowed })
  const from = email?.from ? mailboxes([email.from]) : []
  const attached = (email?.attachments ?? []).filter(({ mimeType }) => !isReaction(mimeType))
  const all = [...limits, ...limit, ...(attached.length > MOST_ATTACHMENTS ? ['size:attachments'] : [])]
  return {
    from: from[0] ?? '',
    recipients: recipientsOf(email, headers),
    subject: oneLine(inTrueLetters(email?.subject ?? '', old), 500),
    messageId: oneLine(email?.messageId ?? '', 500) || null,
    headers,
    text,
    attachments: attached.slice(0, MOST_ATTACHMENTS).map(attachmentOf),
    ...(all.length > 0 && { limits: all }),
  }
}

/** Values unchanged, within bounds; the first of a name is the topmost. */
function headersOf(email: Email | null): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>()
  for (const { key, value } of email?.headers.slice(0, MOST_HEADERS) ?? []) {
    const values = headers.get(key) ?? []
    headers.set(key, [...values, cutTo(value, LONGEST_HEADER)])
  }
  return headers
}

function recipientsOf(email: Email | null, headers: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const named = [...(email?.to ?? []), ...(email?.cc ?? []), ...(email?.bcc ?? [])].slice(0, MOST_RECIPIENTS)
  const handled = SENT_TO.slice(3).flatMap((name) => headers.get(name) ?? [])
  const bare = handled.flatMap((value) => value.match(/[^\s<>,;:"]{1,200}@[^\s<>,;:"]{1,200}/g) ?? [])
  return [...new Set([...mailboxes(named), ...bare])].slice(0, MOST_RECIPIENTS)
}

const mailboxes = (addresses: readonly Address[]): readonly string[] =>
  addresses
    .flatMap((each) => (each.group ? each.group.map(({ address }) => address) : [each.address ?? '']))
    .map((address) => oneLine(address, 320))
    .filter((address) => address.includes('@'))

/** Gmail sends a reaction twice: in words, and as a part for programs. */
const isReaction = (type: string): boolean => /^text\/vnd\.google\.email-reaction\+json$/i.test(type)

function attachmentOf({
  filename,
  mimeType,
  content,
  contentId,
  disposition,
  related,
}: Email['attachments'][number]): MailAttachment {
  const name =
    oneLine(filename ?? '', 500)
      .split(/[\\/]/)
      .at(-1) ?? ''
  return {
    name:
      cutTo(
        name
          .replace(/[<>:"|?*]/g, '_')
          .replace(/^\.+/, '')
          .trim(),
        200,
      ) || 'unnamed',
    type: oneLine(mimeType, 100) || 'application/octet-stream',
    bytes: typeof content === 'string' ? content.length : content.byteLength,
    ...(contentId && (related || disposition === 'inline') && { inline: true }),
  }
}

/** Line breaks are removed, so that the text cannot break a line of a page, a header or a log. Encoded words are decoded. */
const oneLine = (text: string, most: number): string =>
  cutTo(
    readableText(text.includes('=?') ? (safely(() => decodeWords(text.slice(0, 10_000))) ?? text) : text).replace(/\s+/g, ' '),
    most,
  ).trim()
