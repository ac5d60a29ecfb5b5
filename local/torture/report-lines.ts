/** The report of a torture run for people: the faults, every customer's outcome, and the verdict last. */
import { closingLine } from '#local/torture/closing-line.ts'
import { FAULT_KINDS } from '#local/torture/fault-plan.ts'
import { reachOf } from '#local/torture/reach.ts'
import type { TortureReport } from '#local/torture/torture-report.ts'

const MOST_LISTED = 30

export function reportLines(report: TortureReport): readonly string[] {
  const { verdict, seconds } = report
  const { figures, breaches, unknowns } = verdict
  const { neverStruck } = reachOf(report)
  const byKind = new Map<string, number>()
  for (const { kind } of breaches) byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
  return [
    `seed ${report.seed}, ${report.customers} customers, faults ${report.level}`,
    `${seconds.setUp} s to set up, ${seconds.days} s for the days, ${seconds.judging} s to judge`,
    '',
    `${report.kills} processes killed, ${report.killsAtWork} of them with a sender or planner at work; faults by kind:`,
    ...FAULT_KINDS.map((kind) => `  ${String(report.faults[kind] ?? 0).padStart(7)}  ${kind}`),
    ...(neverStruck.length > 0 ? [`faults never struck: ${neverStruck.join(', ')}`] : []),
    ...section('alarms', counts(report.alarms)),
    ...section('setbacks of the functions', counts(report.setbacks).slice(0, MOST_LISTED)),
    ...(report.deadMessages > 0 ? [`${report.deadMessages} messages died`] : []),
    ...section(`what came of ${figures.due} people due, ${figures.mails} mails`, counts(figures.outcomes)),
    ...deskLines(report),
    ...section(
      `unknown, each with its evidence (${unknowns.length})`,
      unknowns
        .slice(0, MOST_LISTED)
        .map(({ occurrenceId, customerId, evidence }) => `  ${occurrenceId} ${customerId}: ${evidence}`),
    ),
    ...section('broken promises', counts(Object.fromEntries(byKind))),
    ...breaches
      .slice(0, MOST_LISTED)
      .map(({ kind, occurrenceId, customerId, detail }) => `  ${kind}: ${occurrenceId} ${customerId ?? ''} ${detail}`),
    '',
    closingLine(report),
  ]
}

function deskLines({ killsAtDesk, verdict: { figures } }: TortureReport): readonly string[] {
  const {
    due,
    written,
    tasks,
    rings,
    logged,
    promises,
    pressedAgain,
    overtaken,
    unanswered,
    erased,
    gone,
    cases,
    clocks,
    clockMails,
    caseWork,
  } = figures.desk
  return [
    ...section(
      `what came of ${due} people due to be rung, ${written} of them to be written to instead`,
      counts(figures.desk.outcomes),
    ),
    ...section(`what came of ${tasks} calls on the desk`, counts(figures.desk.lines)),
    '',
    [
      `${rings} times rung, ${logged} calls logged, ${promises} call-backs promised`,
      `${pressedAgain} forms sent again, ${overtaken} overtaken by another call, ${unanswered} presses without an answer`,
      `${killsAtDesk} kills at the desk`,
      `${clocks} times a clock of ${cases} cases rang, with ${clockMails} mails to staff`,
      `${erased} customers erased, with ${gone} calls`,
    ].join('; '),
    [
      `${caseWork.merged} of ${caseWork.told} more cases merged, ${caseWork.mailsJoined} mails joined a case, ${caseWork.files} files`,
      `${caseWork.asked} compensations booked and ${caseWork.given} given, ${caseWork.booked} of ${caseWork.limit}`,
      `${caseWork.limitReached} refused at the limit, ${caseWork.leftOver} bookings left behind by runs that broke off`,
    ].join('; '),
  ]
}

const counts = (found: Readonly<Record<string, number>>) =>
  Object.entries(found)
    .toSorted(([, a], [, b]) => b - a)
    .map(([what, count]) => `  ${String(count).padStart(7)}  ${what}`)

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines])
