/** What people indent, and what programs quote; a plain part that holds none of the words. */
import { describe, expect, test } from 'vitest'
import { readMail } from '#adapters/mail-in/read-mail.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { asHtml, html, LETTER, plain, quoted, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const both = (text: string, markup: string) => rawMail({ parts: [plain(text), html(`<html><body>${markup}</body></html>`)] })
const onlyHtml = (markup: string) => rawMail({ parts: [html(`<html><body>${markup}</body></html>`)] })
const read = async (bytes: Uint8Array) => readReply(await readMail(bytes), { kind: 'nps' })

const STOP = 'Đừng gửi thư cho tôi nữa'
const INDENTS = [
  `<p>8</p><blockquote><p>${STOP}</p></blockquote>`,
  `<div>8</div><blockquote style="margin-top:0;margin-bottom:0"><div>${STOP}</div></blockquote>`,
  `<div>8</div><blockquote style="margin-left:40px"><div>${STOP}</div></blockquote>`,
  `<div>8</div><blockquote style="margin: 0px 0px 0px 40px; padding: 0px;"><div>${STOP}</div></blockquote>`,
  `<div>8</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>${STOP}</div></blockquote>`,
  `<div>8</div><blockquote style="border-left: none; margin-left: 40px">${STOP}</blockquote>`,
  `<div dir="ltr">8<blockquote dir="ltr"><blockquote>${STOP}</blockquote></blockquote></div>`,
  `<p>8 điểm.</p><p>Ngày 10/3 tôi đã viết cho shop như sau:</p><blockquote>${STOP}</blockquote>`,
]

describe('an indent is its writer’s', () => {
  test.each(INDENTS)('in HTML alone: %s', async (markup) => {
    expect(await read(onlyHtml(markup))).toMatchObject({ kind: 'optOut', score: 8 })
  })

  test.each(INDENTS)('beside a plain part: %s', async (markup) => {
    const text = markup.includes('Ngày')
      ? `8 điểm.\n\nNgày 10/3 tôi đã viết cho shop như sau:\n\n    ${STOP}`
      : `8\n\n    ${STOP}`
    expect(await read(both(text, markup))).toMatchObject({ kind: 'optOut', score: 8 })
  })
})

test('a line drawn in Word is a mark only above a head', async () => {
  const drawn = (first: string) =>
    `<p>8</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p>${first}</p></div><p>Đừng gửi thư nữa</p>`
  expect(await read(onlyHtml(drawn('Ghi chú của tôi')))).toMatchObject({ kind: 'optOut', score: 8 })
  expect(await read(onlyHtml(drawn('<b>Từ:</b> Trà Sen')))).toMatchObject({ kind: 'answer', score: 8, text: '8' })
})

describe('a quote is a program’s', () => {
  const said = 'Vào Th 4, 10 thg 3, 2027 lúc 09:00 X &lt;a@b.example&gt; đã viết:'
  test.each([
    `<div>8</div><blockquote type="cite">${asHtml(LETTER)}</blockquote>`,
    `<div>8</div><blockquote type="CITE" cite="mid:1@x">${asHtml(LETTER)}</blockquote>`,
    `<div>8</div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${asHtml(LETTER)}</blockquote>`,
    `<div>8</div><blockquote class="x_spark_quote">${asHtml(LETTER)}</blockquote>`,
    `<div>8</div><blockquote style="border-left:2px solid #1010FF;margin-left:5px">${asHtml(LETTER)}</blockquote>`,
    `<div>8</div><blockquote style='border:none;border-left:solid #CCCCCC 1.0pt;padding:0'>${asHtml(LETTER)}</blockquote>`,
    `<div>8</div><div>${said}</div><blockquote>${asHtml(LETTER)}</blockquote>`,
    `<div>8</div><div>${said}<br></div><div><br></div><div><blockquote><div>${asHtml(LETTER)}</div></blockquote></div>`,
    `<div>8</div><div>10.03.2027, 09:00, "X" &lt;a@b.example&gt;:</div><blockquote>${asHtml(LETTER)}</blockquote>`,
    `<div>8</div><div>Từ: X</div><blockquote>${asHtml(LETTER)}</blockquote>`,
    `<div>8</div><p>On 10/03/2027 09:00, Trà Sen Việt wrote:</p><blockquote>${asHtml(LETTER)}</blockquote>`,
  ])('%s', async (markup) => {
    const { score, kind, text } = await read(onlyHtml(markup))
    expect({ score, kind }).toEqual({ score: 8, kind: 'answer' })
    expect(text).not.toContain('Ngừng nhận')
  })
})

describe('a plain part that says none of the words', () => {
  test.each([
    'This message contains HTML. Please use an HTML mail client.',
    'please use an HTML client',
    'Your mail client does not support HTML messages.',
    'Thư này ở dạng HTML, vui lòng xem bằng trình duyệt.',
    'If you cannot see this message, open it in your browser: https://example.com/v/1',
    '[image: logo]',
    '-- \nScanned by MailGuard 7',
  ])('%j', async (text) => {
    expect(await read(both(text, '<p>8 điểm</p><p>Đừng gửi thư nữa</p>'))).toMatchObject({
      kind: 'optOut',
      score: 8,
      text: '8 điểm\nĐừng gửi thư nữa',
    })
  })

  test('words of its own that must be acted upon are kept beside the other’s', async () => {
    const { kind, text } = await read(both('Ấm bị vỡ, xin đổi giúp tôi', '<p>Xin chào công ty, tôi là Lan</p>'))
    expect(kind).toBe('complaint')
    expect(text).toContain('Ấm bị vỡ')
    expect(text).toContain('tôi là Lan')
  })

  test('the plain part stays the one to read where both say the same, or the HTML part is garbled', async () => {
    expect((await read(both(`9 điểm\n\n${quoted('0 1 2')}`, '<p>9 điểm</p><p>0 1 2</p>'))).text).toBe('9 điểm')
    expect((await read(both('Chín điểm, trà ngon', '<p>Ch\uFFFDn \uFFFDi\uFFFDm, tr\uFFFD ngon l\uFFFDm</p>'))).text).toBe(
      'Chín điểm, trà ngon',
    )
  })
})
