/** Finds the sentences of our letter in a reply, and which of them follow each other. */
import { type FoundWord, type OwnLetter, type OwnSentence, wordsIn } from '#core/reply/own-sentences.ts'
import { saysSomething } from '#core/reply/says-something.ts'
import { boundedMemo } from '#core/time/bounded-memo.ts'

/** The most words that a merge field may hold. */
const MOST_FILLED = 12
/** The most words of a line that is only a merge field. */
const MOST_ALONE = 4
/** A sentence that is found more often was not written by a person. */
const MOST_PLACES = 50
/** Labels, or texts between sentences. */
const MOST_REMEMBERED = 1_000

/** "Chị Lan" before "thân mến": words with capitals, up to the end of the text before. */
export const NAME_BEFORE = /(?<![\p{L}\p{M}])(?:\p{Lu}[\p{L}\p{M}.]*[ \u00A0]+){1,6}$/u
/** A date, a number or a name: up to the end of the line or the sentence. */
export const VALUE_BEHIND =
  /^(?:[ :]{0,3}|\s{1,2}(?=\d{1,2}\/\d))[^\s.!?;]+(?:[.,][^\s.!?;]+)*(?: [^\s.!?;\n]+(?:[.,][^\s.!?;]+)*){0,5}(?=[.!?;]?(?:\s|$))/u

export interface Reply {
  readonly words: readonly FoundWord[]
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly text: string
  /** Whether a label says something, and whether lines do. Remembered: each letter and each run asks about the same words. */
  readonly labelSays: (label: string) => boolean
  readonly linesSay: (lines: string) => boolean
}

export interface Within extends Reply {
  readonly letter: OwnLetter
}

/** One of our sentences in the reply: its words from `first` to `last`, both included. */
export interface Found {
  readonly sentence: number
  readonly first: number
  readonly last: number
  /** How many of its words are ours, without merge fields. */
  readonly count: number
}
/** Sentences in the order of the letter, with no words of the customer's between them. */
export type Run = readonly Found[]

export const replyOf = (text: string): Reply => {
  const words = wordsIn(text)
  return {
    words,
    places: placesByWord(words),
    text,
    labelSays: boundedMemo(MOST_REMEMBERED, (label: string) => saysSomething([label])),
    linesSay: boundedMemo(MOST_REMEMBERED, (lines: string) => saysSomething(lines.split('\n'))),
  }
}

function placesByWord(words: readonly FoundWord[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, { word }] of words.entries()) {
    const known = places.get(word)
    if (known) known.push(at)
    else places.set(word, [at])
  }
  return places
}

/** In the order of their ends. */
function foundIn({ letter, ...reply }: Within): readonly Found[] {
  const found: Found[] = []
  for (const [sentence, said] of letter.entries()) {
    const [first] = said.words
    if (first === undefined) continue
    let count = 0
    for (const at of reply.places.get(first) ?? []) {
      const last = lastWordOf(said, reply.words, at)
      if (last === null) continue
      found.push({ sentence, first: at, last, count: said.words.length })
      if (++count >= MOST_PLACES) break
    }
  }
  return found.toSorted((a, b) => a.last - b.last || a.first - b.first)
}

/** Where the sentence that begins at this word of the reply ends; null when it is not there. */
function lastWordOf({ words, open }: OwnSentence, reply: readonly FoundWord[], at: number): number | null {
  let place = at
  for (let next = 1; next < words.length; next++) {
    const limit = Math.min(reply.length - 1, open[next] === true ? place + 1 + MOST_FILLED : place + 1)
    let step = place + 1
    while (step <= limit && reply[step]?.word !== words[next]) step += 1
    if (step > limit) return null
    place = step
  }
  return place
}

/** The longest run that ends with each sentence, without runs that are part of a longer one. */
export function runsOf(within: Within): readonly Run[] {
  const found = foundIn(within)
  const befores: number[] = []
  const sizes: number[] = []
  const inLonger = new Set<number>()
  for (const [at, each] of found.entries()) {
    let best = -1
    for (let back = at - 1; back >= 0 && at - back <= MOST_LOOKED_BACK; back--) {
      const before = found[back]
      if (!before || each.first - before.last > MOST_FILLED * 4) break
      if ((sizes[back] ?? 0) > (sizes[best] ?? 0) && goesOn(before, each, within)) best = back
    }
    inLonger.add(best)
    befores.push(best)
    sizes.push((sizes[best] ?? 0) + each.count)
  }
  return found.flatMap((_, at) => (inLonger.has(at) ? [] : [runThatEnds(at, { found, befores })]))
}

function runThatEnds(at: number, { found, befores }: { found: readonly Found[]; befores: readonly number[] }): Run {
  const run: Found[] = []
  for (let each = found[at], next = at; each; next = befores[next] ?? -1, each = found[next]) run.push(each)
  return run.reverse()
}
/** Few sentences end close together, except in texts made to slow this down. */
const MOST_LOOKED_BACK = 60

/** Only the values of merge fields may stand between. */
function goesOn(before: Found, next: Found, { letter, words, text, linesSay }: Within): boolean {
  if (next.sentence <= before.sentence || next.first <= before.last) return false
  const many = next.first - before.last - 1
  if (many === 0) return true
  const alone = letter.slice(before.sentence + 1, next.sentence).filter((sentence) => sentence.words.length === 0).length
  if (many > MOST_FILLED + alone * MOST_ALONE) return false
  let between = text.slice(words[before.last]?.end, words[next.first]?.start)
  if (letter[before.sentence]?.open.at(-1) === true) between = between.replace(VALUE_BEHIND, '')
  if (letter[next.sentence]?.open[0] === true) between = between.replace(NAME_BEFORE, '')
  const left = wordsIn(between).length
  return left === 0 || (left <= alone * MOST_ALONE && !linesSay(between))
}
