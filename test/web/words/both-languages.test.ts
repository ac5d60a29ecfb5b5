/** The lines marked here must not compile: `tsc` fails when one of them does. */
import { expect, test } from 'vitest'
import { bothLanguages } from '#web/words/both-languages.ts'

const count = (people: number) => `${people}`

test('words are kept as they were given', () => {
  const words = bothLanguages({
    vi: { none: 'Không có ai.', found: (people: number) => `${people} người`, columns: ['Tên', 'Mã'], states: { open: 'mở' } },
    en: { none: 'Nobody.', found: (people) => `${people} people`, columns: ['Name', 'Id'], states: { open: 'open' } },
  })
  expect(words.vi.found(3)).toBe('3 người')
  expect(words.en.found(3)).toBe('3 people')
  expect([words.en.none, ...words.en.columns, words.en.states.open]).toEqual(['Nobody.', 'Name', 'Id', 'open'])
})

test('a key that one of the languages lacks, at any depth, does not compile', () => {
  // @ts-expect-error English lacks `some`.
  bothLanguages({ vi: { none: 'a', some: 'b' }, en: { none: 'c' } })
  // @ts-expect-error Vietnamese lacks `some`.
  bothLanguages({ vi: { none: 'a' }, en: { none: 'c', some: 'd' } })
  // @ts-expect-error English lacks `states.closed`.
  bothLanguages({ vi: { states: { open: 'a', closed: 'b' } }, en: { states: { open: 'c' } } })
  // @ts-expect-error English has a column less.
  bothLanguages({ vi: { columns: ['a', 'b'] }, en: { columns: ['c'] } })
  // @ts-expect-error A closed list lacks `closed` in both.
  bothLanguages<Record<'open' | 'closed', string>>({ vi: { open: 'a' }, en: { open: 'b' } })
  expect.assertions(0)
})

test('a sentence is given the same values in both languages', () => {
  // @ts-expect-error English is a text where Vietnamese is a sentence with a number.
  bothLanguages({ vi: { found: count }, en: { found: 'found' } })
  // @ts-expect-error English wants a text where Vietnamese has a number.
  bothLanguages({ vi: { found: count }, en: { found: (name: string) => name } })
  expect.assertions(0)
})
