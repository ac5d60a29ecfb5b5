/** The report of a torture run as a person reads it: what was done to it, what came of everyone, and the verdict last. */
import { FAULT_KINDS } from '#local/torture/fault-plan.ts'
import type { TortureReport } from '#local/torture/run-torture.ts'

const MOST_LISTED = 30

export function reportLines(report: TortureReport): readonly string[] {
  const { verdict, seconds } = report
  const { figures, breaches, unknowns } = verdict
  const byKind = new Map<string, number>()
  for (const { kind } of breaches) byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
  const counts = (found: Readonly<Record<string, number>>) =>
    Object.entries(found)
      .toSorted(([, a], [, b]) => b - a)
      .map(([what, count]) => `  ${String(count).padStart(7)}  ${what}`)
  return [
    `seed ${report.seed}, ${report.customers} customers, faults ${report.level}`,
    `${seconds.setUp} s to set up, ${seconds.days} s for the days, ${seconds.judging} s to judge`,
    '',
    `${report.kills} processes killed; faults by kind:`,
    ...FAULT_KINDS.map((kind) => `  ${String(report.faults[kind] ?? 0).padStart(7)}  ${kind}`),
    ...section('alarms', counts(report.alarms)),
    ...section('setbacks of the functions', counts(report.setbacks).slice(0, MOST_LISTED)),
    ...(report.deadMessages > 0 ? [`${report.deadMessages} messages died`] : []),
    ...section(`what came of ${figures.due} people due, ${figures.mails} mails`, counts(figures.outcomes)),
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
    verdict.ok
      ? `HELD (seed ${report.seed}): nobody twice, nobody left out, every balance exact`
      : `BROKEN (seed ${report.seed}): ${breaches.length} breaches`,
  ]
}

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines])
