/** The lines of the audit log as acts: a line that was closed is shown once, with what became of it. */
import type { AuditLine } from '#core/staff/audit-entry.ts'

/** Both lines of an act carry one instant. */
const keyOf = (at: string, auditId: string) => `${at} ${auditId}`

/**
 * In the order of the lines. What stays `begun` has no known end: it is under way, or it was cut off. Refusals and failures from before lines were linked
 * stay lines of their own, and so do lines that cannot be read.
 */
export function actsInLog(lines: readonly AuditLine[]): readonly AuditLine[] {
  const entries = lines.flatMap((line) => (line.result === 'unreadable' ? [] : [line]))
  const known = new Set(entries.map(({ at, auditId }) => keyOf(at, auditId)))
  const results = new Map(
    entries.flatMap(({ at, ends, result }) => (ends === undefined ? [] : [[keyOf(at, ends), result] as const])),
  )
  return lines.flatMap((line): readonly AuditLine[] => {
    if (line.result === 'unreadable') return [line]
    const { at, auditId, ends, result } = line
    return ends !== undefined && known.has(keyOf(at, ends))
      ? []
      : [{ ...line, result: results.get(keyOf(at, auditId)) ?? result }]
  })
}
