/** What the desk of a run did, in numbers. */
import { isTold } from '#local/torture/desk/agents-log.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type CaseFigures, caseFigures } from '#local/torture/verdict/cases/case-figures.ts'
import { isCheckIn, lineOf } from '#local/torture/verdict/desk/call-ends.ts'
import { outcomesOf } from '#local/torture/verdict/outcomes-of.ts'

export interface DeskFigures {
  readonly due: number
  /** What came of them in the first equation; `sent` is on the desk. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Those of campaigns of calls who were written to. */
  readonly written: number
  readonly tasks: number
  /** The lines of the second equation. */
  readonly lines: Readonly<Record<string, number>>
  readonly rings: number
  /** Calls that an agent was told were logged. */
  readonly logged: number
  /** Of these, call-backs that were agreed. */
  readonly promises: number
  /** Presses that were answered as logged before, and those that another call had overtaken. */
  readonly pressedAgain: number
  readonly overtaken: number
  /** Presses that got no answer. */
  readonly unanswered: number
  readonly erased: number
  /** Calls that went with them. */
  readonly gone: number
  /** Cases, what their clocks brought, and the mails to staff about it. */
  readonly cases: number
  readonly clocks: number
  readonly clockMails: number
  readonly caseWork: CaseFigures
}

export function deskFigures({
  campaigns,
  expected,
  occurrences,
  people,
  desk: { tasks, log, clockMails, cases },
}: Evidence): DeskFigures {
  const byCall = new Set(campaigns.flatMap(({ campaignId, calls }) => (calls ? [campaignId] : [])))
  const own = expected.filter(({ campaignId }) => byCall.has(campaignId))
  const ids = new Set(own.map(({ occurrenceId }) => occurrenceId))
  const rows = occurrences.flatMap(({ occurrenceId, rows }) => (ids.has(occurrenceId) ? rows : []))
  const sent = [...log.sent.values()]
  const answers = sent.flatMap((one) => one.answers.map(({ answer }) => answer))
  const logged = sent.filter((one) => isTold(one, 'logged'))
  const calls = tasks.filter(isCheckIn)
  const lines: Record<string, number> = {}
  for (const task of calls) lines[lineOf(task)] = (lines[lineOf(task)] ?? 0) + 1
  return {
    due: own.reduce((sum, { due }) => sum + due.size, 0),
    outcomes: outcomesOf(rows.filter(({ onDesk }) => onDesk)),
    written: rows.filter(({ onDesk }) => !onDesk).length,
    tasks: calls.length,
    lines,
    rings: log.rings.length,
    logged: logged.length,
    promises: logged.filter(({ form }) => form.callBackAt !== null).length,
    pressedAgain: answers.filter((answer) => answer.is === 'logged' && answer.again).length,
    overtaken: answers.filter((answer) => answer.is === 'refused' && answer.because === 'changed-meanwhile').length,
    unanswered: log.unanswered,
    erased: log.erasures.size,
    cases: tasks.filter(({ subject }) => subject === 'told').length,
    clocks: tasks.reduce((sum, { events }) => sum + events.flatMap(({ rings = [] }) => rings).length, 0),
    clockMails: clockMails.length,
    caseWork: caseFigures(cases),
    gone: rows.filter(({ onDesk, outcome, customerId }) => onDesk && outcome.state === 'sent' && people.get(customerId)?.isErased)
      .length,
  }
}
