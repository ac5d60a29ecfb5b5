/** Mails made to cost time, memory or a crash; random ones with their seed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import type { ParsedMail } from '#core/reply/parsed-mail.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { ReplyReadingSchema } from '#core/reply/reply.ts'
import { charsetMails } from '#test/adapters/mail-in/reply-corpus/charsets.ts'
import { clientMails } from '#test/adapters/mail-in/reply-corpus/clients.ts'
import { otherMails } from '#test/adapters/mail-in/reply-corpus/machines.ts'
import { cpuTimer } from '#test/core/reply/cpu-time.ts'

const SEED = 20270310
console.info(`hostile mails: seed ${SEED}`)
const corpus = [...clientMails, ...charsetMails, ...otherMails].map(({ bytes }) => bytes)

/** Six seconds of CPU were seen on a slow machine with other work; what is caught is minutes. */
const SOON_MS = 20_000
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

async function readSoon(bytes: Uint8Array): Promise<ParsedMail> {
  const worked = cpuTimer()
  const mail = await readMail(bytes)
  const reading = readReply(mail, { kind: 'nps' })
  expect(worked()).toBeLessThan(SOON_MS)
  expect(ReplyReadingSchema.safeParse(reading).success).toBe(true)
  expect(reading.text.length).toBeLessThanOrEqual(10_000)
  expect(reading.text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u)
  expect(reading.text.isWellFormed()).toBe(true)
  return mail
}

describe('a mail made to cost', () => {
  test('40 MB: its head and first words are read, and the reason is given', async () => {
    const start = 'From: lan@example.com\r\nTo: r+abc@x.example\r\nSubject: Re: a\r\n\r\n9 điểm\r\n\r\n'
    const bytes = new Uint8Array(40 * 1024 * 1024).fill(0x41)
    bytes.set(Buffer.from(start, 'utf8'))
    const mail = await readSoon(bytes)
    expect(mail).toMatchObject({ from: 'lan@example.com', recipients: ['r+abc@x.example'], limits: ['size:over-10-mb'] })
    expect(mail.text).toMatch(/^9 điểm\n/)
  })

  test('10,000 parts', async () => {
    const mail = await readSoon(
      bytesOf(
        `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n9\r\n${'--b\r\n\r\nx\r\n'.repeat(10_000)}--b--\r\n`,
      ),
    )
    expect(mail.limits).toContain('size:parts')
    expect(mail.text).toMatch(/^9\n/)
    expect(mail.attachments.length).toBeLessThanOrEqual(50)
  })

  test('a million parts of nothing', async () => {
    expect(
      (await readSoon(bytesOf(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(1_000_000)}`))).limits,
    ).toContain('size:parts')
  })

  test('parts within parts, 2,000 deep', async () => {
    const deep = Array.from(
      { length: 2000 },
      (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
    ).join('')
    const mail = await readSoon(
      bytesOf(`From: a@b.example\r\nSubject: s\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n${deep}`),
    )
    expect(mail).toMatchObject({
      from: 'a@b.example',
      subject: 's',
      text: '',
      limits: expect.arrayContaining(['unreadable:parts']),
    })
  })

  test('mails within mails, 1,000 deep', async () => {
    await readSoon(bytesOf(`${'Content-Type: message/rfc822\r\n\r\n'.repeat(1000)}9`))
  })

  test('ten megabytes of line ends', async () => {
    expect((await readSoon(new Uint8Array(10 * 1024 * 1024).fill(0x0a))).limits).toContain('size:lines')
  })

  test.each([
    ['one header of 5 MB', `Subject: ${'a'.repeat(5_000_000)}\r\n\r\n9`],
    ['100,000 headers', `${'X-A: b\r\n'.repeat(100_000)}\r\n9`],
    ['a header folded 100,000 times', `Subject: a\r\n${' b\r\n'.repeat(100_000)}\r\n9`],
    ['100,000 encoded words', `Subject: ${'=?utf-8?Q?a?= '.repeat(100_000)}\r\n\r\n9`],
    ['half an encoded word, again and again', `Subject: ${'=?utf-8?Q?'.repeat(50_000)}\r\n\r\n9`],
    ['20,000 recipients', `To: ${'a@b.example, '.repeat(20_000)}\r\n\r\n9`],
    ['brackets in an address', `From: ${'<('.repeat(60_000)}\r\n\r\n9`],
    ['quotes in an address', `From: ${'"\\'.repeat(60_000)}\r\n\r\n9`],
    ['parameters without end', `Content-Type: text/plain; ${'a*0*=%20;'.repeat(12_000)}\r\n\r\n9`],
    ['comments in comments', `Content-Type: text/plain ${'('.repeat(100_000)}\r\n\r\n9`],
  ])('%s', async (_what, mail) => {
    expect((await readSoon(bytesOf(mail))).text.length).toBeLessThan(300_000)
  })

  test.each([
    ['a line of 5 MB', 'a'.repeat(5_000_000)],
    ['a million ">"', '>'.repeat(1_000_000)],
    ['quotes in quotes', Array.from({ length: 2000 }, (_, at) => `${'>'.repeat(at)} x`).join('\n')],
    ['a hundred thousand attributions', 'On 1 2027 X wrote:\n'.repeat(100_000)],
    ['attributions that never end', 'On 1 2027 X <a@b.example\n'.repeat(60_000)],
    ['headers that never end', 'From: a\nSent: b\n'.repeat(60_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['dashes', '-'.repeat(1_000_000)],
    ['blank lines', '\n'.repeat(150_000)],
  ])('the text: %s', async (_what, text) => {
    await readSoon(bytesOf(`Content-Type: text/plain\r\n\r\n${text}`))
  })

  test.each([
    ['100,000 open elements', '<div>'.repeat(100_000)],
    ['100,000 quotes in quotes', '<blockquote>'.repeat(100_000)],
    ['200,000 brothers', '<p>a</p>'.repeat(200_000)],
    ['a table in a table', '<table><tr><td>'.repeat(30_000)],
    ['attributes without end', `<div ${'a="b" '.repeat(150_000)}>9`],
    ['tags never closed', '<'.repeat(1_000_000)],
    ['entities', '&lt;'.repeat(250_000)],
    ['half entities', '&#x'.repeat(300_000)],
    ['a comment never closed', `9<!--${'-'.repeat(900_000)}`],
    ['Gmail quotes in each other', '<div class="gmail_quote">'.repeat(20_000)],
  ])('HTML: %s', async (_what, markup) => {
    await readSoon(bytesOf(`Content-Type: text/html\r\n\r\n${markup}`))
  })
})

describe('for any bytes', () => {
  const options = { seed: SEED, numRuns: 300 }

  test('random bytes are read without a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        await readSoon(bytes)
      }),
      options,
    )
  })

  test('mails with bytes changed, cut, doubled and mixed are read without a throw', async () => {
    const change = fc.record({
      mail: fc.nat({ max: corpus.length - 1 }),
      other: fc.nat({ max: corpus.length - 1 }),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      flips: fc.array(fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) }), { maxLength: 30 }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ mail, other, cut, flips }) => {
        const one = corpus[mail]!
        const two = corpus[other]!
        const mixed = Buffer.concat([one.subarray(0, Math.floor(one.length * cut)), two.subarray(Math.floor(two.length * cut))])
        for (const { at, byte } of flips) if (mixed.length > 0) mixed[at % mixed.length] = byte
        await readSoon(mixed)
      }),
      { ...options, numRuns: 600 },
    )
  })

  test('whatever stands in the head, the reading holds to its form', async () => {
    const names = [
      'From',
      'To',
      'Subject',
      'Content-Type',
      'Content-Transfer-Encoding',
      'Message-ID',
      'Auto-Submitted',
      'Return-Path',
      'Authentication-Results',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 80 })), { maxLength: 12 }),
        fc.string({ unit: 'binary', maxLength: 500 }),
        async (headers, body) => {
          await readSoon(
            Buffer.from(`${headers.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`, 'utf8'),
          )
        },
      ),
      options,
    )
  })

  test('the same bytes are read the same twice', async () => {
    for (const bytes of corpus.slice(0, 30)) expect(await readMail(bytes)).toEqual(await readMail(bytes.slice()))
  })
})
