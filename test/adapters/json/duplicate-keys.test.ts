import { expect, test } from 'vitest'
import { duplicateKeys } from '#adapters/json/duplicate-keys.ts'

test.each<[string, string, readonly unknown[]]>([
  ['none', '{ "a": 1, "b": { "a": 1 }, "c": [{ "a": 1 }, { "a": 2 }] }', []],
  ['at the top', '{\n "a": 1,\n "a": 2\n}', [{ path: 'a', line: 3, firstLine: 2 }]],
  [
    'three times',
    '{ "a": 1,\n"a": 2,\n"a": 3 }',
    [
      { path: 'a', line: 2, firstLine: 1 },
      { path: 'a', line: 3, firstLine: 2 },
    ],
  ],
  ['further in, in a list', '{ "q": [{}, { "id": 1,\n "id": 2 }] }', [{ path: 'q[1].id', line: 2, firstLine: 1 }]],
  ['after an object of its own', '{ "a": { "a": 1 },\n "a": 2 }', [{ path: 'a', line: 2, firstLine: 1 }]],
  ['written with another escape', '{ "a": 1, "\\u0061": 2 }', [{ path: 'a', line: 1, firstLine: 1 }]],
  ['behind a byte order mark', '\uFEFF{ "a": 1, "a": 2 }', [{ path: 'a', line: 1, firstLine: 1 }]],
  ['in no JSON', '{ "a": 1, "a": ', []],
])('%s', (_, text, found) => {
  expect(duplicateKeys(text)).toEqual(found)
})
