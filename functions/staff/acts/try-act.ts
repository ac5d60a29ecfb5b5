/** An act of a form: when it breaks down the form can be shown again with what was typed, and an operator hears of it. */
import { UnrecordedActError } from '#app/staff/audited.ts'
import { type AuditedAs, type AuditSystem, audit } from '#functions/staff/acts/audit.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import type { BrokeOff } from '#web/staff/acts/broke-off.ts'

export interface TryingSystem extends AuditSystem {
  readonly events: Pick<StaffSystem['events'], 'staffActFailed' | 'staffActUnclosed'>
}

export async function tryAct<Result>(
  system: TryingSystem,
  as: AuditedAs,
  run: () => Promise<Result>,
): Promise<Result | { readonly broke: BrokeOff }> {
  try {
    return await audit(system, as, run)
  } catch (error) {
    system.events.staffActFailed({ act: as.act, error: inWords(error) })
    return { broke: error instanceof UnrecordedActError ? 'unrecorded' : 'failed' }
  }
}

const inWords = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${error.message}${error.cause === undefined ? '' : ` (${inWords(error.cause)})`}`
    : String(error)
