import { expect, test } from 'vitest'
import { themesOfAnswer } from '#core/reply/themes-of-answer.ts'
import { wordsUntaken } from '#core/reply/words-untaken.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'
import { aTheme } from '#test/support/theme-builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const LAN = { at: AT, by: 'Lan' }
const themes = [
  aTheme('late', ['giao chậm'], { chosen: [{ question: 'why', choice: 'delivery' }] }),
  aTheme('price', ['giá'], { chosen: [{ campaign: 'another', question: 'why', choice: 'price' }] }),
]
type Answered = Partial<Parameters<typeof anAnswer>[0]>
const of = (answer: Answered, themesSet: SurveyResponse['themesSet'] = []) => {
  const given = anAnswer({ ...answer, at: AT })
  return themesOfAnswer(given, { ...aResponse([given]), themesSet }, themes)
}

test.each<[string, Answered, readonly string[] | null]>([
  ['a score alone', { why: null }, null],
  ['words', { why: 'Giao chậm, giá cao' }, ['late', 'price']],
  ['words that no rule takes', { why: 'Bình thường' }, []],
  ['a reason that was ticked', { why: null, followUps: { why: ['delivery'] } }, ['late']],
  ['a reason of another survey', { why: null, followUps: { why: ['price'] } }, []],
  ['an answer in words to a further question', { why: null, followUps: { what: 'giá cao' } }, ['price']],
  ['words that were deleted', { why: null, themes: ['late'] }, ['late']],
])('%s', (_what, answer, found) => {
  expect(of(answer)).toEqual(found)
})

test('what staff said holds against the rules, and the last word of each theme counts', () => {
  const settings = [
    { ...LAN, theme: 'late', as: 'removed' as const },
    { ...LAN, theme: 'price', as: 'removed' as const },
    { ...LAN, theme: 'price', as: 'added' as const },
  ]
  expect(of({ why: 'Giao chậm' }, settings)).toEqual(['price'])
  expect(of({ why: null }, settings)).toEqual(['price'])
})

test('pairs of words that come in several texts are told, and those that say nothing are not', () => {
  const texts = ['Tích điểm chưa thấy, tích điểm lâu', 'Không thấy tích điểm.', 'Mình thấy cũng được ạ', 'cũng được ạ']
  expect(wordsUntaken(texts, 10)).toEqual([{ words: 'tích điểm', texts: 2 }])
  expect(wordsUntaken([], 10)).toEqual([])
})
