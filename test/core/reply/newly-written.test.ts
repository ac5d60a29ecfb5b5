import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newlyWritten } from '#core/reply/newly-written.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { readableText, tidyLines } from '#core/reply/readable-text.ts'
import { saysSomething } from '#core/reply/says-something.ts'
import { aMail } from '#test/core/reply/a-mail.ts'
import { keptLetters } from '#test/core/reply/kept-letters.ts'

const SEED = 20270313
console.info(`newly written: seed ${SEED}`)

describe('every line is the customer’s', () => {
  test.each(keptLetters)('$text', ({ text, kind, score }) => {
    expect(newlyWritten(readableText(text))).toEqual({ text: tidyLines(text), quotes: 'none' })
    const reading = readReply(aMail(text), { kind: 'nps' })
    expect(reading).toMatchObject({ ...(kind && { kind }), ...(score !== undefined && { score }) })
  })
})

describe('of what is not quoted, only a signature disappears', () => {
  /** Sentences of people, many of which begin as farewells, footers, adverts, heads and attributions do. */
  const SENTENCES = [
    ...keptLetters
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => /\p{Ll}/u.test(line) && line.split(' ').length >= 4 && !/cảm ơn\.$/.test(line)),
    '10 điểm',
    '8',
    'STOP',
    'dừng',
    'Trà bị mốc',
    'Xin gọi lại cho tôi qua 0912 345 678',
    'Please call me at lan@example.com',
    'Mua ở https://shop.example.com/tra hay ở cửa hàng đều được',
    'Sent from the shop in Hà Nội, it took 9 days',
    'Get Outlook for me please',
    'Thanks for the tea, it was lovely',
    'Best of all was the box',
    'Kính chào quý công ty, tôi là Lan',
    'Thân tặng mẹ một hộp nhé',
    'Từ: Lan, gửi shop',
    'Date: next Monday would suit me',
    'On Monday I was not at home',
    'Vào ngày 10 tôi không có nhà',
    'Lan wrote: nothing to add',
    'This email reached me at work',
    'Không có virus gì đâu, file mở được mà',
    'You received this message because I asked for help',
  ]
  const FAREWELLS = [
    'Cảm ơn.',
    'Kính chào,',
    'Thanks,',
    'Thanks!',
    'Thân,',
    'Trân trọng',
    'Best regards,',
    'Xin cảm ơn',
    'Cheers',
  ]
  const DASHES = ['--', '-- ', '—', '---', '____________________', '==========', '***']
  const BADGES = [
    'Nguyễn Lan',
    'Lan',
    'ACME Co., Ltd.',
    'Trưởng phòng kinh doanh',
    '0912 345 678',
    'ĐT: 028 3822 1234',
    'www.acme.example',
    'lan@example.com',
    'Address: 12 Hàng Bài, Hà Nội',
  ]
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...SENTENCES) },
    { weight: 2, arbitrary: fc.constantFrom(...FAREWELLS) },
    { weight: 1, arbitrary: fc.constantFrom(...DASHES) },
    { weight: 2, arbitrary: fc.constantFrom(...BADGES) },
    { weight: 1, arbitrary: fc.constant('') },
  )
  const body = fc.array(line, { minLength: 1, maxLength: 14 })
  const sentences = new Set(SENTENCES)
  const partOfSignature = new Set([...FAREWELLS, ...DASHES, ...BADGES].map((each) => each.trim()))

  /** Lines of the body that are not in what was read, each as often as it is missing. */
  function lost(lines: readonly string[], read: string): readonly string[] {
    const left = new Map<string, number>()
    for (const each of read.split('\n')) left.set(each.trim(), (left.get(each.trim()) ?? 0) + 1)
    return lines.filter((each) => {
      const many = left.get(each.trim()) ?? 0
      left.set(each.trim(), many - 1)
      return each.trim() !== '' && many <= 0
    })
  }

  function holds(lines: readonly string[], read: string) {
    const gone = lost(lines, read)
    expect(gone.filter((each) => sentences.has(each) || !partOfSignature.has(each.trim()))).toEqual([])
    expect(gone.filter((each) => saysSomething([each]))).toEqual([])
  }

  test('with nothing quoted', () => {
    fc.assert(
      fc.property(body, (lines) => holds(lines, newlyWritten(readableText(lines.join('\n'))).text)),
      { seed: SEED, numRuns: 3000 },
    )
  })

  const quotes = fc.constantFrom(
    'On Wed, Mar 10, 2027 at 9:00 AM X <a@b.example> wrote:\n> 0 1 2\n> STOP',
    'Vào Th 4, 10 thg 3, 2027 lúc 09:00 X <a@b.example> đã viết:\n\n> 0 1 2\n> Ngừng nhận thư',
    '> 0 1 2\n> Ngừng nhận thư',
    'Am 10.03.2027 um 09:00 schrieb X:\n> 0 1 2',
  )
  test('above, between and below quoted lines', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(body, quotes), { minLength: 1, maxLength: 3 }), body, (pairs, last) => {
        const text = [...pairs.map(([lines, quote]) => `${lines.join('\n')}\n\n${quote}\n`), last.join('\n')].join('\n')
        // A rule directly above a mark belongs to the mark, and so do empty lines.
        holds([...pairs.flatMap(([lines]) => lines), ...last], newlyWritten(readableText(text)).text)
      }),
      { seed: SEED, numRuns: 1500 },
    )
  })

  test('above a quote that nothing ends, wherever in its line the mark begins', () => {
    const marks = fc.constantFrom(
      '\n\nFrom: X <a@b.example>\nSent: Wednesday\nTo: Lan\nSubject: Z\n\nSTOP 0 1 2',
      ' -------- Original message --------From: X <a@b.example> Date: 10/3/27 To: Lan Subject: Z STOP 0 1 2',
      ' On Wed, Mar 10, 2027 at 9:00 AM, X<a@b.example> wrote:   Chào chị\nSTOP\n0 1 2',
      '\n\n________________________________\nTừ: X <a@b.example>\nĐã gửi: Thứ Tư\nĐến: Lan\nChủ đề: Z\n\nNgừng nhận thư',
      '\n\n---- X wrote ----\nSTOP',
    )
    fc.assert(
      fc.property(body, marks, (lines, mark) => {
        const { text } = newlyWritten(readableText(`${lines.join('\n')}${mark}`))
        holds(lines, text)
        expect(lost(text.split('\n'), [...lines, ''].join('\n'))).toEqual([])
      }),
      { seed: SEED, numRuns: 1500 },
    )
  })
})
