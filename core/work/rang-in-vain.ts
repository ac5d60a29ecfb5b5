/** When a caller of the hotline rang in vain, as their call-back keeps it: who rings back knows how often the caller has tried, and since when. */
import type { Instant } from '#core/time/instant.ts'
import type { MissedHotline } from '#core/work/work-item.ts'

/** A caller who rings without end must not fill the row: the newest are kept, in less than 2 kB. */
const MOST_RANG = 50

/**
 * In order, those that are told now among those of before. The calls of one minute are one: the webhook tells the second of a call, and a history of the
 * telephone system often the minute alone.
 */
export function rangInVain(before: readonly Instant[], told: readonly Instant[]): Instant[] {
  const byMinute = new Map<string, Instant>()
  for (const at of [...before, ...told]) if (!byMinute.has(minuteOf(at))) byMinute.set(minuteOf(at), at)
  return [...byMinute.values()].toSorted().slice(-MOST_RANG)
}

const minuteOf = (at: Instant): string => at.slice(0, 'YYYY-MM-DDTHH:mm'.length)

/** The call-back with those that it does not tell yet, for its next version; undefined where there are none. */
export function withRang(task: MissedHotline, told: readonly Instant[]): MissedHotline | undefined {
  const { rang: before = [] } = task.subject
  const rang = rangInVain(before, told)
  if (rang.length === before.length && rang.every((at, nth) => at === before[nth])) return undefined
  return { ...task, subject: { ...task.subject, rang } }
}
