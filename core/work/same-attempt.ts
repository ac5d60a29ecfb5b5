/** Whether two forms tell of an attempt in the same way: who sends a form twice tells the same, who corrects it on the page does not. */
import { isSameStaff } from '#core/work/event-staff.ts'
import type { Attempted } from '#core/work/work-event.ts'

export const isSameAttempt = (one: Attempted, other: Attempted): boolean =>
  isSameStaff(one.by, other.by) &&
  one.disposition === other.disposition &&
  one.way === other.way &&
  one.note === other.note &&
  one.callBackAt === other.callBackAt &&
  one.guide === other.guide &&
  one.atFirst === other.atFirst &&
  one.followUpDays === other.followUpDays &&
  one.stop === other.stop
