/** From when a period is looked at: facts are there up to the day before. */
import type { Period } from '#core/kpi/period.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'

export interface Looking {
  readonly period: Period
  /** In the company's zone. */
  readonly today: LocalDate
}

/** The last day of the period; while it runs, that of the data: a customer is not lost because days are still to come. */
export const lastDaySeen = ({ period: { to }, today }: Looking): LocalDate => {
  const end = lastDayOfData({ today })
  return to < end ? to : end
}

export const lastDayOfData = ({ today }: Pick<Looking, 'today'>): LocalDate => addDays(today, -1)
