/**
 * The second equation: whom an occurrence handed to the desk stands in exactly one line of it, counted here from the rows and the tasks. When the last day
 * of all calls is over, only what was promised is open.
 */
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { isCheckIn, lineOf } from '#local/torture/verdict/desk/call-ends.ts'

export function exactEquations({ desk, expected, occurrences, campaigns, people }: Evidence): readonly Breach[] {
  const byCall = new Set(campaigns.filter((campaign) => campaign.calls !== null).map(({ campaignId }) => campaignId))
  const cancelled = new Set(campaigns.filter(({ calls }) => calls?.isCancelled).map(({ campaignId }) => campaignId))
  const tasks = Map.groupBy(desk.tasks.filter(isCheckIn), ({ occurrenceId }) => occurrenceId)
  return [
    ...expected
      .filter(({ campaignId }) => byCall.has(campaignId))
      .flatMap(({ occurrenceId, campaignId }) => {
        const rows = occurrences.find((occurrence) => occurrence.occurrenceId === occurrenceId)?.rows ?? []
        const onDesk = rows.filter((row) => row.onDesk && row.outcome.state === 'sent')
        const handed = onDesk.length
        const gone = onDesk.filter(({ customerId }) => people.get(customerId)?.isErased).length
        const lines: Record<string, number> = gone > 0 ? { gone } : {}
        for (const task of tasks.get(occurrenceId) ?? []) lines[lineOf(task)] = (lines[lineOf(task)] ?? 0) + 1
        const drawn = desk.equations.find((equation) => equation.occurrenceId === occurrenceId)
        const wrong = whatIsWrong({ handed, lines, drawn, mayBeCancelled: cancelled.has(campaignId) })
        return wrong.map((detail) => breach('equation-inexact', { occurrenceId, detail }))
      }),
    ...(desk.isOver ? desk.tasks.filter(isLeftOpen) : []).map(({ workId, customerId }) =>
      breach('left-open', { occurrenceId: workId, customerId, detail: 'its last day is over, and nothing is promised' }),
    ),
    ...(desk.mismatchesRung > 0
      ? [breach('equation-inexact', { occurrenceId: 'desk', detail: `the alarm rang ${desk.mismatchesRung} times` })]
      : []),
  ]
}

const isLeftOpen = (task: Evidence['desk']['tasks'][number]): boolean =>
  isCheckIn(task) &&
  lineOf(task) === 'open' &&
  (task.events.findLast(({ is }) => is === 'attempted')?.callBackAt ?? null) === null

interface Counted {
  readonly handed: number
  readonly lines: Readonly<Record<string, number>>
  readonly drawn: Evidence['desk']['equations'][number] | undefined
  readonly mayBeCancelled: boolean
}

function whatIsWrong({ handed, lines, drawn, mayBeCancelled }: Counted): readonly string[] {
  const sum = Object.values(lines).reduce((total, count) => total + count, 0)
  const names = new Set([...Object.keys(lines), ...Object.keys(drawn?.lines ?? {})])
  return [
    ...(sum === handed ? [] : [`handed over ${handed}, tasks ${sum}`]),
    ...(drawn?.handed === handed ? [] : [`handed over ${handed}, drawn ${drawn?.handed}`]),
    ...[...names].flatMap((name) =>
      (drawn?.lines[name] ?? 0) === (lines[name] ?? 0)
        ? []
        : [`${name}: ${lines[name] ?? 0} tasks, drawn ${drawn?.lines[name] ?? 0}`],
    ),
    ...(lines.cancelled && !mayBeCancelled ? [`${lines.cancelled} cancelled, and nobody cancelled the campaign`] : []),
  ]
}
