/** Who answers for a team: its lead; of a team without one, the head of care. */
import type { Roster, StaffMember } from '#core/staff/roster.ts'

export const leadOf = ({ people }: Roster, team: string): StaffMember | undefined =>
  people.find((person) => person.team === team && person.role === 'lead') ??
  people.find((person) => person.team === team && person.role === 'head') ??
  people.find((person) => person.role === 'head')
