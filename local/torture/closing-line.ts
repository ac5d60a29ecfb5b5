/** The last line of the report, with the whole run: its options, its results, and whether every promise held. */
import { reachOf } from '#local/torture/reach.ts'
import type { TortureReport } from '#local/torture/torture-report.ts'
import type { BreachKind } from '#local/torture/verdict/breach.ts'

const DUPLICATES: readonly BreachKind[] = [
  'sent-twice',
  'task-twice',
  'attempt-twice',
  'rung-twice',
  'compensation-twice',
  'file-twice',
]
const LOST: readonly BreachKind[] = [
  'left-out',
  'forgotten-until-closing',
  'not-settled',
  'attempt-lost',
  'promise-lost',
  'case-lost',
  'case-gone',
  'merged-words-lost',
  'file-lost',
  'file-missing',
]
const BALANCES_OFF: readonly BreachKind[] = [
  'balance-inexact',
  'not-closed',
  'equation-inexact',
  'compensation-overspent',
  'compensation-inexact',
]

/** UNPROVEN: no promise was broken, but the run had too few faults or mails to break one. */
export type Finding = 'HELD' | 'BROKEN' | 'UNPROVEN'

export function findingOn(report: TortureReport): Finding {
  if (!report.verdict.ok) return 'BROKEN'
  return reachOf(report).shortfalls.length > 0 ? 'UNPROVEN' : 'HELD'
}

export function closingLine(report: TortureReport): string {
  const { seed, customers, verdict, kills, killsAtWork, killsAtDesk, seconds } = report
  const { due, mails, desk } = verdict.figures
  const found = (kinds: readonly BreachKind[]) => verdict.breaches.filter(({ kind }) => kinds.includes(kind)).length
  const why = verdict.ok ? reachOf(report).shortfalls : [`${verdict.breaches.length} breaches`]
  return [
    `seed ${seed}`,
    `customers ${customers}`,
    `due ${due}`,
    `mails ${mails}`,
    `calls ${desk.tasks}`,
    `logged ${desk.logged}`,
    `promised ${desk.promises}`,
    `merged ${desk.caseWork.merged}`,
    `compensated ${desk.caseWork.asked}`,
    `files ${desk.caseWork.files}`,
    `kills ${kills} (${killsAtWork} of a sender or planner at work, ${killsAtDesk} at the desk)`,
    `duplicates ${found(DUPLICATES)}`,
    `lost ${found(LOST)}`,
    `balances off ${found(BALANCES_OFF)}`,
    findingOn(report) + (why.length > 0 ? ` (${why.join('; ')})` : ''),
    `${Math.round(seconds.setUp + seconds.days + seconds.judging)} s`,
  ].join(', ')
}
