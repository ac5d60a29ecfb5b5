import { describe, expect, test } from 'vitest'
import {
  answeredAfter,
  isAFault,
  isStillDoubted,
  NOTHING_HEARD,
  type Struggle,
  saidByRun,
  struggledAfter,
  takenAfter,
} from '#core/planning/struggles.ts'
import { MINUTE_MS, plusMs } from '#core/time/instant.ts'

const NOON = '2027-03-10T05:00:00.000Z'
const heardOf = (mails: readonly (Struggle | 'taken' | 'answered')[]) =>
  mails.reduce(
    (heard, mail) =>
      mail === 'taken' ? takenAfter(heard) : mail === 'answered' ? answeredAfter(heard) : struggledAfter(heard, mail),
    NOTHING_HEARD,
  )
const times = (count: number, mail: Struggle): readonly Struggle[] => Array.from({ length: count }, () => mail)

describe('mails without an answer', () => {
  test.each<[string, readonly (Struggle | 'taken' | 'answered')[], boolean]>([
    ['none', [], false],
    ['two whose answer did not come', times(2, 'unanswered'), false],
    ['three whose answer did not come', times(3, 'unanswered'), true],
    ['three with one taken between', ['unanswered', 'unanswered', 'taken', 'unanswered'], false],
    ['three among people who were refused', ['unanswered', 'answered', 'unanswered', 'answered', 'unanswered'], true],
    ['seven that waited', times(7, 'not-now'), false],
    ['eight that waited', times(8, 'not-now'), true],
    ['six that waited and two whose answer did not come', [...times(6, 'not-now'), ...times(2, 'unanswered')], true],
    ['seven without a place', times(7, 'no-place'), false],
    ['eight without a place', times(8, 'no-place'), true],
    ['eight that waited, with one taken between', [...times(7, 'not-now'), 'taken', 'not-now'], false],
  ])('%s', (_, mails, fault) => {
    expect(isAFault(heardOf(mails))).toBe(fault)
  })
})

describe('a run that is over', () => {
  test.each<[string, readonly (Struggle | 'taken' | 'answered')[], ReturnType<typeof saidByRun>]>([
    ['without a mail', [], 'nothing'],
    ['with one mail taken', ['taken'], 'nothing'],
    ['with one person refused', ['answered'], 'nothing'],
    ['with one mail whose answer did not come', ['unanswered'], 'doubt'],
    ['with one mail that got no place', ['no-place'], 'doubt'],
    ['with one mail that waited, perhaps for its own sake', ['not-now'], 'nothing'],
    ['with two and no answer', ['unanswered', 'not-now'], 'fault'],
    ['with two, one of them taken', ['unanswered', 'taken'], 'nothing'],
    ['with two, one of them refused', ['answered', 'unanswered'], 'nothing'],
  ])('%s', (_, mails, said) => {
    expect(saidByRun(heardOf(mails))).toBe(said)
  })

  test('is doubted for half an hour', () => {
    expect(isStillDoubted(undefined, NOON)).toBe(false)
    expect(isStillDoubted(NOON, plusMs(NOON, 30 * MINUTE_MS - 1))).toBe(true)
    expect(isStillDoubted(NOON, plusMs(NOON, 30 * MINUTE_MS))).toBe(false)
  })
})
