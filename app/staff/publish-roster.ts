/** Puts the people of campaigns/staff.json in force: from the next request on, whoever is no longer among them is out. */
import type { AccountChanges, AuditLog, RosterStore, SessionStore, StaffAccounts, SubjectStore } from '#app/ports/staff.ts'
import type { Roster } from '#core/staff/roster.ts'
import { type RosterChanges, rosterChanges } from '#core/staff/roster-changes.ts'
import type { Instant } from '#core/time/instant.ts'

export interface PublishRosterPorts {
  readonly roster: RosterStore
  readonly sessions: Pick<SessionStore, 'endAll'>
  readonly subjects: Pick<SubjectStore, 'forget'>
  readonly auditLog: Pick<AuditLog, 'add'>
  /** Null where the company's own issuer keeps the accounts. */
  readonly accounts: StaffAccounts | null
}

export interface RosterPublished {
  readonly version: number
  /** `outrun`: another roster was published at the same moment, and stands. */
  readonly result: 'published' | 'unchanged' | 'outrun'
  readonly changes: RosterChanges
  /** Null where the company's own issuer keeps the accounts, and when another roster stands. */
  readonly accounts: AccountChanges | null
}

/** Accounts are kept in step also when nothing has changed: that repairs a publication that broke off. */
export async function publishRoster(
  ports: PublishRosterPorts,
  { roster, by, at }: { readonly roster: Roster; readonly by: string; readonly at: Instant },
): Promise<RosterPublished> {
  const before = await ports.roster.current()
  const isSame = before !== undefined && JSON.stringify(before.people) === JSON.stringify(roster.people)
  const changes = rosterChanges(before, roster)
  const version = (before?.version ?? 0) + (isSame ? 0 : 1)
  if (!isSame) {
    const on = { kind: 'staff', id: `roster-${version}` } as const
    const entry = { auditId: `roster-${version}`, at, by, act: 'publish-roster', on, people: null, result: 'begun' } as const
    await ports.auditLog.add(entry)
    const written = await ports.roster.publish({ people: roster.people, version, publishedAt: at, publishedBy: by })
    if (written === 'lost') return { version, result: 'outrun', changes, accounts: null }
  }
  for (const { address } of changes.left) {
    await ports.sessions.endAll(address)
    await ports.subjects.forget(address)
  }
  const accounts = (await ports.accounts?.keepOnly(roster.people)) ?? null
  return { version, result: isSame ? 'unchanged' : 'published', changes, accounts }
}
