/** Separates what stands in brackets, quotes or between stars from what stands outside: any kind of pair, nested, closed or not. */

const CLOSING: Readonly<Record<string, string>> = {
  ...{ '(': ')', '[': ']', '{': '}', '<': '>', '«': '»', '“': '”', '„': '”' },
  ...{ '（': '）', '［': '］', '｛': '｝', '【': '】', '〔': '〕', '「': '」', '『': '』', '《': '》', '〈': '〉' },
  ...{ '"': '"', '*': '*' },
}
const CLOSERS = new Set(Object.values(CLOSING))

export interface Bracketed {
  readonly outside: string
  readonly inside: readonly string[]
}

/** A bracket that is never closed holds all that follows. A closing bracket without an opening one is left out. A single star is no bracket. */
export function apartFromBrackets(text: string): Bracketed {
  const inside: string[] = []
  const open: string[] = []
  let outside = ''
  let held = ''
  for (const [at, letter] of [...text].entries()) {
    const closing = open.at(-1)
    if (closing === letter) {
      open.pop()
      if (open.length > 0) held += letter
      else {
        inside.push(held)
        held = ''
      }
    } else if (opens(letter, [...text].slice(at + 1))) {
      if (open.length > 0) held += letter
      else outside += ' '
      open.push(CLOSING[letter] ?? '')
    } else if (open.length > 0) held += letter
    else outside += CLOSERS.has(letter) && letter !== '*' ? ' ' : letter
  }
  return { outside, inside: [...inside, held].map((piece) => piece.trim()).filter((piece) => piece !== '') }
}

const opens = (letter: string, after: readonly string[]): boolean =>
  Object.hasOwn(CLOSING, letter) && (letter !== '*' || (after.includes('*') && after[0] !== '*'))
