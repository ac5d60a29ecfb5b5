import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonMistake } from '#core/campaign/json-mistake.ts'

test.each([
  ['{"a":1,}', 1, 7, 'without a comma'],
  ['[1,2,]', 1, 5, 'without a comma'],
  ['{"a":1 "b":2}', 1, 7, 'a comma'],
  ['{\n"a" 1}', 2, 4, 'a colon'],
  ["{'a':1}", 1, 2, 'a key in straight'],
  ['{"a":\'b\'}', 1, 6, 'straight double quotes'],
  ['{"a":“b”}', 1, 6, 'straight double quotes'],
  ['{"a":100.000.000}', 1, 6, 'a value'],
  ['{"a":05}', 1, 6, 'a value'],
  ['{"a":True}', 1, 6, 'a value'],
  ['{"a":"b\n"}', 1, 8, 'on the same line'],
  ['{"a":"b', 1, 6, 'a closing "'],
  ['{"a":"C:\\x"}', 1, 9, 'backslash'],
  ['{"a":1', 1, 7, 'the file ends here'],
  ['{"a":', 1, 6, 'the file ends here'],
  ['{"a":1}}', 1, 8, 'the end of the file'],
  ['{"a":1} // x', 1, 9, 'the end of the file'],
  ['{\n  // x\n  "a":1}', 2, 3, 'without comments'],
  ['{"a":1, /* x */ "b":2}', 1, 9, 'without comments'],
  ['{"a":1,\n "b":2, "a":1}', 2, 9, 'each key once'],
  ['[{"a":{"b":1,"\\u0062":2}}]', 1, 14, 'each key once'],
  [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 1, 101, 'fewer than 100'],
  ['{"a":'.repeat(100_000), 1, 501, 'fewer than 100'],
  ['', 1, 1, 'empty'],
  ['   \n ', 2, 2, 'empty'],
])('%j is wrong in line %i, column %i', (text, line, column, expected) => {
  const mistake = jsonMistake(text, { keysOnce: true })
  expect(mistake).toMatchObject({ line, column })
  expect(mistake?.expected.en).toContain(expected)
})

test.each([
  '{"a":1,"b":{"a":1}}',
  '[{"a":1},{"a":1}]',
  '{"a":"a","b":"a"}',
  '{"a":1,"A":1,"":1," ":1,"__proto__":1,"constructor":1}',
  `${'['.repeat(100)}${']'.repeat(100)}`,
])('a key of another object, and a hundred brackets, are none: %j', (text) => {
  expect(jsonMistake(text, { keysOnce: true })).toBeUndefined()
})

test('a key that stands twice is one only for a file that asks for it', () => {
  expect(jsonMistake('{"a":1,"a":1}')).toBeUndefined()
})

test('whatever JSON.parse refuses has a mistake, and nothing else has but a key that stands twice', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const broken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom(',', '}', '"', ' ', '1', 'x', '')).map(([text, at, put]) => {
    const where = at % (text.length + 1)
    return text.slice(0, where) + put + text.slice(where + 1)
  })
  fc.assert(
    fc.property(fc.oneof(fc.json(), broken, fc.string()), (text) => {
      const mistake = jsonMistake(text, { keysOnce: true })
      if (parses(text)) expect(mistake?.expected.en ?? 'each key once').toContain('each key once')
      else expect(mistake).toBeDefined()
    }),
    { numRuns: 2_000 },
  )
})
