import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastOfEachPerson, type ScoredAnswer, scoredAnswer } from '#core/kpi/last-of-each-person.ts'
import { anAnswer, aResponse } from '#test/support/survey-builders.ts'

const [MONDAY, TUESDAY] = ['2027-03-08T01:00:00.000Z', '2027-03-09T01:00:00.000Z']
const answer = (over: Partial<ScoredAnswer>): ScoredAnswer => ({
  customerId: 'c-001',
  occurrenceId: 'how_2027-03-08',
  at: MONDAY,
  score: 5,
  ...over,
})

test('who answered twice counts once, with the later answer', () => {
  const [low, high] = [answer({ score: 2 }), answer({ score: 9, at: TUESDAY, occurrenceId: 'how_2027-03-09' })]
  expect(lastOfEachPerson([low, high])).toEqual([high])
  expect(lastOfEachPerson([high, low])).toEqual([high])
})

test('of two answers of one instant that to the later invitation counts, so that every machine keeps the same', () => {
  const [a, b] = [answer({ occurrenceId: 'a' }), answer({ occurrenceId: 'b', score: 1 })]
  expect(lastOfEachPerson([a, b])).toEqual([b])
  expect(lastOfEachPerson([b, a])).toEqual([b])
})

test('keeps everybody once, whatever the order, and a second time changes nothing', () => {
  const answers = fc.array(
    fc.record({
      customerId: fc.constantFrom('a', 'b', 'c', 'd'),
      occurrenceId: fc.constantFrom('x', 'y', 'z'),
      at: fc.constantFrom(MONDAY, TUESDAY),
      score: fc.nat(10),
    }),
  )
  fc.assert(
    fc.property(answers, (all) => {
      // One customer has one answer to an invitation.
      const given = [...new Map(all.map((one) => [`${one.customerId} ${one.occurrenceId}`, one])).values()]
      const last = lastOfEachPerson(given)
      expect(last.map(({ customerId }) => customerId)).toEqual([...new Set(given.map(({ customerId }) => customerId))].toSorted())
      expect(lastOfEachPerson(given.toReversed())).toEqual(last)
      expect(lastOfEachPerson(last)).toEqual(last)
    }),
  )
})

test('an answer that a machine may have pressed does not count, nor do words without a score', () => {
  const [person, machine] = [anAnswer({ at: MONDAY, score: 4 }), anAnswer({ at: TUESDAY, score: 1, suspect: 'too-early' })]
  const wordsAlone = anAnswer({ at: TUESDAY, score: null, why: 'đã ổn' })
  expect(scoredAnswer(aResponse([person, machine]))).toMatchObject({ customerId: 'c-001', score: 4, at: MONDAY })
  expect(scoredAnswer(aResponse([machine]))).toBeUndefined()
  expect(scoredAnswer(aResponse([wordsAlone]))).toBeUndefined()
})
