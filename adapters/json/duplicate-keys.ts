/** Keys that a JSON file has twice in one object: the later one counts, and the author may not know that there are two. */
import { type ParseError, visit } from 'jsonc-parser'

export interface DuplicateKey {
  /** Path of the key, as in `limits.priority` or `questions[1].id`. */
  readonly path: string
  /** The line of the key that counts, from 1. */
  readonly line: number
  /** The line of the key before it. */
  readonly firstLine: number
}

/** None for a text that is no JSON: another check reports that. */
export function duplicateKeys(text: string): readonly DuplicateKey[] {
  const duplicates: DuplicateKey[] = []
  const objects: Map<string, number>[] = []
  const errors: ParseError['error'][] = []
  visit(text.replace(/^\uFEFF/, ''), {
    onObjectBegin: () => void objects.push(new Map()),
    onObjectEnd: () => void objects.pop(),
    onObjectProperty: (key, _offset, _length, line, _character, pathOf) => {
      const seen = objects.at(-1)
      const before = seen?.get(key)
      if (before !== undefined) duplicates.push({ path: written([...pathOf(), key]), line: line + 1, firstLine: before })
      seen?.set(key, line + 1)
    },
    onError: (error) => void errors.push(error),
  })
  return errors.length > 0 ? [] : duplicates
}

const written = (path: readonly (string | number)[]): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`), '')
