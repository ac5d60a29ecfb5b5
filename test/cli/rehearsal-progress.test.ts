/** What a rehearsal says of how far it has come. */
import { expect, test } from 'vitest'
import { rehearsalProgress } from '#cli/rehearsal-progress.ts'

function progressAt(over: { readonly before?: number; readonly of?: number; readonly what?: string } = {}) {
  const lines: string[] = []
  let now = 1_000
  const progress = rehearsalProgress({
    ...{ what: '', from: '2027-01-01', to: '2027-12-31', before: 0, of: 1, startedAt: 1_000, ...over },
    clock: () => now,
    say: (line) => void lines.push(line),
  })
  const at = (ms: number, instant: string) => {
    now = 1_000 + ms
    progress(instant)
  }
  return { lines, at }
}

test('each month, with the time left as the pace until now has it', () => {
  const { lines, at } = progressAt()
  at(0, '2026-12-30T00:00:00.000Z')
  at(1_000, '2027-01-01T00:00:00.000Z')
  at(60_000, '2027-02-01T00:00:00.000Z')
  at(60_500, '2027-02-02T00:00:00.000Z')
  at(365_000, '2027-12-01T00:00:00.000Z')
  at(400_000, '2028-01-02T00:00:00.000Z')
  expect(lines).toEqual([
    'rehearsing 2026-12-30 … 0 %',
    'rehearsing 2027-01-01 … 0 %',
    // 31 of 365 days in 60 s: the other 334 take 646 s.
    'rehearsing 2027-02-01 … 8 %, about 11 min left',
    'rehearsing 2027-12-01 … 91 %, about 34 s left',
    'rehearsing 2028-01-02 … 100 %',
  ])
})

test('a long month is told again and again', () => {
  const { lines, at } = progressAt()
  for (const [seconds, day] of [
    [0, '05'],
    [14, '10'],
    [16, '15'],
    [20, '20'],
    [32, '25'],
  ] as const)
    at(seconds * 1_000, `2027-02-${day}T00:00:00.000Z`)
  expect(lines.map((line) => line.slice(11, 21))).toEqual(['2027-02-05', '2027-02-15', '2027-02-25'])
})

test('of two rehearsals the first is half of the way', () => {
  const { lines, at } = progressAt({ before: 1, of: 2, what: 'before/campaigns ' })
  at(100_000, '2027-01-01T00:00:00.000Z')
  expect(lines).toEqual(['rehearsing before/campaigns 2027-01-01 … 50 %, about 2 min left'])
})
