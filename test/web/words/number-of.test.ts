/** One of a thing is said of one, wherever an English text has a number before a noun. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { DAYS, MAILS, numberOf } from '#web/words/number-of.ts'

test.each([
  [1, MAILS, '1 mail'],
  ['1', DAYS, '1 day'],
  [0, MAILS, '0 mails'],
  ['1,200', MAILS, '1,200 mails'],
] as const)('%s', (count, words, said) => {
  expect(numberOf(count, words)).toBe(said)
})

const ROOT = resolve(import.meta.dirname, '../../..')
const FOLDERS = ['web/staff', 'web/words', 'local/sections']
/** Each line with the one before it, where a condition may stand. */
const linesOf = (folder: string) =>
  readdirSync(resolve(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => resolve(entry.parentPath, entry.name))
    .flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n')
      return lines.map((line, at) => ({ line, before: lines[at - 1] ?? '', place: `${file.slice(ROOT.length + 1)}:${at + 1}` }))
    })

/** A number followed by a noun that has a plural, where the line does not ask whether it is one. */
const PLURAL =
  /\$\{\w+(\([^)]*\))?\} (working )?(people|mails|messages|answers|days|hours|times|customers|occurrences|batches|parts|items|steps|purchases|vouchers)\b/

test('no text of the pages puts a number before a plural without asking whether it is one', () => {
  const asks = (text: string) => /=== '?1'?|numberOf/.test(text)
  const found = FOLDERS.flatMap(linesOf)
    .filter(({ line, before }) => PLURAL.test(line) && !asks(line) && !asks(before))
    .map(({ place, line }) => `${place} ${line.trim()}`)
  expect(found).toEqual([])
})
