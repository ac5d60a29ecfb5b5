import { describe, expect, test } from 'vitest'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { charsetMails } from '#test/adapters/mail-in/reply-corpus/charsets.ts'
import { clientMails } from '#test/adapters/mail-in/reply-corpus/clients.ts'
import { elsewhereMails } from '#test/adapters/mail-in/reply-corpus/elsewhere.ts'
import { otherMails } from '#test/adapters/mail-in/reply-corpus/machines.ts'
import { officeMails } from '#test/adapters/mail-in/reply-corpus/office.ts'
import { phoneMails } from '#test/adapters/mail-in/reply-corpus/phones.ts'
import { plain, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'
import { samsungMails } from '#test/adapters/mail-in/reply-corpus/samsung.ts'
import { yahooMails } from '#test/adapters/mail-in/reply-corpus/yahoo.ts'

describe.each([
  ['mail programs', clientMails],
  ['Samsung', samsungMails],
  ['Yahoo', yahooMails],
  ['offices', officeMails],
  ['phones and programs that people choose', phoneMails],
  ['other languages', elsewhereMails],
  ['charsets and encodings', charsetMails],
  ['machines, stops and complaints', otherMails],
])('%s', (_what, mails) => {
  test.each(mails)('$name', async ({ bytes, text, score = null, kind, language }) => {
    const reading = readReply(await readMail(bytes), { kind: 'nps' })
    expect(reading).toMatchObject({ text, score, kind: kind ?? 'answer', ...(language !== undefined && { language }) })
  })
})

describe('the head of a mail', () => {
  const bytes = rawMail({
    parts: [plain('9')],
    head: [
      'Delivered-To: r+xyz@traloi.trasenviet.example.com',
      'X-Original-To: <stop+abc@traloi.trasenviet.example.com>',
      'Cc: Nhóm: a@example.com, B <b@example.com>;',
      'X-SES-Spam-Verdict: PASS',
      'X-SES-Spam-Verdict: FAIL',
    ],
  })

  test('who, to whom, about what', async () => {
    expect(await readMail(bytes)).toMatchObject({
      from: 'lan@example.com',
      subject: 'Re: Anh/Chị thấy thế nào?',
      messageId: '<m1@mail.example.com>',
      recipients: [
        'r+abc123@traloi.trasenviet.example.com',
        'a@example.com',
        'b@example.com',
        'r+xyz@traloi.trasenviet.example.com',
        'stop+abc@traloi.trasenviet.example.com',
      ],
    })
  })

  test('values of one name stand in their order, topmost first', async () => {
    expect((await readMail(bytes)).headers.get('x-ses-spam-verdict')).toEqual(['PASS', 'FAIL'])
  })

  test('encoded subjects and names of files, also in pieces, are decoded and made harmless', async () => {
    const mail = await readMail(
      rawMail({
        multipart: 'mixed',
        without: ['subject'],
        head: ['Subject: =?windows-1258?Q?Ti=EA=ECng?= =?utf-8?B?IFZp4buHdA==?=\u202E'],
        parts: [
          plain('9'),
          {
            type: "image/png; name*0*=utf-8''h%C3%B3a; name*1*=%20%C4%91%C6%A1n.png",
            body: 'x',
            encoding: 'base64',
            head: ['Content-Disposition: attachment'],
          },
          {
            type: 'application/x-msdownload; name="..\\..\\evil\u202Egnp.exe"',
            body: 'MZ',
            encoding: 'base64',
            head: ['Content-Disposition: attachment'],
          },
          {
            type: 'text/html; name="=?utf-8?Q?a=0D=0Ab.html?="',
            body: '<script>1</script>',
            encoding: 'base64',
            head: ['Content-Disposition: attachment'],
          },
          { type: 'application/pdf', body: Buffer.alloc(1000), encoding: 'base64', head: ['Content-Disposition: attachment'] },
        ],
      }),
    )
    expect(mail.subject).toBe('Tiếng Việt')
    expect(mail.attachments).toEqual([
      { name: 'hóa đơn.png', type: 'image/png', bytes: 1 },
      { name: 'evilgnp.exe', type: 'application/x-msdownload', bytes: 2 },
      { name: 'a b.html', type: 'text/html', bytes: 18 },
      { name: 'unnamed', type: 'application/pdf', bytes: 1000 },
    ])
    expect(mail.text.trim()).toBe('9')
  })

  test('a mail within a mail is an attachment, never somebody’s words', async () => {
    const inner = rawMail({ parts: [plain('STOP')] })
    const mail = await readMail(rawMail({ multipart: 'mixed', parts: [plain('9'), { type: 'message/rfc822', body: inner }] }))
    expect(mail.text.trim()).toBe('9')
    expect(mail.attachments).toMatchObject([{ type: 'message/rfc822' }])
  })
})
