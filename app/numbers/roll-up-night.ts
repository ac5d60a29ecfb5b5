/** The night's run: the facts of yesterday and of late days, then the roll-ups of every period that they belong to. */
import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import { type CountedDays, countedDays, countPeriods } from '#app/numbers/count-periods.ts'
import { noteChangedThemes } from '#app/numbers/note-changed-themes.ts'
import { periodsOfNight } from '#app/numbers/periods-of-night.ts'
import { type WriteNightPorts, type WrittenNight, writeNight } from '#app/numbers/write-night.ts'
import type { FactStore, NumberStore } from '#app/ports/numbers.ts'
import type { Period } from '#core/kpi/period.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'

export interface RollUpNightPorts extends WriteNightPorts {
  readonly facts: FactStore
  readonly numbers: NumberStore
  readonly events: Pick<Events, 'nightRolledUp'>
}

export interface RolledUpNight extends WrittenNight {
  readonly periods: readonly Period[]
  /** For which there was no time. */
  readonly notRolledUp: readonly Period[]
}

interface RollUpAsked {
  readonly now: Instant
  readonly hasTime?: () => boolean
  /** How many periods are rolled up, those of yesterday first; MOST_PERIODS when left out. The others wait for the next night. */
  readonly atMost?: number
  /** Whether everything that can still change is rolled up again; on Mondays when left out. */
  readonly again?: boolean
}

/** A day of decades ago changes every period since: they take several nights. Once a week some sixty are rolled up, after a late day of last year some 200. */
const MOST_PERIODS = 1_000
/** Each holds a bit for every customer and segment while it is counted. */
const PERIODS_AT_ONCE = 8
const WRITES_AT_ONCE = 16

/**
 * Repeatable: what was rolled up is rolled up again from the same facts. What is to be rolled up is noted before the first figure is made, and stays noted
 * until it is: a night that breaks off, or has no time, leaves it to the next.
 */
export async function rollUpNight(
  ports: RollUpNightPorts,
  { now, hasTime, again, atMost = MOST_PERIODS }: RollUpAsked,
): Promise<RolledUpNight> {
  const { numbers } = ports
  const night = await writeNight(ports, { now, ...(hasTime && { hasTime }) })
  const days = await countedDays(ports, now)
  const asked = await noted(ports, { now, days, ...(again !== undefined && { again }) })
  const order = new Map(asked.map((period, at) => [periodKey(period), at]))
  // What this night asks for first, then what earlier nights left.
  const waiting = (await numbers.waitingPeriods()).toSorted(
    (a, b) => (order.get(periodKey(a)) ?? asked.length) - (order.get(periodKey(b)) ?? asked.length),
  )
  const wanted = waiting.slice(0, atMost)
  let done = 0
  for (; done < wanted.length && (done === 0 || !hasTime || hasTime()); done += PERIODS_AT_ONCE) {
    const periods = wanted.slice(done, done + PERIODS_AT_ONCE)
    await numbers.putRollUps(await countPeriods(ports, { periods: periods.map(periodOf), now, days }))
    await eachBounded(periods, { limit: WRITES_AT_ONCE, act: (period) => numbers.settleWaiting(period) })
  }
  await noteChangedThemes(ports, now)
  const all = waiting.map(periodOf)
  const rolledUp = Math.min(done, wanted.length)
  const found = { ...night, periods: all.slice(0, rolledUp), notRolledUp: all.slice(rolledUp) }
  ports.events.nightRolledUp({
    written: night.written.length,
    left: night.left.length,
    periods: found.periods.length,
    notRolledUp: found.notRolledUp.length,
  })
  return found
}

/** What this night asks for, noted; the days that asked for it are settled by that. */
async function noted(
  { numbers, companyRules: { company } }: RollUpNightPorts,
  { now, days, ...asks }: Pick<RollUpAsked, 'now' | 'again'> & { readonly days: CountedDays },
): Promise<readonly Period[]> {
  // Also of nights that broke off after the facts.
  const written = await numbers.daysToRollUp()
  const asked = periodsOfNight({
    today: localDateAt(now, company.zone),
    written: written.map(({ day }) => day),
    firstDay: days.first,
    ...asks,
  })
  await eachBounded(asked, { limit: WRITES_AT_ONCE, act: (period) => numbers.noteWaiting(period) })
  await eachBounded(written, { limit: WRITES_AT_ONCE, act: (day) => numbers.settleWritten(day) })
  return asked
}

const periodOf = ({ from, to }: Period): Period => ({ from, to })

const periodKey = ({ from, to }: Period) => `${from} ${to}`
