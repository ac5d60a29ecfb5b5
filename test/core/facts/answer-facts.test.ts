/** What the facts say of answers to surveys. */
import { expect, test } from 'vitest'
import { answerFacts, ratingFacts } from '#core/facts/answer-facts.ts'
import { NOBODY } from '#core/facts/who.ts'
import { anAnswer, aResponse, BY_PAGE, ratingsOf } from '#test/support/survey-builders.ts'

const AT = '2027-03-10T02:00:00.000Z'
const LATER = '2027-03-10T03:00:00.000Z'

test('every answer to an invitation is told in its order, with those that a machine may have pressed', () => {
  const pressed = anAnswer({ at: AT, score: 1, suspect: 'decoy' })
  const given = anAnswer({ at: LATER, score: 4, why: 'giao nhanh', origin: { ...BY_PAGE, via: 'staff' } })
  expect(answerFacts(aResponse([pressed, given]), { who: NOBODY, rules: { themes: [] } })).toMatchObject([
    { answer_no: 0, invited_on: '2027-03-08', score: 1, suspect: true, commented: false, via: 'page' },
    { answer_no: 1, invited_on: '2027-03-08', score: 4, suspect: false, commented: true, via: 'staff' },
  ])
})

test('each rating carries its weight in thousandths, to the nearest, and one that was skipped has no score', () => {
  const rated = anAnswer({ at: AT, score: null, ratings: ratingsOf({ price: [null, 0.2857], delivery: [9, 0.29] }) })
  expect(ratingFacts(aResponse([rated], { kind: 'csi' }), { who: NOBODY })).toMatchObject([
    { answer_no: 0, attribute: 'price', weight: 286, score: null },
    { answer_no: 0, attribute: 'delivery', weight: 290, score: 9 },
  ])
})
