/** The verdict on the work on cases: right evidence is believed, every planted breach is found, and what a crash may leave is no breach. */
import { describe, expect, test } from 'vitest'
import { PROMISES, verdictOn } from '#local/torture/verdict.ts'
import {
  cases,
  done,
  FILED,
  fileOf,
  GRAVE_CASE,
  MERGED,
  MERGED_TOO,
  more,
  NOTED,
  PICTURE,
  withCases,
} from '#test/local/torture/made-cases.ts'
import { PLANTED_IN_CASES } from '#test/local/torture/planted-in-cases.ts'

describe('the verdict on cases', () => {
  test('is that every promise held, where everything was right', () => {
    const { breaches, figures } = verdictOn(withCases())
    expect(breaches).toEqual([])
    expect(figures.desk.caseWork).toMatchObject({
      told: 1,
      merged: 1,
      mailsJoined: 1,
      asked: 2,
      given: 1,
      booked: 360_000,
      files: 1,
    })
  })

  test.each(PLANTED_IN_CASES)('finds %s', (_what, kind, broken) => {
    const [, promise] = Object.entries(PROMISES).find(([, { breaches: own }]) => own.includes(kind)) ?? []
    expect(promise?.check(broken).map((breach) => breach.kind)).toContain(kind)
    expect(verdictOn(broken).breaches.map((breach) => breach.kind)).toContain(kind)
  })
})

const OTHER = { ...FILED, picture: 'em 2' }
const REFUSED = { is: 'refused', because: 'already-closed' } as const

test.each([
  [
    'a file of a form that was refused lies under its case',
    { files: [fileOf(PICTURE), fileOf('em 2')], log: [done(OTHER, REFUSED)] },
  ],
  ['a file of a form that was never answered does', { files: [fileOf(PICTURE), fileOf('em 2')], log: [done(OTHER, null)] }],
  ['the second hand was refused', { log: [done(MERGED), done(MERGED_TOO, REFUSED)] }],
  [
    'a merging broke off between the two, and was never answered',
    { cases: [GRAVE_CASE, more(NOTED)], log: [done(MERGED, null)] },
  ],
] as const)('it is no breach where %s', (_what, over) => {
  expect(verdictOn(withCases({ ...cases(), ...over })).breaches).toEqual([])
})
