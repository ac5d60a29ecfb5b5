/** Lines of the audit log in a test in which every one of them can be read. */
import type { AuditEntry, AuditLine } from '#core/staff/audit-entry.ts'

export const readLines = (lines: readonly AuditLine[]): readonly AuditEntry[] =>
  lines.map((line) => {
    if (line.result === 'unreadable') throw new Error(`cannot read ${line.place}`)
    return line
  })
