/** What customers talked about in the period. A customer who wrote, answered and called about the same counts once. */

import { themesIn } from '#core/facts/theme-column.ts'
import { type CountedPeriod, isIn } from '#core/kpi/counting/counted-period.ts'
import { type PersonSet, personSet } from '#core/kpi/counting/persons.ts'
import type { Breakdown, ThemeCount } from '#core/kpi/roll-up.ts'
import type { LocalDate } from '#core/time/local-date.ts'

/** Where it was said. */
type Source = Exclude<keyof ThemeCount, 'customers'>

interface Said {
  readonly day: LocalDate
  readonly person: bigint | null
  /** Of the facts. */
  readonly themes: string | null
}

export function themeCounter({ period, persons }: Pick<CountedPeriod, 'period' | 'persons'>) {
  const everybody = personSet()
  const found = new Map<string, { readonly who: PersonSet; readonly counts: Record<Source, number> }>()

  const add = (source: Source, { day, person, themes }: Said): void => {
    const ids = themesIn(themes)
    if (ids === null || !isIn(period, day)) return
    const place = person === null ? null : persons.placeOf(person)
    if (place !== null) everybody.add(place)
    for (const id of ids) {
      const of = found.get(id) ?? { who: personSet(), counts: { answers: 0, replies: 0, items: 0 } }
      found.set(id, of)
      of.counts[source]++
      if (place !== null) of.who.add(place)
    }
  }

  const counts = (): NonNullable<Breakdown['themes']> => ({
    customers: everybody.size(),
    of: Object.fromEntries(
      [...found]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { who, counts }]) => [id, { customers: who.size(), ...counts }]),
    ),
  })
  return { add, counts }
}
