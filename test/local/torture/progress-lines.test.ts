import { expect, test } from 'vitest'
import { progressLines } from '#local/torture/progress-lines.ts'

test('a day that is over is told with the seconds it took, and a long one in between', () => {
  const told: string[] = []
  const progress = progressLines({ tell: (line) => void told.push(line), figures: () => '5 mails' })
  progress('2027-03-27T23:00:00.000Z', 1_000)
  progress('2027-03-27T23:30:00.000Z', 2_000)
  progress('2027-03-28T00:00:00.000Z', 4_000)
  progress('2027-03-28T01:00:00.000Z', 19_000)
  progress('2027-03-28T02:00:00.000Z', 19_001)
  progress('2027-03-28T03:00:00.000Z', 20_000)
  progress('2027-03-30T00:00:00.000Z', 24_500)
  expect(told).toEqual([
    '2027-03-27  is over after 3.0 s: 5 mails',
    '2027-03-28T02:00:00.000Z  5 mails',
    '2027-03-28  is over after 20.5 s: 5 mails',
  ])
})
