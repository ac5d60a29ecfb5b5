/** What came of the work on cases, in numbers. */
import type { CaseEvidence } from '#local/torture/cases/case-evidence.ts'
import { actsNamed } from '#local/torture/cases/case-log.ts'
import { compensationsTold } from '#local/torture/verdict/cases/compensation-exact.ts'

export interface CaseFigures {
  /** Cases that staff opened beside the grave ones. */
  readonly told: number
  readonly merged: number
  /** Mails that joined a case. */
  readonly mailsJoined: number
  readonly asked: number
  readonly given: number
  /** In đồng: what stands or was given, and the limit. */
  readonly booked: number
  readonly limit: number
  /** Presses that were refused because the limit was reached. */
  readonly limitReached: number
  /** Bookings that runs left behind when they broke off. */
  readonly leftOver: number
  readonly files: number
}

export function caseFigures(evidence: CaseEvidence): CaseFigures {
  const { log, cases, book, limit, leftOver, files } = evidence
  const told = compensationsTold(evidence)
  return {
    told: new Set(actsNamed(log, 'tell-case').map(({ act }) => `${act.caseId} ${act.customerId}`)).size,
    merged: cases.filter(({ events }) => events.some(({ is }) => is === 'merged')).length,
    mailsJoined: cases.reduce((sum, { events }) => sum + events.filter(({ replyId }) => replyId !== undefined).length, 0),
    asked: told.length,
    given: told.filter(({ ends }) => ends.some(({ is }) => is === 'compensation-given')).length,
    booked: book.reduce((sum, { open, given }) => sum + given + open.reduce((all, { amount }) => all + amount, 0), 0),
    limit,
    limitReached: actsNamed(log, 'compensate').filter(({ answers }) =>
      answers.some(({ answer }) => answer.is === 'refused' && answer.because === 'limit-reached'),
    ).length,
    leftOver,
    files: files.length,
  }
}
