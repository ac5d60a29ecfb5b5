/** What staff say in calls: a file is right or says what would be; and its fields are filled in for one customer. */
import { describe, expect, test } from 'vitest'
import { readScript, spoken } from '#core/campaign/script.ts'

const both = (vi: string, en = vi) => ({ vi, en })
const written = (over: object = {}) =>
  JSON.stringify({ opening: both('Chào {{customer}}'), question: both('?'), empathy: both('…'), closing: both('!'), ...over })
const read = (text: string) => readScript({ file: 'campaigns/scripts/check-in.json', text })

describe('a script', () => {
  test('is named by its file', () => {
    expect(read(written())).toMatchObject({ value: { name: 'check-in', script: { question: both('?') } } })
  })

  test.each([
    ['an unknown field', { closing: both('{{agent}}', 'Bye {{agnet}}') }, 'closing.en'],
    ['a part without one of the languages', { closing: { vi: 'Chào' } }, 'closing.en'],
    ['a part that is no part', { greeting: both('x') }, 'greeting'],
    ['an empty part', { opening: both('') }, 'opening.vi'],
  ])('with %s is refused, with the place', (_, over, path) => {
    const answer = read(written(over))
    expect('problems' in answer && answer.problems.map((problem) => problem.path)).toContain(path)
  })
})

test.each([
  ['Dạ, {{self}} chào {{ customer }} ạ', { self: 'em', customer: 'chị Lan' }, 'Dạ, em chào chị Lan ạ'],
  ['Chào {{customer}}, {{product}} thế nào?', { customer: 'anh Nam' }, 'Chào anh Nam, thế nào?'],
  ['{{product}}', {}, ''],
  ['không có trường nào', { customer: 'x' }, 'không có trường nào'],
  ['{{customer}} và {{customer}}', { customer: '$& $1' }, '$& $1 và $& $1'],
])('%s is spoken', (words, values, heard) => {
  expect(spoken(words, values).trim()).toBe(heard)
})
