/** Who works here, who is signed in and what they did, in memory. */
import { frozen } from '#adapters/frozen.ts'
import {
  type AuditLog,
  auditPlace,
  type DutyBook,
  type PublishedRoster,
  type RosterStore,
  type Session,
  type SessionStore,
  type SubjectStore,
} from '#app/ports/staff.ts'
import type { DutyChange } from '#core/duty/duty-change.ts'
import { type DutyPlan, NO_PLAN, planIdOf } from '#core/duty/team.ts'
import { type AuditEntry, AuditEntrySchema, aboutIds } from '#core/staff/audit-entry.ts'
import { hourOf, MOST_COUNTED, type TurnedAwayLine, TurnedAwaySchema, turnedAwayPlace } from '#core/staff/turned-away.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export function memoryRosterStore(): RosterStore {
  let current: PublishedRoster | undefined
  const plans = new Map<string | null, DutyPlan>()
  return {
    current: async () => current,
    plan: async (planId) => plans.get(planId) ?? NO_PLAN,
    publish: async (roster, plan = NO_PLAN) => {
      if (roster.version !== (current?.version ?? 0) + 1) return 'lost'
      const planId = planIdOf(plan)
      plans.set(planId, frozen(plan))
      current = frozen({ ...roster, planId })
      return 'written'
    },
  }
}

export function memoryDutyBook(): DutyBook {
  const byDay = new Map<LocalDate, readonly DutyChange[]>()
  return {
    changesOn: async (date) => byDay.get(date) ?? [],
    add: async (change) => {
      const day = byDay.get(change.date) ?? []
      if (day.some(({ changeId }) => changeId === change.changeId)) return 'lost'
      byDay.set(change.date, inOrder([...day, frozen(change)]))
      return 'written'
    },
  }
}

const inOrder = (changes: readonly DutyChange[]) => changes.toSorted((a, b) => (a.changeId < b.changeId ? -1 : 1))

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
    bind: async ({ issuer, address, subject, addressSince = '' }) => {
      const known = byAddress.get(address) ?? new Map<string, string>()
      const holder = JSON.stringify([issuer, addressSince])
      if (!known.has(holder)) known.set(holder, subject)
      byAddress.set(address, known)
      return known.get(holder) ?? subject
    },
    forget: async (address) => void byAddress.delete(address),
  }
}

export function memoryAuditLog(): AuditLog {
  const entries = new Map<string, AuditEntry>()
  const turned = new Map<string, TurnedAwayLine>()
  const latest = <Line>(all: ReadonlyMap<string, Line>, of: (line: Line, place: string) => boolean, limit: number) =>
    [...all]
      .filter(([place, line]) => of(line, place))
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .slice(0, limit)
      .map(([, line]) => line)
  const isBefore = (place: string, before: string | undefined) => before === undefined || place < before
  return {
    add: async (given) => {
      const entry = AuditEntrySchema.parse(given)
      const place = auditPlace(entry)
      if (!entries.has(place)) entries.set(place, frozen(entry))
    },
    page: async ({ month, before, limit }) =>
      latest(entries, (_entry, place) => place.startsWith(month) && isBefore(place, before), limit),
    pageAbout: async ({ id, before, limit }) =>
      latest(entries, (entry, place) => aboutIds(entry).includes(id) && isBefore(place, before), limit),
    countTurnedAway: async (given) => {
      const request = TurnedAwaySchema.parse({ ...given, at: hourOf(given.at) })
      const place = turnedAwayPlace(request)
      const times = Math.min((turned.get(place)?.times ?? 0) + 1, MOST_COUNTED)
      turned.set(place, frozen({ ...request, place, result: 'turned-away', times }))
    },
    turnedAway: async ({ month, before, limit }) =>
      latest(turned, (_line, place) => place.startsWith(month) && isBefore(place, before), limit),
  }
}
