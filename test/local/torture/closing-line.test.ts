import { expect, test } from 'vitest'
import { closingLine, findingOn } from '#local/torture/closing-line.ts'
import { reportLines } from '#local/torture/report-lines.ts'
import { verdictOn } from '#local/torture/verdict.ts'
import { evidence, mail } from '#test/local/torture/made-evidence.ts'
import { report } from '#test/local/torture/made-report.ts'

const right = evidence()
const [greeting, gift] = right.occurrences
const verdictWith = (over: Parameters<typeof evidence>[0]) => report({ verdict: verdictOn(evidence(over)) })

test('a run in which every promise held says so in one line, and that line is the last', () => {
  expect(closingLine(report())).toBe(
    'seed 7, customers 20000, due 54808, mails 33416, calls 6000, logged 5700, promised 1300, merged 1700, compensated 1800, files 5000, ' +
      'kills 231 (214 of a sender or planner at work, 40 at the desk), ' +
      'duplicates 0, lost 0, balances off 0, HELD, 880 s',
  )
  expect(reportLines(report()).at(-1)).toBe(closingLine(report()))
})

test.each([
  ['a second mail', { mails: [...right.mails, mail({ messageId: 'm-again' })] }, 'duplicates 1,'],
  ['somebody whom nobody looked at', { openAtClose: [{ occurrenceId: greeting!.occurrenceId, customerId: 'an' }] }, 'lost 1,'],
  ['a balance off', { occurrences: [{ ...greeting!, mismatch: true }, gift!] }, 'balances off 1,'],
])('%s is counted in it, and the run is broken', (_what, over, words) => {
  expect(closingLine(verdictWith(over))).toContain(words)
  expect(closingLine(verdictWith(over))).toMatch(/BROKEN \(\d+ breaches\), \d+ s$/)
})

test('a large run that struck too little proves nothing, even though nothing was broken', () => {
  const weak = report({ killsAtWork: 192 })
  expect(findingOn(weak)).toBe('UNPROVEN')
  expect(closingLine(weak)).toContain('UNPROVEN (192 kills of senders and planners, at least 200 wanted), 880 s')
})

test('kinds that never struck are listed under the faults, where there are any', () => {
  const { 'race-lost': _race, ...faults } = report().faults
  expect(reportLines(report({ faults, customers: 500 }))).toContain('faults never struck: race-lost')
  expect(reportLines(report()).filter((line) => line.startsWith('faults never struck'))).toEqual([])
})
