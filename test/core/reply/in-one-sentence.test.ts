import { expect, test } from 'vitest'
import { inOneSentence } from '#core/reply/in-one-sentence.ts'

test.each([
  ['the sentence that complains', 'Chào shop.\nHộp trà bị vỡ! Mong shop gọi lại sớm nhé, cảm ơn.', 'Hộp trà bị vỡ!'],
  ['in English too', 'Hi there. The box was broken when it came. Please call me.', 'The box was broken when it came.'],
  [
    'the longest where none is known to complain',
    'Chào shop.\nTôi đợi ở nhà từ sáng tới giờ.\nLan',
    'Tôi đợi ở nhà từ sáng tới giờ.',
  ],
  ['one line of what runs over several', 'Hộp   trà\tbị vỡ', 'Hộp trà bị vỡ'],
  ['nothing of a text without words', ' 😡 …\n!!! ', null],
  ['nothing of no text', '', null],
])('%s', (_what, text, said) => {
  expect(inOneSentence(text)).toBe(said)
})

test('a sentence without an end is cut, and no character in half', () => {
  const said = inOneSentence(`${'a'.repeat(238)}😡${'b'.repeat(9_000)}`) ?? ''
  expect(said.length).toBeLessThanOrEqual(240)
  expect(said.isWellFormed()).toBe(true)
  expect(said.endsWith('…')).toBe(true)
})
