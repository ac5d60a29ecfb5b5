/** Writes who is about to do what into the audit log, before it is done: no act of staff is without a line. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { AuditEntry } from '#core/staff/audit-entry.ts'
import { visitorOn } from '#functions/staff/guard.ts'
import type { StaffEnv } from '#functions/staff/staff-app.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'

type Act = Pick<AuditEntry, 'act' | 'on'> & Partial<Pick<AuditEntry, 'people' | 'result' | 'ground'>>

/** `people`: how many customers it is about, where they were counted. */
export const recordAct = (
  { stores, clock }: { readonly stores: Pick<StaffSystem['stores'], 'auditLog'>; readonly clock: StaffSystem['clock'] },
  context: Context<StaffEnv>,
  { act, on, people = null, result = 'begun', ground }: Act,
): Promise<void> =>
  stores.auditLog.add({
    auditId: randomUUID(),
    at: clock.now(),
    by: visitorOn(context).address,
    act,
    on,
    people,
    result,
    ...(ground !== undefined && { ground }),
  })
