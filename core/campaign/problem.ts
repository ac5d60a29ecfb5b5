/** What is said to the people who write campaigns, templates and company files: a mistake refuses, a remark only asks for a look. */
import type { LocalizedText } from '#core/campaign/localized-text.ts'

/** A mistake in something that people write, said so that its writer can mend it. */
export interface Problem {
  readonly file: string
  /** Where in the file: a path in JSON, a line or a part of a template. */
  readonly path: string
  readonly value: string
  /** What would be right, in both languages. */
  readonly expected: LocalizedText
}

/** Something that is allowed and may not be what its writer meant. */
export interface Remark extends Omit<Problem, 'expected'> {
  readonly note: LocalizedText
}
