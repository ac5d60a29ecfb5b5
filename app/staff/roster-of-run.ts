/**
 * Who works, read once for a whole run that asks for several teams and several times. A change that comes in during the run is seen by the next one:
 * it is newer than what this run writes.
 */
import type { DutyBook, RosterStore } from '#app/ports/staff.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export interface RosterPorts {
  readonly roster: Pick<RosterStore, 'current' | 'plan'>
  readonly dutyBook: Pick<DutyBook, 'changesOn'>
}

/** The same ports, which ask for each thing at most once. */
export function rosterOfRun<Ports extends RosterPorts>({ roster, dutyBook, ...others }: Ports) {
  const current = eachOnce(() => roster.current())
  return {
    ...others,
    roster: { current: () => current('current'), plan: eachOnce((planId: string | null) => roster.plan(planId)) },
    dutyBook: { changesOn: eachOnce((date: LocalDate) => dutyBook.changesOn(date)) },
  }
}

/** A failure is not kept: who asks after it asks again. */
function eachOnce<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>()
  return (key) => {
    const before = known.get(key)
    if (before) return before
    const reading = read(key)
    known.set(key, reading)
    reading.catch(() => known.delete(key))
    return reading
  }
}
