/** Puts the people of campaigns/staff.json in force: from the next request on, whoever is no longer among them is out. */

import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import type { AccountChanges, AuditLog, RosterStore, SessionStore, StaffAccounts, SubjectStore } from '#app/ports/staff.ts'
import { audited } from '#app/staff/audited.ts'
import { planIdOf } from '#core/duty/team.ts'
import type { WrittenRoster } from '#core/staff/roster.ts'
import { type RosterChanges, rosterChanges } from '#core/staff/roster-changes.ts'
import type { Instant } from '#core/time/instant.ts'

export interface PublishRosterPorts {
  readonly roster: RosterStore
  readonly sessions: Pick<SessionStore, 'endAll'>
  readonly subjects: Pick<SubjectStore, 'forget'>
  readonly auditLog: Pick<AuditLog, 'add'>
  readonly events: Pick<Events, 'staffActUnclosed'>
  /** Null where the company's own issuer keeps the accounts. */
  readonly accounts: StaffAccounts | null
}

export interface RosterPublished {
  readonly version: number
  /** `outrun`: another roster was published at the same moment, and stands. */
  readonly result: 'published' | 'unchanged' | 'outrun'
  readonly changes: RosterChanges
  /** Whether the times of teams and people are others than before. */
  readonly isNewPlan: boolean
  /** Null where the company's own issuer keeps the accounts, and when another roster stands. */
  readonly accounts: AccountChanges | null
}

interface RosterAuthor {
  readonly by: string
  readonly at: Instant
  /** Of its line in the log, as `audited` takes it. */
  readonly auditId?: string
}

/** Addresses whose rows are read and removed at once. */
const LET_GO_AT_ONCE = 16

/** What breaks off is done whole by the next call: the roster is published after the rest, and accounts are kept in step also when nothing has changed. */
export async function publishRoster(
  ports: PublishRosterPorts,
  { roster, ...author }: RosterAuthor & { readonly roster: WrittenRoster },
): Promise<RosterPublished> {
  const before = await ports.roster.current()
  const changes = rosterChanges(before, roster)
  const keepAccounts = async () =>
    (await ports.accounts?.keepOnly(roster.people, { beforeMaking: (address) => letGoOf(ports, address) })) ?? null
  const isNewPlan = (before?.planId ?? null) !== planIdOf(roster.plan)
  if (before !== undefined && !isNewPlan && JSON.stringify(before.people) === JSON.stringify(roster.people))
    return { version: before.version, result: 'unchanged', changes, isNewPlan, accounts: await keepAccounts() }

  const version = (before?.version ?? 0) + 1
  const on = { kind: 'staff', id: `roster-${version}` } as const
  const { by, at } = author
  const published = await audited(ports, { ...author, act: 'publish-roster', on, people: null }, async () => {
    await letGo(ports, changes)
    const written = await ports.roster.publish({ people: roster.people, version, publishedAt: at, publishedBy: by }, roster.plan)
    return written === 'lost' ? { refused: 'outrun' as const } : { accounts: await keepAccounts() }
  })
  if ('refused' in published) return { version, result: published.refused, changes, isNewPlan, accounts: null }
  return { version, result: 'published', changes, isNewPlan, accounts: published.accounts }
}

/**
 * Before the roster is published: afterwards nobody could tell any more whom it changed. Also for an address that comes: whoever left with it may have
 * signed in once more between these steps, and the next person with the address would be refused for good.
 */
const letGo = (ports: PublishRosterPorts, { left, joined, givenOn }: RosterChanges): Promise<void> =>
  eachBounded([...left, ...joined, ...givenOn], { limit: LET_GO_AT_ONCE, act: ({ address }) => letGoOf(ports, address) })

async function letGoOf({ sessions, subjects }: PublishRosterPorts, address: string): Promise<void> {
  await sessions.endAll(address)
  await subjects.forget(address)
}
