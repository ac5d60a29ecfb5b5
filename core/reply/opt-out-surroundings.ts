/** The text around a sentence of "stop": its clause, its sentence, the clauses beside it, and the rest of the message. */
import { type Heard, type Place, placesOf, type Spoken, sentenceAt, type Wording } from '#core/reply/spoken.ts'

export interface Surroundings {
  readonly said: Heard
  /** The part of the clause before it, and the whole clause. */
  readonly before: Heard
  readonly clause: Heard
  readonly behind: Heard
  readonly sentence: Heard
  /** With two clauses before it and two behind it. */
  readonly beside: Heard
  readonly message: Heard
  /** The message without the stop. */
  readonly rest: Heard
}

export function surroundings(text: Spoken, { at, end }: Place): Surroundings {
  const { words, marked } = text
  const heard = (from: number, to: number): Heard => ({ words: words.slice(from, to), marked })
  const from = words.lastIndexOf('|', at - 1) + 1
  const to = clauseEnd(words, end)
  const back = (place: number) => words.lastIndexOf('|', Math.max(0, place - 2)) + 1
  const onward = (place: number) => clauseEnd(words, place + 2)
  return {
    said: heard(at - 1, end + 1),
    before: heard(from, at),
    clause: heard(from, to),
    behind: heard(at - 1, to),
    sentence: sentenceAt(text, { at, end }),
    beside: heard(back(back(from)), onward(onward(to))),
    message: text,
    rest: { words: `${words.slice(0, at)}| ${words.slice(end + 1)}`, marked },
  }
}

export function clauseEnd(words: string, from: number): number {
  const at = words.indexOf('|', from - 1)
  return at < 0 ? words.length : at
}

/** Directly before: without a word between. */
export const endsWith = (before: Heard, said: Wording): boolean =>
  placesOf(before, said).some(({ end }) => end >= before.words.length - 1)
