/**
 * Our own letter never counts as the customer's words, however it was quoted: at least two of its sentences in a row, or one of at least eight
 * words. A short label alone ("Ngừng nhận thư", "Yes") is the customer's, because customers copy the words of a button.
 */
import { NAME_BEFORE, type Reply, type Run, replyOf, runsOf, VALUE_BEHIND, type Within } from '#core/reply/own-runs.ts'
import type { OwnLetter } from '#core/reply/own-sentences.ts'

/** One sentence alone is ours from so many words on. */
const LONG_SENTENCE = 8
/** Several sentences together are ours from so many words on; "Rồi" and "Ngừng nhận thư" are no letter. */
const WORDS_TOGETHER = 6
const LONGEST_LABEL = 3

/** The text without our words. Lines that become empty are removed; quote marks before the words stay. */
export function withoutOwnWords(text: string, letters: readonly OwnLetter[]): string {
  if (letters.length === 0) return text
  const reply = replyOf(text)
  const cuts = letters.flatMap((letter) =>
    runsOf({ letter, ...reply })
      // First what is cheap: nearly every run is too short, and none gets longer without its label.
      .filter(isOurs)
      .map((run) => withoutLabelAbove(run, reply))
      .filter(isOurs)
      .map((run) => cutOf(run, { letter, ...reply })),
  )
  return cutOut(text, cuts)
}

/** "Ngừng nhận thư" above the letter is the customer's, although the letter has the same words. */
function withoutLabelAbove(run: Run, { words, text, labelSays }: Reply): Run {
  const label = run.findIndex(({ first, last, count }) => {
    const said = text.slice(words[first]?.start, words[last]?.end)
    return count > LONGEST_LABEL || !labelSays(said)
  })
  return label < 0 ? [] : run.slice(label)
}

const isOurs = (run: Run): boolean => {
  const counts = run.map(({ count }) => count)
  const together = counts.reduce((sum, count) => sum + count, 0)
  return counts.some((count) => count >= LONG_SENTENCE) || (run.length >= 2 && together >= WORDS_TOGETHER)
}

interface Cut {
  readonly start: number
  readonly end: number
}

/** From its first word to its last, with the values of merge fields at both ends and a link behind. */
function cutOf(run: Run, { letter, words, text }: Within): Cut {
  const [first, last] = [run[0], run.at(-1)]
  const start = words[first?.first ?? 0]?.start ?? 0
  const end = words[last?.last ?? 0]?.end ?? 0
  const before =
    first && letter[first.sentence]?.open[0] === true ? NAME_BEFORE.exec(text.slice(Math.max(0, start - 80), start)) : null
  const filled = last && letter[last.sentence]?.open.at(-1) === true ? VALUE_BEHIND.exec(text.slice(end, end + 200)) : null
  const behind = END_OF_SENTENCE.exec(text.slice(end + (filled?.[0].length ?? 0), end + 2_500))
  return { start: start - (before?.[0].length ?? 0), end: end + (filled?.[0].length ?? 0) + (behind?.[0].length ?? 0) }
}
const END_OF_SENTENCE = /^[ \t]*[.,:;!?…”"’)\]>*_]*(?:[ \t]*[<([]?(?:https?:\/\/|www\.)[^\s]{1,2000})?/u

/** Line by line, so that the rest of a line keeps the quote marks before it. */
function cutOut(text: string, cuts: readonly Cut[]): string {
  if (cuts.length === 0) return text
  const sorted = cuts.toSorted((a, b) => a.start - b.start)
  let lineStart = 0
  let next = 0
  const kept: string[] = []
  for (const line of text.split('\n')) {
    const lineEnd = lineStart + line.length
    const marks = /^ {0,3}(?:> ?)*/.exec(line)?.[0].length ?? 0
    let rest = line.slice(0, marks)
    let at = lineStart + marks
    for (; next < sorted.length && (sorted[next]?.start ?? 0) < lineEnd; next++) {
      const { start, end } = sorted[next] ?? { start: lineEnd, end: lineEnd }
      if (start > at) rest += `${text.slice(at, start)} `
      at = Math.max(at, Math.min(end, lineEnd))
      if (end > lineEnd) break
    }
    // Of several cuts that end in this line, a later one may begin before an earlier one ends.
    rest += text.slice(at, lineEnd)
    const untouched = at === lineStart + marks
    kept.push(untouched || /[\p{L}\p{N}]/u.test(rest) ? rest : marks > 0 && line.includes('>') ? `${line.slice(0, marks)}…` : '')
    lineStart = lineEnd + 1
  }
  return kept.join('\n')
}
