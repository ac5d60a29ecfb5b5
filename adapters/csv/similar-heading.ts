/** An unknown heading that looks like a known one: a misspelling, or one word more. Leaving such a column out would lose its cells silently. */
import { distance } from 'fastest-levenshtein'
import { foldedWords } from '#core/customer/written-text.ts'

/** The known name that this heading looks like; undefined when it looks like none. Both are compared folded. */
export function similarName(heading: string, names: readonly string[]): string | undefined {
  const words = foldedWords(heading).split(' ')
  const folded = names.map((name) => ({ name, words: foldedWords(name).split(' ') }))
  const slip = folded.find((known) => isSlip(words, known.words))
  if (slip) return slip.name
  return folded.find((known) => known.words.length > 1 && known.words.every((word) => words.includes(word)))?.name
}

/** The same number of words, one of them misspelt. Two words of three letters are not compared: too many of them are alike. */
function isSlip(words: readonly string[], known: readonly string[]): boolean {
  if (words.length !== known.length) return words.join('').length > 5 && words.join('') === known.join('')
  const different = words.filter((word, at) => word !== known[at])
  const [word] = different
  const meant = word === undefined ? undefined : known[words.indexOf(word)]
  return different.length === 1 && word !== undefined && meant !== undefined && isMisspelt(word, meant)
}

function isMisspelt(word: string, meant: string): boolean {
  const shortest = Math.min(word.length, meant.length)
  if (shortest < 3 || Math.max(word.length, meant.length) < 4) return false
  const steps = distance(word, meant)
  // Two swapped letters count as one mistake.
  const swapped = steps === 2 && word.length === meant.length && [...word].sort().join('') === [...meant].sort().join('')
  return swapped || steps <= (shortest >= 8 ? 2 : 1)
}
