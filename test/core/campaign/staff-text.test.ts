import { expect, test } from 'vitest'
import { tooLong } from '#core/campaign/staff-text.ts'

test.each([
  [{ because: 'ố'.repeat(500), by: 'x'.repeat(100), note: 'x'.repeat(2_000) }, undefined],
  [{}, undefined],
  [{ because: 'x'.repeat(501) }, { refused: 'too-long', what: 'because', limit: 500, length: 501 }],
  [{ because: 'x'.repeat(10_240) }, { refused: 'too-long', what: 'because', limit: 500, length: 10_240 }],
  [
    { by: 'x'.repeat(101), because: 'x'.repeat(501) },
    { refused: 'too-long', what: 'by', limit: 100, length: 101 },
  ],
  [{ note: 'x'.repeat(2_001) }, { refused: 'too-long', what: 'note', limit: 2_000, length: 2_001 }],
])('what is too long is named with its limit: %#', (text, expected) => {
  expect(tooLong(text)).toEqual(expected)
})
