/** The known word that a writer probably meant, for the "did you mean" beside a word that no schema or customer has. */

/** The word with the fewest letters to change; case and Vietnamese marks do not count. Undefined when none is near. */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  const wish = plain(written)
  const [best] = words.map((word) => ({ word, changes: editDistance(wish, plain(word)) })).sort((a, b) => a.changes - b.changes)
  return best && best.changes <= Math.max(1, Math.floor(wish.length / 3)) ? best.word : undefined
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[Đđ]/gu, 'd').toLowerCase()

/** Levenshtein's distance, except that two swapped neighbouring letters are one change. */
export function editDistance(from: string, to: string): number {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1)
      const isSwap = index > 0 && column > 0 && letter === to[column - 1] && from[index - 1] === other
      const swapped = isSwap ? (before[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min(changed, swapped, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}
