/** Every table of words that web/words exports, leaf by leaf: said in both languages, none empty, none left in the other language. */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../../../web/words')
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))

/** The same word in both languages, or none because no score falls into the band. */
const ALIKE = ['ROLE_WORDS.marketing', 'BAND_WORDS.fcr.middle', 'WAY_WORDS.facebook']
/** Forms of address are Vietnamese words in either language. */
const isAlike = (place: string) => ALIKE.includes(place) || /^(WRITTEN_HONORIFICS|HONORIFIC_WORDS)\./.test(place)

type Leaf = readonly [place: string, text: string]

/** Sentences are given `3` for each of their values. */
function leavesOf(words: unknown, place: string): readonly Leaf[] {
  if (typeof words === 'string') return [[place, words]]
  if (typeof words === 'function') return leavesOf(words(...Array.from({ length: words.length }, () => '3')), place)
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, inner]) => leavesOf(inner, `${place}.${key}`))
}

const isTable = (value: unknown): value is { readonly vi: unknown; readonly en: unknown } =>
  typeof value === 'object' && value !== null && 'vi' in value && 'en' in value

const tables = (
  await Promise.all(FILES.map(async (file) => Object.entries((await import(resolve(FOLDER, file))) as Record<string, unknown>)))
)
  .flat()
  .flatMap(([name, value]) => (isTable(value) ? [{ name, vi: leavesOf(value.vi, name), en: leavesOf(value.en, name) }] : []))

/** Words that no Vietnamese sentence has, and letters that no English one has. */
const ENGLISH = /(?<!\p{L})(the|and|of|is|are|was|were|not|with|customer|mail health|bounces?)(?!\p{L})/iu
const VIETNAMESE = /[ăâđêôơưạ-ỹ]/i

test('there are tables, and each is found', () => {
  expect(tables.length).toBeGreaterThan(20)
})

describe.each(tables)('$name', ({ vi, en }) => {
  test('has the same places in both languages', () => {
    expect(vi.map(([place]) => place)).toEqual(en.map(([place]) => place))
    expect(vi.length).toBeGreaterThan(0)
  })

  test.each(vi.map(([place, text], at) => [place, text, en[at]?.[1] ?? ''] as const))('%s: %s, %s', (place, inVi, inEn) => {
    for (const text of [inVi, inEn]) expect(text).not.toMatch(/undefined|NaN|\[object|\{\{|^\s|\s$/)
    if (isAlike(place)) return
    expect(inVi).not.toBe('')
    expect(inVi).not.toBe(inEn)
    expect(inVi).not.toMatch(ENGLISH)
    expect(inEn).not.toMatch(VIETNAMESE)
  })
})
