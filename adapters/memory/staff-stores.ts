/** Who works here, who is signed in and what they did, in memory. */
import { frozen } from '#adapters/frozen.ts'
import {
  type AuditLog,
  auditPlace,
  type PublishedRoster,
  type RosterStore,
  type Session,
  type SessionStore,
  type SubjectStore,
} from '#app/ports/staff.ts'
import type { AuditEntry } from '#core/staff/audit-entry.ts'

export function memoryRosterStore(): RosterStore {
  let current: PublishedRoster | undefined
  return {
    current: async () => current,
    publish: async (roster) => {
      if (roster.version !== (current?.version ?? 0) + 1) return 'lost'
      current = frozen(roster)
      return 'written'
    },
  }
}

export function memorySessionStore(): SessionStore {
  const byAddress = new Map<string, Map<string, Session>>()
  const of = (address: string) => byAddress.get(address) ?? new Map<string, Session>()
  return {
    begin: async (session) => {
      const living = [...of(session.address)].filter(([, { expiresAt }]) => expiresAt > session.startedAt)
      byAddress.set(session.address, new Map([...living, [session.sessionId, frozen(session)]]))
    },
    get: async ({ address, sessionId }) => of(address).get(sessionId),
    end: async ({ address, sessionId }) => void of(address).delete(sessionId),
    endAll: async (address) => void byAddress.delete(address),
  }
}

export function memorySubjectStore(): SubjectStore {
  const byAddress = new Map<string, Map<string, string>>()
  return {
    bind: async ({ issuer, address, subject }) => {
      const known = byAddress.get(address) ?? new Map<string, string>()
      if (!known.has(issuer)) known.set(issuer, subject)
      byAddress.set(address, known)
      return known.get(issuer) ?? subject
    },
    forget: async (address) => void byAddress.delete(address),
  }
}

export function memoryAuditLog(): AuditLog {
  const entries = new Map<string, AuditEntry>()
  return {
    add: async (entry) => {
      const place = auditPlace(entry)
      if (!entries.has(place)) entries.set(place, frozen(entry))
    },
    page: async ({ month, before, limit }) =>
      [...entries]
        .filter(([place]) => place.startsWith(month) && (before === undefined || place < before))
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .slice(0, limit)
        .map(([, entry]) => entry),
  }
}
