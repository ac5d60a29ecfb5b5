/** What is kept of a rehearsal for the pages: sums for each day and campaign, and a sheet of customers for each day; and a sheet read back, to compare. */
import type { SheetDay } from '#app/ports/rehearsals.ts'
import type { Decision, Decisions } from '#app/rehearsal/decisions.ts'
import type { DayCount, RehearsedDaySums } from '#core/rehearsal/rehearsed-sums.ts'
import type { SheetLine } from '#core/rehearsal/sheet-line.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** The days on which a customer was meant, in their order. */
export function* daysDecided(decisions: Decisions): Generator<SheetDay, void> {
  const campaigns = [...decisions.keys()].toSorted()
  const dates = new Set([...decisions.values()].flatMap((days) => [...days.keys()]))
  for (const date of [...dates].toSorted()) {
    const lines = campaigns.flatMap((campaign) =>
      [...(decisions.get(campaign)?.get(date) ?? [])]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([customer, decision]): SheetLine => ({ customer, campaign, ...decision })),
    )
    yield { date, lines }
  }
}

/** By campaign; within it the most customers first. */
export function countedDay({ date, lines }: SheetDay): RehearsedDaySums {
  const counts = new Map<string, DayCount>()
  for (const { campaign, outcome, channel, reason } of lines) {
    const key = JSON.stringify([campaign, outcome, channel, reason])
    counts.set(key, { campaign, outcome, channel, reason, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const sorted = [...counts].toSorted(
    ([keyA, a], [keyB, b]) => order(a.campaign, b.campaign) || b.count - a.count || order(keyA, keyB),
  )
  return { date, counts: sorted.map(([, count]) => count) }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** `campaigns`: all that were rehearsed, also those without a day. */
export async function decisionsOf(sheets: AsyncIterable<SheetDay>, campaigns: readonly string[]): Promise<Decisions> {
  const log = new Map(campaigns.map((id) => [id, new Map<LocalDate, Map<string, Decision>>()]))
  const shared = new Map<string, Decision>()
  for await (const { date, lines } of sheets) {
    for (const { campaign, customer, outcome, channel, reason } of lines) {
      const key = `${outcome} ${channel} ${reason}`
      const decision = shared.get(key) ?? { outcome, channel, reason }
      shared.set(key, decision)
      const days = log.get(campaign) ?? new Map<LocalDate, Map<string, Decision>>()
      log.set(campaign, days)
      const ofDay = days.get(date) ?? new Map<string, Decision>()
      days.set(date, ofDay)
      ofDay.set(customer, decision)
    }
  }
  return log
}
