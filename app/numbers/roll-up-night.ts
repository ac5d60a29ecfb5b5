/** The night's run: the facts of yesterday and of late days, then the roll-ups of every period that they belong to. */
import { eachBounded } from '#app/each-bounded.ts'
import type { Events } from '#app/events.ts'
import { countPeriods } from '#app/numbers/count-periods.ts'
import { periodsHolding, periodsOfNight } from '#app/numbers/periods-of-night.ts'
import { type WriteNightPorts, type WrittenNight, writeNight } from '#app/numbers/write-night.ts'
import type { FactStore, NumberStore, WrittenDay } from '#app/ports/numbers.ts'
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

/** Each holds a bit for every customer and segment while it is counted. */
const PERIODS_AT_ONCE = 8
const WRITES_AT_ONCE = 16

/** Repeatable: what was rolled up is rolled up again from the same facts. A day waits until all of its periods are. */
export async function rollUpNight(
  ports: RollUpNightPorts,
  { now, hasTime }: { readonly now: Instant; readonly hasTime?: () => boolean },
): Promise<RolledUpNight> {
  const night = await writeNight(ports, { now, ...(hasTime && { hasTime }) })
  const today = localDateAt(now, ports.companyRules.company.zone)
  const firstDay = await ports.numbers.firstWrittenDay()
  // Also those of nights that broke off after the facts, or had no time for the figures.
  const waiting = (await ports.numbers.daysToRollUp()).toReversed()
  const asked = periodsOfNight({ today, written: waiting.map(({ day }) => day), firstDay })
  let done = 0
  for (; done < asked.length && (done === 0 || !hasTime || hasTime()); done += PERIODS_AT_ONCE) {
    const periods = asked.slice(done, done + PERIODS_AT_ONCE)
    await ports.numbers.putRollUps(await countPeriods(ports, { periods, now }))
  }
  const found = { ...night, periods: asked.slice(0, done), notRolledUp: asked.slice(done) }
  await settle(ports.numbers, { waiting, periods: found.periods })
  ports.events.nightRolledUp({
    written: night.written.length,
    left: night.left.length,
    periods: found.periods.length,
    notRolledUp: found.notRolledUp.length,
  })
  return found
}

async function settle(
  numbers: Pick<NumberStore, 'noteRolledUp'>,
  { waiting, periods }: { readonly waiting: readonly WrittenDay[]; readonly periods: readonly Period[] },
): Promise<void> {
  const made = new Set(periods.map(({ from, to }) => `${from} ${to}`))
  const done = waiting.filter(({ day }) => periodsHolding(day).every(({ from, to }) => made.has(`${from} ${to}`)))
  await eachBounded(done, { limit: WRITES_AT_ONCE, act: (day) => numbers.noteRolledUp(day) })
}
