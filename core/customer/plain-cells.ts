/** Cells with a small vocabulary of their own: country, language, zone, order of names, words that audiences are chosen by. */
import type { Customer } from '#core/customer/customer.ts'
import { isCountry } from '#core/customer/phone.ts'
import type { Cell } from '#core/customer/table-row.ts'
import { folded, foldedWords, tidy } from '#core/customer/written-text.ts'
import { isZone } from '#core/time/zone.ts'

export function readCountry(cell: string): Cell<string> {
  const code = cell.trim().toUpperCase()
  if (foldedWords(cell) === 'viet nam' || foldedWords(cell) === 'vietnam') return { value: 'VN' }
  return isCountry(code) ? { value: code } : { expected: 'a country code of two letters such as VN' }
}

export function readLocale(cell: string): Cell<string> {
  const name = LANGUAGES[foldedWords(cell)]
  if (name !== undefined) return { value: name }
  const language = /^([a-z]{2})([-_][a-z]{2})?$/i.exec(cell.trim())?.[1]
  return language === undefined ? { expected: 'a language code such as vi or en' } : { value: language.toLowerCase() }
}

const LANGUAGES: Readonly<Record<string, string>> = { 'tieng viet': 'vi', vietnamese: 'vi', 'tieng anh': 'en', english: 'en' }

export function readNameOrder(cell: string): Cell<Customer['nameOrder']> {
  const words = foldedWords(cell)
  if (words === 'family first' || words === 'ho truoc') return { value: 'family-first' }
  return words === 'given first' || words === 'ten truoc' ? { value: 'given-first' } : { expected: 'family-first or given-first' }
}

export function readZone(cell: string): Cell<string> {
  const zone = cell.trim()
  return isZone(zone) ? { value: zone } : { expected: 'the name of a time zone such as Asia/Ho_Chi_Minh or Europe/Paris' }
}

/** Words that audiences are chosen by: in small letters, so that VIP and vip are one word. Vietnamese professions become their key. */
export const readWord = (cell: string): Cell<string> => ({
  value: KEYS[folded(tidy(cell))] ?? tidy(cell).toLocaleLowerCase('vi'),
})

const KEYS: Readonly<Record<string, string>> = { 'giao vien': 'teacher', 'bac si': 'doctor', 'doanh nhan': 'entrepreneur' }

export const readText = (cell: string): Cell<string> => ({ value: tidy(cell) })

export const readTags = (cell: string): Cell<string[]> => ({
  value: [...new Set(cell.split(/[,;|]/).map((tag) => tidy(tag).toLocaleLowerCase('vi')))].filter((tag) => tag !== ''),
})
