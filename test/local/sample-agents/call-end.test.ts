import { expect, test } from 'vitest'
import { addDays } from '#core/time/local-date.ts'
import { CONSEQUENCES, type Disposition } from '#core/work/disposition.ts'
import { ENDS } from '#local/sample-agents/agent-habits.ts'
import { callEnding } from '#local/sample-agents/call-end.ts'
import { storedWork } from '#test/support/work-builders.ts'

const DATE = '2027-03-10'
const AT_FIVE = '2027-03-10T09:45:00.000Z'
const many = Array.from({ length: 1_000 }, (_, n) => ({ item: storedWork({ workId: `task-${n}` }), date: DATE }))

test('the same call on the same day ends the same way, and on another day perhaps another way', () => {
  const ends = many.map((call) => callEnding({ ...call, promisable: AT_FIVE }))
  expect(many.map((call) => callEnding({ ...call, promisable: AT_FIVE }))).toEqual(ends)
  expect(many.map((call) => callEnding({ ...call, date: addDays(DATE, 1), promisable: AT_FIVE }))).not.toEqual(ends)
})

test('every end of the habits occurs, with the words and the time that it needs', () => {
  const ends = many.map((call) => callEnding({ ...call, promisable: AT_FIVE }))
  const seen = new Set<Disposition>(ends.map(({ disposition }) => disposition))
  expect([...seen].toSorted()).toEqual(ENDS.map(([disposition]) => disposition).toSorted())
  for (const { disposition, note, callBackAt } of ends) {
    if (CONSEQUENCES[disposition].asks === 'note') expect(note).not.toBe('')
    expect(callBackAt).toBe(disposition === 'call-back' ? AT_FIVE : null)
  }
})

test('an agent who cannot keep a promise gives none', () => {
  const ends = many.map((call) => callEnding({ ...call, promisable: null }))
  expect(ends.some(({ disposition, callBackAt }) => disposition === 'call-back' || callBackAt !== null)).toBe(false)
})
