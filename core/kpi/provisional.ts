/** Whether a figure can still change, because what it counts has time beyond the last day of its period. */
import type { Period } from '#core/kpi/period.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

/** window-open: final on that day. waiting: so many of what is counted have not come to an end, and no day is known on which they will have. */
export type Provisional =
  | { readonly because: 'window-open'; readonly finalOn: LocalDate }
  | { readonly because: 'waiting'; readonly count: number }

/** The days that a figure is about, and the day on which it is looked at: both in the company's zone. */
export interface Looked {
  readonly period: Period
  readonly today: LocalDate
}

/** What happened on the last day has `days` further whole days: the figure is final on the day after them. */
export function openWindow({ period, today }: Looked, days: number): Provisional | null {
  const finalOn = addDays(period.to, days + 1)
  return today < finalOn ? { because: 'window-open', finalOn } : null
}

/** Of a period that is not over no figure is final: five days of March hold fewer buyers than all of February, and that is no fall. */
export const untilOver = <Figure extends { readonly provisional: Provisional | null }>(
  figure: Figure,
  looked: Looked,
): Figure => ({
  ...figure,
  provisional: figure.provisional ?? openWindow(looked, 0),
})

export const waitingFor = (count: number): Provisional | null => (count > 0 ? { because: 'waiting', count } : null)
