import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownLetters } from '#core/reply/own-sentences.ts'
import { withoutOwnWords } from '#core/reply/own-words.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { tidyLines } from '#core/reply/readable-text.ts'
import { aMail } from '#test/core/reply/a-mail.ts'
import { cpuTimer } from '#test/core/reply/cpu-time.ts'

const SEED = 20270315
console.info(`own words: seed ${SEED}`)

/** As a template leaves it: a text part, and what its HTML part shows besides. */
const TEMPLATE = `{{greetingName}} thân mến,

{{Honorific}} đã đồng hành cùng Trà Sen Việt, nên ý kiến của {{honorific}} rất quý với chúng tôi. Xin {{honorific}} dành một phút cho một câu hỏi:

Vấn đề của {{honorific}} đã được giải quyết ngay trong lần liên hệ này chưa?

  Rồi / Chưa

Mở trang trả lời: {{survey.link}}
hoặc chỉ cần trả lời thư này bằng một chữ “Rồi” hoặc “Chưa”.
Câu hỏi này nhận trả lời đến hết ngày {{survey.closes}}.

Trân trọng cảm ơn,
Trà Sen Việt

----------------------------------------
Công ty TNHH Trà Sen Việt
12 Hàng Bài, Hà Nội
Điện thoại: 1900 1234
{{#if unsubscribeLink}}

{{Honorific}} nhận thư này vì là khách hàng của Trà Sen Việt. Nếu không muốn nhận những thư như thế này nữa, {{honorific}} có thể từ chối bất cứ lúc nào:
Ngừng nhận thư: {{unsubscribeLink}}
Chọn nội dung muốn nhận: {{preferencesLink}}
{{/if}}`
const SUBJECT = 'Vấn đề của {{honorific}} đã được giải quyết xong chưa ạ?'
const OWN = ownLetters([SUBJECT, TEMPLATE])

/** What one customer got. */
const LETTER = TEMPLATE.replaceAll('{{greetingName}}', 'Chị Lan')
  .replaceAll('{{Honorific}}', 'Chị')
  .replaceAll('{{honorific}}', 'chị')
  .replaceAll(/\{\{(?:survey\.link|\w+Link)\}\}/g, 'https://thamhoi.example.com/s/abc123')
  .replaceAll('{{survey.closes}}', '15/03/2027')
  .replaceAll(/\{\{[#/][^}]*\}\}\n?/g, '')
const own = (text: string) => tidyLines(withoutOwnWords(text, OWN))

describe('our letter, quoted back in whatever way', () => {
  test.each<[string, (letter: string) => string]>([
    ['without any mark', (letter) => letter],
    ['on one line', (letter) => letter.replaceAll('\n', ' ')],
    ['without its line ends', (letter) => letter.replace(/https:\S+/g, '').replaceAll('\n', '')],
    ['behind bars', (letter) => letter.replace(/^/gm, '| ')],
    ['behind marks that are none', (letter) => letter.replace(/^/gm, '» ')],
    ['wrapped at forty letters', (letter) => letter.replace(/(.{20,40}) /g, '$1\n')],
    [
      'without the marks of Vietnamese',
      (letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
    ],
    ['in capitals', (letter) => letter.toUpperCase()],
    ['without its links', (letter) => letter.replace(/https:\S+/g, '')],
    ['with links in brackets', (letter) => letter.replace(/(https:\S+)/g, '<$1>')],
    ['with empty lines between', (letter) => letter.replaceAll('\n', '\n\n')],
  ])('%s', (_what, quote) => {
    const left = own(`Rồi\nNgừng nhận thư\n\n${quote(LETTER)}\n\nGiao hơi chậm`)
    expect(left).toContain('Rồi\nNgừng nhận thư')
    expect(left).toMatch(/Giao hơi chậm$/)
    // What is left of the letter holds none of its sentences, no figure and no second "Ngừng nhận thư".
    expect(left.match(/Ngừng nhận thư/gi)).toHaveLength(1)
    expect(left).not.toMatch(/câu hỏi|từ chối|khách hàng|nội dung|15\/03/iu)
  })

  test('a complaint above it is a complaint, no stop', () => {
    const mail = aMail(`Giao hàng trễ quá ${LETTER.replaceAll('\n', ' ')}`)
    expect(readReply(mail, { kind: 'fcr' }).kind).toBe('optOut')
    expect(readReply(mail, { kind: 'fcr' }, OWN)).toMatchObject({
      kind: 'complaint',
      text: expect.stringMatching(/^Giao hàng trễ quá/),
    })
  })

  test('only the letter came back: nothing is left for a person to be taken for', () => {
    expect(readReply(aMail(LETTER), { kind: 'fcr' }, OWN)).toMatchObject({ kind: 'unclear', score: null })
  })

  test('one sentence of eight words is ours alone, and what stands behind it in its line is not', () => {
    expect(own('Vấn đề của chị đã được giải quyết ngay trong lần liên hệ này chưa? Rồi nhé')).toBe('Rồi nhé')
  })

  test('what the customer writes directly behind it is theirs', () => {
    expect(own(`${LETTER} 9`)).toMatch(/ 9$|^9$/)
    expect(own(`${LETTER} Giao hơi chậm`)).toContain('Giao hơi chậm')
    expect(own(`${LETTER.replace(/https:\S+/g, '')}\n3 hộp bị vỡ`)).toContain('3 hộp bị vỡ')
  })

  test('two short sentences together are ours', () => {
    expect(own('Điện thoại: 1900 1234\nTrà ngon')).toBe('Điện thoại: 1900 1234\nTrà ngon')
    expect(own('12 Hàng Bài, Hà Nội\nĐiện thoại: 1900 1234\nTrà ngon')).toBe('Trà ngon')
  })

  test('marks of quotes before its lines stay, so that what belongs to them goes as well', () => {
    expect(withoutOwnWords('9\n> 12 Hàng Bài, Hà Nội\n> Điện thoại: 1900 1234\n> 0 1 2', OWN)).toBe('9\n> …\n> …\n> 0 1 2')
  })
})

describe('the customer’s own', () => {
  test.each([
    'Ngừng nhận thư',
    'Rồi',
    'Chưa',
    'Rồi.\nNgừng nhận thư',
    'Ngừng nhận thư\nChưa',
    'Chưa, vẫn hỏng',
    'Tôi không muốn nhận những thư như thế này nữa',
    'Nếu không muốn nhận những thư như thế này nữa thì làm sao?',
    'Chị muốn từ chối bất cứ lúc nào cũng được à?',
    'Vấn đề của chị đã được giải quyết',
    'Cảm ơn Trà Sen Việt',
    'Trà Sen Việt',
    'Công ty TNHH Trà Sen Việt ơi, gọi cho chị',
    'hoặc chỉ cần trả lời',
    'Số 1900 1234 không ai nghe máy',
  ])('stays: %j', (text) => expect(own(text)).toBe(text))

  test('a label above the letter stays, though the letter says it too', () => {
    expect(own(`Ngừng nhận thư\n${LETTER}`)).toMatch(/^Ngừng nhận thư/)
    expect(readReply(aMail(`Ngừng nhận thư\n\n${LETTER}`), { kind: 'fcr' }, OWN)).toMatchObject({ kind: 'optOut' })
    expect(readReply(aMail(`Rồi\n\n${LETTER}`), { kind: 'fcr' }, OWN)).toMatchObject({ kind: 'answer', score: 1 })
  })

  test('an answer between its sentences stays', () => {
    const [first = '', second = ''] = LETTER.split('Mở trang')
    expect(own(`${first}\nChưa, máy vẫn hỏng\nMở trang${second}`)).toContain('Chưa, máy vẫn hỏng')
  })

  test('with no letter known, nothing changes', () => {
    expect(withoutOwnWords(LETTER, [])).toBe(LETTER)
    expect(withoutOwnWords(LETTER, ownLetters(['', '{{survey.link}}', '\n\n']))).toBe(LETTER)
  })
})

test('of a customer’s sentences none is lost, wherever they stand around and within the letter', () => {
  const sentences = fc.constantFrom(
    'Trà bị mốc, gọi lại cho tôi',
    'Đừng gửi thư cho tôi nữa',
    'Giao hơi chậm nhưng hàng đẹp',
    'Mười điểm cho chất lượng',
    'I never got the parcel',
  )
  const paragraphs = LETTER.split('\n\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: paragraphs.length }), sentences), { minLength: 1, maxLength: 4 }), (said) => {
      const text = [...paragraphs, '']
        .flatMap((paragraph, at) => [...said.filter(([place]) => place === at).map(([, sentence]) => sentence), paragraph])
        .join('\n\n')
      const left = own(text)
      for (const [, sentence] of said) expect(left).toContain(sentence)
      expect(left).not.toMatch(/từ chối bất cứ|khách hàng của/)
    }),
    { seed: SEED, numRuns: 400 },
  )
})

test.each([
  'nếu ',
  'chị ',
  'ngừng nhận thư ',
  'Ngừng nhận thư\n',
  'Rồi / Chưa\n',
  `${LETTER}\n`,
  LETTER.replaceAll('\n', ' '),
  'nếu không muốn nhận những thư như thế này nữa chị ',
  'a b ',
  '9 ',
])('two hundred thousand letters of %j are read in linear time', (piece) => {
  const text = piece.repeat(Math.ceil(200_000 / piece.length))
  const letters = Array.from({ length: 8 }, () => OWN).flat()
  const worked = cpuTimer()
  withoutOwnWords(text, letters)
  // Some 200 ms; one that looked at all letters again for each of them would take minutes.
  expect(worked()).toBeLessThan(5_000)
})
