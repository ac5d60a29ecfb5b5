/** Structure before meaning, and the one question that runs the other way. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { customersWords } from '#core/reply/customers-words.ts'
import { ownLetters } from '#core/reply/own-sentences.ts'

const folder = join(import.meta.dirname, '../../../core/reply')
const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''))
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(folder, `${file}.ts`), 'utf8').matchAll(/from '#core\/reply\/([a-z-]+)\.ts'/g)].map(
    ([, name = '']) => name,
  )

/** Everything that a file rests on, however far. */
function reach(file: string): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...importsOf(file)]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...importsOf(next))
  }
  return found
}

/** Forms that programs write. */
const MARKS = [
  'quoted-line',
  'told-words',
  'attribution-words',
  'attribution',
  'divider',
  'head-block',
  'quote-marks',
  'program-words',
]
/** Words that are no meaning: which stand in sentences, which are names. */
const WORDS = ['prose', 'person-names', 'readable-text']
const QUESTION = 'says-something'
/** What takes lines away. */
const CUTS = ['legal-notice', 'signature-marks', 'own-runs', 'own-words', 'newly-written', 'customers-words']

describe('the order, in the imports', () => {
  test('every file named here is there', () => {
    expect([...MARKS, ...WORDS, QUESTION, ...CUTS].filter((file) => !files.includes(file))).toEqual([])
  })

  test.each(MARKS)('%s asks no meaning: it rests on forms and words alone', (file) => {
    expect([...reach(file)].filter((each) => !MARKS.includes(each) && !WORDS.includes(each))).toEqual([])
  })

  test('what words mean is told without knowing lines from quotes', () => {
    const meaning = reach(QUESTION)
    expect([...meaning].filter((each) => MARKS.includes(each) || CUTS.includes(each))).toEqual([])
    expect(meaning).toContain('opt-out-words')
    expect(meaning).toContain('complaint-words')
  })

  test('only cuts ask the question, and a cut asks meaning by no other way', () => {
    expect(files.filter((file) => importsOf(file).includes(QUESTION) && !CUTS.includes(file))).toEqual([])
    const meaning = reach(QUESTION)
    for (const cut of CUTS)
      expect([cut, importsOf(cut).filter((each) => meaning.has(each) && !WORDS.includes(each))]).toEqual([cut, []])
  })
})

describe('a line that says something stays, whatever it looks like', () => {
  const OURS = ownLetters([
    'Cảm ơn chị đã tin dùng trà của chúng tôi trong suốt những năm qua.\n{{x}}\nNếu hộp trà có gì chưa vừa ý, xin trả lời thư này.',
  ])
  const PLACES: readonly (readonly [place: string, around: (line: string) => string])[] = [
    ['below a farewell, above a number', (line) => `Xong\nCảm ơn.\n${line}\n0912 345 678`],
    ['below the delimiter of programs', (line) => `Xong\n-- \nNguyễn Lan\n${line}`],
    ['below a line of dashes', (line) => `Xong\n---\nLan\n${line}\nlan@example.com`],
    [
      'in a notice',
      (line) => `Xong\n\nThis email is confidential and intended for the addressee only.\n${line}\nAny disclosure is prohibited.`,
    ],
    [
      'between sentences of ours',
      (line) =>
        `Xong\nCảm ơn chị đã tin dùng trà của chúng tôi trong suốt những năm qua.\n${line}\nNếu hộp trà có gì chưa vừa ý, xin trả lời thư này.`,
    ],
  ]
  const SAID = [
    ['a stop', 'STOP'],
    ['a stop in a sentence', 'Đừng gửi thư cho tôi nữa'],
    ['a complaint', 'Hàng bị vỡ'],
    ['a request', 'Gọi lại cho tôi'],
    ['a right', 'Xóa dữ liệu của tôi'],
    ['a score', '9 điểm'],
  ] as const
  const cases = PLACES.flatMap(([place, around]) => SAID.map(([what, line]) => [what, place, around(line), line] as const))
  test.each(cases)('%s %s', (_what, _place, text, line) => expect(customersWords(text, OURS).split('\n')).toContain(line))

  test.each(PLACES)('and what says nothing goes: %s', (_place, around) =>
    expect(customersWords(around('Nguyễn Lan'), OURS)).toBe('Xong'),
  )
})
