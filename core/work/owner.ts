/** On whose desk an item of work lies: it is who or what it is, whatever the person or their team was called when the item came to them. */
import type { Owner } from '#core/work/work-event.ts'

/** An owner as far as it takes to tell two apart. */
export type Desk = { readonly is: 'person'; readonly address: string } | Exclude<Owner, { is: 'person' }>

export function isSameDesk(a: Desk, b: Desk): boolean {
  switch (a.is) {
    case 'person':
      return b.is === 'person' && a.address === b.address
    case 'team':
      return b.is === 'team' && a.team === b.team
    case 'everybody':
      return b.is === 'everybody'
  }
}

/** The team in which it lies; null for what is everybody's. A person counts to the team of the day on which the item came to them. */
export const teamOfOwner = (owner: Owner): string | null => (owner.is === 'everybody' ? null : owner.team)
