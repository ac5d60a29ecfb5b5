/** Who works here, who is signed in, and what they did. */
import type { Written } from '#app/ports/written.ts'
import type { DutyChange } from '#core/duty/duty-change.ts'
import type { DutyPlan } from '#core/duty/team.ts'
import type { AuditEntry, AuditLine, UnreadableLine } from '#core/staff/audit-entry.ts'
import type { Roster, StaffMember } from '#core/staff/roster.ts'
import type { TurnedAway, TurnedAwayLine } from '#core/staff/turned-away.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface PublishedRoster extends Roster {
  /** Of the times of its teams and people; null where it says nothing of them. */
  readonly planId: string | null
  readonly version: number
  readonly publishedAt: Instant
  readonly publishedBy: string
}

export interface RosterStore {
  /** Read consistently: a person removed a moment ago is out. */
  current(): Promise<PublishedRoster | undefined>
  /** The times that a roster in force was published with. A roster without an id has none. */
  plan(planId: string | null): Promise<DutyPlan>
  /** Replaces the one whose version is one less; lost when another was published meanwhile. Both come in force at once. */
  publish(roster: Omit<PublishedRoster, 'planId'>, plan?: DutyPlan): Promise<Written>
}

/** What leads change on the days themselves. A roster that is published later takes none of it back. */
export interface DutyBook {
  /** Of one day, in the order in which they were made. Read consistently: a list is split by it. */
  changesOn(date: LocalDate): Promise<readonly DutyChange[]>
  /** Never replaces one: lost when the day has a change with that id. */
  add(change: DutyChange): Promise<Written>
}

/** Who an address belongs to at an issuer: whoever signed in with it first. */
export interface Subject {
  readonly issuer: string
  readonly address: string
  readonly subject: string
  /** As the roster says it: an address that is given to another person is bound anew, whatever was bound before. */
  readonly addressSince?: LocalDate | undefined
}

export interface SubjectStore {
  /** The subject bound to the address, which is this one when it was the first. */
  bind(first: Subject & { readonly at: Instant }): Promise<string>
  /** For every issuer: the next who signs in with the address is bound anew. */
  forget(address: string): Promise<void>
}

export interface Session {
  readonly sessionId: string
  readonly address: string
  readonly startedAt: Instant
  readonly expiresAt: Instant
  /** Of the roster at the sign-in: with another day there the session is that of the person before. */
  readonly addressSince?: LocalDate | undefined
}

export interface SessionStore {
  /** Adds it, and removes the person's sessions that have expired by its start. */
  begin(session: Session): Promise<void>
  /** Read consistently; also one that has expired. */
  get(key: Pick<Session, 'address' | 'sessionId'>): Promise<Session | undefined>
  /** Harmless when there is none. */
  end(key: Pick<Session, 'address' | 'sessionId'>): Promise<void>
  endAll(address: string): Promise<void>
}

export interface AuditQuery {
  /** `YYYY-MM` in UTC. */
  readonly month: string
  /** The `place` of the last entry of the page before. */
  readonly before?: string
  readonly limit: number
}

export interface AuditLog {
  /** Entries are never changed; the same id again changes nothing. Throws, and writes nothing, for what `page` could not read. */
  add(entry: AuditEntry): Promise<void>
  /** Newest first. A row that cannot be read stands in its place among the others. */
  page(query: AuditQuery): Promise<readonly AuditLine[]>
  /** Of all months: the lines about whatever has this id, newest first. Lines from before they were kept so are not among them. */
  pageAbout(query: Omit<AuditQuery, 'month'> & { readonly id: string }): Promise<readonly AuditLine[]>
  /** One request more in the line of its hour, reason and person, up to the most that a line counts. */
  countTurnedAway(request: TurnedAway): Promise<void>
  /** Newest first. */
  turnedAway(query: AuditQuery): Promise<readonly (TurnedAwayLine | UnreadableLine)[]>
}

/** Where a line stands in its month. */
export const auditPlace = (line: Pick<AuditEntry, 'at' | 'auditId'> | { readonly place: string }): string =>
  'place' in line ? line.place : `${line.at}#${line.auditId}`

/** The accounts with which staff sign in, where the company's deployment keeps them itself. */
export interface StaffAccounts {
  /**
   * Makes accounts for these addresses; disables every other and ends its sessions. An account that was disabled, or is that of the person who had the
   * address before, is never used again: one is made anew in its place. Harmless when repeated. Throws when it cannot be known which accounts there are.
   */
  keepOnly(
    people: readonly Pick<StaffMember, 'name' | 'address' | 'addressSince'>[],
    on: {
      /** Called when no account has the address: whatever it was bound to belongs to an account that is gone. */
      readonly beforeMaking: (address: string) => Promise<void>
    },
  ): Promise<AccountChanges>
}

export interface AccountChanges {
  readonly created: number
  /** In the place of one that was disabled, or was another person's. */
  readonly renewed: number
  readonly disabled: number
  /** Accounts that are as they were before; the others are as they should be. */
  readonly failed: readonly { readonly address: string; readonly because: string }[]
}

/** The OpenID provider that vouches for staff: the company's own, or the user pool of the deployment. */
export interface Issuer {
  /** Where to send the browser, and what it must come back with. Throws IssuerAwayError when the provider does not answer. */
  begin(back: { readonly callback: string }): Promise<SignInBegun>
  /** What the provider says; `refused` when it let nobody in, or when the answer is not to what was begun. */
  finish(answer: {
    readonly url: URL
    readonly begun: Omit<SignInBegun, 'goTo'>
  }): Promise<{ readonly identity: Identity } | { readonly refused: 'issuer-refused' | 'answer-not-ours' }>
}

export interface SignInBegun {
  readonly goTo: URL
  readonly state: string
  readonly nonce: string
  /** The secret half of PKCE: only the browser's own sealed cookie carries it. */
  readonly verifier: string
}

/** What the issuer says in an ID token whose signature, audience and age were checked. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly address: string | null
  readonly isVerified: boolean
}

export class IssuerAwayError extends Error {
  override readonly name = 'IssuerAwayError'
}
