/**
 * An act at a terminal stands in the audit log like one on the pages: that it was begun, before anything is done, and what became of it. It names the
 * account that runs the command, which no caller can choose; whom `--by` names stands beside the thing itself.
 */
import { userInfo } from 'node:os'
import { findRecipient } from '#app/claims/decided-outcome.ts'
import { audited } from '#app/staff/audited.ts'
import type { CliOutput } from '#cli/cli-output.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import type { AuditEntry } from '#core/staff/audit-entry.ts'
import { nextAuditId } from '#functions/staff/acts/audit.ts'

type Stores = Awaited<ReturnType<PlaceToWork['stores']>>
type Act = Pick<AuditEntry, 'act' | 'on' | 'people' | 'customerId'>

export interface Terminal {
  readonly output: CliOutput
  readonly stores: { readonly staff: Pick<Stores['staff'], 'auditLog'>; readonly now: Stores['now'] }
}

export const auditedHere = <Result>(
  { output, stores: { staff, now } }: Terminal,
  act: Act,
  run: () => Promise<Result>,
): Promise<Result> =>
  audited(
    { auditLog: staff.auditLog, events: unclosedTo(output) },
    { ...act, auditId: nextAuditId(), at: now, by: userInfo().username },
    run,
  )

/** About one customer of an occurrence, whom the line names where they are in it; of an occurrence that is not there nothing is recorded. */
export async function auditedOnOccurrence<Result>(
  { output, stores }: { readonly output: CliOutput; readonly stores: Terminal['stores'] & Pick<Stores, 'occurrences'> },
  {
    act,
    occurrenceId,
    customerId,
  }: { readonly act: AuditEntry['act']; readonly occurrenceId: string; readonly customerId: string },
  run: () => Promise<Result>,
): Promise<Result> {
  const found = await findRecipient(stores.occurrences, { occurrenceId, customerId })
  if ('refused' in found && found.refused === 'no-such-occurrence') return run()
  const on = { kind: 'occurrence', id: occurrenceId } as const
  return auditedHere({ output, stores }, { act, on, people: 1, ...(!('refused' in found) && { customerId }) }, run)
}

interface OnWork {
  readonly act: AuditEntry['act']
  readonly workId: string
}

/** Of work that is not there nothing is begun, so nothing is recorded: the log keeps no text that was typed in its place. */
export async function auditedOnWork<Result>(
  { output, stores }: { readonly output: CliOutput; readonly stores: Terminal['stores'] & Pick<Stores, 'work'> },
  { act, workId }: OnWork,
  run: () => Promise<Result>,
): Promise<Result> {
  const item = await stores.work.get(workId)
  if (!item) return run()
  const people = item.customerId === null ? 0 : 1
  return auditedHere({ output, stores }, { act, on: { kind: 'work', id: workId }, people }, run)
}

/** The operator stands at this terminal: no alarm has to reach them. */
export const unclosedTo = (output: CliOutput): Parameters<typeof audited>[0]['events'] => ({
  staffActUnclosed: ({ act, auditId, result, error }) =>
    output.warn(`the audit log does not say what became of ${act} (${auditId}): ${result}; ${error}`),
})
