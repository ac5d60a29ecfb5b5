/** The dates whose occurrences may still name customers: as far back as any purge goes, and as far ahead as the planner plans. */
import type { Instant } from '#core/time/instant.ts'
import { addDays, type LocalDate } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'

/** A shortened retention time leaves older rows until the purge covers the whole period (app/retention/purge-expired.ts). */
const LEAST_DAYS_BACK = 1_500
const MARGIN_DAYS = 60
const AHEAD_DAYS = 5

export function namingDates(
  { zone, retention }: { readonly zone: string; readonly retention: { readonly contacts: number } },
  at: Instant,
): { readonly from: LocalDate; readonly to: LocalDate } {
  const today = localDateAt(at, zone)
  return { from: addDays(today, -Math.max(LEAST_DAYS_BACK, retention.contacts) - MARGIN_DAYS), to: addDays(today, AHEAD_DAYS) }
}
