import { describe, expect, test } from 'vitest'
import { noticeIds } from '#core/audience/opt-out-notice.ts'
import { occurrenceIdOf, occurrenceNamed, partsOfOccurrenceId } from '#core/occasion/occurrence-id.ts'

const [notice, again] = noticeIds({ purposes: ['care'], at: '2027-03-10T02:00:00.000Z' })

describe('the id of an occurrence', () => {
  test('names its campaign and its date', () => {
    const parts = { campaignId: 'tenth-of-march', date: '2027-03-10' }
    expect(occurrenceNamed(occurrenceIdOf(parts))).toEqual(parts)
    expect(partsOfOccurrenceId(occurrenceIdOf(parts))).toEqual(parts)
  })

  test.each(['', 'tet', 'tet_', '_2027-03-10', 'tet_2027-02-29', 'tet_2027-03-10_again', 'a_b_2027-03-10', notice, again])(
    'is not %s',
    (id) => {
      expect(occurrenceNamed(id)).toBeUndefined()
      expect(() => partsOfOccurrenceId(id)).toThrow(RangeError)
    },
  )
})
