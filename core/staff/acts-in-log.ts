/** The lines of the audit log as acts: a line that was closed is shown once, with what became of it. */
import type { AuditEntry } from '#core/staff/audit-entry.ts'

/** Both lines of an act carry one instant. */
const keyOf = (at: string, auditId: string) => `${at} ${auditId}`

/**
 * In the order of the lines. What stays `begun` has no known end: it is under way, or it was cut off. Refusals and failures from before lines were linked
 * stay lines of their own.
 */
export function actsInLog(entries: readonly AuditEntry[]): readonly AuditEntry[] {
  const known = new Set(entries.map(({ at, auditId }) => keyOf(at, auditId)))
  const results = new Map(
    entries.flatMap(({ at, ends, result }) => (ends === undefined ? [] : [[keyOf(at, ends), result] as const])),
  )
  return entries
    .filter(({ at, ends }) => ends === undefined || !known.has(keyOf(at, ends)))
    .map((entry) => ({ ...entry, result: results.get(keyOf(entry.at, entry.auditId)) ?? entry.result }))
}
