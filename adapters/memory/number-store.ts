/** The late and the written days, the periods that wait, and the roll-ups, in memory. */
import { frozen } from '#adapters/frozen.ts'
import type { LateNote, NumberStore, WaitingPeriod } from '#app/ports/numbers.ts'
import type { Period } from '#core/kpi/period.ts'
import type { RollUp } from '#core/kpi/roll-up.ts'
import { segmentKey } from '#core/kpi/segment.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export function memoryNumberStore(): NumberStore {
  const late = new Map<LocalDate, LateNote>()
  const written = new Map<LocalDate, Instant>()
  const toRollUp = new Set<LocalDate>()
  const waiting = new Map<string, WaitingPeriod>()
  const rollUps = new Map<string, RollUp>()
  let themeRules: string | null = null
  const days = () => [...written.keys()].toSorted()
  return {
    noteLate: async ({ day, at, moved = [] }) => {
      const known = late.get(day)
      late.set(day, frozen({ day, at, times: (known?.times ?? 0) + 1, moved: [...new Set([...(known?.moved ?? []), ...moved])] }))
    },
    lateDays: async () => [...late.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    settleLate: async ({ day, times }) => {
      if (late.get(day)?.times === times) late.delete(day)
    },
    noteWritten: async (day, at) => {
      written.set(day, at)
      toRollUp.add(day)
    },
    daysToRollUp: async () =>
      days()
        .filter((day) => toRollUp.has(day))
        .map((day) => ({ day, at: written.get(day) ?? '' })),
    settleWritten: async ({ day, at }) => {
      if (written.get(day) === at) toRollUp.delete(day)
    },
    noteWaiting: async (period) => {
      const { from, to } = period
      const times = (waiting.get(periodKey(period))?.times ?? 0) + 1
      waiting.set(periodKey(period), frozen({ from, to, times }))
    },
    isWaiting: async (period) => waiting.has(periodKey(period)),
    waitingPeriods: async () => [...waiting.values()].toSorted((a, b) => (periodKey(a) > periodKey(b) ? -1 : 1)),
    settleWaiting: async (period) => {
      if (waiting.get(periodKey(period))?.times === period.times) waiting.delete(periodKey(period))
    },
    writtenDays: async ({ from, to }) => days().filter((day) => day >= from && day <= to),
    firstDay: async () => [...written.keys(), ...late.keys()].toSorted()[0] ?? null,
    themeRules: async () => themeRules,
    keepThemeRules: async (name) => {
      themeRules = name
    },
    putRollUps: async (made) => {
      for (const rollUp of made) rollUps.set(keyOf(rollUp), frozen(structuredClone(rollUp)))
    },
    rollUp: async (asked) => rollUps.get(keyOf(asked)),
    rollUpsBy: async ({ period, by }) => {
      const found = [...rollUps].filter(
        ([, { segment, ...of }]) => segment.by === by && periodKey(of.period) === periodKey(period),
      )
      return found.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, rollUp]) => rollUp)
    },
  }
}

const periodKey = ({ from, to }: Period) => `${from} ${to}`
const keyOf = ({ period, segment }: Pick<RollUp, 'period' | 'segment'>) => `${periodKey(period)} ${segmentKey(segment)}`
