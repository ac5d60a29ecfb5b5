import { expect, test } from 'vitest'
import { reachOf } from '#local/torture/reach.ts'
import { EVERY_FAULT, report } from '#test/local/torture/made-report.ts'

const { 'jump-over-dst': _one, 'event-late': _other, ...ALL_BUT_TWO } = EVERY_FAULT

test.each([
  ['a large heavy run that struck everything', {}, 0],
  ['one that never struck two kinds', { faults: ALL_BUT_TWO }, 1],
  ['one customer fewer than must meet every kind', { customers: 9_999, faults: ALL_BUT_TWO }, 0],
  ['as many as must', { customers: 10_000, faults: ALL_BUT_TWO }, 1],
  ['a large light run', { level: 'light', faults: ALL_BUT_TWO, killsAtWork: 3 }, 0],
  ['a run without faults', { level: 'off', faults: {}, killsAtWork: 0 }, 0],
  ['exactly as many kills as wanted', { killsAtWork: 200 }, 0],
  ['one kill fewer', { killsAtWork: 199 }, 1],
  ['fewer kills of somewhat fewer customers', { customers: 19_999, killsAtWork: 199 }, 0],
  ['too few kills and kinds that never struck', { killsAtWork: 0, faults: {} }, 2],
] as const)('%s: %j has %i shortfalls', (_what, over, count) => {
  expect(reachOf(report(over)).shortfalls).toHaveLength(count)
})

test('the kinds that never struck are named at every size, but not where faults are off', () => {
  const named = (over: Parameters<typeof report>[0]) => reachOf(report({ ...over, faults: ALL_BUT_TWO })).neverStruck
  expect(named({ customers: 300 })).toEqual(['event-late', 'jump-over-dst'])
  expect(named({ level: 'off' })).toEqual([])
})

const withMails = (due: number, mails: number) =>
  report({ customers: 500, verdict: { ...report().verdict, figures: { ...report().verdict.figures, due, mails, outcomes: {} } } })

test('a run in which agents hardly ring proves nothing, whatever mails went out', () => {
  const withCalls = (tasks: number, logged: number) => {
    const { verdict } = report()
    const desk = { ...verdict.figures.desk, due: tasks, tasks, logged }
    return report({ verdict: { ...verdict, figures: { ...verdict.figures, desk } } })
  }
  expect(reachOf(withCalls(300, 99)).shortfalls).toEqual(['only 99 calls logged of 300 on the desk'])
  expect(reachOf(withCalls(300, 100)).shortfalls).toEqual([])
  expect(reachOf(withCalls(99, 0)).shortfalls).toEqual([])
})

test.each([
  ['nobody got a mail', 1_418, 0, ['only 0 mails to 1418 people due']],
  ['just under a third did', 300, 99, ['only 99 mails to 300 people due']],
  ['a third did', 300, 100, []],
  ['nobody did, of very few', 99, 0, []],
] as const)('a run in which %s (%i due, %i mails) falls short by %j, whatever its size', (_what, due, mails, shortfalls) => {
  expect(reachOf(withMails(due, mails)).shortfalls).toEqual(shortfalls)
})
