/** As many people as a roster may have, each with the longest name, team and address, in letters of three bytes. */
import { LONGEST_ADDRESS, LONGEST_NAME, LONGEST_TEAM, MOST_PEOPLE, type StaffMember } from '#core/staff/roster.ts'

const DOMAIN = '@trasen.example.com'

export const largestRoster = (): readonly StaffMember[] =>
  Array.from({ length: MOST_PEOPLE }, (_, number) => ({
    name: 'ễ'.repeat(LONGEST_NAME),
    address: `${String(number).padStart(LONGEST_ADDRESS - DOMAIN.length, 'a')}${DOMAIN}`,
    team: 'ộ'.repeat(LONGEST_TEAM),
    extension: '+84912345678',
    role: number === 0 ? 'operator' : number === 1 ? 'head' : 'marketing',
  }))
