/** What happened to items of work on some days, read once for all of them: every item whose latest event lies on the first of the days or later. */
import type { GatherPorts } from '#app/numbers/gather-ports.ts'
import { whose } from '#app/numbers/whose.ts'
import { sinceThen } from '#app/since-then.ts'
import type { Fact } from '#core/facts/fact-tables.ts'
import { workFacts } from '#core/facts/work-facts.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { dayStart } from '#core/time/zone.ts'

type WorkPorts = Pick<GatherPorts, 'work' | 'customers' | 'numberOf' | 'companyRules'>

interface Asked {
  readonly days: readonly LocalDate[]
  /** The days are over by then. */
  readonly now: Instant
}

export async function gatherWork(
  ports: WorkPorts,
  { days, now }: Asked,
): Promise<ReadonlyMap<LocalDate, readonly Fact<'work'>[]>> {
  const { numberOf, companyRules } = ports
  const factsOn = new Map<LocalDate, Fact<'work'>[]>(days.map((day) => [day, []]))
  const [first] = days.toSorted()
  if (first === undefined) return factsOn
  const seen = new Set<string>()
  for await (const page of ports.work.changedDuring(sinceThen(dayStart(first, companyRules.company.zone), now))) {
    // An item that changes during the read may be met again on a later day.
    const items = page.filter(({ workId }) => !seen.has(workId))
    for (const { workId } of items) seen.add(workId)
    const whoIs = await whose(
      ports,
      items.map(({ customerId }) => customerId),
    )
    for (const item of items) {
      const who = whoIs(item.customerId)
      for (const { day, ...fact } of workFacts(item, { who, numberOf, rules: companyRules })) factsOn.get(day)?.push(fact)
    }
  }
  return factsOn
}
