/**
 * An amount in words, as it stands on a proposal and on a receipt, so that a figure cannot be changed by a digit. Vietnamese reads groups of three digits; a group behind
 * another one is read whole, with its `không trăm`. Example: 66.314.005 ₫ → Sáu mươi sáu triệu ba trăm mười bốn nghìn không trăm lẻ năm đồng.
 */
import { type Money, minorDigits } from '#core/budget/money.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { wholeUnits } from '#web/rendering/written-value.ts'

export function moneyInWords({ amount, currency }: Money, locale: PageLocale): string {
  const whole = Math.floor(wholeUnits({ amount, currency }))
  const perUnit = 10 ** minorDigits(currency)
  const rest = amount % perUnit
  const words = `${numberInWords(whole, locale)} ${UNITS[locale][currency] ?? currency}`
  const ending = rest > 0 ? ` ${locale === 'vi' ? 'và' : 'and'} ${rest}/${perUnit}` : isRound(whole) ? ` ${ROUND[locale]}` : ''
  return capital(`${words}${ending}`)
}

/** Said of whole thousands: nothing can be added behind them. */
const isRound = (whole: number) => whole > 0 && whole % 1_000 === 0
const ROUND = { vi: 'chẵn', en: 'only' } as const
const UNITS: Readonly<Record<PageLocale, Readonly<Record<string, string>>>> = { vi: { VND: 'đồng' }, en: { VND: 'dong' } }

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A whole number from 0 on. Throws for one that a number does not hold exactly. */
export function numberInWords(number: number, locale: PageLocale): string {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${number} cannot be written in words exactly`)
  return locale === 'vi' ? inVietnamese(number) : inEnglish(number)
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const BILLION = 1_000_000_000

function inVietnamese(number: number): string {
  if (number === 0) return 'không'
  return vietnamese(number, { isFirst: true }).join(' ')
}

/** Above `tỷ` the names begin anew: `một nghìn tỷ`, `hai triệu tỷ`. */
function vietnamese(number: number, { isFirst }: { readonly isFirst: boolean }): readonly string[] {
  if (number >= BILLION) {
    const above = [...vietnamese(Math.floor(number / BILLION), { isFirst }), 'tỷ']
    return [...above, ...vietnamese(number % BILLION, { isFirst: false })]
  }
  const words: string[] = []
  for (const [size, name] of [
    [1_000_000, 'triệu'],
    [1_000, 'nghìn'],
    [1, ''],
  ] as const) {
    const group = Math.floor(number / size) % 1_000
    if (group === 0) continue
    words.push(...vietnameseGroup(group, { isWhole: !isFirst || words.length > 0 }), ...(name === '' ? [] : [name]))
  }
  return words
}

function vietnameseGroup(group: number, { isWhole }: { readonly isWhole: boolean }): readonly string[] {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const hasHundreds = hundreds > 0 || isWhole
  return [...(hasHundreds ? [digit(hundreds), 'trăm'] : []), ...vietnameseTens({ tens, ones, hasHundreds })]
}

/** `hai mươi mốt`, `hai mươi tư`, `mười lăm`, `lẻ năm`. */
function vietnameseTens({ tens, ones, hasHundreds }: { tens: number; ones: number; hasHundreds: boolean }): readonly string[] {
  if (tens === 0) return ones === 0 ? [] : [...(hasHundreds ? ['lẻ'] : []), digit(ones)]
  const ten = tens === 1 ? ['mười'] : [digit(tens), 'mươi']
  if (ones === 0) return ten
  if (ones === 5) return [...ten, 'lăm']
  if (tens > 1 && ones === 1) return [...ten, 'mốt']
  if (tens > 1 && ones === 4) return [...ten, 'tư']
  return [...ten, digit(ones)]
}

const digit = (value: number): string => DIGITS[value] ?? ''

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES = [
  [1_000_000_000_000_000, 'quadrillion'],
  [1_000_000_000_000, 'trillion'],
  [BILLION, 'billion'],
  [1_000_000, 'million'],
  [1_000, 'thousand'],
] as const

function inEnglish(number: number): string {
  if (number === 0) return 'zero'
  const above = SCALES.flatMap(([size, name]) => {
    const group = Math.floor(number / size) % 1_000
    return group === 0 ? [] : [`${englishGroup(group)} ${name}`]
  })
  const last = number % 1_000
  const words = last === 0 ? [] : [above.length > 0 && last < 100 ? `and ${englishGroup(last)}` : englishGroup(last)]
  return [...above, ...words].join(' ')
}

function englishGroup(group: number): string {
  if (group >= 100) {
    const rest = group % 100
    return `${SMALL[Math.floor(group / 100)]} hundred${rest === 0 ? '' : ` and ${englishGroup(rest)}`}`
  }
  if (group < 20) return SMALL[group] ?? ''
  return `${TENS[Math.floor(group / 10)]}${group % 10 === 0 ? '' : `-${SMALL[group % 10]}`}`
}
