/**
 * Our own letter as sentences that can be found again in a reply, however it was quoted: without line ends, without marks, with the customer's name
 * in place of the merge field.
 */
import { folded } from '#core/customer/written-text.ts'

export interface OwnSentence {
  /** Folded words; a merge field may stand before each (`open`). */
  readonly words: readonly string[]
  /** Whether a merge field stands before the word at that place, and for the last entry, behind the last word. */
  readonly open: readonly boolean[]
}

/** The sentences of one letter in their order. */
export type OwnLetter = readonly OwnSentence[]

const BLOCK = /\{\{~?[#/][^{}]{0,200}\}\}|\{\{~?else~?\}\}/g
const SENTENCE_ENDS = /(?<=[.!?…;])["”’)]?\s+|\n+|\s[·|•]\s/u
/** No letter has more sentences in any language. */
const MOST_SENTENCES = 400

/** `texts` are the possible texts of a letter: subject, text, labels; merge fields as `{{…}}`. Each text is one letter. */
export const ownLetters = (texts: readonly string[]): readonly OwnLetter[] =>
  texts.map((text) =>
    text
      .replace(BLOCK, '\n')
      .split(SENTENCE_ENDS)
      .map(sentenceOf)
      .filter(({ words, open }) => words.length > 0 || open.includes(true))
      .slice(0, MOST_SENTENCES),
  )

function sentenceOf(text: string): OwnSentence {
  const words: string[] = []
  const open: boolean[] = []
  let field = false
  for (const piece of text.split(/(\{\{[^{}]{0,200}\}\})/)) {
    // Links are no words, so a field that holds a link leaves no room for any.
    if (piece.startsWith('{{')) field ||= !/link\s*\}\}$/i.test(piece)
    else
      for (const { word } of wordsIn(piece)) {
        words.push(word)
        open.push(field)
        field = false
      }
  }
  return { words, open: [...open, field] }
}

export interface FoundWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** Separates letters from digits and splits words at an inner capital, because programs glue them ("không0 1 2", "ChưaMở"). Links are no words. */
export function wordsIn(text: string): readonly FoundWord[] {
  const bare = text.replace(LINK, (link) => ' '.repeat(link.length))
  return [...bare.matchAll(/\p{Lu}+[\p{Ll}\p{Lo}\p{Lm}\p{M}]*|[\p{Ll}\p{Lo}\p{Lm}\p{Lt}\p{M}]+|\p{N}+/gu)].map(
    ({ 0: word, index }) => ({
      word: folded(word),
      start: index,
      end: index + word.length,
    }),
  )
}
const LINK = /(?:https?:\/\/|mailto:|www\.)[^\s<>)\]]{1,2000}/giu
