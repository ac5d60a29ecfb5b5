/** An act on a case by the rules of the pages, as the commands of it do it: noted in the log, refused in words, and told with how the case stands then. */
import { Argument } from 'commander'
import { type WorkedOnCase, workOnCase } from '#app/desk/work-on-case.ts'
import { events } from '#app/events.ts'
import { auditedOnWork } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { standingOfCase } from '#cli/words-of-cases.ts'
import { tooLongInWords } from '#cli/words-of-decisions.ts'
import type { TooLong } from '#core/campaign/staff-text.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { CaseAct } from '#core/work/case/case-act.ts'
import { caseSummary } from '#core/work/case/case-summary.ts'
import { type WorkRefused, workSaidInWords } from '#web/staff/work/work-said-words.ts'

export const aCase = () => new Argument('<case>', 'the id of the case, as care cases lists it')

export const BY = ['--by <name>', 'who does it'] as const

const CASE_ACTS_IN_LOG: Readonly<Record<CaseAct['is'], AuditedAct>> = {
  move: 'move-case',
  describe: 'describe-case',
  grade: 'grade-case',
  wait: 'note-contact',
  heard: 'note-contact',
  wrote: 'note-contact',
  escalate: 'escalate-case',
  'hand-back': 'hand-back-case',
}

export async function act(
  { output, place }: CareFrame,
  { workId, by, act }: { readonly workId: string; readonly by: string; readonly act: CaseAct },
): Promise<void> {
  const stores = await place.stores()
  const { work, staff, companyRules, now } = stores
  const silent = events({ event: () => {}, alarm: () => {} })
  const ports = { work, roster: staff.roster, companyRules, events: silent }
  const run = () => workOnCase(ports, { workId, act, by, at: now })
  const done: WorkedOnCase = await auditedOnWork({ output, stores }, { act: CASE_ACTS_IN_LOG[act.is], workId }, run)
  if ('refused' in done) return output.refuse([`${workId}: ${refusalInWords(done)}`])
  const { severity } = caseSummary(done.item, { rules: companyRules, now })
  output.print(`${workId}: ${standingOfCase(done.item, severity, companyRules.cases)}`)
}

export const refusalInWords = (done: TooLong | { readonly refused: Exclude<WorkRefused, 'too-long'> }): string =>
  done.refused === 'too-long' ? tooLongInWords(done) : workSaidInWords(done.refused, 'en')
