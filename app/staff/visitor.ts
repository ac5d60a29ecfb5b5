/** Who asks: looked up at every request, so that whoever signs out, leaves the roster or had the address before is out at once. */
import type { RosterStore, Session, SessionStore } from '#app/ports/staff.ts'
import { memberWith, type StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'

export interface VisitorPorts {
  readonly roster: Pick<RosterStore, 'current'>
  readonly sessions: Pick<SessionStore, 'get'>
}

export type VisitRefusal = 'session-ended' | 'session-expired' | 'not-on-roster'

export async function visitorOf(
  { roster, sessions }: VisitorPorts,
  { key, realNow }: { readonly key: Pick<Session, 'address' | 'sessionId'>; readonly realNow: Instant },
): Promise<StaffMember | { readonly refused: VisitRefusal }> {
  const [session, published] = await Promise.all([sessions.get(key), roster.current()])
  // First, because leaving the roster ends the session as well: who left is told that they left it, and whom to ask.
  const member = published && memberWith(published, key.address)
  if (!member) return { refused: 'not-on-roster' }
  if (!session) return { refused: 'session-ended' }
  if (session.expiresAt <= realNow) return { refused: 'session-expired' }
  return member.addressSince === session.addressSince ? member : { refused: 'session-ended' }
}
