import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_CHANGES, MOST_SUSPECT, nextAnswers } from '#core/survey/changed-response.ts'
import type { Answer } from '#core/survey/response.ts'
import { instantOf } from '#core/time/instant.ts'
import { anAnswer, byReply, ratingsOf } from '#test/support/survey-builders.ts'

const [ONE, TWO, THREE] = ['2027-03-10T01:00:00.000Z', '2027-03-10T02:00:00.000Z', '2027-03-10T03:00:00.000Z'] as const
const answersAfter = (earlier: readonly Answer[], answer: Answer) => {
  const next = nextAnswers(earlier, answer)
  return 'answers' in next ? next.answers : next
}

test('the first answer is kept as it is', () => {
  const answer = anAnswer({ at: ONE, score: 4 })
  expect(answersAfter([], answer)).toEqual([answer])
})

test('another answer counts from now on, and the earlier one stays', () => {
  const [first, second] = [anAnswer({ at: ONE, score: 2, why: 'chậm' }), anAnswer({ at: TWO, score: 4 })]
  expect(answersAfter([first], second)).toEqual([first, second])
})

test.each([
  ['the same', {}],
  ['the same from elsewhere', { origin: byReply('r-1') }],
  ['the same much later', { at: THREE }],
  ['the same, its follow-ups in another order', { followUps: { b: ['x'], a: 'y' } }],
])('%s changes nothing', (_, over) => {
  const first = anAnswer({ at: ONE, score: 2, why: 'chậm', followUps: { a: 'y', b: ['x'] } })
  expect(nextAnswers([first], { ...first, at: TWO, ...over })).toEqual({ unchanged: first })
})

describe('a reply by mail', () => {
  const page = anAnswer({ at: ONE, score: 2, why: 'chậm', followUps: { a: 'y' } })

  test('with a number alone takes back no words, with words alone no number', () => {
    const number = anAnswer({ at: TWO, score: 5, origin: byReply('r-1') })
    expect(answersAfter([page], number)).toMatchObject([{ score: 2 }, { score: 5, why: 'chậm', followUps: { a: 'y' } }])
    const words = anAnswer({ at: TWO, score: null, why: 'đã ổn', origin: byReply('r-2') })
    expect(answersAfter([page], words)).toMatchObject([{ score: 2 }, { score: 2, why: 'đã ổn' }])
  })

  test('keeps the ratings that were given on the page: a mail gives none', () => {
    const ratings = ratingsOf({ a: [2, 1], b: [null, 1] })
    const rated = anAnswer({ at: ONE, score: null, ratings })
    const words = anAnswer({ at: TWO, score: null, why: 'đã ổn', origin: byReply('r-1') })
    expect(answersAfter([rated], words)).toMatchObject([{ ratings }, { score: null, ratings, why: 'đã ổn' }])
    expect(answersAfter([words], { ...words, at: THREE, why: 'x' })).not.toHaveProperty('1.ratings')
  })

  test('that comes in after a page that was filled in later does not count, and stays', () => {
    const later = anAnswer({ at: THREE, score: 5 })
    const late = anAnswer({ at: TWO, score: 3, origin: byReply('r-1') })
    const answers = answersAfter([page, later], late)
    expect(answers).toMatchObject([{ score: 2 }, { score: 3, why: 'chậm' }, { score: 5 }])
    // Delivered twice it is still one.
    expect(nextAnswers(Array.isArray(answers) ? answers : [], late)).toMatchObject({ unchanged: { score: 3 } })
  })
})

test('another rating is another answer, and the same ratings change nothing', () => {
  const first = anAnswer({ at: ONE, score: null, ratings: ratingsOf({ a: [2, 1], b: [null, 1] }) })
  expect(nextAnswers([first], { ...first, at: TWO })).toEqual({ unchanged: first })
  const other = { ...first, at: TWO, ratings: ratingsOf({ a: [2, 1], b: [1, 1] }) }
  expect(answersAfter([first], other)).toEqual([first, other])
})

test('what a page leaves empty was emptied', () => {
  const first = anAnswer({ at: ONE, score: 2, why: 'chậm' })
  expect(answersAfter([first], anAnswer({ at: TWO, score: 2, why: null }))).toMatchObject([{ why: 'chậm' }, { why: null }])
})

describe('too often', () => {
  const answers = (count: number, over: Partial<Answer> = {}) =>
    Array.from({ length: count }, (_, at) => anAnswer({ at: instantOf(at * 60_000), score: 1 + (at % 2), ...over }))

  test.each([
    [MOST_CHANGES, false],
    [MOST_CHANGES + 1, true],
  ])('after %i answers the next one is refused: %s', (count, refused) => {
    const next = nextAnswers(answers(count), anAnswer({ at: ONE, score: 5 }))
    expect('refused' in next).toBe(refused)
  })

  test('also when the words are many: a response must fit into its row', () => {
    const why = 'ộ'.repeat(4_000)
    const texts = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, why]))
    const full = answers(4, { why, followUps: texts })
    expect(nextAnswers(full, anAnswer({ at: ONE, why: 'x', followUps: texts }))).toEqual({ refused: 'too-often' })
    expect(nextAnswers(full, anAnswer({ at: ONE, score: 5 }))).toHaveProperty('answers')
  })
})

test('answers are always in order, one answer is never twice in a row, and however they arrive they never grow too many', () => {
  const answer = fc.record({
    at: fc.integer({ min: 0, max: 30 }).map((minute) => instantOf(minute * 60_000)),
    score: fc.constantFrom(null, 1, 2, 5),
    why: fc.constantFrom(null, 'x', 'y'),
    origin: fc.constantFrom(anAnswer({ at: ONE }).origin, byReply('r-1')),
  })
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 60 }), (given) => {
      let answers: readonly Answer[] = []
      for (const one of given) {
        const next = nextAnswers(answers, anAnswer(one))
        if ('answers' in next) {
          expect(next.answers).toHaveLength(answers.length + 1)
          answers = next.answers
        }
      }
      expect(answers.map(({ at }) => at)).toEqual(answers.map(({ at }) => at).toSorted())
      expect(answers.length).toBeLessThanOrEqual(MOST_CHANGES + 1)
    }),
  )
})

describe('what looks like a machine’s press', () => {
  const machine = (over: Partial<Answer> = {}) => anAnswer({ at: TWO, score: 1, suspect: 'too-early', ...over })

  test('is kept beside what counts, once', () => {
    const mine = anAnswer({ at: ONE, score: 4 })
    expect(answersAfter([mine], machine())).toEqual([mine, machine()])
    expect(nextAnswers([mine, machine()], machine({ at: THREE, suspect: 'decoy' }))).toEqual({ unchanged: machine() })
  })

  test('that says what counts already changes nothing', () => {
    const mine = anAnswer({ at: ONE, score: 1 })
    expect(nextAnswers([mine], machine())).toEqual({ unchanged: mine })
  })

  test('is the customer’s own once they say the same again', () => {
    const mine = anAnswer({ at: THREE, score: 1 })
    expect(nextAnswers([machine()], mine)).toEqual({ answers: [mine], given: mine })
  })

  test('stays beside another answer, and is no answer that a reply could add to', () => {
    const words = anAnswer({ at: THREE, score: null, why: 'đã ổn', origin: byReply('r-1') })
    expect(answersAfter([machine({ why: 'x' })], words)).toEqual([machine({ why: 'x' }), words])
  })

  test('uses up none of a customer’s own changes, however often it comes', () => {
    let answers: readonly Answer[] = []
    for (let time = 0; time < 200; time++) {
      const next = nextAnswers(answers, machine({ why: String(time) }))
      if ('answers' in next) answers = next.answers
      else expect(next).toHaveProperty('unkept')
    }
    expect(answers).toHaveLength(MOST_SUSPECT)
    for (let time = 0; time <= MOST_CHANGES; time++) {
      const next = nextAnswers(answers, anAnswer({ at: THREE, score: 4 + (time % 2) }))
      if ('answers' in next) answers = next.answers
    }
    expect(answers.filter(({ suspect }) => !suspect)).toHaveLength(MOST_CHANGES + 1)
    expect(nextAnswers(answers, anAnswer({ at: THREE, score: 1 }))).toEqual({ refused: 'too-often' })
  })

  test('gives way where its words leave no room for the customer’s', () => {
    const long = 'x'.repeat(22_000)
    const suspects = Array.from({ length: MOST_SUSPECT - 1 }, (_, n) => machine({ why: `${n}${long}` }))
    const mine = anAnswer({ at: THREE, score: 5, why: long })
    expect(answersAfter(suspects, mine)).toEqual([mine])
    expect(nextAnswers(suspects, machine({ why: `9${long}` }))).toHaveProperty('unkept')
  })
})
