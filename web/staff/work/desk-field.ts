/** Whom an item of work is handed to, as one value of a form, and back. */
import type { Desk } from '#core/work/owner.ts'

const EVERYBODY = 'everybody'
const PERSON = 'person:'
const TEAM = 'team:'

export function writtenDesk(desk: Desk): string {
  switch (desk.is) {
    case 'person':
      return `${PERSON}${desk.address}`
    case 'team':
      return `${TEAM}${desk.team}`
    case 'everybody':
      return EVERYBODY
  }
}

/** Undefined for any other text. */
export function deskIn(written: string): Desk | undefined {
  if (written === EVERYBODY) return { is: 'everybody' }
  if (written.startsWith(PERSON)) return { is: 'person', address: written.slice(PERSON.length) }
  return written.startsWith(TEAM) ? { is: 'team', team: written.slice(TEAM.length) } : undefined
}
