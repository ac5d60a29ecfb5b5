/** Every act of staff goes through here: who does what stands in the audit log before it is done, and what became of it afterwards. */
import { audited } from '#app/staff/audited.ts'
import type { AuditEntry } from '#core/staff/audit-entry.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'

export interface AuditSystem extends Pick<StaffSystem, 'clock'> {
  readonly stores: Pick<StaffSystem['stores'], 'auditLog'>
  readonly events: Pick<StaffSystem['events'], 'staffActUnclosed'>
}

export interface AuditedAs extends Pick<AuditEntry, 'act' | 'on'> {
  readonly customerId?: string | undefined
  readonly by: Pick<StaffMember, 'address' | 'name'>
  /** How many customers it is about, where they were counted. */
  readonly people?: number | null
  readonly ground?: AuditEntry['ground']
}

export const audit = <Result>(
  { stores, clock, events }: AuditSystem,
  { act, on, by, customerId, people = null, ground }: AuditedAs,
  run: () => Promise<Result>,
): Promise<Result> =>
  audited(
    { auditLog: stores.auditLog, events },
    {
      auditId: nextAuditId(),
      at: clock.now(),
      by: by.address,
      byName: by.name,
      act,
      on,
      people,
      ...(customerId !== undefined && { customerId }),
      ...(ground !== undefined && { ground }),
    },
    run,
  )

let latest = 0
/** Begins with the real time: acts of one instant stand in the log in their order, also where the company's clock stands still. */
export function nextAuditId(): string {
  latest = Math.max(Date.now(), latest + 1)
  return `${latest.toString(36).padStart(9, '0')}-${crypto.randomUUID()}`
}
