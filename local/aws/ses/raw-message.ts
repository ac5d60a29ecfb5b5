/** Reads the parts of a raw MIME message that the mailbox shows: its headers, its text and HTML parts, its attachments. */
import { badRequest } from '#local/aws/ses/ses-error.ts'

export interface MailHeader {
  readonly name: string
  readonly value: string
}

export interface Attachment {
  readonly fileName: string
  readonly contentType: string
  readonly contentBase64: string
}

export interface RawMessage {
  readonly from: string | undefined
  readonly to: string[]
  readonly cc: string[]
  readonly bcc: string[]
  readonly replyTo: readonly string[]
  readonly subject: string
  readonly html: string | null
  readonly text: string | null
  /** Headers without a member of their own. */
  readonly headers: readonly MailHeader[]
  readonly attachments: readonly Attachment[]
  /** From `X-SES-MESSAGE-TAGS`. */
  readonly headerTags: readonly { readonly name: string; readonly value: string }[]
}

interface MimePart {
  readonly headers: readonly MailHeader[]
  /** One character for each byte. */
  readonly body: string
}

interface Contents {
  html: string | null
  text: string | null
  attachments: Attachment[]
}

const SHOWN_APART = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'subject',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
])

export function parseRawMessage(bytes: Buffer): RawMessage {
  const message = splitPart(bytes.toString('latin1'))
  const value = (name: string): string | undefined => headerValue(message, name)
  const contents = contentsOf(message, { html: null, text: null, attachments: [] })
  return {
    from: value('from'),
    to: addressList(value('to')),
    cc: addressList(value('cc')),
    bcc: addressList(value('bcc')),
    replyTo: addressList(value('reply-to')),
    subject: value('subject') ?? '',
    ...contents,
    headers: message.headers.filter(({ name }) => !SHOWN_APART.has(name.toLowerCase())),
    headerTags: (value('x-ses-message-tags') ?? '')
      .split(/[,;]/)
      .flatMap((pair) =>
        pair.includes('=') ? [{ name: pair.split('=')[0]?.trim() ?? '', value: pair.split('=')[1]?.trim() ?? '' }] : [],
      ),
  }
}

function splitPart(source: string): MimePart {
  const end = /\r?\n\r?\n/.exec(source)
  const head = end === null ? source : source.slice(0, end.index)
  const headers = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':')
      if (colon < 1) throw badRequest('Missing or malformed header in the raw message.')
      return { name: line.slice(0, colon).trim(), value: decodeWords(asUtf8(line.slice(colon + 1).trim())) }
    })
  return { headers, body: end === null ? '' : source.slice(end.index + end[0].length) }
}

const headerValue = ({ headers }: MimePart, name: string): string | undefined =>
  headers.find((header) => header.name.toLowerCase() === name)?.value

/** Takes the first text and the first HTML part as bodies; a part with a file name or of another type is an attachment. */
function contentsOf(part: MimePart, found: Contents): Contents {
  const contentType = headerValue(part, 'content-type') ?? 'text/plain'
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  const boundary = parameter(contentType, 'boundary')
  if (type.startsWith('multipart/') && boundary !== undefined) {
    return bodyParts(part.body, boundary).reduce((soFar, inner) => contentsOf(splitPart(inner), soFar), found)
  }
  const bytes = decodeBody(part)
  const fileName = parameter(headerValue(part, 'content-disposition') ?? '', 'filename') ?? parameter(contentType, 'name')
  if (fileName === undefined && type === 'text/plain' && found.text === null) return { ...found, text: bytes.toString('utf8') }
  if (fileName === undefined && type === 'text/html' && found.html === null) return { ...found, html: bytes.toString('utf8') }
  const attachment = { fileName: fileName ?? 'untitled', contentType: type, contentBase64: bytes.toString('base64') }
  return { ...found, attachments: [...found.attachments, attachment] }
}

const bodyParts = (body: string, boundary: string): readonly string[] =>
  `\r\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, ''))

function decodeBody(part: MimePart): Buffer {
  switch ((headerValue(part, 'content-transfer-encoding') ?? '').toLowerCase()) {
    case 'base64':
      return Buffer.from(part.body, 'base64')
    case 'quoted-printable':
      return Buffer.from(unquoted(part.body.replace(/=[ \t]*\r?\n/g, '')), 'latin1')
    default:
      return Buffer.from(part.body, 'latin1')
  }
}

const unquoted = (text: string): string =>
  text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** RFC 2047 encoded words; white space between two of them is removed. */
const decodeWords = (value: string): string =>
  value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?([\w-]+)\?([BQbq])\?([^?]*)\?=/g, (_, charset: string, encoding: string, word: string) => {
      const bytes =
        encoding.toUpperCase() === 'B' ? Buffer.from(word, 'base64') : Buffer.from(unquoted(word.replaceAll('_', ' ')), 'latin1')
      return bytes.toString(/^iso-8859-1$|^us-ascii$/i.test(charset) ? 'latin1' : 'utf8')
    })

const asUtf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8')

const parameter = (value: string, name: string): string | undefined => {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value)
  return match?.[1] ?? match?.[2]
}

/** Splits at commas outside quotes and angle brackets. */
const addressList = (value: string | undefined): string[] =>
  (value?.match(/(?:"[^"]*"|<[^>]*>|[^,])+/g) ?? []).map((address) => address.trim()).filter((address) => address !== '')
