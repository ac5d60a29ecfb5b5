/** Calendar months, written `2027-02`. */
import { addDays, type LocalDate, partsOf } from '#core/time/local-date.ts'

export type Month = string

export const isMonth = (text: string): boolean => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)

export const monthOf = (date: LocalDate): Month => date.slice(0, 7)

/** So many months later; before with a minus. */
export function plusMonths(month: Month, months: number): Month {
  const { year, month: number } = partsOf(`${month}-01`)
  const count = year * 12 + number - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

export const firstDayOf = (month: Month): LocalDate => `${month}-01`

export const lastDayOf = (month: Month): LocalDate => addDays(firstDayOf(plusMonths(month, 1)), -1)
