/** From an identity that the issuer vouches for to a session of the staff app. */
import type { Identity, RosterStore, Session, SessionStore, SubjectStore } from '#app/ports/staff.ts'
import { memberWith, type StaffMember, staffAddress } from '#core/staff/roster.ts'
import { HOUR_MS, type Instant, plusMs } from '#core/time/instant.ts'

/** A working day with its breaks; then the issuer is asked again. */
export const SESSION_HOURS = 12

export interface SignInPorts {
  readonly roster: Pick<RosterStore, 'current'>
  readonly sessions: Pick<SessionStore, 'begin'>
  readonly subjects: Pick<SubjectStore, 'bind'>
}

export type SignInRefusal = 'no-address' | 'unverified' | 'not-on-roster' | 'bound-to-another'

/** `realNow`: sessions age by real time, never by a clock that can be moved. */
export async function signIn(
  { roster, sessions, subjects }: SignInPorts,
  { identity, sessionId, realNow }: { readonly identity: Identity; readonly sessionId: string; readonly realNow: Instant },
): Promise<{ readonly member: StaffMember; readonly session: Session } | { readonly refused: SignInRefusal }> {
  const { issuer, subject } = identity
  if (identity.address === null) return { refused: 'no-address' }
  if (!identity.isVerified) return { refused: 'unverified' }
  const address = staffAddress(identity.address)
  const published = await roster.current()
  const member = published && memberWith(published, address)
  if (!member) return { refused: 'not-on-roster' }
  // An address may be given to another account at the issuer one day: the first subject keeps it until the roster lets it go.
  const { addressSince } = member
  const held = addressSince === undefined ? {} : { addressSince }
  if ((await subjects.bind({ issuer, address, subject, at: realNow, ...held })) !== subject)
    return { refused: 'bound-to-another' }
  const session = { sessionId, address, startedAt: realNow, expiresAt: plusMs(realNow, SESSION_HOURS * HOUR_MS), ...held }
  await sessions.begin(session)
  return { member, session }
}
