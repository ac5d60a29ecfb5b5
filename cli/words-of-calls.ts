/** Why a line of a list of calls stands where it stands, for the operator. */
import { writtenTime } from '#cli/written-clock.ts'
import { pointsInWords } from '#core/work/call-subject.ts'
import type { Why } from '#core/work/day-list/day-line.ts'

export function whyInWords(why: Why, zone: string): string {
  switch (why.is) {
    case 'promise':
      return `promised for ${writtenTime(why.at, zone)}`
    case 'broken-promise':
      return `promised for ${writtenTime(why.at, zone)} and not kept`
    case 'complaint':
      return 'complaint'
    case 'low-score':
      return `score ${pointsInWords(why)}`
    case 'missed-hotline':
      return `rang the hotline at ${writtenTime(why.at, zone)}`
    case 'tier':
      return `tier ${why.tier}`
    case 'leftover':
      return why.days === 1 ? 'left over since yesterday' : `left over for ${why.days} days`
    case 'due':
      return `due ${writtenTime(why.at, zone)}`
    case 'shared-number':
      return `${why.people} customers have the number`
    case 'owner':
      return 'theirs'
    case 'owner-gone':
      return `${why.owner} ${GONE[why.because]}`
    case 'looked-after':
      return 'their customer'
    case 'looked-after-gone':
      return `${why.by} looks after the customer and ${LOOKED_AFTER_GONE[why.because]}`
    case 'nobody-on-shift':
      return 'nobody is on shift'
    case 'gave-way':
      return `was ${why.from}'s, and made way for what goes first`
    case 'beyond-room':
      return 'on top of as many calls as fit'
    case 'not-given':
      return `not given out: ${NOT_GIVEN[why.because]}`
  }
}

const GONE = { away: 'is away', hour: 'is not at work then', left: 'is not in the team' } as const
const LOOKED_AFTER_GONE = { away: 'is away', hour: 'begins work after it is due', full: 'has no room' } as const
const NOT_GIVEN = {
  capacity: 'nobody has room',
  'owner-full': 'its owner has no room',
  spread: 'waits for another day after the holiday',
  'no-lead': 'there is neither a lead nor a head',
} as const
