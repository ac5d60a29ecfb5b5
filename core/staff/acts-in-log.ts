/** The lines of the audit log as acts: a line that was closed is shown once, with what became of it. */
import type { AuditEntry, UnreadableLine } from '#core/staff/audit-entry.ts'
import type { TurnedAwayLine } from '#core/staff/turned-away.ts'

/** Both lines of an act carry one instant. */
const keyOf = (at: string, auditId: string) => `${at} ${auditId}`

/**
 * In the order of the lines. What stays `begun` has no known end: it is under way, or it was cut off. Refusals and failures from before lines were linked
 * stay lines of their own, and so do lines that are no acts: those that cannot be read, and requests that were turned away.
 */
export function actsInLog<NoAct extends UnreadableLine | TurnedAwayLine>(
  lines: readonly (AuditEntry | NoAct)[],
): readonly (AuditEntry | NoAct)[] {
  const entries = lines.flatMap((line) => ('place' in line ? [] : [line]))
  const known = new Set(entries.map(({ at, auditId }) => keyOf(at, auditId)))
  const results = new Map(
    entries.flatMap(({ at, ends, result }) => (ends === undefined ? [] : [[keyOf(at, ends), result] as const])),
  )
  return lines.flatMap((line): readonly (AuditEntry | NoAct)[] => {
    if ('place' in line) return [line]
    const { at, auditId, ends, result } = line
    return ends !== undefined && known.has(keyOf(at, ends))
      ? []
      : [{ ...line, result: results.get(keyOf(at, auditId)) ?? result }]
  })
}
