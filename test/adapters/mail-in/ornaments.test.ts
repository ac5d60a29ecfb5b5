/** What a program or an office adds to plain thanks: a logo, a reaction. */
import { describe, expect, test } from 'vitest'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { html, plain, quoted, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const read = async (bytes: Uint8Array, kind: 'nps' | null = null) => readReply(await readMail(bytes), kind && { kind })

const withPicture = (bytes: number, { type = 'image/png', inline = true } = {}) =>
  rawMail({
    multipart: inline ? 'related' : 'mixed',
    parts: [
      html('<p>Cảm ơn shop nhiều!</p><p>Nguyễn Lan</p><img src="cid:image001.png@01D">'),
      {
        type: `${type}; name="image001.png"`,
        body: Buffer.alloc(bytes, 1),
        encoding: 'base64',
        head: inline
          ? ['Content-Disposition: inline; filename="image001.png"', 'Content-ID: <image001.png@01D>']
          : ['Content-Disposition: attachment; filename="image001.png"'],
      },
    ],
  })

describe('the logo of a signature', () => {
  test.each([200, 4_000, 15_000])('of %i bytes shows nothing', async (bytes) => {
    expect((await read(withPicture(bytes))).kind).toBe('thanks')
  })

  test('beside both parts, with its place in the plain one', async () => {
    const bytes = Buffer.from(
      [
        'From: Lan <lan@example.com>',
        'Subject: Re: hoi tham',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; boundary="r1"',
        '',
        '--r1',
        'Content-Type: multipart/alternative; boundary="a1"',
        '',
        '--a1',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Cam on shop nhieu!',
        '',
        '[cid:image001.png@01D]',
        '--a1',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>Cam on shop nhieu!</p><img src="cid:image001.png@01D">',
        '--a1--',
        '--r1',
        'Content-Type: image/png; name="image001.png"',
        'Content-Disposition: inline; filename="image001.png"',
        'Content-ID: <image001.png@01D>',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
        '--r1--',
        '',
      ].join('\r\n'),
    )
    expect(await read(bytes)).toMatchObject({ kind: 'thanks', text: 'Cam on shop nhieu!' })
  })

  test('a photo that was pasted in, and any file attached, may show what the words do not say', async () => {
    expect((await read(withPicture(90_000))).kind).toBe('unclear')
    expect((await read(withPicture(90_000, { type: 'image/jpeg' }))).kind).toBe('unclear')
    expect((await read(withPicture(4_000, { inline: false }))).kind).toBe('unclear')
    expect((await read(withPicture(4_000, { type: 'application/pdf' }))).kind).toBe('unclear')
  })
})

describe('a reaction of Gmail', () => {
  const LINK =
    '<https://www.google.com/gmail/about/?utm_source=gmail-in-product&utm_medium=et&utm_campaign=emojireactionemail#app>'
  const reaction = (said: string, emoji = '👍') =>
    rawMail({
      parts: [
        plain(`${emoji}\n\n${said}\n${LINK}\n\nOn Wed, Mar 10, 2027 at 9:00 AM X <a@b.example> wrote:\n\n${quoted('0 1 2')}`),
        { type: 'text/vnd.google.email-reaction+json; charset=utf-8', body: `{"emoji":"${emoji}","version":1}` },
        html(
          `<div><p style="font-size:50px">${emoji}</p><p>${said.replace(/( reacted| đã )/, ' <a href="https://www.google.com/gmail/about/">$1')}</a></p></div>`,
        ),
      ],
    })

  test.each(['Lan Nguyen reacted via Gmail', 'Nguyễn Lan đã bày tỏ cảm xúc qua Gmail', 'lan@example.com reacted via Gmail'])(
    'to a greeting is thanks: %s',
    async (said) => {
      expect(await read(reaction(said))).toMatchObject({ kind: 'thanks', text: '👍' })
      expect(await read(reaction(said, '❤️'))).toMatchObject({ kind: 'thanks' })
    },
  )

  test('to a question it is no answer, and an angry one no thanks', async () => {
    expect(await read(reaction('Lan Nguyen reacted via Gmail'), 'nps')).toMatchObject({
      kind: 'unclear',
      score: null,
      text: '👍',
    })
    expect(await read(reaction('Lan Nguyen reacted via Gmail', '😡'))).toMatchObject({ kind: 'unclear' })
  })

  test.each(['my wife reacted via Gmail', 'Nobody at your shop reacted via Gmail or phone'])(
    'a person tells of one: %s',
    async (said) => {
      expect((await read(rawMail({ parts: [plain(said)] }))).text).toBe(said)
    },
  )
})
