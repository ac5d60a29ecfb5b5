/** Cuts a text into sentences, clauses and tokens for reading a score. What is certainly no score becomes a placeholder. */

import { writtenOut } from '#core/reply/chat-spellings.ts'
import { NOTHING, withoutAsides } from '#core/reply/score-asides.ts'
import { glyphsAsFractions } from '#core/reply/score-glyphs.ts'
import { GRAMMARS } from '#core/reply/score-grammar.ts'
import { WRAPPED, wordForm } from '#core/reply/spoken.ts'

export interface Token {
  readonly kind: 'number' | 'word' | 'sign'
  /** A word in the form in which it is compared. */
  readonly value: string
  readonly start: number
  readonly end: number
}

export interface Clause {
  readonly tokens: readonly Token[]
  /** The number of its sentence. */
  readonly sentence: number
  /** The first token on its line. */
  readonly opensLine: boolean
  /** The punctuation mark that ends it; empty at the end of a line or of the text. */
  readonly endedBy: string
}

export interface CutText {
  readonly clauses: readonly Clause[]
  /** Each sentence as it stands. */
  readonly sentences: readonly string[]
  readonly asks: ReadonlySet<number>
}

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(GRAMMARS.flatMap(({ numbers }) => Object.entries(numbers)))
const NUMBER = `\\d{1,3}|${[...NUMBER_WORDS.keys()].join('|')}|chin|muoi|tam|bay|bon`
const UNMARKED: Readonly<Record<string, number>> = { chin: 9, muoi: 10, tam: 8, bay: 7, bon: 4 }

/** In this order: different spellings become one, and what cannot be a score is removed. */
const PLAIN: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)],
  [/／/g, '/'],
  [/[－−]/g, '-'],
  [/🔟/gu, ' 10 '],
  [/(\d)\u20E3/g, ' $1 '],
  [/\*(\d[^*\n]{0,20})\*/g, ' $1 '],
  [/https?:[^\s]{1,500}/g, NOTHING],
  [/[^\s@]{1,64}@[^\s@]{1,200}/g, NOTHING],
  [/(?<![\d/])(?:\+|00|0)\d[\d .()-]{5,}\d(?![\d/])/g, NOTHING],
  [/(?<!\d)\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)/g, NOTHING],
  [/(?<!\d)\d{1,2}(?::|h|g)\d{2}(?!\d)/g, NOTHING],
  [/(?<!\d)\d{1,3}(?:[.,]\d{3})+(?!\d)/g, NOTHING],
  // "on a scale of 0 to 10", "(0-10)", "trên thang điểm 10"
  [/[([] ?[01] ?[-–] ?(?:10|[57]) ?[)\]]/g, ' '],
  [
    /(?:on |trên |tren )?(?:a |the )?(?:thang|scale|từ|tu|from|between)(?: (?:điểm|diem|of|from|từ|tu|là))* ?[01] ?(?:-|–|đến|tới|den|toi|to|and) ?(?:10|[57])(?!\d)/g,
    ' ',
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\d])(${NUMBER})(?: điểm| diem| points?)? ?(?:/|trên|tren|out of|over) ?(?:tổng |thang |a |the )?(?:điểm |diem |số )*(${NUMBER})(?![\\p{L}\\d.,/]*\\d|\\p{L})`,
      'gu',
    ),
    (_all, part = '', whole = '') => ` ${numeral(part)}/${numeral(whole)} `,
  ],
  [/(?:on |trên |tren )?(?:a |the )?(?:thang|scale of|scale)(?: (?:điểm|diem|of))* ?(?:10|[57])(?!\d)/g, ' '],
]

function numeral(written: string): string {
  const known = NUMBER_WORDS.get(written) ?? UNMARKED[written]
  return known === undefined ? written : String(known)
}

const TOKEN = /\d+(?:[.,/]\d+)*|[\p{L}\p{M}]+|\n|[^\s]/gu

/** `marked` is that of the whole message. */
export function cutForScore(text: string, { marked }: { readonly marked: boolean }): CutText {
  const form = wordForm({ marked })
  const lower = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`´](?=\p{L})/gu, '')
    .replace(/\uFE0F/g, '')
  const plain = PLAIN.reduce(
    (all, [pattern, to]) => (typeof to === 'string' ? all.replace(pattern, to) : all.replace(pattern, to)),
    withoutAsides(glyphsAsFractions(lower)),
  )
  const clauses: Clause[] = []
  const sentences: string[] = []
  const asks = new Set<number>()
  let tokens: Token[] = []
  let sentenceFrom = 0
  let lineFrom = 0
  let opensLine = true

  const endClause = (endedBy: string) => {
    if (tokens.length > 0) {
      clauses.push({ tokens, sentence: sentences.length, opensLine, endedBy })
      opensLine = false
    }
    tokens = []
  }
  const endSentence = (at: number, sign: string) => {
    endClause(sign)
    if (sign === '?') asks.add(sentences.length)
    sentences.push(plain.slice(sentenceFrom, at))
    sentenceFrom = at
  }

  for (const { 0: raw, index } of plain.matchAll(TOKEN)) {
    const end = index + raw.length
    if (raw === '\n') {
      if (index - lineFrom < WRAPPED || plain[end] === '\n') {
        endSentence(end, '')
        opensLine = true
      }
      lineFrom = end
    } else if (/^\d/.test(raw)) tokens.push({ kind: 'number', value: raw, start: index, end })
    else if (/^[\p{L}\p{M}]/u.test(raw)) tokens.push({ kind: 'word', value: form(writtenOut(raw)), start: index, end })
    else if (/[.!?;]/.test(raw)) endSentence(end, raw)
    else if (/[,()[\]"“”…–—|]/.test(raw) || isDash(plain, index) || (raw === ':' && !/^ ?\d/.test(plain.slice(end, end + 2))))
      endClause(raw)
    else if (raw !== ':' && raw !== '=' && raw !== NOTHING) tokens.push({ kind: 'sign', value: raw, start: index, end })
  }
  endSentence(plain.length, '')
  return { clauses, sentences, asks }
}

/** A dash with a blank beside it separates two clauses. A dash between two characters, or before a digit, does not. */
const isDash = (text: string, at: number): boolean =>
  text[at] === '-' &&
  (/^\s?$/.test(text[at + 1] ?? '') || (at > 0 && /\s/.test(text[at - 1] ?? '') && !/\d/.test(text[at + 1] ?? '')))
