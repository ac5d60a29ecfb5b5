/** What the page of a team's time is made of. */
import type { Duty } from '#core/duty/duty-of-day.ts'
import type { LongHoliday } from '#core/duty/team.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { type LocalDate, weekdayOf } from '#core/time/local-date.ts'
import type { DayHours } from '#core/time/send-slot.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { pathWith } from '#web/staff/paths.ts'
import type { WrongInAddress } from '#web/staff/wrong-in-address.ts'
import { weekdayName } from '#web/words/written.ts'

export interface MemberShown {
  readonly member: StaffMember
  readonly duty: Duty
  /** For a whole working day. */
  readonly callsADay: number
  /** Whether the plan names them for what is left of the day. */
  readonly isOnCall: boolean
}

export interface DayShown {
  readonly date: LocalDate
  /** Of the team; none on a day off. */
  readonly hours: readonly DayHours[]
  readonly people: readonly MemberShown[]
}

export interface TeamShown extends DayShown {
  readonly team: string
  readonly teams: readonly string[]
  /** Of the day in the address. */
  readonly wrong: readonly WrongInAddress[]
  /** How many changes the day of a person has. */
  readonly changesOf: (address: string) => number
  /** The holiday in which the day lies. */
  readonly holiday: LongHoliday | undefined
  readonly nextDay: LocalDate | undefined
  readonly week: readonly DayShown[]
  /** at-work: the team is in its hours now. */
  readonly onCall: 'at-work' | readonly string[]
  readonly holidays: readonly { readonly holiday: LongHoliday; readonly reopensOn: LocalDate | undefined }[]
  /** Why nothing can be changed on this page; null when it can. */
  readonly fixed: 'not-permitted' | 'not-own-team' | 'past-day' | null
  /** Of an address on the roster; the address for one that is not. */
  readonly nameOf: (address: string) => string
  /** What became of a form. */
  readonly said: string | undefined
}

/** The change holds in each case; the others say what became of a list that was made already. */
export const DUTY_CHANGED = ['changed', 'changed-list-again', 'changed-list-later'] as const
export type DutyChanged = (typeof DUTY_CHANGED)[number]

export const teamPath = (asked: { readonly team?: string; readonly date?: LocalDate; readonly said?: string }): string =>
  pathWith('/team', asked)

/** `Thứ Hai 30/11/2026`. */
export const day = (date: LocalDate, locale: PageLocale): string =>
  locale === 'vi'
    ? `${weekdayName(weekdayOf(date), locale)} ${shortDate(date, locale)}`
    : `${weekdayName(weekdayOf(date), locale)}, ${shortDate(date, locale)}`

/** `08:00–11:30, 13:00–17:00`. */
export const parts = (hours: readonly DayHours[]): string => hours.map(({ from, to }) => `${from}–${to}`).join(', ')
