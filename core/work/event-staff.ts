/** The member of staff in an event of work: told by the address that they signed in with, for two people may have one name. */
import type { EventBy, EventStaff } from '#core/work/event-by.ts'

/** Who acts. The command line knows a name alone. */
export interface Actor {
  readonly by: string
  /** As the roster writes it. */
  readonly address?: string | undefined
}

export const eventStaff = ({ by, address }: Actor): EventStaff => ({
  is: 'staff',
  name: by,
  ...(address !== undefined && { address }),
})

/** Null for what the system did, and where the name was not recorded. */
export const nameOf = (by: EventBy): string | null => (by.is === 'staff' ? by.name : null)

/** Whether the event is this person's. The system is no person. */
export const isBy = (by: EventBy, person: Omit<EventStaff, 'is'>): boolean => by.is === 'staff' && isSameStaff(by, person)

/** By the name only where one of the two does not tell the address: rows of before, and what the command line did. */
export function isSameStaff(a: Omit<EventStaff, 'is'>, b: Omit<EventStaff, 'is'>): boolean {
  if (a.address !== undefined && b.address !== undefined) return a.address === b.address
  return a.name !== null && a.name === b.name
}
