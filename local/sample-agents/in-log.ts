/** What a sample agent does stands in the log of staff like the act of any colleague. */
import { audited } from '#app/staff/audited.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { Instant } from '#core/time/instant.ts'
import { type AuditSystem, nextAuditId } from '#functions/staff/acts/audit.ts'

export type LogParts = Pick<AuditSystem, 'stores' | 'events'>

interface Acting {
  readonly act: AuditedAct
  readonly workId: string
  readonly by: string
  readonly address: string
  readonly at: Instant
}

export const inLog = <Result>(
  { stores, events }: LogParts,
  { act, workId, by, address, at }: Acting,
  run: () => Promise<Result>,
): Promise<Result> =>
  audited(
    { auditLog: stores.auditLog, events },
    { auditId: nextAuditId(), at, by: address, byName: by, act, on: { kind: 'work', id: workId }, people: null },
    run,
  )
