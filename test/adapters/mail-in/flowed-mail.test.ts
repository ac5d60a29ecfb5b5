import { describe, expect, test } from 'vitest'
import { notFlowed } from '#adapters/mail-in/flowed-mail.ts'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import { newlyWritten } from '#core/reply/newly-written.ts'
import { LETTER, plain, quoted, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const FLOWED = { type: 'text/plain; charset=utf-8; format=flowed' }
const read = async (bytes: Uint8Array) => newlyWritten((await readMail(bytes)).text).text
const mail = (body: string, more: Parameters<typeof plain>[1] = FLOWED) => rawMail({ parts: [plain(body, more)] })

describe('a flowed mail', () => {
  test.each<[string, string, string]>([
    ['the answer below a quoted line that ends in a blank', '> From 0 to 10? \n9', '9'],
    ['the answer above one', '9 \n> From 0 to 10?', '9'],
    [
      'a long answer, and an attribution broken over two lines',
      `Trà rất ngon và \ngiao nhanh, 9 \nđiểm\n\nOn 10/03/2027 09:00, X <a@b.example> \nwrote:\n${quoted(LETTER)}`,
      'Trà rất ngon và giao nhanh, 9 điểm',
    ],
    ['answers between quotes', '> Điểm? \nTám \n> Vì sao? \nGiao chậm', 'Tám\nGiao chậm'],
    ['a signature', '9\n-- \nLan \nwww.lan.example', '9'],
  ])('%s', async (_what, body, text) => expect(await read(mail(body))).toBe(text))

  test.each([
    'text/plain; charset=utf-8; format=flowed; delsp=yes',
    'text/plain; format="flowed"; DelSp="Yes"; charset="utf-8"',
    'text/plain;\r\n\tcharset=utf-8;\r\n\tFORMAT=Flowed;\r\n delsp=yes',
  ])('however its head says it: %j', async (type) => {
    expect(await read(mail('Chín \nđiểm\n> 0? \n', { type }))).toBe('Chínđiểm')
  })

  test.each(['quoted-printable', 'base64'] as const)('encoded as %s', async (encoding) => {
    expect(await read(mail('> From 0 to 10? \n9 \nđiểm', { ...FLOWED, encoding }))).toBe('9 điểm')
  })

  test('beside an HTML part', async () => {
    const parts = [plain('> From 0 to 10? \n9', FLOWED), { type: 'text/html', body: '<blockquote>From 0 to 10?</blockquote>9' }]
    expect(await read(rawMail({ parts }))).toBe('9')
  })

  test('a mail that is not flowed keeps its lines', async () => {
    expect(await read(rawMail({ parts: [plain('Trà ngon \nGiao nhanh')] }))).toBe('Trà ngon\nGiao nhanh')
    expect(await read(rawMail({ parts: [plain('format=flowed \nlà gì?')] }))).toBe('format=flowed\nlà gì?')
  })
})

test('only the parameter is touched, and the mail stays as long as it was', () => {
  const bytes = mail('Content-Type: text/plain; format=flowed\n9')
  const { bytes: touched, flowed } = notFlowed(bytes)
  expect(flowed).toEqual({ delSp: false })
  expect(touched.length).toBe(bytes.length)
  expect(Buffer.from(bytes).includes('; format=flowed')).toBe(true)
  const other = rawMail({ parts: [plain('9')] })
  expect(notFlowed(other)).toEqual({ bytes: other, flowed: null })
})
