/** The parts of the day in which a customer would rather be rung, as they told it. */
import * as z from 'zod'
import type { Cell } from '#core/customer/table-row.ts'
import { foldedWords } from '#core/customer/written-text.ts'
import type { DayHours } from '#core/time/send-slot.ts'

export const DAY_PARTS = ['morning', 'noon', 'afternoon', 'evening'] as const
export type DayPart = (typeof DAY_PARTS)[number]

/** In the order of the day, each once. */
export const DayPartsSchema = z.array(z.enum(DAY_PARTS)).min(1).readonly()

/** Together the whole day: the hours of the law and of the company say how much of it is used. */
export const HOURS_OF_PART: Readonly<Record<DayPart, DayHours>> = {
  morning: { from: '00:00', to: '12:00' },
  noon: { from: '12:00', to: '13:00' },
  afternoon: { from: '13:00', to: '18:00' },
  evening: { from: '18:00', to: '24:00' },
}

export const inOrderOfDay = (parts: readonly DayPart[]): readonly DayPart[] => DAY_PARTS.filter((part) => parts.includes(part))

const NAMES: Readonly<Record<DayPart, readonly string[]>> = {
  morning: ['sang', 'buoi sang', 'morning', 'mornings', 'am'],
  noon: ['trua', 'buoi trua', 'gio nghi trua', 'nghi trua', 'noon', 'lunch', 'lunchtime', 'midday'],
  afternoon: ['chieu', 'buoi chieu', 'afternoon', 'afternoons', 'pm'],
  evening: ['toi', 'buoi toi', 'evening', 'evenings'],
}
const WHENEVER = new Set(['ca ngay', 'luc nao cung duoc', 'bat ky', 'any', 'any time', 'anytime', 'all day'])

/** One part or several: `sáng`, `Sáng, chiều`, `morning and evening`. Null for a customer to whom every part is the same. */
export function readDayParts(cell: string): Cell<readonly DayPart[] | null> {
  if (WHENEVER.has(foldedWords(cell))) return { value: null }
  const words = cell.split(/[,;/|+&\n]|\s+[-–]\s+|\s+(?:và|va|hoặc|hoac|hay|and|or)\s+/iu).map(foldedWords)
  const parts = words.filter((word) => word !== '').map((word) => DAY_PARTS.find((part) => NAMES[part].includes(word)))
  const known = parts.filter((part) => part !== undefined)
  return known.length === 0 || known.length < parts.length
    ? { expected: 'sáng, trưa, chiều, tối (morning, noon, afternoon, evening), several with commas between them' }
    : { value: inOrderOfDay(known) }
}
