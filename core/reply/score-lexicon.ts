/** The words of both grammars as sets, with and without Vietnamese marks, as the writer uses them. */
import { GRAMMARS, type ScoreGrammar } from '#core/reply/score-grammar.ts'
import { wordForm } from '#core/reply/spoken.ts'

type WordList = 'unit' | 'idle' | 'reason' | 'doubt' | 'label' | 'title' | 'farewell'
export interface Lexicon extends Readonly<Record<WordList, ReadonlySet<string>>> {
  readonly numbers: ReadonlyMap<string, number>
}

function lexiconOf(form: (word: string) => string): Lexicon {
  const set = (name: WordList) => new Set(GRAMMARS.flatMap((grammar: ScoreGrammar) => grammar[name]).map(form))
  const numbers = new Map(
    GRAMMARS.flatMap(({ numbers }) => Object.entries(numbers).map(([word, value]) => [form(word), value] as const)),
  )
  const idle = set('idle')
  // Without marks some words become equal ("ít" and "it", "bàn" and "bạn"): the more common one is taken.
  const notIdle = (name: WordList) => new Set([...set(name)].filter((word) => !idle.has(word)))
  return {
    unit: set('unit'),
    idle,
    reason: set('reason'),
    doubt: notIdle('doubt'),
    label: notIdle('label'),
    title: set('title'),
    farewell: set('farewell'),
    numbers,
  }
}
const LEXICONS = { marked: lexiconOf(wordForm({ marked: true })), unmarked: lexiconOf(wordForm({ marked: false })) }

export const lexiconFor = ({ marked }: { readonly marked: boolean }): Lexicon => (marked ? LEXICONS.marked : LEXICONS.unmarked)
