/** How strongly the days of a calendar are shown: in four levels of how much goes out, so that one busy day does not leave all others pale. */

/** Where each level begins; fewer than four where the days do not differ so much. */
export type HeatLevels = readonly number[]

/** Half of the days are of the first level, and one in twenty of the last: the few great days of a year must stand out. In hundredths, for exact places. */
const BEGIN_AT = [0, 50, 80, 95] as const

/** Of the days on which anything goes out. Of 1 to 20, once each, they begin at 1, 11, 17 and 20; of 5 and 5 at 5 alone. */
export function levelsFor(counts: readonly number[]): HeatLevels {
  const sorted = counts.filter((count) => count > 0).toSorted((a, b) => a - b)
  const begins = BEGIN_AT.map((hundredths) => sorted[Math.floor((hundredths * sorted.length) / 100)])
  return [...new Set(begins.filter((begin) => begin !== undefined))]
}

/** 0 for a day on which nothing goes out. */
export const levelOf = (count: number, levels: HeatLevels): number => levels.filter((begin) => count >= begin).length
