/** Raw mails byte by byte, in whatever charset and encoding a program would have used, faults included. */

export interface Part {
  readonly type: string
  readonly body: string | Uint8Array
  readonly encoding?: '8bit' | '7bit' | 'base64' | 'quoted-printable'
  readonly head?: readonly string[]
}

const HEAD = [
  'Return-Path: <lan@example.com>',
  'From: =?UTF-8?B?Tmd1eeG7hW4gTGFu?= <lan@example.com>',
  'To: =?UTF-8?Q?Tr=C3=A0_Sen_Vi=E1=BB=87t?= <r+abc123@traloi.trasenviet.example.com>',
  'Subject: =?UTF-8?B?UmU6IEFuaC9DaOG7iyB0aOG6pXkgdGjhur8gbsOgbz8=?=',
  'Message-ID: <m1@mail.example.com>',
  'Date: Wed, 10 Mar 2027 09:30:00 +0700',
  'MIME-Version: 1.0',
]

export interface RawMail {
  readonly parts: readonly Part[]
  readonly multipart?: 'alternative' | 'mixed' | 'related' | 'report'
  /** Above the usual head; a header of the same name then counts, being topmost. */
  readonly head?: readonly string[]
  readonly without?: readonly string[]
  readonly lineEnd?: '\r\n' | '\n'
}

export function rawMail({ parts, multipart = 'alternative', head = [], without = [], lineEnd = '\r\n' }: RawMail): Uint8Array {
  const usual = HEAD.filter((line) => !without.some((name) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`)))
  const [only, ...more] = parts
  const bytes: Uint8Array[] = []
  const say = (text: string) => bytes.push(Buffer.from(text.replace(/\r?\n/g, lineEnd), 'utf8'))
  say([...head, ...usual, ''].join('\n'))
  if (only && more.length === 0) bytes.push(...partBytes(only, lineEnd))
  else {
    say(`Content-Type: multipart/${multipart}; boundary="=_b0undary"\n\nThis is a multi-part message in MIME format.\n`)
    for (const part of parts) {
      say('--=_b0undary\n')
      bytes.push(...partBytes(part, lineEnd))
      say('\n')
    }
    say('--=_b0undary--\n')
  }
  return Buffer.concat(bytes)
}

function partBytes({ type, body, encoding = '8bit', head = [] }: Part, lineEnd: string): readonly Uint8Array[] {
  const start = [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, ...head, '', ''].join(lineEnd)
  const raw = typeof body === 'string' ? Buffer.from(body.replace(/\r?\n/g, lineEnd), 'utf8') : body
  return [Buffer.from(start, 'utf8'), encoded(raw, encoding)]
}

function encoded(raw: Uint8Array, encoding: Part['encoding']): Uint8Array {
  if (encoding === 'base64') return Buffer.from(Buffer.from(raw).toString('base64').replace(/.{76}/g, '$&\r\n'), 'ascii')
  if (encoding !== 'quoted-printable') return raw
  let line = ''
  let text = ''
  for (const byte of raw) {
    const piece =
      byte === 10 || byte === 13 || (byte >= 32 && byte < 127 && byte !== 61)
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if (byte === 10) {
      text += `${line}\n`
      line = ''
    } else {
      if (line.length + piece.length > 74) {
        text += `${line}=\r\n`
        line = ''
      }
      line += piece
    }
  }
  return Buffer.from(text + line, 'latin1')
}

export const plain = (body: string, more: Partial<Part> = {}): Part => ({ type: 'text/plain; charset=utf-8', body, ...more })
export const html = (body: string, more: Partial<Part> = {}): Part => ({ type: 'text/html; charset=utf-8', body, ...more })

/** A letter of ours, full of what must not be read as the customer's: numbers, "stop", a telephone number. */
export const LETTER = `Chào chị Lan,
Trên thang điểm từ 0 đến 10, chị có sẵn sàng giới thiệu Trà Sen Việt cho bạn bè không?
0 1 2 3 4 5 6 7 8 9 10
hoặc chỉ cần trả lời thư này bằng một số từ 0 đến 10
Ngừng nhận thư này: https://thamhoi.example.com/u/abc
Khiếu nại: 1900 1234`

export const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
export const asHtml = (text: string) =>
  text
    .split('\n')
    .map((line) => `<div>${line}</div>`)
    .join('')
