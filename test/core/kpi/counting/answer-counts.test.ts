/** One customer's opinion counts once in a period: the last answer that no machine pressed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DatedFact } from '#core/facts/fact-tables.ts'
import { answerCounter, standingRows } from '#core/kpi/counting/answer-counts.ts'
import { personIndex } from '#core/kpi/counting/persons.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { anAnswerFact } from '#test/support/fact-builders.ts'

const FEBRUARY = { from: '2027-02-01', to: '2027-02-28' }
const MORNING = '2027-02-06T02:00:00.000Z'
const NOON = '2027-02-06T05:00:00.000Z'

const anAnswer = ({ day = '2027-02-06', ...over }: Partial<DatedFact<'answers'>> = {}) => ({ ...anAnswerFact(over), day })

/** The answers of each day are given together, as they stand in its file. */
function countsOf(rows: readonly DatedFact<'answers'>[]) {
  const counter = answerCounter({
    period: FEBRUARY,
    today: '2027-12-01',
    zone: 'Asia/Ho_Chi_Minh',
    persons: personIndex(),
    repeatDays: 30,
  })
  for (const [, ofDay] of Map.groupBy(rows, ({ day }) => day)) for (const standing of standingRows(ofDay)) counter.add(standing)
  return counter.counts()
}
const npsOf = (...rows: readonly DatedFact<'answers'>[]) => countsOf(rows).scores.nps ?? []
const once = (score: number) => [{ score, count: 1 }]

test('who answered twice counts once, with the later answer', () => {
  const [low, high] = [
    anAnswer({ score: 2, campaign: 'a', happened_at: NOON }),
    anAnswer({ score: 9, campaign: 'b', happened_at: MORNING }),
  ]
  expect(npsOf(low, high)).toEqual(once(2))
  expect(npsOf(high, low)).toEqual(once(2))
})

test('of two answers of one instant that to the later invitation counts, so that every machine keeps the same', () => {
  const [a, b] = [anAnswer({ campaign: 'a', score: 8 }), anAnswer({ campaign: 'b', score: 1 })]
  expect(npsOf(a, b)).toEqual(once(1))
  expect(npsOf(b, a)).toEqual(once(1))
})

test('of the answers to one invitation the last counts, and none that a machine may have pressed', () => {
  const person = anAnswer({ score: 4 })
  const changed = anAnswer({ score: 7, answer_no: 1 })
  const machine = anAnswer({ score: 0, answer_no: 2, suspect: true })
  expect(npsOf(changed, machine, person)).toEqual(once(7))
  expect(npsOf(machine)).toEqual([])
  expect(countsOf([machine]).answered.size()).toBe(0)
})

test('words without a score are an answer, and no score; an erased customer is neither', () => {
  const { scores, answered } = countsOf([anAnswer({ score: null }), anAnswer({ person: null })])
  expect(scores).toEqual({})
  expect(answered.size()).toBe(1)
})

test('the order in which days and answers are read does not matter', () => {
  const answers = fc.uniqueArray(
    fc.record({
      person: fc.bigInt(1n, 4n),
      campaign: fc.constantFrom('x', 'y', 'z'),
      happened_at: fc.constantFrom(MORNING, NOON),
      score: fc.nat(10),
    }),
    { selector: ({ person, campaign }) => `${person} ${campaign}` },
  )
  fc.assert(
    fc.property(answers, (given) => {
      const rows = given.map(anAnswer)
      expect(npsOf(...rows.toReversed())).toEqual(npsOf(...rows))
      expect(npsOf(...rows).reduce((sum, { count }) => sum + count, 0)).toBe(new Set(given.map(({ person }) => person)).size)
    }),
  )
})

/** Each is the score, its day, and its campaign. */
type Scored = readonly [score: number, day: LocalDate, campaign: string]
const recoveryOf = (...scored: readonly Scored[]) =>
  countsOf(scored.map(([score, day, campaign]) => anAnswer({ score, day, campaign, happened_at: `${day}T02:00:00.000Z` })))
    .recovery

test.each<[string, Scored[], { answeredAgain: number; recovered: number }]>([
  [
    'who gave 7 the next time is recovered',
    [
      [3, '2027-02-06', 'a'],
      [7, '2027-05-01', 'b'],
    ],
    { answeredAgain: 1, recovered: 1 },
  ],
  [
    'who gave 6 again is not',
    [
      [3, '2027-02-06', 'a'],
      [6, '2027-05-01', 'b'],
    ],
    { answeredAgain: 1, recovered: 0 },
  ],
  [
    'the next answer decides, not the best',
    [
      [3, '2027-02-06', 'a'],
      [5, '2027-03-01', 'b'],
      [9, '2027-05-01', 'c'],
    ],
    { answeredAgain: 1, recovered: 0 },
  ],
  [
    'on the 180th day it counts',
    [
      [3, '2027-02-06', 'a'],
      [9, '2027-08-05', 'b'],
    ],
    { answeredAgain: 1, recovered: 1 },
  ],
  [
    'on the 181st it does not',
    [
      [3, '2027-02-06', 'a'],
      [9, '2027-08-06', 'b'],
    ],
    { answeredAgain: 0, recovered: 0 },
  ],
  [
    'a low score after the period is none of it',
    [
      [9, '2027-02-06', 'a'],
      [3, '2027-03-01', 'b'],
      [9, '2027-03-09', 'c'],
    ],
    { answeredAgain: 0, recovered: 0 },
  ],
])('a detractor: %s', (_what, scored, recovery) => {
  expect(recoveryOf(...scored)).toEqual(recovery)
})
