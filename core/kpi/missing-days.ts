/** Which days of a period are not in a figure: a roll-up that was interrupted, a day that came late, a time before there was any data. */
import type { Period } from '#core/kpi/period.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'

/** before-first-data: the company did not run the system yet. not-rolled-up: the day's roll-up is not there. */
export type MissingBecause = 'before-first-data' | 'not-rolled-up'

export interface MissingSpan extends Period {
  readonly because: MissingBecause
}

/** In order, neighbouring days of one reason in one span. Null as the first day: there is no data at all. */
export function missingSpans(
  period: Period,
  { firstDataOn, rolledUp }: { readonly firstDataOn: LocalDate | null; readonly rolledUp: ReadonlySet<LocalDate> },
): readonly MissingSpan[] {
  const spans: MissingSpan[] = []
  for (const day of datesFrom(period.from, period.to)) {
    if (rolledUp.has(day)) continue
    const because = firstDataOn === null || day < firstDataOn ? 'before-first-data' : 'not-rolled-up'
    const last = spans.pop()
    spans.push(...joined(last, { from: day, to: day, because }))
  }
  return spans
}

/** With a span behind the last of them. */
export const followedBy = (spans: readonly MissingSpan[], next: MissingSpan): readonly MissingSpan[] => [
  ...spans.slice(0, -1),
  ...joined(spans.at(-1), next),
]

function joined(last: MissingSpan | undefined, next: MissingSpan): readonly MissingSpan[] {
  if (last === undefined) return [next]
  const isOne = last.because === next.because && addDays(last.to, 1) === next.from
  return isOne ? [{ ...last, to: next.to }] : [last, next]
}
