/** What is left of a member's day at a time of it: the hours, and how many calls fit into them. */
import { minutesOf } from '#core/campaign/weekly-hours.ts'
import type { Duty } from '#core/duty/duty-of-day.ts'
import { commonHours, type DayHours } from '#core/time/send-slot.ts'

export interface RestOfDay {
  readonly hours: readonly DayHours[]
  /** At least one for a member who is there and is given calls: something urgent may come in the last minutes. */
  readonly callsLeft: number
}

export function restOfDay({ hours, calls }: Pick<Duty, 'hours' | 'calls'>, time: string): RestOfDay {
  const left = commonHours([hours, [{ from: time, to: '24:00' }]])
  const minutes = minutesOf(left)
  if (minutes === 0 || calls === 0) return { hours: left, callsLeft: 0 }
  return { hours: left, callsLeft: Math.max(1, Math.floor((calls * minutes) / minutesOf(hours))) }
}
