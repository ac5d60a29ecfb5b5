import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyInWords, numberInWords } from '#web/words/money-in-words.ts'

test.each([
  [0, 'không', 'zero'],
  [5, 'năm', 'five'],
  [10, 'mười', 'ten'],
  [11, 'mười một', 'eleven'],
  [15, 'mười lăm', 'fifteen'],
  [21, 'hai mươi mốt', 'twenty-one'],
  [24, 'hai mươi tư', 'twenty-four'],
  [30, 'ba mươi', 'thirty'],
  [55, 'năm mươi lăm', 'fifty-five'],
  [101, 'một trăm lẻ một', 'one hundred and one'],
  [110, 'một trăm mười', 'one hundred and ten'],
  [114, 'một trăm mười bốn', 'one hundred and fourteen'],
  [1_005, 'một nghìn không trăm lẻ năm', 'one thousand and five'],
  [1_050, 'một nghìn không trăm năm mươi', 'one thousand and fifty'],
  [20_000, 'hai mươi nghìn', 'twenty thousand'],
  [1_000_100, 'một triệu một trăm', 'one million one hundred'],
  [
    66_314_422,
    'sáu mươi sáu triệu ba trăm mười bốn nghìn bốn trăm hai mươi hai',
    'sixty-six million three hundred and fourteen thousand four hundred and twenty-two',
  ],
  [1_000_000_000, 'một tỷ', 'one billion'],
  [2_000_015_000, 'hai tỷ không trăm mười lăm nghìn', 'two billion fifteen thousand'],
  [1_500_000_000_000, 'một nghìn năm trăm tỷ', 'one trillion five hundred billion'],
  [
    Number.MAX_SAFE_INTEGER,
    'chín triệu không trăm lẻ bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt',
    'nine quadrillion seven trillion one hundred and ninety-nine billion two hundred and fifty-four million seven hundred and forty thousand nine hundred and ninety-one',
  ],
])('%i in words', (number, vi, en) => {
  expect(numberInWords(number, 'vi')).toBe(vi)
  expect(numberInWords(number, 'en')).toBe(en)
})

describe('money', () => {
  test.each([
    [{ amount: 66_314_422, currency: 'VND' }, 'Sáu mươi sáu triệu ba trăm mười bốn nghìn bốn trăm hai mươi hai đồng'],
    [{ amount: 20_000_000, currency: 'VND' }, 'Hai mươi triệu đồng chẵn'],
    [{ amount: 0, currency: 'VND' }, 'Không đồng'],
    [{ amount: 12_050, currency: 'USD' }, 'Một trăm hai mươi USD và 50/100'],
  ])('in Vietnamese: %j', (money, words) => {
    expect(moneyInWords(money, 'vi')).toBe(words)
  })

  test('in English', () => {
    expect(moneyInWords({ amount: 20_000_000, currency: 'VND' }, 'en')).toBe('Twenty million dong only')
    expect(moneyInWords({ amount: 12_005, currency: 'USD' }, 'en')).toBe('One hundred and twenty USD and 5/100')
  })

  test.each([-1, 0.5, Number.MAX_SAFE_INTEGER + 1])('%d has no words', (number) => {
    expect(() => numberInWords(number, 'vi')).toThrow(RangeError)
  })
})

const VIETNAMESE = new Map(
  'không một hai ba bốn năm sáu bảy tám chín'.split(' ').map((word, at) => [word, at] as readonly [string, number]),
)
for (const [word, value] of [
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
] as const)
  VIETNAMESE.set(word, value)

/** Read back word by word, as a clerk does; a word that is none is an error. */
function readVietnamese(text: string): number {
  let [billions, section, group, ones] = [0, 0, 0, 0]
  const taken = () => {
    const value = group + ones
    ;[group, ones] = [0, 0]
    return value
  }
  for (const word of text.split(' ')) {
    const digit = VIETNAMESE.get(word)
    if (digit !== undefined) ones = digit
    else if (word === 'trăm' || word === 'mươi') {
      group += ones * (word === 'trăm' ? 100 : 10)
      ones = 0
    } else if (word === 'mười') group += 10
    else if (word === 'nghìn') section += taken() * 1_000
    else if (word === 'triệu') section += taken() * 1_000_000
    else if (word === 'tỷ') {
      billions = (billions + section + taken()) * 1_000_000_000
      section = 0
    } else if (word !== 'lẻ') throw new Error(`no word of a number: ${word}`)
  }
  return billions + section + taken()
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES = ['thousand', 'million', 'billion', 'trillion', 'quadrillion']

function readEnglish(text: string): number {
  let [sum, group] = [0, 0]
  for (const word of text.split(/[ -]/)) {
    if (SMALL.includes(word)) group += SMALL.indexOf(word)
    else if (TENS.includes(word)) group += (TENS.indexOf(word) + 2) * 10
    else if (word === 'hundred') group *= 100
    else if (SCALES.includes(word)) {
      sum += group * 1_000 ** (SCALES.indexOf(word) + 1)
      group = 0
    } else if (word !== 'and') throw new Error(`no word of a number: ${word}`)
  }
  return sum + group
}

/** Numbers of every length, and those with zeros inside, in which words go wrong. */
const numbers = fc.oneof(
  fc.maxSafeNat(),
  fc.nat({ max: 9_999 }),
  fc
    .array(fc.constantFrom(0, 0, 1, 4, 5, 10, 11, 15, 21, 100, 105, 999), { minLength: 1, maxLength: 5 })
    .map((groups) => groups.reduce<number>((number, group) => number * 1_000 + group, 0)),
)

test('words read back are the number, in both languages', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(readVietnamese(numberInWords(number, 'vi'))).toBe(number)
      expect(readEnglish(numberInWords(number, 'en'))).toBe(number)
    }),
    { numRuns: 3_000 },
  )
})

test('two numbers never have the same words', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      for (const locale of ['vi', 'en'] as const) expect(numberInWords(a, locale) === numberInWords(b, locale)).toBe(a === b)
    }),
    { numRuns: 1_000 },
  )
})
