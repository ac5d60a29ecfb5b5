/**
 * The two lines of an act in the audit log: that it was begun, before anything is done, and what became of it. An act whose second line is missing
 * was cut off by a crash or by a broken log: what came of it is not known. Of a broken log the operator hears at once, with what should stand there.
 */
import type { Events } from '#app/events.ts'
import type { AuditLog } from '#app/ports/staff.ts'
import { type AuditEntry, closingEntry } from '#core/staff/audit-entry.ts'

/** The first line could not be written, so nothing was done. */
export class UnrecordedActError extends Error {
  override readonly name = 'UnrecordedActError'
}

export interface AuditedPorts {
  readonly auditLog: Pick<AuditLog, 'add'>
  readonly events: Pick<Events, 'staffActUnclosed'>
}

/** An answer with `refused` is an act that changed nothing. `auditId`: of its first line; without it, one by chance. */
export async function audited<Result>(
  { auditLog, events }: AuditedPorts,
  act: Omit<AuditEntry, 'auditId' | 'result' | 'ends'> & { readonly auditId?: string },
  run: () => Promise<Result>,
): Promise<Result> {
  const begun: AuditEntry = { ...act, auditId: act.auditId ?? crypto.randomUUID(), result: 'begun' }
  await auditLog.add(begun).catch((cause: unknown) => {
    throw new UnrecordedActError(`${act.act} was not begun: the audit log cannot be written`, { cause })
  })
  // The act is over: a log that breaks now changes nothing about it, and must not hide what broke the act itself.
  const close = (result: 'done' | 'refused' | 'failed') =>
    auditLog.add(closingEntry(begun, result)).catch((error: unknown) =>
      events.staffActUnclosed({
        act: begun.act,
        auditId: begun.auditId,
        result,
        error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      }),
    )
  try {
    const answer = await run()
    await close(isRefusal(answer) ? 'refused' : 'done')
    return answer
  } catch (error) {
    await close('failed')
    throw error
  }
}

const isRefusal = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'refused' in answer
