/**
 * Raw bytes into a parsed mail, for whatever bytes: mail comes from anybody. It never throws, and its time and memory are bounded
 * (mail-limits.ts). Attachments are named and weighed, never opened; messages inside the message are attachments.
 */
import PostalMime, { type Address, decodeWords, type Email } from 'postal-mime'
import { type Flowed, notFlowed } from '#adapters/mail-in/flowed-mail.ts'
import { htmlAsText } from '#adapters/mail-in/html-as-text.ts'
import { inTrueLetters, oldVietnameseCharset } from '#adapters/mail-in/mail-charset.ts'
import { headOnly, MOST_HEADERS_BYTES, MOST_NESTING, withinLimits } from '#adapters/mail-in/mail-limits.ts'
import { unfoldedText } from '#core/reply/flowed-text.ts'
import { newlyWritten, type QuoteForm } from '#core/reply/newly-written.ts'
import type { MailAttachment, ParsedMail } from '#core/reply/parsed-mail.ts'
import { cutTo, readableText } from '#core/reply/readable-text.ts'

const MOST_HEADERS = 400
const LONGEST_HEADER = 4000
const MOST_RECIPIENTS = 100
const MOST_ATTACHMENTS = 50
/** What is kept of a text before it is read; core cuts further. */
const LONGEST_TEXT = 1_000_000

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

/** Null when the parser gives up: too deep, too many headers, or a fault of its own. */
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
  const { text, limit } = textOf(email, { old, flowed })
  const from = email?.from ? mailboxes([email.from]) : []
  const attached = email?.attachments ?? []
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

/** Values as they stand but for bounds; the first of a name is the topmost. */
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

interface BodyText {
  readonly text: string
  readonly limit: readonly string[]
}

interface Written {
  readonly old: ReturnType<typeof oldVietnameseCharset>
  readonly flowed: Flowed | null
}

/**
 * The plain part, for that is what the writer's program made of their words; the HTML part when there is no other, or when it alone
 * keeps the structure: what is quoted, where a quote ends, or the ends of lines.
 */
function textOf(email: Email | null, { old, flowed }: Written): BodyText {
  const said = cutTo(email?.text ?? '', LONGEST_TEXT)
  const plain = boundedText(flowed ? unfoldedText(said, flowed) : said, old)
  const html = email?.html
  if (!html) return { text: plain, limit: [] }
  const told = safely(() => htmlAsText(inTrueLetters(html, old)))
  if (!told) return { text: plain, limit: plain === '' ? ['unreadable:html'] : [] }
  const marked = boundedText(told.text, null)
  return { text: keepsMore({ plain, marked, quotes: told.quotes }) ? marked : plain, limit: [] }
}

/** How much a plain part tells of what is quoted. */
const FORMS: Readonly<Record<QuoteForm, 'all' | 'beginning' | 'nothing'>> = {
  marked: 'all',
  open: 'beginning',
  glued: 'nothing',
  none: 'nothing',
}

/** `marked`: the HTML part as text; `quotes`: it tells what is quoted. */
function keepsMore({
  plain,
  marked,
  quotes,
}: {
  readonly plain: string
  readonly marked: string
  readonly quotes: boolean
}): boolean {
  if (plain.trim() === '') return true
  const own = newlyWritten(plain)
  const ownMarked = newlyWritten(marked)
  // A quote that holds all there is: whether it does, only a plain part without any mark cannot tell.
  if (ownMarked.text === '' && own.text !== '') return quotes && own.quotes === 'none'
  if (quotes && FORMS[own.quotes] !== 'all') return FORMS[own.quotes] === 'nothing' || ownMarked.quotes === 'marked'
  return lettersOf(own.text) === lettersOf(ownMarked.text) && linesOf(own.text) < linesOf(ownMarked.text)
}

const lettersOf = (text: string): string => text.replace(/\s+/g, '')
const linesOf = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length

const boundedText = (text: string, old: ReturnType<typeof oldVietnameseCharset>): string =>
  readableText(inTrueLetters(cutTo(text, LONGEST_TEXT), old))

function attachmentOf({ filename, mimeType, content }: Email['attachments'][number]): MailAttachment {
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
  }
}

/** Nothing in it may break a line of a page, a header or a log; words that are still encoded are decoded. */
const oneLine = (text: string, most: number): string =>
  cutTo(
    readableText(text.includes('=?') ? (safely(() => decodeWords(text.slice(0, 10_000))) ?? text) : text).replace(/\s+/g, ' '),
    most,
  ).trim()

/** The parsers are other people's code and the mails are anybody's: a fault in one costs that piece, not the batch. */
function safely<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
