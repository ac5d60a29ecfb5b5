/** The facts that a night writes: of yesterday, of days that came late, and of days that earlier nights left out. */
import { type WriteDaysPorts, writeDays } from '#app/numbers/write-days.ts'
import type { LateNote, NumberStore } from '#app/ports/numbers.ts'
import type { Instant } from '#core/time/instant.ts'
import { addDays, datesFrom, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

type NightStore = Pick<NumberStore, 'lateDays' | 'firstDay' | 'writtenDays'>

export interface WriteNightPorts extends WriteDaysPorts {
  readonly numbers: WriteDaysPorts['numbers'] & NightStore
}

export interface Night {
  readonly days: readonly LocalDate[]
  readonly notes: readonly LateNote[]
}

/** Customers may have bought for decades before the first night: their days take several nights, and each has time for its figures as well. */
export const MOST_DAYS = 2_000

/**
 * Yesterday first: it is what the next page shows. Then what changed and what is missing since the first day of all, the newest first: what is left for
 * other nights is one stretch of old days, which figures name, and no pattern of holes.
 */
export async function daysOfNight(
  { numbers, zone }: { readonly numbers: NightStore; readonly zone: string },
  now: Instant,
): Promise<Night> {
  const yesterday = addDays(localDateAt(now, zone), -1)
  const notes = (await numbers.lateDays()).filter(({ day }) => day <= yesterday)
  // Before the first night customers had bought for years, and on some days none did: those days are no holes.
  const first = await numbers.firstDay()
  const from = first !== null && first < yesterday ? first : yesterday
  const written = new Set(await numbers.writtenDays({ from, to: yesterday }))
  const missing = [...datesFrom(from, yesterday)].filter((day) => !written.has(day))
  const behind = [...notes.map(({ day }) => day), ...missing].toSorted().toReversed()
  return { days: [...new Set([yesterday, ...behind])], notes }
}

export interface WrittenNight {
  readonly written: readonly LocalDate[]
  /** For which there was no time: the next night writes them. */
  readonly left: readonly LocalDate[]
}

export async function writeNight(
  ports: WriteNightPorts,
  { now, hasTime }: { readonly now: Instant; readonly hasTime?: () => boolean },
): Promise<WrittenNight> {
  const { days, notes } = await daysOfNight({ numbers: ports.numbers, zone: ports.companyRules.company.zone }, now)
  const written = new Set(await writeDays(ports, { days: days.slice(0, MOST_DAYS), notes, now, ...(hasTime && { hasTime }) }))
  return { written: [...written], left: days.filter((day) => !written.has(day)) }
}
