/** What is said to the people who write campaigns, templates and company files. A problem refuses the file; a remark only asks for a look. */
import type { LocalizedText } from '#core/campaign/localized-text.ts'

/** A mistake, described so that the writer of the file can correct it. */
export interface Problem {
  readonly file: string
  /** Where in the file: a path in JSON, a part of a template; empty where only the line is known. */
  readonly path: string
  /** From 1. */
  readonly line?: number
  readonly column?: number
  readonly value: string
  /** What would be right, in both languages. */
  readonly expected: LocalizedText
  /** True where `expected` is a rule or a prohibition, a sentence of its own: the word "expected" before it would reverse its meaning. */
  readonly isRule?: true
}

/** Something that is allowed but may not be what the writer meant. */
export interface Remark extends Omit<Problem, 'expected' | 'isRule'> {
  readonly note: LocalizedText
}

/** Stands for the value of a key that is missing. */
export const MISSING = '(missing)'

const WORDS = {
  vi: { expected: 'cần', note: 'lưu ý', line: 'dòng', column: 'cột', missing: '(chưa có)' },
  en: { expected: 'expected', note: 'note', line: 'line', column: 'column', missing: MISSING },
} as const

/** One line for a terminal. */
export const problemLine = (problem: Problem, locale: keyof typeof WORDS): string =>
  `${placeLine(problem, locale)} - ${problem.isRule ? '' : `${WORDS[locale].expected} `}${problem.expected[locale]}`

export const remarkLine = (remark: Remark, locale: keyof typeof WORDS): string =>
  `${placeLine(remark, locale)} - ${WORDS[locale].note}: ${remark.note[locale]}`

function placeLine({ file, path, line, column, value }: Omit<Problem, 'expected'>, locale: keyof typeof WORDS): string {
  const words = WORDS[locale]
  const inLine = line === undefined ? '' : `${words.line} ${line}${column === undefined ? '' : `, ${words.column} ${column}`}`
  const [first = '', ...parts] = [file, path, inLine, value === MISSING ? words.missing : value].filter(
    (part, at) => part !== '' || (at === 3 && line === undefined),
  )
  return [first, ...parts].join(': ')
}
