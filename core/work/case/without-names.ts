/** Words about a customer without who it is: for those who only need to know what was told. */

/** Forms of address before a given name, in small letters. */
const ADDRESSED = '(?:anh|chị|ông|bà|cô|chú|bác|em|thầy|quý khách|mr|mrs|ms)'
const MAIL = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/gu
/** As numbers to ring are written: nine digits and more, the first of them a nought or behind a plus. An order or a batch begins otherwise. */
const NUMBER = /(?<![\p{L}\d-])(?:\+\d|0)(?:[\s.()-]?\d){8,}(?![\p{L}\d])/gu

export const UNNAMED = '[…]'

/** `fullName`: as the profile has it; null where the customer is not known. The given name goes where it is addressed: alone it may be any word. */
export function withoutNames(text: string, fullName: string | null): string {
  const bare = text.replace(MAIL, UNNAMED).replace(NUMBER, UNNAMED)
  const words = (fullName ?? '').normalize('NFC').trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return bare
  const whole = words.map(escaped).join('\\s+')
  const ends = [words.slice(-2), words.slice(-1), words.slice(0, 1)].map((part) => part.map(escaped).join('\\s+'))
  return bare
    .replace(new RegExp(`(?<![\\p{L}])${whole}(?![\\p{L}])`, 'giu'), UNNAMED)
    .replace(new RegExp(`(?<![\\p{L}])(${ADDRESSED}\\.?\\s+)(?:${ends.join('|')})(?![\\p{L}])`, 'giu'), `$1${UNNAMED}`)
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
