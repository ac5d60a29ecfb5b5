import { expect, test } from 'vitest'
import { readPause, writtenPause } from '#core/campaign/health-pause.ts'

test.each(['bounced', 'complained'] as const)('a pause by %s is read as it was written', (trouble) => {
  const pause = { trouble, count: 12, sent: 1_200, occurrenceId: 'tet_2027-02-06' }
  expect(readPause(writtenPause(pause))).toEqual(pause)
})

test('one written before is read, and a person’s is a person’s, whatever the reason says', () => {
  const because = '5 bounces of 60 sent in tet_2027-02-06'
  expect(readPause({ by: 'mail health', because })).toMatchObject({ trouble: 'bounced', count: 5, sent: 60 })
  expect(readPause({ by: 'Hoa', because })).toBeUndefined()
  expect(readPause({ by: 'mail health', because: 'another version’s words' })).toBeUndefined()
})
